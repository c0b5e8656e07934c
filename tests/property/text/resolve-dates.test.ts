import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDay, type IsoDate, lastDay, parseIsoDate } from '../../../src/text/iso-date.ts';
import { resolveDates } from '../../../src/text/resolve-dates.ts';

const DAY_MS = 86_400_000;
const days = fc
  .integer({ min: 0, max: 40_000 })
  .map((day) => new Date(day * DAY_MS).toISOString().slice(0, 10) as IsoDate);
const pieces = fc.constantFrom(
  'on Tuesday',
  'last month',
  'next week',
  'two and a half months ago',
  'since 2019',
  'early March',
  'the 1990s',
  '12 June',
  '8 March 2022',
  'yesterday',
  'in 1987',
  'will',
  'said',
  'the',
  '. ',
  ', ',
  '99 years ago',
  'a few days ago',
  'weekend',
  '٣',
  'May',
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((all) => all.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
);

describe('resolved dates', () => {
  it('stand in order without overlap, and are spans of real dates', () => {
    fc.assert(
      fc.property(texts, fc.option(days), (text, printed) => {
        let reached = 0;
        for (const { start, end, span } of resolveDates(text, printed, 'en')) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          reached = end;
          if (span === null) continue;
          expect(parseIsoDate(span.from)).toBe(span.from);
          expect(parseIsoDate(span.to)).toBe(span.to);
          expect(firstDay(span.from) <= lastDay(span.to)).toBe(true);
        }
      }),
    );
  });

  it('never hang on a day that nobody printed', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { span, isWritten } of resolveDates(text, null, 'en'))
          if (!isWritten) expect(span).toBeNull();
      }),
    );
  });

  it('count days as the calendar does', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 2, max: 99 }), (printed, many) => {
        const told = new Date(Date.parse(printed) - many * DAY_MS).toISOString().slice(0, 10);
        expect(resolveDates(`It fell ${many} days ago.`, printed, 'en')[0]?.span).toEqual({
          from: told,
          to: told,
        });
      }),
    );
  });

  it('name the latest such weekday that is not ahead', () => {
    const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 6 }), (printed, weekday) => {
        let time = Date.parse(printed);
        while (new Date(time).getUTCDay() !== weekday) time -= DAY_MS;
        const told = new Date(time).toISOString().slice(0, 10);
        expect(resolveDates(`It fell on ${names[weekday]}.`, printed, 'en')[0]?.span?.from).toBe(told);
      }),
    );
  });
});
