import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDay, lastDay, parseIsoDate, spansMeet, toIsoDate } from '../../../src/text/iso-date.ts';

describe('dates', () => {
  it.each(['2023', '2023-03', '2023-03-08', '2024-02-29', '0001-01-01'])('accepts %s as it is', (text) => {
    expect(parseIsoDate(text)).toBe(text);
  });

  it.each([
    '',
    '23',
    '2023-13',
    '2023-00',
    '2023-3-8',
    '2023-02-29',
    '2023-04-31',
    '2023-03-08T10:00',
    ' 2023',
    '2023\n',
  ])('refuses “%s”', (text) => {
    expect(parseIsoDate(text)).toBeNull();
  });

  it('spans the whole of a month or year whose day is unknown', () => {
    const span = (text: string) => {
      const date = parseIsoDate(text);
      return date && [firstDay(date), lastDay(date)];
    };
    expect(span('2023')).toEqual(['2023-01-01', '2023-12-31']);
    expect(span('2024-02')).toEqual(['2024-02-01', '2024-02-29']);
    expect(span('2023-03-08')).toEqual(['2023-03-08', '2023-03-08']);
  });

  it('meets only spans with a day in common', () => {
    const span = (from: string, to: string) => ({ from: parseIsoDate(from)!, to: parseIsoDate(to)! });
    expect(spansMeet(span('2023', '2023'), span('2023-12-31', '2024-02'))).toBe(true);
    expect(spansMeet(span('2023-01', '2023-02'), span('2023-03', '2023-04'))).toBe(false);
  });

  it('makes of its parts what it would read back, and null of no day', () => {
    const part = fc.option(fc.integer({ min: 0, max: 32 }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), part, part, (year, month, day) => {
        const date = toIsoDate(year, month, day);
        if (date === null) expect(month === null ? -1 : month).not.toBe(-1);
        else {
          expect(parseIsoDate(date)).toBe(date);
          expect(firstDay(date) <= lastDay(date)).toBe(true);
        }
      }),
    );
    expect(toIsoDate(2023, 2, 30)).toBeNull();
  });
});
