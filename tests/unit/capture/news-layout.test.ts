import { describe, expect, it } from 'vitest';
import { layOutNews, type NewsLayout } from '../../../src/capture/news-layout.ts';

/** Invented articles on neutral subjects, in the shapes in which articles are copied from pages and wires. */
interface Case {
  readonly shape: string;
  readonly text: string;
  readonly expected: Partial<NewsLayout>;
}

const LEAD = 'The old harbour bridge was opened to walkers on Monday after two years of repairs.';
const MORE = '“We are glad it is done,” said Jane Miller, who runs the ferry office.';

const CASES: readonly Case[] = [
  {
    shape: 'headline, byline and date in one block',
    text: `Harbour bridge opens again\nBy Jane Doe\nPublished: 3 May 2021 10:05 GMT\n\n${LEAD}\n\n${MORE}\n`,
    expected: {
      headline: 'Harbour bridge opens again',
      author: ['Jane Doe'],
      datePublished: '2021-05-03' as never,
      publisher: null,
      articleBody: `${LEAD}\n\n${MORE}`,
    },
  },
  {
    shape: 'a masthead above the headline',
    text: `The Harbour Gazette\n\nBridge opens after two years of repairs\n\nBy Staff, Agencies\n\n${LEAD}\n\n${MORE}`,
    expected: {
      publisher: 'The Harbour Gazette',
      headline: 'Bridge opens after two years of repairs',
      author: ['Staff, Agencies'],
      datePublished: null,
      articleBody: `${LEAD}\n\n${MORE}`,
    },
  },
  {
    shape: 'a masthead that is an organisation',
    text: `Friends of the Library Association\n\nReading room gets new lamps\n\nVisitors pictured under the new lamps on April 2nd\n\nThe reading room has new lamps.\nThey were paid for by readers.`,
    expected: {
      publisher: 'Friends of the Library Association',
      headline: 'Reading room gets new lamps',
      captions: ['Visitors pictured under the new lamps on April 2nd'],
      datePublished: null,
      articleBody: 'The reading room has new lamps.\nThey were paid for by readers.',
    },
  },
  {
    shape: 'a name above the headline that may be anybody’s',
    text: `Le Monde\n\nOld harbour bridge opened to walkers\n\n${LEAD}`,
    expected: { publisher: null, headline: 'Old harbour bridge opened to walkers', articleBody: LEAD },
  },
  {
    shape: 'a source that is nobody in particular',
    text: `By Jane Doe\nSource: Agencies\n\n${LEAD}`,
    expected: { publisher: null, republishedFrom: 'Agencies', author: ['Jane Doe'] },
  },
  {
    shape: 'a date line with the time of its last update behind it',
    text: `Bridge opens\nThursday, 17 March 2022 7:31 PM [ Last Update: Friday, 18 March 2022 7:44 PM ]\nStory Code : 1078214\n\n${LEAD}`,
    expected: { headline: 'Bridge opens', datePublished: '2022-03-17' as never, articleBody: LEAD },
  },
  {
    shape: 'a headline that begins with an organisation’s name is no masthead',
    text: 'Library Association Elects Chair\n\nMembers meet in the old town hall\n\nThe Library Association elected a chair. Members met in the town hall.',
    expected: { publisher: null, headline: 'Library Association Elects Chair' },
  },
  {
    shape: 'a blog’s own date line over the outlet’s',
    text: ` date 2021-05-04 Posted on by bridgewatcher\n\n3 May 2021\n\nSource: Coast Herald Online\n\nBy Coast Herald Weekend\n\n${LEAD}\n\nThe bridge (Archive)\n\n${MORE}\n\nLibrary to open on Sundays from the first week of June\n\nTown council votes for a new market hall by the river\n`,
    expected: {
      headline: null,
      publisher: 'Coast Herald',
      author: ['Coast Herald Weekend'],
      datePublished: '2021-05-03' as never,
      republishedFrom: 'Coast Herald Online',
      republishedBy: 'bridgewatcher',
      captions: ['The bridge (Archive)'],
      articleBody: `${LEAD}\n\n${MORE}`,
    },
  },
  {
    shape: 'a post’s date where no other is printed',
    text: `Bridge opens again\n\nPosted on March 9, 2023 by riverwalker\n\n${LEAD}\n\n${MORE}\n\nShare this:\n\nTwitter\nFacebook\n\nLike this:\n\nLoading...\n`,
    expected: {
      headline: 'Bridge opens again',
      publisher: 'riverwalker',
      datePublished: '2023-03-09' as never,
      articleBody: `${LEAD}\n\n${MORE}`,
    },
  },
  {
    shape: 'label, date and outlet before the first word',
    text: ` date 2023-08-28 Coast Times - ${LEAD}\n\n${MORE}`,
    expected: {
      headline: null,
      publisher: 'Coast Times',
      datePublished: '2023-08-28' as never,
      boilerplate: [' date 2023-08-28 Coast Times - '],
      articleBody: `${LEAD}\n\n${MORE}`,
    },
  },
  {
    shape: 'a labelled date with a time before the first word',
    text: `Date : 2021-05-03 10:05:00 - ${LEAD}\n\n${MORE}`,
    expected: { datePublished: '2021-05-03' as never, publisher: null, articleBody: `${LEAD}\n\n${MORE}` },
  },
  {
    shape: 'an agency in brackets before the first word',
    text: `Bridge opens\n\n(Coast News Agency) — ${LEAD}\n\n${MORE}`,
    expected: { headline: 'Bridge opens', publisher: 'Coast News Agency', articleBody: `${LEAD}\n\n${MORE}` },
  },
  {
    shape: 'a dateline with a place, whose year is not printed',
    text: `Bridge opens\n\nLONDON, May 3 (Reuters) - ${LEAD}\n\n${MORE}\n\n(Reporting by Jane Doe; Editing by John Roe)\n`,
    expected: {
      publisher: 'Reuters',
      datePublished: null,
      author: ['Jane Doe'],
      articleBody: `LONDON, May 3 (Reuters) - ${LEAD}\n\n${MORE}`,
    },
  },
  {
    shape: 'a headline printed twice around its date, an error at the foot',
    text: `New lamps for the reading room\n\n2022-03-17 19:31:20\nNew lamps for the reading room\n\n${LEAD}\n\n${MORE}\n\n\nError! Error occured!`,
    expected: {
      headline: 'New lamps for the reading room',
      datePublished: '2022-03-17' as never,
      articleBody: `${LEAD}\n\n${MORE}`,
    },
  },
  {
    shape: 'no header at all',
    text: `${LEAD}\n\n${MORE}`,
    expected: {
      headline: null,
      publisher: null,
      author: [],
      datePublished: null,
      articleBody: `${LEAD}\n\n${MORE}`,
    },
  },
  {
    shape: 'a date that the text only implies',
    text: 'Market hall turns fifty\n\nThe market hall was opened on 3 May 1971. Fifty years later it is full.',
    expected: { headline: 'Market hall turns fifty', datePublished: null },
  },
  {
    shape: 'an Arabic article',
    text: 'افتتاح الجسر القديم في الميناء\n\nالتاريخ: 8 آذار/مارس 2023\nالمصدر: صحيفة الميناء\nبقلم: سلمى حداد\n\nافتتح الجسر القديم يوم الأربعاء بعد عامين من الترميم.\n\nوقالت البلدية إن الزوار سعداء بذلك.\n\nاقرأ أيضا: مكتبة جديدة في المدينة',
    expected: {
      headline: 'افتتاح الجسر القديم في الميناء',
      datePublished: '2023-03-08' as never,
      publisher: 'صحيفة الميناء',
      republishedFrom: 'صحيفة الميناء',
      author: ['سلمى حداد'],
      articleBody:
        'افتتح الجسر القديم يوم الأربعاء بعد عامين من الترميم.\n\nوقالت البلدية إن الزوار سعداء بذلك.',
    },
  },
  {
    shape: 'section label, reading time, cookie notice and copyright',
    text: `World > Europe\nBridge opens again\nJane Doe and John Roe walked across it\n3 min read\nWe use cookies to improve your visit. Learn more.\n\n${LEAD}\n\nAdvertisement\n\n${MORE}\n\n© 2023 Harbour Gazette. All rights reserved.`,
    expected: {
      headline: 'Bridge opens again',
      publisher: 'Harbour Gazette',
      articleBody: `Jane Doe and John Roe walked across it\n\n${LEAD}\n\n${MORE}`,
    },
  },
  {
    shape: 'two authors, an outlet behind the byline, an outlet behind the headline',
    text: `Bridge opens again | Coast Herald\nBy Jane Doe and John Roe, Coast Herald\nUpdated: 5 May 2021\nPublished: 3 May 2021\n\n${LEAD}\n\n${MORE}`,
    expected: {
      headline: 'Bridge opens again',
      publisher: 'Coast Herald',
      author: ['Jane Doe', 'John Roe'],
      datePublished: '2021-05-03' as never,
      republishedFrom: null,
    },
  },
  {
    shape: 'a wire text wrapped at a fixed width',
    text: '    HARBOUR BRIDGE OPENS AGAIN\n\n    The old harbour bridge was opened to walkers on Monday after\ntwo years of repairs. The town had waited for it, said the mayor,\nand it was worth it.\n    A second bridge is planned for the\nnext year.\n',
    expected: {
      headline: 'HARBOUR BRIDGE OPENS AGAIN',
      articleBody:
        'The old harbour bridge was opened to walkers on Monday after\ntwo years of repairs. The town had waited for it, said the mayor,\nand it was worth it.\n    A second bridge is planned for the\nnext year.',
    },
  },
  {
    shape: 'related links under their own heading',
    text: `Bridge opens again\n\n${LEAD}\n\n${MORE}\n\nRelated articles\n\nNew market hall\n\nExit mobile version`,
    expected: { articleBody: `${LEAD}\n\n${MORE}` },
  },
];

describe('the layout of a news article', () => {
  it.each(CASES)('is read from $shape', ({ text, expected }) => {
    expect(layOutNews(text)).toMatchObject(expected);
  });

  it('keeps a last sentence that was cut off', () => {
    const text = `Bridge opens\n\n${LEAD}\n\nThe mayor said that the next`;
    expect(layOutNews(text).articleBody).toBe(`${LEAD}\n\nThe mayor said that the next`);
  });

  it('keeps a list of short items at the end of the text', () => {
    const text = `Prizes for gardens\n\nThe prizes went to five gardens.\n\nBest roses - Mill Lane\n\nBest hedge - Church Row`;
    expect(layOutNews(text).articleBody).toMatch(/Best hedge - Church Row$/);
  });

  it('keeps subheadings inside the text', () => {
    const text = `Bridge opens\n\n${LEAD}\n\nA second bridge is planned\n\n${MORE}`;
    expect(layOutNews(text).articleBody).toContain('\n\nA second bridge is planned\n\n');
  });

  it('turns every line break into a line feed and changes nothing else', () => {
    expect(layOutNews(`Bridge opens\r\n\r\n${LEAD}\r\r${MORE}`).articleBody).toBe(`${LEAD}\n\n${MORE}`);
  });

  it('never leaves a text without a body', () => {
    expect(layOutNews('Bridge opens').articleBody).toBe('Bridge opens');
    expect(layOutNews('By Jane Doe\n3 May 2021').articleBody).not.toBe('');
  });

  it('does not take the day before the month for the month before the day', () => {
    expect(layOutNews(`Bridge opens\n03/05/2021\n\n${LEAD}`).datePublished).toBeNull();
    expect(layOutNews(`Bridge opens\n23/05/2021\n\n${LEAD}`).datePublished).toBe('2021-05-23');
  });
});
