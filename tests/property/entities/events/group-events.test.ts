import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEvents } from '../../../../src/entities/events/compare-events.ts';
import { groupArticles } from '../../../../src/entities/events/group-articles.ts';
import { groupEvents, type ToldEvent } from '../../../../src/entities/events/group-events.ts';
import { type MarkedTelling, mentionOf } from '../../../golden/events/marked-telling.ts';

const file = join(import.meta.dirname, '../../../golden/events/look-alikes.json');
const families = JSON.parse(readFileSync(file, 'utf8')) as { events: MarkedTelling[][] }[];
const TOLD: ToldEvent[] = families
  .flatMap(({ events }) => events.flat())
  .map((telling, at) => ({ article: `article ${at}`, mention: mentionOf(telling) }));

const shuffled = fc.shuffledSubarray(TOLD, { minLength: TOLD.length });
const facts = { entities: [], articleOdds: () => null };

describe('events of an archive', () => {
  it('do not depend on the order of articles', () => {
    const wanted = JSON.stringify(groupEvents(TOLD, facts));
    fc.assert(
      fc.property(shuffled, (told) => JSON.stringify(groupEvents(told, facts)) === wanted),
      { numRuns: 20 },
    );
  });

  it('compare alike from either side, with a score from 0 to 1', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TOLD),
        fc.constantFrom(...TOLD),
        fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        (a, b, articles) => {
          const evidence = { articles, isSameGroup: null, liesIn: () => false };
          const there = compareEvents(a.mention, b.mention, evidence);
          expect(compareEvents(b.mention, a.mention, evidence).score).toBe(there.score);
          expect(there.score).toBeGreaterThanOrEqual(0);
          expect(there.score).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

/** Average linkage as the book has it: every mean counted anew from all pairs. */
function naiveGroups(odds: readonly (readonly number[])[], joinsAt: number): Set<string> {
  let groups = odds.map((_, at) => [at]);
  const between = (i: number, j: number) => odds[Math.max(i, j)]?.[Math.min(i, j)] ?? 0;
  for (;;) {
    let best: [number[], number[]] | null = null;
    let highest = joinsAt;
    for (const [at, a] of groups.entries()) {
      for (const b of groups.slice(0, at)) {
        const sum = a.reduce((total, i) => total + b.reduce((part, j) => part + between(i, j), 0), 0);
        const mean = sum / (a.length * b.length);
        if (mean > highest) [highest, best] = [mean, [b, a]];
      }
    }
    if (best === null) return new Set(groups.map((group) => [...group].sort((x, y) => x - y).join(' ')));
    const [into, from] = best;
    groups = [...groups.filter((group) => group !== into && group !== from), [...into, ...from]];
  }
}

describe('groups by average linkage', () => {
  it('are those of the definition', () => {
    const tables = fc
      .integer({ min: 1, max: 8 })
      .chain((size) =>
        fc.tuple(
          ...Array.from({ length: size }, (_, i) =>
            fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: i, maxLength: i }),
          ),
        ),
      );
    fc.assert(
      fc.property(tables, (odds) => {
        // Two pairs that agree to the last bit may join in either order.
        const all = odds.flat();
        fc.pre(new Set(all).size === all.length);
        const groups = Map.groupBy(
          odds.map((_, at) => at),
          (at) => groupArticles(odds, 0.3)[at],
        );
        expect(new Set([...groups.values()].map((group) => group.join(' ')))).toEqual(naiveGroups(odds, 0.3));
      }),
    );
  });
});
