import { describe, expect, it } from 'vitest';
import { findDates } from '../../../src/text/find-dates.ts';

/** What is found, as `words → from..to`. */
function dates(text: string): string[] {
  return findDates(text).map((date) => {
    const words = text.slice(date.start, date.end);
    if (date.kind === 'yearless') {
      return `${words} → ${date.from.month}/${date.from.day}..${date.to.month}/${date.to.day}`;
    }
    return `${words} → ${date.from}..${date.to}`;
  });
}

describe('dates with a year', () => {
  it.each([
    ['on 8 Mar 2023 in', '8 Mar 2023', '2023-03-08'],
    ['on March 8, 2023, in', 'March 8, 2023', '2023-03-08'],
    ['on March 8,\n2023 in', 'March 8,\n2023', '2023-03-08'],
    ['Sept. 3, 2021', 'Sept. 3, 2021', '2021-09-03'],
    ['the 7 October 2023 report', '7 October 2023', '2023-10-07'],
    ['the 7th of October 2023', '7th of October 2023', '2023-10-07'],
    ['26-FEB-1987 15:01', '26-FEB-1987', '1987-02-26'],
    ['(2023-03-08)', '2023-03-08', '2023-03-08'],
    ['2022-03-17 19:31:20', '2022-03-17 19:31:20', '2022-03-17'],
    ['2021-05-03T10:05:00Z', '2021-05-03T10:05:00Z', '2021-05-03'],
    ['2021/5/3', '2021/5/3', '2021-05-03'],
    ['am 3.5.2021', '3.5.2021', '2021-05-03'],
    ['23/05/2021', '23/05/2021', '2021-05-23'],
    ['since May 2021', 'May 2021', '2021-05'],
    ['le 8 mars 2023', '8 mars 2023', '2023-03-08'],
    ['le 1er août 2023', '1er août 2023', '2023-08-01'],
    ['am 8. März 2023', '8. März 2023', '2023-03-08'],
    ['el 8 de marzo de 2023', '8 de marzo de 2023', '2023-03-08'],
    ['8 марта 2023 года', '8 марта 2023', '2023-03-08'],
    ['في 8 آذار 2023', '8 آذار 2023', '2023-03-08'],
    ['في ٨ مارس ٢٠٢٣', '٨ مارس ٢٠٢٣', '2023-03-08'],
    ['8 آذار/مارس 2023', '8 آذار/مارس 2023', '2023-03-08'],
    ['17 تشرين الأول 2023', '17 تشرين الأول 2023', '2023-10-17'],
    ['ב-8 במרץ 2023', '8 במרץ 2023', '2023-03-08'],
  ])('are found in “%s”', (text, words, date) => {
    expect(dates(text)).toEqual([`${words} → ${date}..${date}`]);
  });

  it('may span days', () => {
    expect(dates('from 24 to 30 November 2023')).toEqual(['24 to 30 November 2023 → 2023-11-24..2023-11-30']);
    expect(dates('March 8-10, 2023')).toEqual(['March 8-10, 2023 → 2023-03-08..2023-03-10']);
    expect(dates('24 November to 3 December 2023')).toEqual([
      '24 November to 3 December 2023 → 2023-11-24..2023-12-03',
    ]);
  });
});

describe('dates without a year', () => {
  it('stay without one', () => {
    expect(dates('On October 7th, after')).toEqual(['October 7th → 10/7..10/7']);
    expect(dates('from 24 to 30 November.')).toEqual(['24 to 30 November → 11/24..11/30']);
    expect(dates('On March 7, occupation')).toEqual(['March 7 → 3/7..3/7']);
    expect(dates('Friday, 25 February\n\n2000 GMT')).toEqual(['25 February → 2/25..2/25']);
    expect(dates('29 February')).toEqual(['29 February → 2/29..2/29']);
  });
});

describe('what is no date', () => {
  it.each([
    'in 2023',
    'in March',
    'he may 3 times',
    'they march 8 miles',
    '03/05/2021',
    '31 February 2021',
    'version 1.2.2021.4',
    'May I come in?',
    'Marches 2000',
  ])('“%s”', (text) => {
    expect(dates(text)).toEqual([]);
  });
});
