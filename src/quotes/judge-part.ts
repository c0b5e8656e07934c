/**
 * Whether what a sentence shares with an article is evidence that one was printed from the other, and of which kind.
 *
 * Two kinds are kept apart, because each misleads where the other does not: an exact run of eight words is a reprint of
 * those words, whatever stands around them; similar words in similar order are a rewording, and never called verbatim.
 */

import { once } from '../text/once.ts';
import { numbersOf } from './changed-facts.ts';
import type { WordSpan } from './describe-printing.ts';
import type { EvidenceKind } from './printing.ts';
import { type Chain, clipChain, type Run } from './share-runs.ts';
import { kindOfWord, lengthOfWord } from './word-evidence.ts';
import type { WordSequence } from './word-sequence.ts';

/** One stretch of the page and where the article prints it; first and last words, inclusive. */
export interface SharedPart {
  readonly page: WordSpan;
  readonly article: WordSpan;
  readonly runs: Chain;
  /** Words of the longest exact run that reaches into this part. */
  readonly longest: number;
  /** [0,1]: words alike over the longer side. */
  readonly similarity: number;
  readonly kind: EvidenceKind;
}

/** In 400 KB of unrelated news the runs of eight that stood in an archive of 20,000 articles were all expressions. */
const VERBATIM_WORDS = 8;
/** What an exact run must hold of meaning, and a rewording; see {@link measure}. Names alone never do. */
const VERBATIM_MEANING = 3;
const SENTENCE_MEANING = 3;
const REWORDED_MEANING = 4;
const FEWEST_CONTENT = 2;
/** Of a run in quotation marks: somebody says that these words are another's. */
const QUOTED_MEANING = 1;
const SHORT_QUOTED_WORDS = 7;
const SHORT_QUOTED_MEANING = 2;
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
/** A sentence that begins and ends as the article's does, and has at most one word of its own, is that sentence. */
const ANCHORED_WORDS = 6;
const ANCHORED_MEANING = 2;
const ANCHORED_NEW = 1;
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

export interface ComparedTexts {
  readonly page: WordSequence;
  readonly article: WordSequence;
  /** 1 for words of the page (formulas, lists of headlines) that are no evidence. */
  readonly voided: Uint8Array;
}

/**
 * `chain`: its runs that reach into the sentence.
 * `isRelated`: the page surely has another sentence from this article, so that an exact run of plain words counts.
 */
export function judgePart(
  texts: ComparedTexts,
  chain: Chain,
  sentence: SentenceWords,
  isRelated: boolean,
): SharedPart | null {
  const clipped = clipChain(chain, sentence);
  const best = bestStretch(clipped);
  const part = judgeRuns(texts, chain, best, sentence, isRelated);
  // A sentence that lost its middle may keep so little at one end that the best stretch is without it.
  return part || best.length === clipped.length
    ? part
    : judgeRuns(texts, chain, clipped, sentence, isRelated);
}

function judgeRuns(
  texts: ComparedTexts,
  chain: Chain,
  runs: Chain,
  sentence: SentenceWords,
  isRelated: boolean,
): SharedPart | null {
  const first = runs[0];
  const last = runs.at(-1);
  if (!first || !last) return null;
  const inPage = { first: first.page, last: last.page + last.length - 1 };
  const inArticle = { first: first.article, last: last.article + last.length - 1 };
  const alike = runs.reduce((sum, { length }) => sum + length, 0);
  const spans = [inPage, inArticle].map(({ first: from, last: to }) => to - from + 1);
  const similarity = alike / Math.max(...spans);
  const longest = longestOf(chain, inPage);
  const kind = kindOf(texts, { runs, longest, spans, alike, sentence, inPage, inArticle, isRelated });
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
  readonly inPage: WordSpan;
  readonly inArticle: WordSpan;
  readonly isRelated: boolean;
}

function kindOf(texts: ComparedTexts, facts: Facts): EvidenceKind | null {
  return isVerbatim(texts, facts) ? 'verbatim' : isReworded(texts, facts) ? 'reworded' : null;
}

function isVerbatim({ page, voided }: ComparedTexts, facts: Facts): boolean {
  const { runs, longest, spans, alike, sentence, inPage, isRelated } = facts;
  const isWhole = inPage.first === sentence.first && inPage.last === sentence.end - 1;
  if (isWhole && runs.length === 1 && alike === Math.max(...spans)) {
    const evidence = measure(page, runs, voided);
    if (evidence.words >= SENTENCE_WORDS && means(evidence, SENTENCE_MEANING)) return true;
  }
  // Of a long run, a few words may reach over into this sentence: they are part of it, but say nothing alone.
  if (!longest || (alike < PART_WORDS && !isWhole)) return false;
  const run = measure(page, [longest], voided);
  const isShort = run.words < VERBATIM_WORDS;
  const quotedMeaning = isShort ? SHORT_QUOTED_MEANING : QUOTED_MEANING;
  if (run.words >= SHORT_QUOTED_WORDS && run.meaning >= quotedMeaning && isQuoted(page, longest)) return true;
  if (isShort) return false;
  return run.content > 0 && (isRelated || run.meaning >= VERBATIM_MEANING);
}

function isReworded(texts: ComparedTexts, facts: Facts): boolean {
  const { runs, spans, alike, sentence } = facts;
  const similarity = alike / Math.max(...spans);
  const words = sentence.end - sentence.first;
  const evidence = measure(texts.page, runs, texts.voided);
  const isClose = similarity >= CLOSE_SIMILARITY;
  if (evidence.words < REWORDED_WORDS && isFilledIn(texts, runs)) return false;
  if (similarity >= TRIMMED_SIMILARITY && isSameSentence(texts, facts)) {
    if (evidence.words >= ANCHORED_WORDS && evidence.content > 0 && evidence.meaning >= ANCHORED_MEANING)
      return true;
  }
  if (similarity >= TRIMMED_SIMILARITY && alike === words && runs.length <= TRIMMED_RUNS) {
    if (evidence.words >= TRIMMED_WORDS && means(evidence, TRIMMED_MEANING)) return true;
  }
  return (
    similarity >= REWORDED_SIMILARITY &&
    alike >= REWORDED_KEPT * Math.min(...spans) &&
    alike >= REWORDED_SHARE * words &&
    evidence.words >= (isClose ? CLOSE_WORDS : REWORDED_WORDS) &&
    means(evidence, REWORDED_MEANING)
  );
}

/** Whether between two runs one number stands for another: a short sentence like that is a form, filled in anew. */
function isFilledIn({ page, article }: ComparedTexts, runs: Chain): boolean {
  return runs.slice(1).some((run, at) => {
    const before = runs[at]!;
    const onPage = { first: before.page + before.length, last: run.page - 1 };
    const inArticle = { first: before.article + before.length, last: run.article - 1 };
    return numbersOf(textOf(page, onPage)) !== '' && numbersOf(textOf(article, inArticle)) !== '';
  });
}

function textOf({ text, start, end }: WordSequence, { first, last }: WordSpan): string {
  return first > last ? '' : text.slice(start[first]!, end[last]!);
}

/** Words looked through for the beginning and the end of the article's sentence. */
const MOST_SOUGHT = 24;
const SENTENCE_END = /[.!?…؟۔。！？]["'”’»)\]]*\s|\n/u;

/** Whether both sentences begin and end with the same words, and one has at most one word that the other has not. */
function isSameSentence({ page, article }: ComparedTexts, { sentence, inArticle, alike }: Facts): boolean {
  const isEnd = (at: number) =>
    at < 0 ||
    at + 1 >= article.count ||
    SENTENCE_END.test(article.text.slice(article.end[at]!, article.start[at + 1]!));
  let { first, last } = inArticle;
  while (!isEnd(first - 1) && inArticle.first - first < MOST_SOUGHT) first--;
  while (!isEnd(last) && last - inArticle.last < MOST_SOUGHT) last++;
  return (
    alike >= Math.min(sentence.end - sentence.first, last - first + 1) - ANCHORED_NEW &&
    article.hash[first] === page.hash[sentence.first] &&
    article.hash[last] === page.hash[sentence.end - 1]
  );
}

/** Fewer words of a sentence are not shown by themselves. */
const PART_WORDS = 4;

/** What runs in the same order hold together, over several sentences, that no two texts about one thing share by chance. */
const RELATED_MEANING = 8;
const RELATED_CONTENT = 4;

/** Whether a chain shows by itself that page and article are related, short as its runs may be. */
export function showsRelation({ page, voided }: ComparedTexts, chain: Chain): boolean {
  const { content, meaning } = measure(page, chain, voided);
  return content >= RELATED_CONTENT && meaning >= RELATED_MEANING;
}

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

const openingMark = once(
  () => /(?:``|["“„«‹「『])(?=[\s([<]*[\p{L}\p{N}])|(?<![\p{L}\p{N}])[‘'](?=[\p{L}\p{N}])/u,
);
const closingMark = once(
  () => /(?<=[\p{L}\p{N})\]>.,!?…]\s?)["”“»›」』]|(?<=[\p{L}\p{N}.,!?…])[’'](?![\p{L}\p{N}])/u,
);
/** Words of a run that may stand outside the quotation marks: both texts also have "he said" before them. */
const OUTSIDE = 2;

/** Whether the page sets a run in quotation marks: somebody quotes, so little must prove that it is no expression. */
function isQuoted({ text, start, end }: WordSequence, { page, length }: Run): boolean {
  const last = page + length - 1;
  const opening = text.slice(Math.max(0, start[page]! - 3), end[Math.min(last, page + OUTSIDE)]!);
  const closing = text.slice(start[Math.max(page, last - OUTSIDE)]!, end[last]! + 4);
  return openingMark().test(opening) && closingMark().test(closing);
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
