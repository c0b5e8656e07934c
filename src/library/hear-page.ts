/**
 * An archive as a page in another script asks it: a word of a name finds the archive's words that sound like it.
 *
 * The naive version ranks by the names that could be linked, and a story whose names no recogniser read rightly is not
 * found. Here the index answers for Willoughby with ويلوبي too. One side must be a name: either the page's words, or
 * the archive's. Sounds are made when a page first asks, some 20 µs a word; then O(page words).
 */
import { buildWordSounds, type WordSounds, wordsSounding } from '../entities/link-words.ts';
import type { NameKnowledge } from '../entities/name-knowledge.ts';
import type { EnginePostings } from '../retrieval/engine-postings.ts';
import type { PassageIndex } from '../retrieval/passage-index.ts';
import { mergePostings, type TermPostings } from '../retrieval/scoring.ts';
import { type Searchable, stepOf } from '../retrieval/searchable.ts';
import { detectLanguage } from '../text/detect-language.ts';
import { type Script, scriptOfWord } from '../text/romanise.ts';
import { indexedForms, stemsOf } from '../text/stem-terms.ts';
import { words } from '../text/tokenise.ts';

/** A script with more words than this is heard by the words of the archive's names alone: a second of work at the most. */
const MOST_WORDS = 60_000;
/** Archive words that one word of the page may sound like. */
const MOST_ALIKE = 8;
/** Half a slip in scripts that write no short vowels is the same word, one slip seldom. */
const LEAST_SCORE = 0.7;
/** Words of pages whose sounds are remembered: a page is asked about again with every change. */
const MOST_REMEMBERED = 20_000;

export interface HeardArchive extends Searchable {
  readonly knowledge: NameKnowledge;
}

/** The archive itself when nothing of the page sounds like a word in another script. */
export function hearPage<Heard extends HeardArchive>(archive: Heard, text: string): Heard {
  const heard = stepOf(archive, () => heardPostings(archive, text));
  return heard.size === 0 ? archive : { ...archive, index: hearing(archive.index, heard) };
}

/** The archive's words in one script, by sound. */
interface ScriptSounds {
  /** What the page's names may be; Latin letters need no help of this kind but for names. */
  readonly all: WordSounds;
  /** The words of the archive's names: what any word of the page may be. */
  readonly named: WordSounds;
}

interface ArchiveSounds {
  readonly of: (script: Script) => ScriptSounds;
  readonly scripts: readonly Script[];
  /** What was found for words of pages. */
  readonly remembered: Map<string, readonly string[]>;
}

const soundsOf = new WeakMap<PassageIndex, ArchiveSounds>();

function readSounds({ index, knowledge }: HeardArchive): ArchiveSounds {
  const known = soundsOf.get(index);
  if (known) return known;
  const named = knowledge.labelWords;
  const all = Map.groupBy(index.terms.foreignWords(), scriptOfWord);
  all.delete('latin');
  const made = new Map<Script, ScriptSounds>();
  const make = (script: Script): ScriptSounds => {
    const every = all.get(script) ?? [];
    const [heard, names] = [every.length > MOST_WORDS ? [] : every, named.in(script)];
    return { all: buildWordSounds(heard), named: buildWordSounds(names) };
  };
  const sounds: ArchiveSounds = {
    scripts: [...new Set([...named.scripts, ...all.keys()])],
    of: (script) => {
      const before = made.get(script) ?? make(script);
      made.set(script, before);
      return before;
    },
    remembered: new Map(),
  };
  soundsOf.set(index, sounds);
  return sounds;
}

/** Words of the page with the passages of the archive's words in another script that sound so, and with its own. */
export function heardPostings(archive: HeardArchive, text: string): Map<string, TermPostings> {
  const sounds = readSounds(archive);
  const heard = new Map<string, TermPostings>();
  const asked = new Set(words(text));
  const isForeign = (word: string) => sounds.scripts.some((script) => script !== scriptOfWord(word));
  if (![...asked].some(isForeign)) return heard;
  const names = nameWords(archive.knowledge, text);
  for (const word of asked) {
    const postings = wordsAlike(sounds, word, names.has(word)).flatMap(
      (other) => archive.index.terms.postings(other) ?? [],
    );
    if (postings.length === 0) continue;
    const own = archive.index.terms.postings(word);
    const merged = mergePostings(own ? [own, ...postings] : postings);
    if (merged) heard.set(word, merged);
  }
  return heard;
}

/** Words of the archive that sound like one of the page in another script, surest first. */
function wordsAlike(sounds: ArchiveSounds, word: string, isName: boolean): readonly string[] {
  const key = isName ? `=${word}` : word;
  const known = sounds.remembered.get(key);
  if (known) return known;
  const own = scriptOfWord(word);
  // A word that is no name may be one beneath the archive's letters, but not one of Latin letters: those show names.
  const others = isName || own !== 'latin' ? sounds.scripts.filter((script) => script !== own) : [];
  const alike = others.flatMap((script) => {
    const { all, named } = sounds.of(script);
    return [...(isName ? wordsSounding(all, word) : []), ...wordsSounding(named, word)];
  });
  const sure = alike.filter(({ score }) => score >= LEAST_SCORE).slice(0, MOST_ALIKE);
  const found = [...new Set(sure.map((one) => one.word))];
  if (sounds.remembered.size >= MOST_REMEMBERED) sounds.remembered.clear();
  sounds.remembered.set(key, found);
  return found;
}

/** Words of the names that the recogniser finds; without one, words with a capital inside a sentence. */
function nameWords({ recognise }: NameKnowledge, text: string): Set<string> {
  const names = recognise
    ? recognise(text, detectLanguage(text)).map(({ exact }) => exact)
    : (text.match(/(?<=[\p{Ll}\p{N}],? )\p{Lu}[\p{L}\p{M}]+/gu) ?? []);
  return new Set(words(names.join('\n')));
}

/** An index in which a heard word stands wherever a word that sounds like it does. */
function hearing(index: PassageIndex, heard: ReadonlyMap<string, TermPostings>): PassageIndex {
  const terms = new Map(heard);
  for (const language of index.languages)
    for (const [word, postings] of heard) {
      const [stem = word] = stemsOf([word], language);
      const [ranked = word] = indexedForms(stem);
      if (!terms.has(stem)) terms.set(ranked, postings);
    }
  const postings = (term: string) => terms.get(term) ?? index.terms.postings(term);
  const { passages } = index.source.collection;
  return {
    ...index,
    terms: {
      ...index.terms,
      postings,
      count: (term) => postings(term)?.passages.length ?? 0,
    } satisfies EnginePostings,
    source: { ...index.source, postings },
    // A word of the page's language that the archive has not got tells nothing of it.
    passageCount: (word) => terms.get(word)?.passages.length ?? (index.passageCount(word) || passages),
  };
}
