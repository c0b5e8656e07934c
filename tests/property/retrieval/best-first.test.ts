import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, leastWanted } from '../../../src/retrieval/best-first.ts';

const hit = fc.record({ score: fc.integer({ min: 1, max: 9 }), coverage: fc.constant(1) });

describe('the best hits', () => {
  it('are those of sorting all, as deep as is asked, with all their equals', () => {
    fc.assert(
      fc.property(
        fc.array(hit, { maxLength: 120, size: 'max' }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        (scores, passages, articles, each) => {
          const hits = scores.map((one, passage) => ({ ...one, passage }));
          const sorted = inOrder(hits);
          const articleOf = (passage: number) => Math.floor(passage / each);
          const scored = Float64Array.from(hits, ({ score }) => score);
          const least = leastWanted(scored, { passages, articles }, articleOf);
          const found = inOrder(hits.filter(({ score }) => score >= least));
          let end = Math.min(passages, hits.length);
          const seen = () => new Set(sorted.slice(0, end).map(({ passage }) => articleOf(passage))).size;
          while (end < hits.length && seen() < articles) end++;
          while (end < hits.length && sorted[end]!.score === sorted[end - 1]?.score) end++;
          expect(found.slice(0, end)).toEqual(sorted.slice(0, end));
        },
      ),
    );
  });
});
