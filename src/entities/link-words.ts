/**
 * Words of a text that may be a word of a name in another script: Willoughby in an Arabic article that no recogniser
 * has read rightly. For ranking, where a wrong word costs little; links are made of whole names.
 *
 * The naive version compares each word of the page's names with every word of the archive, 10 µs each. Here the
 * archive's words lie by sound key, and some dozens are compared.
 */
import { cliticCuts } from '../text/clitics.ts';
import { wordKeys } from '../text/sound-key.ts';
import { compareWords } from './compare-words.ts';
import { withoutEndings } from './group/inflection.ts';
import { labelParts } from './link-heard.ts';
import type { NameWord } from './name-parts.ts';

export interface SoundingWord {
  readonly word: string;
  /** How surely it is the same, [0,1]. */
  readonly score: number;
}

/** Archive words under their sound keys, in the forms that they may have beneath clitics and endings. */
export type WordSounds = ReadonlyMap<string, ReadonlySet<string>>;

/** Shorter words sound like too many. */
const SHORTEST = 3;
/** Keys with fewer consonants say too little. */
const SHORTEST_KEY = 2;
/** Two slips from a name is another word. */
const MOST_SLIPS = 0.9;

/** `vocabulary`: folded words. */
export function buildWordSounds(vocabulary: Iterable<string>): WordSounds {
  const sounds = new Map<string, Set<string>>();
  for (const word of vocabulary) {
    if (word.length < SHORTEST || /\d/.test(word)) continue;
    for (const form of formsOf(word))
      for (const key of wordKeys(form)) {
        if (key.length < SHORTEST_KEY) continue;
        const known = sounds.get(key);
        if (known) known.add(word);
        else sounds.set(key, new Set([word]));
      }
  }
  return sounds;
}

/** The word, without its ending, and from after each clitic it may begin with. */
function formsOf(word: string): string[] {
  const cut = cliticCuts(word, 0, word.length).map(({ prefix, start }) => prefix + word.slice(start));
  return [...new Set([word, withoutEndings(word), ...cut])];
}

/** Surest first. `word`: one word of a text, folded; its own clitics and endings may stand on it. */
export function wordsSounding(sounds: WordSounds, word: string): SoundingWord[] {
  if (word.length < SHORTEST) return [];
  const found = new Map<string, number>();
  for (const form of formsOf(word)) {
    const own = nameWord(form);
    if (!own) continue;
    const alike = new Set(wordKeys(own.text).flatMap((key) => [...(sounds.get(key) ?? [])]));
    for (const other of alike) found.set(other, Math.max(found.get(other) ?? 0, scoreOf(own, other)));
  }
  return [...found]
    .filter(([, score]) => score > 0)
    .map(([other, score]) => ({ word: other, score }))
    .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1));
}

function scoreOf(own: NameWord, other: string): number {
  const slips = formsOf(other).map((form) => {
    const word = nameWord(form);
    return word ? compareWords(own, word).slips : Number.POSITIVE_INFINITY;
  });
  const least = Math.min(...slips);
  return least > MOST_SLIPS ? 0 : 1 - least / 2;
}

function nameWord(word: string): NameWord | null {
  return labelParts(word, 'place').words[0] ?? null;
}
