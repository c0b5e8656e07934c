import { describe, expect, it } from 'vitest';
import { findDays } from '../../../../src/capture/html/find-days.ts';
import { bridgePage, draftOf, PARAGRAPHS, read } from './page.ts';

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
    ['ar', '8 كانون الثاني 2023', '2023-01-08'],
    ['ar', '8 غشت 2023', '2023-08-08'],
    ['th', '8 ม.ค. 66', '2023-01-08'],
    ['th', '8/1/66', '2023-01-08'],
    ['ps', '۱۷ کب ۱۴۰۱', '2023-03-08'],
    ['vi', '8 thg 3, 2023', '2023-03-08'],
    ['ca', '8 d’abril del 2023', '2023-04-08'],
    ['id', '8 Agt 2023', '2023-08-08'],
    ['en', '11/19/19 06:56 AM EST', '2019-11-19'],
  ])('%s: %s', (language, text, date) => {
    expect(findDays(text, { language, first: language === 'en' ? null : 'day' })[0]?.date).toBe(date);
  });

  it.each([
    ['either of two days', 'en', '03/05/2021'],
    ['no day of the calendar', 'en', '31 February 2023'],
    ['a year of Nepal’s calendar', 'ne', '२०७९/११/२४'],
    ['a year of the Hijra', 'ar', '15 شعبان 1444'],
    ['a telephone number', 'en', '2023-555-0199'],
    ['either of two days of a short year', 'en', '03/05/21'],
    ['a year first and short', 'ko', '21. 12. 28.'],
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

  it('is the neighbour that a page prints only where the hour allows it', () => {
    const head = (time: string) => `<meta property="article:published_time" content="2023-03-09T${time}Z">`;
    const above = (day: number) => `<p class="date">March ${day}, 2023</p>`;
    expect(draftOf(bridgePage({ head: head('00:04:00'), above: above(10) })).datePublished).toBe(
      '2023-03-09',
    );
    expect(draftOf(bridgePage({ head: head('22:00:00'), above: above(10) })).datePublished).toBe(
      '2023-03-10',
    );
  });

  it('is told by words, and by the label beside a mark', () => {
    const below = '<p>Der Beitrag wurde am Mittwoch, den 8. März 2023 um 15:21 Uhr veröffentlicht.</p>';
    expect(draftOf(bridgePage({ root: '<html lang="de">', below })).datePublished).toBe('2023-03-08');
    const above =
      '<div><span>Updated <time datetime="2023-04-01">1 April</time></span> <span>First printed <time datetime="2023-03-08">8 March</time></span></div>';
    expect(draftOf(bridgePage({ above })).datePublished).toBe('2023-03-08');
  });

  it('is not that of the masthead, of a teaser or of a quoted post', () => {
    const others = `<header><span class="date">9 March 2023</span></header>
      <div><h3><a href="/other">Swimmers ask for longer opening hours</a></h3><time datetime="2023-03-10">10 March</time></div>`;
    const inside = '<blockquote>Nice bridge. <time datetime="2023-03-11">11 March 2023</time></blockquote>';
    const page = bridgePage({ inside, below: others }).replace('<nav>', `${others}<nav>`);
    expect(draftOf(page).datePublished).toBeNull();
  });

  it('is in the order that the page’s other dates give away', () => {
    const above = '<p class="date">03/05/2023</p>';
    expect(draftOf(bridgePage({ above, below: '<p>Next meeting: 25/06/2023</p>' })).datePublished).toBe(
      '2023-05-03',
    );
    expect(draftOf(bridgePage({ above, below: '<p>Next meeting: 06/25/2023</p>' })).datePublished).toBe(
      '2023-03-05',
    );
    expect(draftOf(bridgePage({ above })).datePublished).toBeNull();
  });

  it.each([
    ['https://gazette.example/n1/2023/0308/c12-345.html'],
    ['https://gazette.example/202303/08/bridge.html'],
    ['https://gazette.example/2023/mar/08/bridge'],
    ['https://gazette.example/2023-03-08/bridge'],
  ])('stands in the address %s', (url) => {
    expect(draftOf(bridgePage(), url).datePublished).toBe('2023-03-08');
  });

  it('is that of a change only where nothing else is printed', () => {
    const above = '<p class="updated">Updated 8 March 2023</p>';
    expect(draftOf(bridgePage({ above })).datePublished).toBe('2023-03-08');
  });

  it.each([
    [
      'a comment is older',
      { below: '<div class="comments"><p>5 May 2021</p><p>Nice bridge.</p></div>' },
      null,
    ],
    ['its address is filed under another month', {}, 'https://gazette.example/2020/05/old-bridge/'],
  ])('is not that of a change where %s', (_what, parts, url) => {
    const above = '<p class="updated">Updated 8 March 2023</p>';
    expect(draftOf(bridgePage({ above, ...parts }), url).datePublished).toBeNull();
  });

  it('is the older one that the system keeps, where the printed one is that of a change', () => {
    const head =
      '<meta property="article:modified_time" content="2023-03-08T10:00:00Z"><meta name="dcterms.created" content="2022-11-02">';
    const above = '<p class="date">8 March 2023</p>';
    expect(draftOf(bridgePage({ head, above })).datePublished).toBe('2022-11-02');
  });

  it('is what four other marks agree on, where one record alone says another', () => {
    const linked =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Old bridge opens to walkers","datePublished":"2021-01-01"}</script>';
    const head = `${linked}<script>window.page = {"publishedAt":"2023-03-08T09:00:00+01:00"}</script>`;
    const above = '<p class="date">8 March 2023</p><p><time datetime="2023-03-08">8 March 2023</time></p>';
    expect(draftOf(bridgePage({ head, above })).datePublished).toBe('2023-03-08');
    expect(draftOf(bridgePage({ head: linked, above: '<p>8 March 2023</p>' })).datePublished).toBe(
      '2021-01-01',
    );
  });

  it.each([
    ['de', '<div class="left">Author: <a href="/u/7"><b>bridgefan</b></a> am 08.03.2023, 13:36 Uhr</div>'],
    ['de', '<p>Beitrag von <a href="/u/7">bridgefan</a> » 08.03.2023, 05:42</p>'],
    ['en', '<p>// By Ana Costa • March 8, 2023</p>'],
    ['fr', '<p>Par Ana Costa, le 8 mars 2023</p>'],
  ])('is signed below the text (%s)', (language, below) => {
    const inside = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('');
    const page = bridgePage({ root: `<html lang="${language}">`, inside, below });
    expect(draftOf(page).datePublished).toBe('2023-03-08');
  });

  it.each([
    ['Registriert: 08.03.2009, 05:56'],
    ['Mitglied seit 08.03.2009'],
    ['Einsendeschluss: 08.03.2009'],
    ['Abgerufen am 08.03.2009'],
  ])('is not that of a line that says what else it is (%s)', (line) => {
    const page = bridgePage({ root: '<html lang="de">', above: `<div>${line}</div>` });
    expect(draftOf(page).datePublished).toBeNull();
  });

  it('is read from linked data that is not quite JSON, or stands with the page and not the article', () => {
    const broken =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Old "bridge"","datePublished":"2023-03-08"}</script>';
    expect(draftOf(bridgePage({ head: broken })).datePublished).toBe('2023-03-08');
    const graph =
      '<script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"Old bridge opens to walkers"},{"@type":"WebPage","url":"https://gazette.example/news/bridge","datePublished":"2023-03-08"}]}</script>';
    expect(draftOf(bridgePage({ head: graph })).datePublished).toBe('2023-03-08');
  });

  it('is read from a script’s data where nothing else says it', () => {
    const head = '<script>window.page = {"publishedAt":"2023-03-08T09:00:00+01:00"}</script>';
    expect(draftOf(bridgePage({ head })).datePublished).toBe('2023-03-08');
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
