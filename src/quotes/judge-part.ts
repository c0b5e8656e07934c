/**
 * Whether what a sentence shares with an article is evidence that one was printed from the other, and of which kind.
 *
 * Two kinds are kept apart, because each misleads where the other does not: an exact run of eight words is a reprint of
 * those words, whatever stands around them; similar words in similar order are a rewording, and never called verbatim.
 */

import type { EvidenceKind } from './printing.ts';
import type { Chain, Run } from './share-runs.ts';
import { kindOfWord, lengthOfWord } from './word-evidence.ts';
import type { WordSequence } from './word-sequence.ts';

/** One stretch of the page and where the article prints it; first and last words, inclusive. */
export interface SharedPart {
  readonly page: { readonly first: number; readonly last: number };
  readonly article: { readonly first: number; readonly last: number };
  readonly runs: Chain;
  /** Words of the longest exact run that reaches into this part. */
  readonly longest: number;
  /** [0,1]: words alike over the longer side. */
  readonly similarity: number;
  readonly kind: EvidenceKind;
}

/** In 400 KB of unrelated news the runs of eight that stood in an archive of 20,000 articles were all expressions. */
const VERBATIM_WORDS = 8;
/** So long a run is no expression, whatever names it is full of. */
const LONG_WORDS = 12;
/** What an exact run must hold of meaning, and a rewording; see {@link measure}. Names alone never do. */
const VERBATIM_MEANING = 3;
const SENTENCE_MEANING = 3;
const REWORDED_MEANING = 4;
const FEWEST_CONTENT = 2;
/** Of a run in quotation marks, names counted for half. */
const QUOTED_MEANING = 1.5;
const REWORDED_WORDS = 10;
/** A sentence of which a single word was exchanged may be shorter. */
const CLOSE_SIMILARITY = 0.85;
const CLOSE_WORDS = 7;
/** With REWORDED_KEPT, chosen on precision: six in seven finds between outlets of one event share eight words in a row. */
const REWORDED_SIMILARITY = 0.55;
/** Of the shorter side nearly all is kept: words may be put in or left out, but few exchanged. */
const REWORDED_KEPT = 0.8;
/** A rewording is one of the sentence, not of an expression in it. */
const REWORDED_SHARE = 0.5;
/** A sentence of which no word is new, only some were left out, may be short and may have lost half. */
const TRIMMED_RUNS = 3;
const TRIMMED_SIMILARITY = 0.5;
const TRIMMED_WORDS = 6;
const TRIMMED_MEANING = 2.5;
/** A whole sentence may be shorter. */
const SENTENCE_WORDS = 5;
/** A name says half of what an ordinary word does about the sentence, a number a quarter. */
const NAME_MEANING = 0.5;
const NUMBER_MEANING = 0.25;
/** What a word between two runs costs against a word alike: a part is as long as it gains. */
const GAP_COST = 0.5;

/** A sentence of the page in words, [first, end). */
export interface SentenceWords {
  readonly first: number;
  readonly end: number;
}

/**
 * `chain`: its runs that reach into the sentence. `voided` words (formulas, lists of headlines) are no evidence.
 * `isRelated`: the page surely has another sentence from this article, so that an exact run of plain words counts.
 */
export function judgePart(
  page: WordSequence,
  chain: Chain,
  sentence: SentenceWords,
  voided: Uint8Array,
  isRelated: boolean,
): SharedPart | null {
  const runs = bestStretch(clip(chain, sentence));
  const first = runs[0];
  const last = runs.at(-1);
  if (!first || !last) return null;
  const inPage = { first: first.page, last: last.page + last.length - 1 };
  const inArticle = { first: first.article, last: last.article + last.length - 1 };
  const alike = runs.reduce((sum, { length }) => sum + length, 0);
  const spans = [inPage, inArticle].map(({ first: from, last: to }) => to - from + 1);
  const similarity = alike / Math.max(...spans);
  const longest = longestOf(chain, inPage);
  const kind = kindOf(page, { runs, longest, spans, alike, sentence, inPage, isRelated }, voided);
  return kind && { page: inPage, article: inArticle, runs, longest: longest?.length ?? 0, similarity, kind };
}

interface Facts {
  readonly runs: Chain;
  /** The longest run of the whole chain that reaches into the part. */
  readonly longest: Run | null;
  /** Words from first to last, of the page and of the article. */
  readonly spans: readonly number[];
  readonly alike: number;
  readonly sentence: SentenceWords;
  readonly inPage: { readonly first: number; readonly last: number };
  readonly isRelated: boolean;
}

function kindOf(page: WordSequence, facts: Facts, voided: Uint8Array): EvidenceKind | null {
  const { runs, longest, spans, alike, sentence, inPage, isRelated } = facts;
  const similarity = alike / Math.max(...spans);
  const words = sentence.end - sentence.first;
  const isWhole = inPage.first === sentence.first && inPage.last === sentence.end - 1;
  const isExact = similarity === 1 && runs.length === 1;
  const evidence = measure(page, runs, voided);
  if (isWhole && isExact && evidence.words >= SENTENCE_WORDS && means(evidence, SENTENCE_MEANING))
    return 'verbatim';
  // Of a long run, a few words may reach over into this sentence: they are part of it, but say nothing alone.
  if (longest && (alike >= PART_WORDS || isWhole)) {
    const run = measure(page, [longest], voided);
    const isEvidence =
      means(run, VERBATIM_MEANING) ||
      (isRelated && run.content > 0) ||
      (run.words >= LONG_WORDS && run.content > 0 && run.meaning >= VERBATIM_MEANING) ||
      (run.meaning >= QUOTED_MEANING && isQuoted(page, longest));
    if (run.words >= VERBATIM_WORDS && isEvidence) return 'verbatim';
  }
  const isTrimmed = alike === words && runs.length <= TRIMMED_RUNS && similarity >= TRIMMED_SIMILARITY;
  if (isTrimmed && evidence.words >= TRIMMED_WORDS && means(evidence, TRIMMED_MEANING)) return 'reworded';
  const isReworded =
    similarity >= REWORDED_SIMILARITY &&
    alike >= REWORDED_KEPT * Math.min(...spans) &&
    evidence.words >= (similarity >= CLOSE_SIMILARITY ? CLOSE_WORDS : REWORDED_WORDS) &&
    means(evidence, REWORDED_MEANING) &&
    alike >= REWORDED_SHARE * words;
  return isReworded ? 'reworded' : null;
}

/** Fewer words of a sentence are not shown by themselves. */
const PART_WORDS = 4;

interface Measure {
  readonly words: number;
  /** Distinct ordinary words of meaning. */
  readonly content: number;
  /** Those and, for less, distinct names and numbers. */
  readonly meaning: number;
}

function means({ content, meaning }: Measure, least: number): boolean {
  return content >= FEWEST_CONTENT && meaning >= least;
}

const OPENING = /(?:``|["“„«‹「『])(?=[\s([<]*[\p{L}\p{N}])|(?<![\p{L}\p{N}])[‘'](?=[\p{L}\p{N}])/u;
const CLOSING = /(?<=[\p{L}\p{N})\]>.,!?…]\s?)["”“»›」』]|(?<=[\p{L}\p{N}.,!?…])[’'](?![\p{L}\p{N}])/u;
/** Words of a run that may stand outside the quotation marks: both texts also have "he said" before them. */
const OUTSIDE = 2;

/** Whether the page sets a run in quotation marks: somebody quotes, so little must prove that it is no expression. */
function isQuoted({ text, start, end }: WordSequence, { page, length }: Run): boolean {
  const last = page + length - 1;
  const opening = text.slice(Math.max(0, start[page]! - 3), end[Math.min(last, page + OUTSIDE)]!);
  const closing = text.slice(start[Math.max(page, last - OUTSIDE)]!, end[last]! + 4);
  return OPENING.test(opening) && CLOSING.test(closing);
}

function measure(page: WordSequence, runs: Chain, voided: Uint8Array): Measure {
  let [words, content, meaning] = [0, 0, 0];
  const known = new Set<number>();
  for (const { page: from, length } of runs) {
    for (let at = from; at < from + Math.min(length, MOST_MEASURED); at++) {
      if (voided[at]) continue;
      words += lengthOfWord(page, at);
      if (known.has(page.hash[at]!)) continue;
      known.add(page.hash[at]!);
      const kind = kindOfWord(page, at);
      if (kind === 'content') content++;
      meaning +=
        kind === 'content' ? 1 : kind === 'name' ? NAME_MEANING : kind === 'number' ? NUMBER_MEANING : 0;
    }
  }
  return { words, content, meaning };
}

/** Enough to tell a sentence from a list, of however long a run. */
const MOST_MEASURED = 60;

function clip(chain: Chain, { first, end }: SentenceWords): Run[] {
  return chain.flatMap(({ page, article, length }) => {
    const from = Math.max(page, first);
    const to = Math.min(page + length, end);
    return from < to ? [{ page: from, article: article + from - page, length: to - from }] : [];
  });
}

/** The runs in a row that gain most: words alike less the words between them (Kadane). */
function bestStretch(runs: readonly Run[]): Run[] {
  let [best, bestFrom, bestTo] = [0, 0, 0];
  let [sum, from] = [0, 0];
  for (const [at, run] of runs.entries()) {
    const previous = runs[at - 1];
    const gap = previous
      ? Math.max(run.page - previous.page - previous.length, run.article - previous.article - previous.length)
      : 0;
    if (previous) sum -= gap * GAP_COST;
    if (sum <= 0) [sum, from] = [0, at];
    sum += run.length;
    if (sum > best) [best, bestFrom, bestTo] = [sum, from, at + 1];
  }
  return runs.slice(bestFrom, bestTo);
}

function longestOf(chain: Chain, { first, last }: { first: number; last: number }): Run | null {
  let longest: Run | null = null;
  for (const run of chain) {
    const reaches = run.page <= last && run.page + run.length > first;
    if (reaches && (!longest || run.length > longest.length)) longest = run;
  }
  return longest;
}
