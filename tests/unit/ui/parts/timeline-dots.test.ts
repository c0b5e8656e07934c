import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../src/text/iso-date.ts';
import { placeDots } from '../../../../src/ui/parts/timeline-dots.ts';

const stop = (date: string | null, role: 'first' | 'reprint' | 'undated' = 'reprint') => ({
  provenance: { datePublished: date as IsoDate | null },
  role,
});

describe('printings on a line of dates', () => {
  it('are one dot with their number where they would lie on each other', () => {
    const { dots, first, last } = placeDots([
      stop('2020-01-01', 'first'),
      stop('2020-01-01'),
      stop('2020-01-20'),
      stop('2021-06-01'),
      stop('2022-01-01'),
      stop(null, 'undated'),
    ]);
    expect(dots.map(({ role, count }) => [role, count])).toEqual([
      ['first', 3],
      ['reprint', 1],
      ['reprint', 1],
    ]);
    expect([first, last]).toEqual(['2020-01-01', '2022-01-01']);
  });

  it('have no place where none is dated', () => {
    expect(placeDots([stop(null, 'undated')])).toEqual({ dots: [], first: null, last: null });
  });

  it('never overlap, and none is lost', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 40 }), (days) => {
        const { dots } = placeDots(days.map((one) => stop(one.toISOString().slice(0, 10))));
        expect(dots.reduce((sum, { count }) => sum + count, 0)).toBe(days.length);
        for (const [at, dot] of dots.slice(1).entries())
          expect(dot.at - dots[at]!.at).toBeGreaterThanOrEqual(0.09);
      }),
    );
  });
});
