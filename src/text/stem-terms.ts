/**
 * What an index keeps of a text and a query asks for: every folded word, and beside it the term it is ranked by.
 *
 * A ranking term is the word's stem; in scripts without spaces, where a word is one character, it is the pair with the
 * next one. It is written with a mark that no word holds, and only where it differs from its word, so that an index of
 * both is a third larger than one of words, not twice. O(text).
 */
import { isUnspaced } from './fold.ts';
import { type StemLanguage, stemmerFor, stemWord } from './stem.ts';
import { createTokens, foldToken, tokenise, words } from './tokenise.ts';

/** Before a ranking term that is no word of the text. */
export const STEM_MARK = '~';

export interface AnalysedText {
  /** Folded words in order. */
  readonly words: readonly string[];
  /** The ranking term of each word: marked, or the word itself. */
  readonly stems: readonly string[];
}

/** What scripts without spaces are written with, and all that may fold to it; punctuation lies among them. */
const UNSPACED = /[\u0e00-\u1fff\u2070-\uffff]/;
let scratch = createTokens(256);

/** `most`: words after which those of a text that is written with spaces need not be told. */
export function analyseText(
  text: string,
  language: StemLanguage,
  most = Number.POSITIVE_INFINITY,
): AnalysedText {
  if (!UNSPACED.test(text)) {
    const all = words(text);
    const told = all.length > most ? all.slice(0, most) : all;
    return { words: told, stems: told.map((word) => markedStem(word, language)) };
  }
  const tokens = tokenise(text, scratch);
  scratch = tokens;
  const { start, end, count } = tokens;
  const found: string[] = [];
  for (let at = 0; at < count; at++) found.push(foldToken(text, start[at] as number, end[at] as number));
  const stems = stemsOf(found, language);
  for (let at = 0; at + 1 < count; at++) {
    const word = found[at] as string;
    if (isUnspaced(word.charCodeAt(0)) && end[at] !== start[at + 1]) stems[at] = word; // 中、国 is no pair
  }
  return { words: found, stems };
}

/** Ranking terms of words that stand next to each other in a question. */
export function stemsOf(words: readonly string[], language: StemLanguage): string[] {
  return words.map((word, at) => {
    if (!isUnspaced(word.charCodeAt(0))) return markedStem(word, language);
    const next = words[at + 1] ?? '';
    return isUnspaced(next.charCodeAt(0)) ? STEM_MARK + word + next : word;
  });
}

/** Terms remembered for each stemmer; the words of a large archive, and a bound for one that never ends. */
const MOST_REMEMBERED = 100_000;
const remembered = new Map<StemLanguage, Map<string, string>>();

/** Whoever counts terms is given the same string each time, whose hash the engine knows. */
function markedStem(word: string, language: StemLanguage): string {
  const stemmer = stemmerFor(word, language);
  if (stemmer === null) return word;
  const known = termsOf(stemmer);
  let term = known.get(word);
  if (term === undefined) {
    const stem = stemWord(word, language);
    term = stem === word ? word : STEM_MARK + stem;
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(word, term);
  }
  return term;
}

function termsOf(stemmer: StemLanguage): Map<string, string> {
  let known = remembered.get(stemmer);
  if (known === undefined) {
    known = new Map();
    remembered.set(stemmer, known);
  }
  return known;
}

/** The terms under which an index holds the words that share a ranking term: the marked one, and a word that is its own stem. */
export function indexedForms(stem: string): readonly string[] {
  return stem.startsWith(STEM_MARK) ? [stem, stem.slice(STEM_MARK.length)] : [STEM_MARK + stem, stem];
}

/** Everything an index keeps of a text: its words, then the ranking terms that are none. */
export function indexTerms({ words, stems }: AnalysedText): string[] {
  return [...words, ...stems.filter((stem) => stem.startsWith(STEM_MARK))];
}
