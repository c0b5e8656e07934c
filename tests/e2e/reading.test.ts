/** A page that names people, places and events of the archive: badge, marks, card, panel; and the page untouched. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page, View } from '../../src/platform/node/drive/driven-browser.ts';
import {
  BROWSERS,
  cardOn,
  expectMarks,
  expectNoOverlay,
  hoverOver,
  type MarkedWords,
  type Story,
  startStory,
  textOf,
  textsOf,
  untouched,
} from './story.ts';

const URL = 'http://news.test/meetings.html';
const MARKS: MarkedWords = {
  person: [
    'Ismail Haniyeh',
    'Hossein Amir-Abdollahian',
    // Settled by the full name before it, and without the possessive after it.
    'Haniyeh',
    'Saleh al-Arouri',
    // Over the border of an element.
    'Yitzhak Rabin',
    'Rabin',
  ],
  organization: ['United Nations'],
  // Once: not the one in "Jerusalem Post". And "us" is nobody's name.
  place: ['Doha', 'Cairo', 'Jerusalem', 'US', 'West Bank'],
  // "talks", where the place and both who took part are named beside it.
  event: ['talks', 'Huwara shooting'],
};

describe.each(BROWSERS)('reading a page in $kind', ({ kind }) => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory(kind);
    page = await story.openRead(URL);
  });
  afterAll(() => story.end());

  it('counts the names on the badge, and says so in words', async () => {
    await expect.poll(() => story.browser.badge(page)).toEqual({ text: '12', title: 'Backstory: 12 names' });
  });

  it('marks exactly the names', async () => {
    await expectMarks(page, MARKS);
  });

  it('leaves the DOM of the page alone', async () => {
    expect(await untouched(page)).toEqual({ changes: 0, same: true });
  });

  it('opens a card where the pointer rests on a mark', async () => {
    await hoverOver(page, 'Haniyeh’s');
    const card = await cardOn(page, 'Ismail Haniyeh');
    expect(await textOf(card, '.fact-description')).toMatch(
      /^Palestinian politician .+ en\.wikipedia\.org, .*2026$/,
    );
    expect(await textOf(card, '.why')).toBe(
      'Matched by a short form, “Haniyeh”, and the full name elsewhere.',
    );
    // The archive's only article about him prints no date, so nothing is called the earliest.
    expect(await textsOf(card, '.passage-label')).toEqual([]);
    expect(await textOf(card, '[data-testid=provenance]')).toMatch(
      /^Workers Revolutionary Party · no date printed/,
    );
    const isNameSeen = await card.evaluate(() => {
      const snippet = document.querySelector('[data-testid=snippet]')?.getBoundingClientRect();
      const name = document.querySelector('[data-testid=snippet] mark')?.getBoundingClientRect();
      return snippet !== undefined && name !== undefined && name.bottom <= snippet.bottom;
    });
    expect(isNameSeen).toBe(true);
    expect(await textOf(card, '.card-counts')).toMatch(/^From the bundled archive alone\./);
  });

  it('closes it with Esc, and the page is as it was', async () => {
    await page.press('Escape');
    await expectNoOverlay(page);
    expect((await untouched(page)).same).toBe(true);
  });

  it('opens a card for a link reached by keyboard', async () => {
    await page.evaluate(() => scrollTo(0, 0));
    await page.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('link');
    const card = await cardOn(page, 'Saleh al-Arouri');
    expect((await datedPassages(card))[0]?.provenance).toMatch(/^Islam Times · /);
    await page.press('Escape');
    await expectNoOverlay(page);
  });

  it('shows earliest and newest where two dates are printed', async () => {
    await hoverOver(page, 'West Bank');
    const card = await cardOn(page, 'West Bank');
    const dated = await datedPassages(card);
    expect(dated.map(({ label }) => label)).toEqual(['Earliest dated', 'Newest dated']);
    expect(dated[0]?.provenance).toContain('2022');
    expect(dated[1]?.provenance).toContain('2023');
  });

  // Chromium opens its side panel; Firefox lets no frame in a page open the sidebar.
  if (kind === 'firefox')
    it('opens the panel from a card in a tab of its own, about the page that the card stands in', async () => {
      const card = await cardOn(page, 'West Bank');
      await card.click('.card-foot .link-button');
      const panel = await story.browser.waitForPage('sidepanel.html');
      await panel.waitFor(() =>
        document.querySelector('.page-title')?.textContent?.includes('Notes on meetings'),
      );
      await panel.waitFor(() => document.querySelector('#part')?.textContent?.includes('West Bank'));
      await panel.close();
      await page.activate();
      await hoverOver(page, 'West Bank');
    });

  it('keeps the card while the pointer goes to it, and closes it soon after it leaves', async () => {
    const card = await cardOn(page, 'West Bank');
    await card.hover('.card-title');
    const opened = await page.evaluate(() => performance.now());
    await page.waitFor((since) => performance.now() - since > 700, {}, opened);
    expect(await textOf(card, '.card-title')).toBe('West Bank');
    await page.hoverAt({ x: 5, y: 5 });
    await expectNoOverlay(page);
    expect((await untouched(page)).same).toBe(true);
  });

  it('lists names and passages in the panel, and jumps to the place of a name', async () => {
    await page.evaluate(() => scrollTo(0, 0));
    const panel = await story.browser.openSidePanel(page);
    await panel.click('[data-testid=tab-mentions]');
    await panel.waitFor(() => document.querySelector('[data-testid=name-row]'));
    expect((await textsOf(panel, '[data-testid=name-label]')).slice(0, 2)).toEqual([
      'Ismail Haniyeh',
      'Yitzhak Rabin',
    ]);
    expect(await textsOf(panel, '.kind-title')).toEqual(['People', 'Organisations', 'Places', 'Events']);
    await panel.evaluate(() => {
      const rows = [...document.querySelectorAll<HTMLElement>('[data-testid=name-row]')];
      rows.find((row) => row.innerText.includes('Rabin'))?.setAttribute('id', 'wanted');
    });
    await panel.click('#wanted');
    const shown = await page.waitFor(
      () => {
        const [range] = CSS.highlights.get('backstory-reveal') ?? [];
        return range && { words: range.startContainer.nodeValue, isJumped: scrollY > 500 };
      },
      { what: 'the place to be shown' },
    );
    expect(shown.words).toBe('Yitzhak');
    await page.waitFor(() => scrollY > 500, { what: 'the page to be scrolled to it' });
    await page.waitFor(() => !CSS.highlights.has('backstory-reveal'), { what: 'the light to go out' });

    await panel.click('[data-testid=tab-passages]');
    await panel.waitFor(() => document.querySelectorAll('[data-testid=passage]').length > 3);
    for (const line of await textsOf(panel, '[data-testid=passage] [data-testid=provenance]')) {
      expect(line).toMatch(/^.+ · (?:no date printed|.*20\d\d)/);
    }
    expect((await untouched(page)).same).toBe(true);
    await panel.close();
  });
});

async function datedPassages(card: View): Promise<{ label: string; provenance: string }[]> {
  await card.waitFor(() => document.querySelector('.entity-passages'));
  const labels = await textsOf(card, '.passage-label');
  const provenances = await textsOf(card, '[data-testid=provenance]');
  return labels.map((label, index) => ({ label, provenance: provenances[index] as string }));
}
