/** The length classes of a segment's passages, field by field: one byte a passage and field, by ordinal. */
import { FIELDS, type Field } from './analysed-passage.ts';
import type { Bytes } from './byte-writer.ts';
import { lengthOfClass } from './length-class.ts';
import { hasBit } from './passage-bits.ts';

export type FieldLengths = Readonly<Record<Field, Uint8Array>>;

/** Words in each field over many passages. */
export type FieldTotals = Readonly<Record<Field, number>>;

export const NO_WORDS: FieldTotals = { headline: 0, body: 0, names: 0 };

/** The record of the lane `lengths`: all headlines, all bodies, all names. */
export function packLengths(lengths: FieldLengths, passages: number): Bytes {
  const packed = new Uint8Array(passages * FIELDS.length);
  FIELDS.forEach((field, place) => {
    packed.set(lengths[field].subarray(0, passages), place * passages);
  });
  return packed;
}

/** null when the bytes are for another number of passages. */
export function unpackLengths(packed: Bytes, passages: number): FieldLengths | null {
  if (packed.length !== passages * FIELDS.length) return null;
  const part = (place: number) => packed.subarray(place * passages, (place + 1) * passages);
  return { headline: part(0), body: part(1), names: part(2) };
}

/** As the classes say, so that a passage counts the same before and after a merge. */
export function totalLengths(lengths: FieldLengths, passages: number): FieldTotals {
  const total = (classes: Uint8Array) => {
    let sum = 0;
    for (let at = 0; at < passages; at++) sum += lengthOfClass(classes[at] as number);
    return sum;
  };
  return { headline: total(lengths.headline), body: total(lengths.body), names: total(lengths.names) };
}

export function addTotals(a: FieldTotals, b: FieldTotals): FieldTotals {
  return { headline: a.headline + b.headline, body: a.body + b.body, names: a.names + b.names };
}

/** Sums over articles, which rankings of whole articles need. */
export interface ArticleTotals {
  readonly articles: number;
  /** Articles that have a headline, and the words of all headlines, each article's once. */
  readonly headed: number;
  readonly headlineWords: number;
}

export const NO_ARTICLES: ArticleTotals = { articles: 0, headed: 0, headlineWords: 0 };

export function totalArticles(
  { headline }: FieldLengths,
  starts: Uint8Array,
  passages: number,
): ArticleTotals {
  let [articles, headed, headlineWords] = [0, 0, 0];
  for (let ordinal = 0; ordinal < passages; ordinal++) {
    if (!hasBit(starts, ordinal)) continue;
    const words = lengthOfClass(headline[ordinal] as number);
    articles++;
    if (words > 0) headed++;
    headlineWords += words;
  }
  return { articles, headed, headlineWords };
}

export function addArticles(a: ArticleTotals, b: ArticleTotals): ArticleTotals {
  return {
    articles: a.articles + b.articles,
    headed: a.headed + b.headed,
    headlineWords: a.headlineWords + b.headlineWords,
  };
}
