/**
 * Passages that print the same text become one line with "also printed in …": the best ranked one stands for all.
 *
 * The naive version compares all pairs; here only the lines that would be shown are compared, O(limit × hits looked at).
 */
import type { PassageId } from '../archive/passage.ts';
import { containment, shingles } from '../text/shingles.ts';
import type { LexicalHit } from './passage-index.ts';
import type { PassageRecords } from './passage-record.ts';

/** Half of the shorter one's four-word runs: two reports of one interview reach .6, two reports of one event .1. */
const SAME_TEXT = 0.5;
/** Lines looked at beyond the limit while searching for reprints. */
const LOOK_AHEAD = 4;

export interface FoldedHit extends LexicalHit {
  readonly reprints: readonly PassageId[];
}

function shareOfShorter(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  return a.size <= b.size ? containment(a, b) : containment(b, a);
}

/** At most `limit` lines, in the order given. */
export function foldPrintings<Hit extends LexicalHit>(
  records: PassageRecords,
  hits: readonly Hit[],
  limit: number,
): (Hit & FoldedHit)[] {
  const lines: { hit: Hit; runs: ReadonlySet<number>; reprints: PassageId[] }[] = [];
  const compared = hits.slice(0, limit * LOOK_AHEAD);
  records.need?.(compared.map(({ passage }) => passage));
  for (const hit of compared) {
    const { passage, article } = records.at(hit.passage)!;
    const runs = shingles(passage.text);
    const same = lines.find(
      (line) =>
        records.at(line.hit.passage)!.article.id !== article.id &&
        shareOfShorter(runs, line.runs) >= SAME_TEXT,
    );
    if (same) same.reprints.push(passage.id);
    else if (lines.length < limit) lines.push({ hit, runs, reprints: [] });
  }
  return lines.map(({ hit, reprints }) => ({ ...hit, reprints }));
}
