import { describe, expect, it } from 'vitest';
import { parseHeaderLine } from '../../../src/capture/header-lines.ts';

describe('a header line', () => {
  it.each([
    'Published: 3 May 2021 10:05 GMT',
    'Monday, May 3, 2021 | 10:05 am',
    '3 May 2021',
    '2021-05-03T10:05:00Z',
    'Publié le 3 mai 2021 - 10:05',
    'Veröffentlicht am 3. Mai 2021',
    'Опубликовано 3 мая 2021 г.',
    'التاريخ: 3 مايو 2021',
    'פורסם ב-3 במאי 2021',
    'Last updated: 4 May 2021 - Published: 3 May 2021',
    '3-MAY-2021 11:41:56.31',
  ])('that gives a date: %s', (line) => {
    expect(parseHeaderLine(line)).toMatchObject({ kind: 'date', date: '2021-05-03' });
  });

  it.each([
    ['By Jane Doe', ['Jane Doe']],
    ['BY JANE DOE', ['JANE DOE']],
    ['By Jane Doe in London', ['Jane Doe']],
    ['By Jane Doe, Arts Correspondent', ['Jane Doe']],
    ['By Jane Doe, John Roe and Ann Poe', ['Jane Doe', 'John Roe', 'Ann Poe']],
    ['By Staff, Agencies', ['Staff, Agencies']],
    ['By The Associated Press', ['The Associated Press']],
    ['Von Jana Schmidt', ['Jana Schmidt']],
    ['بقلم: سلمى حداد', ['سلمى حداد']],
    ['By Jane Doe | 3 May 2021', ['Jane Doe']],
  ])('that gives a byline: %s', (line, author) => {
    expect(parseHeaderLine(line)).toMatchObject({ kind: 'byline', author });
  });

  it.each([
    'By noon the bridge was open.',
    'By the numbers: how the bridge was built',
    'The bridge was opened on 3 May 2021',
    'Saturday, 26 February',
    'Source of the river found in the hills',
    'Bridge opens',
  ])('is not: %s', (line) => {
    expect(parseHeaderLine(line)).toBeNull();
  });

  it.each([
    ['Source: Coast Herald Online', 'Coast Herald Online'],
    ['This article was originally published by the Coast Herald.', 'Coast Herald'],
    ['المصدر: صحيفة الميناء', 'صحيفة الميناء'],
  ])('that names a source: %s', (line, name) => {
    expect(parseHeaderLine(line)).toEqual({ kind: 'source', name });
  });
});
