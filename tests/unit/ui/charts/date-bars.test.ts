import { describe, expect, it } from 'vitest';
import { dateBars } from '../../../../src/ui/charts/date-bars.ts';

describe('printed dates as columns', () => {
  it('are a month each, those without an article between them included', () => {
    expect(dateBars(['2020-11-30', '2021-02', '2020-11-02', '2021'])).toEqual([
      { label: '2020-11', count: 2 },
      { label: '2020-12', count: 0 },
      { label: '2021-01', count: 0 },
      { label: '2021-02', count: 1 },
    ]);
  });

  it('are a year each when months would be too many, or none is known', () => {
    expect(dateBars(['1999-01-01', '2001-12-31'])).toEqual([
      { label: '1999-01', count: 1 },
      ...Array.from({ length: 34 }, (_, at) => ({
        label: `${1999 + Math.floor((at + 1) / 12)}-${String(((at + 1) % 12) + 1).padStart(2, '0')}`,
        count: 0,
      })),
      { label: '2001-12', count: 1 },
    ]);
    expect(dateBars(['1990-01-01', '1994', '1994-05']).map(({ count }) => count)).toEqual([1, 0, 0, 0, 2]);
    expect(dateBars(['1994']).map(({ label }) => label)).toEqual(['1994']);
  });

  it('are none where nothing is dated', () => {
    expect(dateBars([])).toEqual([]);
  });
});
