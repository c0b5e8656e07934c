/**
 * The sentence of an article that says a quotation in other words and another order, when no run of it is left to align.
 *
 * Word overlap over the longer side decides, as good as anything that knows no meanings (pairs of news sentences that
 * editors called the same: F1 .82 by overlap, .82 by eleven features); numbers that differ count against it. For one
 * selection only: on whole pages this would call everything about one event a reprint. O(article words).
 */
import { diffArrays } from 'diff';
import { splitSentences } from '../text/split-sentences.ts';
import { type DescribedPrinting, describePrinting, type WordSpan } from './describe-printing.ts';
import type { Run } from './share-runs.ts';
import { kindOfWord } from './word-evidence.ts';
import { firstWordFrom, type WordSequence } from './word-sequence.ts';

/** Where F1 is best on the tuning half of the pairs. */
const LEAST_OVERLAP = 0.42;
/** What each number that only one side has takes off the overlap; from the same pairs. */
const NUMBER_COST = 0.03;
/** Similarity of the words in order: less is a list of the same words. */
const LEAST_IN_ORDER = 0.25;
/** Ordinary words and names in common: two short sentences share three by chance. */
const LEAST_MEANING = 4;
/** A longer selection is several sentences, and has runs in common where it was printed. */
const LONGEST_QUOTE = 100;

/** null when no sentence is close. */
export function alignReworded(asked: WordSequence, article: WordSequence): DescribedPrinting | null {
  if (asked.count > LONGEST_QUOTE) return null;
  const counts = countWords(asked);
  let best: { span: WordSpan; overlap: number } | null = null;
  for (const { start, end } of splitSentences(article.text)) {
    const span = { first: firstWordFrom(article, start), last: firstWordFrom(article, end) - 1 };
    const overlap = overlapOf(counts, asked.count, article, span);
    if (overlap >= LEAST_OVERLAP && (!best || overlap > best.overlap)) best = { span, overlap };
  }
  if (!best || !isMeant(asked, article, best.span, best.overlap)) return null;
  const runs = runsOf(asked, article, best.span);
  if (runs.length === 0) return null;
  const whole = { first: 0, last: asked.count - 1 };
  const found = describePrinting(
    { words: asked, span: whole },
    { words: article, span: best.span },
    runs,
    'reworded',
  );
  return found.similarity >= LEAST_IN_ORDER ? found : null;
}

function countWords({ hash }: WordSequence): Map<number, number> {
  const counts = new Map<number, number>();
  for (const word of hash) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** [0,1]: words in common, each as often as both have it, over the longer side. */
function overlapOf(
  counts: ReadonlyMap<number, number>,
  askedCount: number,
  { hash }: WordSequence,
  { first, last }: WordSpan,
): number {
  const longer = Math.max(askedCount, last - first + 1);
  if (Math.min(askedCount, last - first + 1) < LEAST_OVERLAP * longer) return 0;
  const used = new Map<number, number>();
  let shared = 0;
  for (let at = first; at <= last; at++) {
    const word = hash[at]!;
    const seen = used.get(word) ?? 0;
    if (seen >= (counts.get(word) ?? 0)) continue;
    used.set(word, seen + 1);
    shared++;
  }
  return shared / longer;
}

/** Whether what is shared is more than light words, and the numbers do not speak against it. */
function isMeant(asked: WordSequence, article: WordSequence, span: WordSpan, overlap: number): boolean {
  const left = wordsByKind(asked, { first: 0, last: asked.count - 1 });
  const right = wordsByKind(article, span);
  const shared = countShared(left.meaning, right.meaning);
  const differing = left.numbers.size + right.numbers.size - 2 * countShared(left.numbers, right.numbers);
  return shared >= LEAST_MEANING && overlap - differing * NUMBER_COST >= LEAST_OVERLAP;
}

function countShared(left: ReadonlySet<number>, right: ReadonlySet<number>): number {
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  return shared;
}

function wordsByKind(words: WordSequence, { first, last }: WordSpan) {
  const [numbers, meaning] = [new Set<number>(), new Set<number>()];
  for (let at = first; at <= last; at++) {
    const kind = kindOfWord(words, at);
    if (kind === 'number') numbers.add(words.hash[at]!);
    else if (kind !== 'light') meaning.add(words.hash[at]!);
  }
  return { numbers, meaning };
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
