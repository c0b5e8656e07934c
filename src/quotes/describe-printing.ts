/** How a stretch of a page and its printing differ, from the runs that they share: edits, similarity, facts that changed. */
import type { TextPosition } from '../text/position.ts';
import { countOf, findChangedFacts, NEGATION, numbersOf } from './changed-facts.ts';
import type { ChangedFact, Edit, EvidenceKind } from './printing.ts';
import type { Chain } from './share-runs.ts';
import type { WordSequence } from './word-sequence.ts';

/** First and last words, inclusive. */
export interface WordSpan {
  readonly first: number;
  readonly last: number;
}

/** start and end are offsets in the article's text. */
export interface DescribedPrinting extends TextPosition {
  readonly similarity: number;
  readonly difference: readonly Edit[];
  readonly evidence: EvidenceKind;
  readonly changed: readonly ChangedFact[];
}

/** One text's stretch of words. */
export interface Stretch {
  readonly words: WordSequence;
  readonly span: WordSpan;
}

/** `runs` lie inside both stretches, in ascending order; `asked` is the page's, `evidence` what its parts were judged. */
export function describePrinting(
  asked: Stretch,
  printed: Stretch,
  runs: Chain,
  evidence: EvidenceKind,
): DescribedPrinting {
  const difference = listEdits(asked, printed, keepNumbersWhole(asked, printed, runs));
  const alike = runs.reduce((sum, { length }) => sum + length, 0);
  // What only one side has before or behind the shared words was trimmed, not changed.
  const shared = { first: runs[0]!.page, last: runs.at(-1)!.page + runs.at(-1)!.length - 1 };
  const inner = { first: runs[0]!.article, last: runs.at(-1)!.article + runs.at(-1)!.length - 1 };
  const before = textOf({ words: asked.words, span: shared });
  const after = textOf({ words: printed.words, span: inner });
  const edits =
    shared.first === asked.span.first && shared.last === asked.span.last
      ? difference
      : difference.slice(1, -1);
  const changed = findChangedFacts(before, after, edits);
  const border = changedAtBorder({ words: asked.words, span: shared }, { words: printed.words, span: inner });
  if (border && !changed.includes(border)) changed.push(border);
  const isChanged = changed.includes('number') || changed.includes('negation');
  return {
    start: printed.words.start[printed.span.first]!,
    end: printed.words.end[printed.span.last]!,
    similarity: alike / Math.max(sizeOf(asked.span), sizeOf(printed.span)),
    difference,
    evidence: isChanged && evidence === 'verbatim' ? 'reworded' : evidence,
    changed,
  };
}

function sizeOf({ first, last }: WordSpan): number {
  return last - first + 1;
}

function textOf({ words, span }: Stretch): string {
  return words.text.slice(words.start[span.first]!, words.end[span.last]!);
}

/** What stands within one number: "12,000", "3.5", "1 000" with its narrow blank, "١٢٬٠٠٠". */
const WITHIN_NUMBER = /^[.,'’٫٬\u00a0\u202f]$/u;

/** Whether the word at `at` goes on with the number that the word before it began. */
function isWithinNumber({ words, span }: Stretch, at: number): boolean {
  if (at <= span.first || at > span.last) return false;
  const [before, after] = [words.end[at - 1]!, words.start[at]!];
  const isDigit = (sign: string) => /\p{Nd}/u.test(sign);
  return (
    WITHIN_NUMBER.test(words.text.slice(before, after)) &&
    isDigit(words.text.slice(before - 1, before)) &&
    isDigit(words.text.slice(after, after + 1))
  );
}

/** The runs without words that are a part of a number whose other part differs: who reads "12" as kept reads wrong. */
function keepNumbersWhole(asked: Stretch, printed: Stretch, runs: Chain): Chain {
  const isSplit = (page: number, article: number) =>
    isWithinNumber(asked, page) || isWithinNumber(printed, article);
  return runs.flatMap((run, at) => {
    const [before, next] = [runs[at - 1], runs[at + 1]];
    const goesOn = (one: typeof before, other: typeof before) =>
      one && other && one.page + one.length === other.page && one.article + one.length === other.article;
    let { page, article, length } = run;
    if (!goesOn(before, run))
      for (; length > 0 && isSplit(page, article); length--) [page, article] = [page + 1, article + 1];
    if (!goesOn(run, next)) while (length > 0 && isSplit(page + length, article + length)) length--;
    return length > 0 ? [{ page, article, length }] : [];
  });
}

/** Kept words as printed, so that punctuation shows as the article has it. */
function listEdits(asked: Stretch, printed: Stretch, runs: Chain): Edit[] {
  const edits: Edit[] = [];
  const put = (kind: Edit['kind'], { words, span }: Stretch) => {
    if (span.first <= span.last) edits.push({ kind, text: textOf({ words, span }) });
  };
  let atAsked = asked.span.first;
  let atPrinted = printed.span.first;
  let kept = 0;
  const close = () => {
    put('kept', { words: printed.words, span: { first: atPrinted - kept, last: atPrinted - 1 } });
    kept = 0;
  };
  const open = (toAsked: number, toPrinted: number) => {
    if (toAsked === atAsked && toPrinted === atPrinted) return;
    close();
    put('dropped', { words: asked.words, span: { first: atAsked, last: toAsked - 1 } });
    put('added', { words: printed.words, span: { first: atPrinted, last: toPrinted - 1 } });
    atAsked = toAsked;
    atPrinted = toPrinted;
  };
  for (const { page, article, length } of runs) {
    open(page, article);
    kept += length;
    atAsked += length;
    atPrinted += length;
  }
  open(asked.span.last + 1, printed.span.last + 1);
  close();
  return edits;
}

/** Characters between which nothing ends: where a sentence or a quotation begins, its neighbour is another's word. */
const CLOSED = /[.!?…"“”«»„;:\n\r؟۔。]/u;
const NUMBER_WORD = /^[-−]?\p{Nd}/u;

/** A number that differs, or a negation that only one side has, right beside the shared words. */
function changedAtBorder(asked: Stretch, printed: Stretch): ChangedFact | null {
  for (const way of [-1, 1] as const) {
    const [left, right] = [neighbour(asked, way), neighbour(printed, way)];
    if (left === null || right === null) continue;
    if (NUMBER_WORD.test(left) && NUMBER_WORD.test(right) && numbersOf(left) !== numbersOf(right))
      return 'number';
    if (countOf(left, NEGATION) !== countOf(right, NEGATION)) return 'negation';
  }
  return null;
}

/** The word beside a stretch, null where a sentence, a quotation or the text ends between them. */
function neighbour({ words, span }: Stretch, way: 1 | -1): string | null {
  const at = way > 0 ? span.last + 1 : span.first - 1;
  if (at < 0 || at >= words.count) return null;
  const [from, to] =
    way > 0 ? [words.end[span.last]!, words.start[at]!] : [words.end[at]!, words.start[span.first]!];
  if (CLOSED.test(words.text.slice(from, to))) return null;
  return words.text.slice(words.start[at]!, words.end[at]!);
}
