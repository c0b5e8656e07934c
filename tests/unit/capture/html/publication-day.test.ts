import { describe, expect, it } from 'vitest';
import { findDays } from '../../../../src/capture/html/find-days.ts';
import { bridgePage, draftOf, read } from './page.ts';

describe('dates printed on pages', () => {
  it.each([
    ['en', 'March 8, 2023', '2023-03-08'],
    ['en', '8th of March 2023', '2023-03-08'],
    ['de', '8. März 2023', '2023-03-08'],
    ['fr', '8 mars 2023', '2023-03-08'],
    ['es', '8 de marzo de 2023', '2023-03-08'],
    ['pt', '8 de março de 2023', '2023-03-08'],
    ['it', '8 marzo 2023', '2023-03-08'],
    ['nl', '8 maart 2023', '2023-03-08'],
    ['pl', '8 marca 2023', '2023-03-08'],
    ['ru', '8 марта 2023', '2023-03-08'],
    ['uk', '8 березня 2023', '2023-03-08'],
    ['tr', '8 Mart 2023', '2023-03-08'],
    ['el', '8 Μαρτίου 2023', '2023-03-08'],
    ['ar', '٨ مارس ٢٠٢٣', '2023-03-08'],
    ['ar', '8 آذار 2023', '2023-03-08'],
    ['he', '8 במרץ 2023', '2023-03-08'],
    ['hi', '८ मार्च २०२३', '2023-03-08'],
    ['hu', '2023. március 8.', '2023-03-08'],
    ['ja', '2023年3月8日', '2023-03-08'],
    ['ko', '2023년 3월 8일', '2023-03-08'],
    ['id', '8 Maret 2023', '2023-03-08'],
    ['vi', '8/3/2023', '2023-03-08'],
    ['th', '8 มีนาคม 2566', '2023-03-08'],
    ['th', '8 มี.ค. 2566', '2023-03-08'],
    ['fa', '۱۷ اسفند ۱۴۰۱', '2023-03-08'],
    ['fa', '۱۴۰۱/۱۲/۱۷', '2023-03-08'],
    ['fa-AF', '۱۷ حوت ۱۴۰۱', '2023-03-08'],
    ['ja', '令和5年3月8日', '2023-03-08'],
    ['zh', '二〇二三年三月八日', '2023-03-08'],
    ['zh-TW', '民國112年3月8日', '2023-03-08'],
    ['vi', 'ngày 8 tháng 3 năm 2023', '2023-03-08'],
    ['ar', '08\u200f/03\u200f/2023', '2023-03-08'],
    ['ar', 'الأربعاء 8 مارس/آذار 2023', '2023-03-08'],
    ['ur', '8 مارچ، 2023', '2023-03-08'],
    ['bn', '৮ মার্চ ২০২৩', '2023-03-08'],
    ['lv', '2023. gada 8. marts', '2023-03-08'],
    ['mn', '2023 оны 3 сарын 8', '2023-03-08'],
    ['it', '08/03/23', '2023-03-08'],
    ['el', '8 ΜΑΡΤΙΟΥ 2023', '2023-03-08'],
    ['tr', '8 KASIM 2023', '2023-11-08'],
    ['de', '8. Mrz. 2023', '2023-03-08'],
  ])('%s: %s', (language, text, date) => {
    expect(findDays(text, { language, first: language === 'en' ? null : 'day' })[0]?.date).toBe(date);
  });

  it.each([
    ['either of two days', 'en', '03/05/2021'],
    ['no day of the calendar', 'en', '31 February 2023'],
    ['a year of Nepal’s calendar', 'ne', '२०७९/११/२४'],
    ['a year of the Hijra', 'ar', '15 شعبان 1444'],
    ['a telephone number', 'en', '2023-555-0199'],
  ])('are none where the figures are %s', (_, language, text) => {
    expect(findDays(text, { language, first: null })).toEqual([]);
  });
});

describe('the day of publication', () => {
  it('is the published day, not the day of a change', () => {
    const head =
      '<meta property="article:modified_time" content="2023-04-01T10:00:00Z"><meta property="article:published_time" content="2023-03-08T10:00:00Z">';
    expect(draftOf(bridgePage({ head })).datePublished).toBe('2023-03-08');
    const above = '<p class="date">Updated 1 April 2023</p><p class="date">Published 8 March 2023</p>';
    expect(draftOf(bridgePage({ above })).datePublished).toBe('2023-03-08');
  });

  it('is the printed day where a stamp in universal time falls on the next', () => {
    const head = '<meta property="article:published_time" content="2023-03-09T01:30:00Z">';
    expect(draftOf(bridgePage({ head, above: '<p class="date">March 8, 2023</p>' })).datePublished).toBe(
      '2023-03-08',
    );
  });

  it('is read near the headline, and in the address', () => {
    expect(draftOf(bridgePage({ above: '<div>Harbour Town, 8 March 2023</div>' })).datePublished).toBe(
      '2023-03-08',
    );
    expect(draftOf(bridgePage(), 'https://gazette.example/2023/03/08/bridge').datePublished).toBe(
      '2023-03-08',
    );
  });

  it.each([
    ['nothing prints one', {}],
    [
      'only the rights notice does',
      { below: '<footer>© 2001–2023 Harbour Gazette, 1 January 2023</footer>' },
    ],
    [
      'only the comments do',
      {
        below:
          '<div class="comments"><p><time datetime="2023-05-01">1 May 2023</time> Nice bridge.</p></div>',
      },
    ],
    [
      'only other articles do',
      { below: '<aside><a href="/a">Rain</a> <time datetime="2023-05-01">1 May 2023</time></aside>' },
    ],
    [
      'only the text speaks of one',
      {
        inside:
          '<p>The first stone was laid on 12 May 1999, and a second one in the autumn of that year, as the archive of the town shows.</p>',
      },
    ],
  ])('is unknown where %s', (_, parts) => {
    expect(draftOf(bridgePage(parts)).datePublished).toBeNull();
  });

  it('is never after the capture', () => {
    const above = '<p class="date">8 March 2033</p>';
    const reading = read(bridgePage({ above }), null, '2023-03-09T00:00:00Z');
    expect(reading.ok && reading.draft.datePublished).toBeNull();
  });
});
