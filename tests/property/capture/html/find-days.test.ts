import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDays } from '../../../../src/capture/html/find-days.ts';

/** Languages of newspapers; the runtime prints the dates, in the calendar that the language's pages count in. */
const LANGUAGES =
  'en-GB de fr es pt-BR it nl pl ru uk be bg mk sr sr-Latn bs hr sl sk cs hu ro sq el tr az kk uz tg ka hy lt lv et fi sv nb da is ca gl ar ar-MA ar-LB ar-SA ar-TN ar-IQ he ur hi bn ta te mr gu pa si km th vi id ms fil sw so ja zh zh-TW ko af'.split(
    ' ',
  );
const PERSIAN = ['fa', 'fa-AF', 'ps'];

const day = fc
  .integer({ min: Date.UTC(1995, 0, 1) / 86_400_000, max: Date.UTC(2040, 11, 31) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000));
const style = fc.constantFrom('full' as const, 'long' as const, 'medium' as const);

function readsBack(language: string, calendar: string): void {
  fc.assert(
    fc.property(day, style, (time, dateStyle) => {
      const text = new Intl.DateTimeFormat(language, { dateStyle, calendar, timeZone: 'UTC' }).format(time);
      const found = findDays(`– ${text} |`, { language, first: 'day' });
      expect(found.map(({ date }) => date)).toEqual([time.toISOString().slice(0, 10)]);
    }),
    { numRuns: 15 },
  );
}

describe('a date that the runtime prints is read back', () => {
  it.each(LANGUAGES)('in %s', (language) => readsBack(language, 'gregory'));
  it.each(PERSIAN)('in the solar years of %s', (language) => readsBack(language, 'persian'));
  it('in the Buddhist years of th', () => readsBack('th', 'buddhist'));
});

it('no text makes it throw, and every day found lies inside the text', () => {
  const piece = fc.constantFrom(
    '8',
    '31',
    '2023',
    '1402',
    '/',
    '.',
    '-',
    ' ',
    'March',
    'مارس',
    '年',
    '月',
    'م.',
    '\u200f',
    'de',
  );
  const language = fc.constantFrom(null, 'en', 'fa', 'th', 'ar', 'vi', 'hu', 'xx-bad');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), language, (pieces, tag) => {
      const text = pieces.join('');
      for (const { start, end } of findDays(text, { language: tag, first: null })) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(start).toBeLessThan(end);
      }
    }),
  );
});
