/**
 * BM25F over a passage alone, for choosing candidates: bounded block by block as top-passages.ts needs it, where the
 * article-wise ranking of scoring.ts is not. Two 256-entry tables a field make it three look-ups and a division.
 */
import { FIELDS, type Field } from './analysed-passage.ts';
import type { FieldTotals } from './field-lengths.ts';
import { lengthOfClass } from './length-class.ts';
import type { TermScore } from './scored-list.ts';

/** Lucene's, as in scoring.ts. */
const K1 = 1.2;
const B = 0.75;

/** How much one occurrence in the field counts, in occurrences in the body. */
export type FieldWeights = Readonly<Record<Field, number>>;

/** Sums over all tiers that are searched. */
interface Sums {
  readonly passages: number;
  readonly words: FieldTotals;
}

/** Makes the score of a word from its own weight (rarity × importance); share it between the words of a query. */
export function createPassageScore(sums: Sums, weights: FieldWeights): (weight: number) => TermScore {
  const [headlines, bodies, nameses] = FIELDS.map((field) => perOccurrence(sums, field, weights[field])) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return (weight) => (headline, body, names, headlineClass, bodyClass, namesClass) => {
    const counts =
      headline * (headlines[headlineClass] as number) +
      body * (bodies[bodyClass] as number) +
      names * (nameses[namesClass] as number);
    return (weight * counts * (K1 + 1)) / (counts + K1);
  };
}

/** By length class: what one occurrence counts for, less in a field longer than the average. */
function perOccurrence({ passages, words }: Sums, field: Field, weight: number): Float64Array {
  const average = Math.max(1, words[field] / Math.max(1, passages));
  return Float64Array.from({ length: 256 }, (_, at) => weight / (1 - B + (B * lengthOfClass(at)) / average));
}
