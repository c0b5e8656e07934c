import { describe, expect, it } from 'vitest';
import { parseIsoDate } from '../../../src/text/iso-date.ts';
import { resolveDates } from '../../../src/text/resolve-dates.ts';

/** A Thursday. */
const PRINTED = '2023-06-15';

/** What is resolved, as `words → from/to`; `?` where it cannot be told. */
function dates(text: string, printed: string | null = PRINTED, language = 'en'): string[] {
  return resolveDates(text, printed === null ? null : parseIsoDate(printed), language).map(
    ({ start, end, span }) => {
      const told = span === null ? '?' : span.from === span.to ? span.from : `${span.from}/${span.to}`;
      return `${text.slice(start, end)} → ${told}`;
    },
  );
}

describe('dates in English', () => {
  it.each([
    ['It rained yesterday.', 'yesterday', '2023-06-14'],
    ['It rained on Tuesday.', 'on Tuesday', '2023-06-13'],
    ['It rained on Thursday.', 'on Thursday', '2023-06-15'],
    ['It rained last Thursday.', 'last Thursday', '2023-06-08'],
    ['The fair opens next Tuesday.', 'next Tuesday', '2023-06-20'],
    ['The council will meet on Monday.', 'on Monday', '2023-06-19'],
    ['On Monday the council will meet.', 'On Monday', '2023-06-19'],
    ['She said on Monday that it will open.', 'on Monday', '2023-06-12'],
    ['It opened last month.', 'last month', '2023-05'],
    ['It opens next week.', 'next week', '2023-06-19/2023-06-25'],
    ['It closed last year.', 'last year', '2022'],
    ['Over the weekend it snowed.', 'Over the weekend', '2023-06-10/2023-06-11'],
    ['It fell three days ago.', 'three days ago', '2023-06-12'],
    ['It fell two weeks ago.', 'two weeks ago', '2023-05-29/2023-06-04'],
    ['It fell two and a half months ago.', 'two and a half months ago', '2023-03/2023-04'],
    ['It fell two years ago.', 'two years ago', '2021'],
    ['It fell five hours ago.', 'five hours ago', '2023-06-14/2023-06-15'],
    ['Closed since 2019.', 'since 2019', '2019/2023-06-15'],
    ['It opened in early March.', 'in early March', '2023-03'],
    ['It opened in December.', 'in December', '2022-12'],
    ['It will open in December.', 'in December', '2023-12'],
    ['Trams of the 1990s.', '1990s', '1990/1999'],
    ['Built in 1987.', 'in 1987', '1987'],
    ['In the last two weeks it rained.', 'In the last two weeks', '2023-06-01/2023-06-15'],
    ['Opened on 12 June.', '12 June', '2023-06-12'],
    ['Opened on 12 December.', '12 December', '2022-12-12'],
    ['Opened on Tuesday, 8 March 2022, at noon.', 'on Tuesday, 8 March 2022', '2022-03-08'],
  ])('%s', (text, words, told) => {
    expect(dates(text)).toContain(`${words} → ${told}`);
    expect(dates(text)).toHaveLength(1);
  });

  it.each([
    'It may march on sunday roast.',
    'In 2,000 homes and 2019-20 seasons.',
    'The week was long, the year short.',
    'Before 1990 nothing.',
  ])('finds none in: %s', (text) => {
    expect(dates(text)).toEqual([]);
  });
});

describe('dates in other languages', () => {
  it.each([
    ['de', 'Am Dienstag und letzten Monat, vor zwei Jahren', ['2023-06-13', '2023-05', '2021']],
    [
      'fr',
      'mardi, la semaine prochaine, il y a deux mois',
      ['2023-06-13', '2023-06-19/2023-06-25', '2023-04'],
    ],
    ['es', 'ayer, el mes pasado, hace tres días', ['2023-06-14', '2023-05', '2023-06-12']],
    ['it', 'ieri, l’anno scorso, due mesi fa', ['2023-06-14', '2022', '2023-04']],
    ['nl', 'gisteren, vorige maand, twee jaar geleden', ['2023-06-14', '2023-05', '2021']],
    ['ru', 'во вторник, в прошлом месяце, два года назад', ['2023-06-13', '2023-05', '2021']],
    ['ar', 'أمس، الشهر الماضي، قبل عامين', ['2023-06-14', '2023-05', '2021']],
    ['he', 'אתמול, בחודש שעבר, לפני שנתיים', ['2023-06-14', '2023-05', '2021']],
  ])('%s: %s', (language, text, told) => {
    expect(dates(text, PRINTED, language).map((line) => line.split(' → ')[1])).toEqual(told);
  });
});

describe('what cannot be told', () => {
  it('stays open without a printed date', () => {
    expect(dates('On Tuesday, last month and since 2019.', null)).toEqual([
      'On Tuesday → ?',
      'last month → ?',
      'since 2019 → ?',
    ]);
  });

  it('stays open where it counts from something told before', () => {
    expect(dates('Two days earlier it rained; the next day it snowed.')).toEqual([
      'Two days earlier → ?',
      'the next day → ?',
    ]);
  });

  it('stays open where the printed date is less precise than the phrase', () => {
    expect(dates('Yesterday, last month, last year.', '2023-06')).toEqual([
      'Yesterday → ?',
      'last month → 2023-05',
      'last year → 2022',
    ]);
  });

  it('does not keep full dates from being read', () => {
    expect(dates('On 8 March 2022 and in 1987.', null)).toEqual([
      '8 March 2022 → 2022-03-08',
      'in 1987 → 1987',
    ]);
  });
});
