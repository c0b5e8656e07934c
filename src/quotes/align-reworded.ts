/**
 * The sentence of an article that says a quotation in other words and another order, when no run of it is left to align.
 *
 * Word overlap alone calls two sentences the same that share half of a sentence and differ in what they say of it. Here
 * six measures of the pair are weighed (logistic regression on half of some news sentences that editors called the same
 * or not; F1 on the other half .83, by overlap .82). For one selection only: on whole pages this would call everything
 * about one event a reprint. O(article words).
 */
import { diffArrays } from 'diff';
import { splitSentences } from '../text/split-sentences.ts';
import { countOf, NEGATION } from './changed-facts.ts';
import { type DescribedPrinting, describePrinting, type WordSpan } from './describe-printing.ts';
import type { Run } from './share-runs.ts';
import { kindOfWord } from './word-evidence.ts';
import { firstWordFrom, type WordSequence } from './word-sequence.ts';

/** What each measure adds to the odds (natural logarithm) that a pair says the same; see {@link oddsOf}. */
const WEIGHTS = {
  base: -3.6,
  overlap: 9.2,
  content: 3.5,
  contentOfShorter: -2.4,
  longestWord: -0.13,
  number: -0.12,
  negation: -1.2,
};
/** Longer runs say no more. */
const LONGEST_RUN = 20;
/** Letters by which two forms of a word are one: "announced", "announcing". */
const STEM_LETTERS = 5;
/** No weight of the others makes up for fewer words alike; saves the rest of the work. */
const LEAST_OVERLAP = 0.3;
/** From here on a pair says the same as often (four in five) as one that is judged by its runs; below, every second one. */
const SURE_ODDS = 1;
/** Similarity of the words in order: less is a list of the same words. */
const LEAST_IN_ORDER = 0.25;
/** Ordinary words and names in common: fewer, and the rest of what is alike says nothing. */
const LEAST_MEANING = 2;
/** A longer selection is several sentences, and has runs in common where it was printed. */
const LONGEST_QUOTE = 100;

/** null when no sentence is close. */
export function alignReworded(asked: WordSequence, article: WordSequence): DescribedPrinting | null {
  if (asked.count > LONGEST_QUOTE) return null;
  const left = readSide(asked, { first: 0, last: asked.count - 1 });
  let best: { span: WordSpan; odds: number } | null = null;
  for (const { start, end } of splitSentences(article.text)) {
    const span = { first: firstWordFrom(article, start), last: firstWordFrom(article, end) - 1 };
    const odds = oddsOf(left, article, span);
    if (odds >= 0 && (!best || odds > best.odds)) best = { span, odds };
  }
  if (!best) return null;
  const runs = runsOf(asked, article, best.span);
  if (runs.length === 0) return null;
  const found = describePrinting(
    { words: asked, span: left.span },
    { words: article, span: best.span },
    runs,
    best.odds >= SURE_ODDS ? 'reworded' : 'similar',
  );
  return found.similarity >= LEAST_IN_ORDER ? found : null;
}

/** A stretch as it is compared: sets of hashes, words of other kinds are in `stems` only. */
interface Side {
  readonly words: WordSequence;
  readonly span: WordSpan;
  readonly count: number;
  readonly stems: ReadonlyMap<string, number>;
  readonly numbers: ReadonlySet<number>;
  readonly names: ReadonlySet<number>;
  readonly content: ReadonlySet<number>;
}

function readSide(words: WordSequence, span: WordSpan): Side {
  const stems = new Map<string, number>();
  const [numbers, names, content] = [new Set<number>(), new Set<number>(), new Set<number>()];
  const setOf = { number: numbers, name: names, content, light: null };
  for (let at = span.first; at <= span.last; at++) {
    const stem = stemAt(words, at);
    stems.set(stem, (stems.get(stem) ?? 0) + 1);
    setOf[kindOfWord(words, at)]?.add(words.hash[at]!);
  }
  return { words, span, count: span.last - span.first + 1, stems, numbers, names, content };
}

function stemAt({ text, start, end }: WordSequence, at: number): string {
  return text.slice(start[at]!, Math.min(end[at]!, start[at]! + STEM_LETTERS)).toLowerCase();
}

/**
 * Natural logarithm of the odds that both say the same, −∞ when they share too little to be asked. Words alike speak for
 * it. Against it: what the sides say beyond what they share, when little of it is in the wording, hence the shorter
 * side's share of content and a long run alike; numbers and negations that differ.
 */
function oddsOf(left: Side, article: WordSequence, span: WordSpan): number {
  const longer = Math.max(left.count, span.last - span.first + 1);
  const shorter = Math.min(left.count, span.last - span.first + 1);
  if (shorter < LEAST_OVERLAP * longer) return -Infinity;
  const right = readSide(article, span);
  const overlap = countAlike(left.stems, right.stems) / longer;
  if (overlap < LEAST_OVERLAP) return -Infinity;
  const content = countShared(left.content, right.content);
  if (content + countShared(left.names, right.names) < LEAST_MEANING) return -Infinity;
  const sizes = [left.content.size, right.content.size];
  const numbers = left.numbers.size + right.numbers.size - 2 * countShared(left.numbers, right.numbers);
  return (
    WEIGHTS.base +
    WEIGHTS.overlap * overlap +
    WEIGHTS.content * (content / Math.max(1, ...sizes)) +
    WEIGHTS.contentOfShorter * (content / Math.max(1, Math.min(...sizes))) +
    WEIGHTS.longestWord * Math.min(LONGEST_RUN, longestRun(left, right)) +
    WEIGHTS.number * numbers +
    (negationsOf(left) === negationsOf(right) ? 0 : WEIGHTS.negation)
  );
}

/** Stems in common, each as often as both have it. */
function countAlike(left: Side['stems'], right: Side['stems']): number {
  let alike = 0;
  for (const [stem, count] of left) alike += Math.min(count, right.get(stem) ?? 0);
  return alike;
}

function countShared(left: ReadonlySet<number>, right: ReadonlySet<number>): number {
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  return shared;
}

function negationsOf({ words, span }: Side): number {
  return countOf(words.text.slice(words.start[span.first]!, words.end[span.last]!), NEGATION);
}

/** Words of the longest run that both have. O(left × right), of two sentences that are known to be alike. */
function longestRun(left: Side, right: Side): number {
  let longest = 0;
  let above = new Uint16Array(right.count + 1);
  for (let at = left.span.first; at <= left.span.last; at++) {
    const row = new Uint16Array(right.count + 1);
    for (let other = 0; other < right.count; other++) {
      if (left.words.hash[at] !== right.words.hash[right.span.first + other]) continue;
      row[other + 1] = above[other]! + 1;
      longest = Math.max(longest, row[other + 1]!);
    }
    above = row;
  }
  return longest;
}

function runsOf(asked: WordSequence, article: WordSequence, { first, last }: WordSpan): Run[] {
  const runs: Run[] = [];
  let [page, at] = [0, first];
  for (const { added, removed, count } of diffArrays(
    [...asked.hash],
    [...article.hash.subarray(first, last + 1)],
  )) {
    if (!added && !removed) runs.push({ page, article: at, length: count });
    if (!added) page += count;
    if (!removed) at += count;
  }
  return runs;
}
