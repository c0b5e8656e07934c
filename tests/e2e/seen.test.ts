/** A page with sentences that were printed before: marks of their own, the tooltip, the card, the panel, the reader. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page, View } from '../../src/platform/node/drive/driven-browser.ts';
import {
  BROWSERS,
  cardOn,
  expectNoOverlay,
  hoverOver,
  type Story,
  select,
  startStory,
  textOf,
  textsOf,
  untouched,
} from './story.ts';

const URL = 'http://news.test/seen.html';
/** A bundled article whose sentences another one prints too. */
const ARCHIVED = 'seeds/articles/002_934f7fc53310a746.txt';
const SENTENCES = [
  'Arouri said that they are closely discussing the prospects of the war with all relevant parties',
  'If we reach the point of an all-out confrontation, Israel will face an unprecedented defeat in its history, and we are confident of that',
];

/** The marked sentences in reading order, as the page itself can list them. */
function sentencesOn(page: View): Promise<string[]> {
  return page.evaluate(() => {
    const ranges = [...(CSS.highlights.get('backstory-reused') ?? [])].map((marked) => {
      const range = document.createRange();
      range.setStart(marked.startContainer, marked.startOffset);
      range.setEnd(marked.endContainer, marked.endOffset);
      return range;
    });
    ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    return ranges.map((range) => String(range).replace(/\s+/g, ' '));
  });
}

describe.each(BROWSERS)('a page with reused sentences in $kind', ({ kind }) => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory(kind);
    page = await story.openRead(URL);
  });
  afterAll(() => story.end());

  it('marks exactly these sentences, over the borders of elements, and leaves the page alone', async () => {
    await expect.poll(() => sentencesOn(page), { timeout: 10_000 }).toEqual(SENTENCES);
    expect(await untouched(page)).toEqual({ changes: 0, same: true });
  });

  it('says names and sentences in the tooltip', async () => {
    await expect
      .poll(() => story.browser.badge(page))
      .toEqual({ text: '2', title: 'Backstory: 2 names, 2 sentences printed before' });
  });

  it('opens a card with the first printing, how many others there are, and what kind of evidence', async () => {
    await hoverOver(page, 'discussing the prospects');
    const card = await cardOn(page, 'Printed before');
    expect(await textOf(card, '.passage-label')).toBe('Earliest in this archive · word for word');
    expect(await textOf(card, '[data-testid=provenance]')).toMatch(/^Islam Times · .*2023/);
    expect(await textOf(card, '.card-title + .fact, header + .fact')).toBe('1 more without a printed date');
    await page.press('Escape');
    await expectNoOverlay(page);
  });

  it('opens the card of a name where a name stands inside a sentence', async () => {
    await hoverOver(page, 'Arouri');
    await cardOn(page, 'Saleh al-Arouri');
    await page.press('Escape');
    await expectNoOverlay(page);
    expect((await untouched(page)).same).toBe(true);
  });

  describe('in the panel', () => {
    let panel: View;
    beforeAll(async () => {
      await page.evaluate(() => scrollTo(0, 0));
      panel = await story.browser.openSidePanel(page);
      await panel.waitFor(() => document.querySelector('[data-testid=tab-seen]'));
      await panel.click('[data-testid=tab-seen]');
      await panel.waitFor(() => document.querySelector('[data-testid=seen]'));
    });
    afterAll(() => panel.close());

    it('tells the share with the sentences, each with its earliest printing', async () => {
      expect(await textOf(panel, '[data-testid=seen-share]')).toMatch(
        /^2 sentences on this page were printed before \(2 word for word\): \d\d ?% of the page’s words\.$/,
      );
      expect(await textsOf(panel, '[data-testid=seen-sentence] .seen-words')).toEqual(SENTENCES);
      for (const first of await textsOf(panel, '.seen-first')) {
        expect(first).toMatch(/^Earliest in this archive: Islam Times · .*2023 · word for word$/);
      }
    });

    it('jumps to a sentence on the page', async () => {
      await panel.evaluate(() => document.querySelectorAll<HTMLElement>('.seen-words')[1]?.click());
      await page.waitFor(() => scrollY > 500, { what: 'the page to be scrolled to it' });
      await page.waitFor(() => CSS.highlights.has('backstory-reveal'), { what: 'the sentence to be lit' });
    });

    it('opens all printings of a sentence, undated ones apart, in one text or side by side', async () => {
      await panel.click('[data-testid=seen-printings]');
      await panel.waitFor(() => document.querySelectorAll('[data-testid=printing]').length === 2);
      expect(await textsOf(panel, '[data-testid=printing] .passage-label')).toEqual([
        'Earliest in this archive · word for word',
        'Reworded · 1 word added, 5 words missing',
      ]);
      expect(await textOf(panel, '.lineage-undated')).toBe('No date printed, so not in this order');
      const printed = '[data-testid=printing][data-role=undated] .snippet';
      expect((await textOf(panel, printed)).replace(/missing here |added here /g, '')).toMatch(
        /^“We are preparing for an all-out war, and we .*are closely discussing .* with all relevant parties\.”$/,
      );
      expect(await textOf(panel, `${printed} [data-testid=shared-part]`)).not.toContain('all-out war');
      await panel.click('[data-testid=compare-sides]');
      const sides = await textsOf(panel, '[data-testid=printing][data-role=undated] .side');
      expect(sides.map((side) => side.replace(/missing here |added here /g, ''))).toEqual([
        `These words ${SENTENCES[0]}`,
        'As printed are closely discussing the prospects of this war with all relevant parties',
      ]);
    });

    it('draws their dates on a line, says it in words, and shows it as a table to who wants that', async () => {
      const said = await panel.evaluate(() =>
        document.querySelector('[data-testid=timeline] [role=img]')?.getAttribute('aria-label'),
      );
      expect(said).toMatch(/^Printings by date: 1 dated printing, .*2023, 1 undated printing$/);
      await panel.click('[data-testid=timeline-switch]');
      await panel.waitFor(() => document.querySelector('[data-testid=timeline-table]'));
      const rows = (await textsOf(panel, '[data-testid=timeline-table] tbody tr')).map((row) =>
        row.toLowerCase(),
      );
      expect(rows[0]).toMatch(/2023 islam times word for word$/);
      expect(rows[1]).toMatch(/^no date printed no outlet printed reworded/);
    });

    it('works without a pointer: down the sentences, on to their printings, open and shut', async () => {
      await panel.evaluate(() => document.querySelector<HTMLElement>('.seen-words')?.focus());
      const focused = () =>
        panel.evaluate(() => {
          const { activeElement } = document;
          const at = [...document.querySelectorAll('[data-testid=seen-sentence]')].findIndex((one) =>
            one.contains(activeElement),
          );
          return `${at} ${activeElement?.className} ${activeElement?.getAttribute('aria-expanded')}`;
        });
      // The first sentence's two printings lie between.
      for (let steps = 0; steps < 3; steps++) await panel.press('j');
      await expect.poll(focused).toBe('1 seen-words null');
      await panel.press('Tab');
      await expect.poll(focused).toBe('1 seen-open false');
      await panel.press('Enter');
      await expect.poll(focused).toBe('1 seen-open true');
      await panel.press('Enter');
      await expect.poll(focused).toBe('1 seen-open false');
    });
  });

  it('shows the lineage of a passage in the reader, and the sentence that was asked for', async () => {
    const { seen } = await story.reading(URL);
    const { provenance, passageId, start, end } = seen.sentences[0]!.printings[0]!;
    const reader = await story.browser.openExtensionPage(
      `reader.html?article=${provenance.articleId}&passage=${encodeURIComponent(passageId)}&part=${start}-${end}`,
    );
    await reader.waitFor(() => document.querySelectorAll('[data-testid=reprinted]').length > 3);
    expect((await textsOf(reader, '[data-testid=reader-passage]')).join(' ')).toBe(SENTENCES[0]);
    expect(await textOf(reader, '.article-tools .menu-anchor button')).toBe('Cite the highlighted words');
    expect((await textsOf(reader, '[data-testid=reprinted]'))[0]).toBe('Printed in 1 other article');
    await reader.click('[data-testid=reprinted] button');
    await reader.waitFor(() => document.querySelector('[data-testid=printing]'));
    expect(await textOf(reader, '[data-testid=printing] [data-testid=provenance]')).toMatch(
      /^no outlet printed · no date printed/,
    );
    await reader.close();
  });

  it('cites what is selected in the reader, and says so on the button', async () => {
    const { seen } = await story.reading(URL);
    const { provenance } = seen.sentences[0]!.printings[0]!;
    const reader = await story.browser.openExtensionPage(`reader.html?article=${provenance.articleId}`);
    const button = '.article-tools .menu-anchor button';
    expect(await textOf(reader, button)).toBe('Cite this article');
    await reader.evaluate(() => {
      navigator.clipboard.writeText = async (text) => {
        document.title = text;
      };
    });
    const words = 'closely discussing the prospects of the war';
    await select(reader, words);
    await reader.waitFor(
      (css) => document.querySelector<HTMLElement>(css)?.innerText.includes('Cite the selected words'),
      {},
      button,
    );
    await reader.click(button);
    await reader.click('[data-testid=cite-plain]');
    await reader.waitFor(() => document.title.startsWith('“'));
    expect(await reader.evaluate(() => document.title)).toBe(
      `“${words}” — words of Saleh al-Arouri, as printed by Islam Times · 2023-08-28`,
    );
    await reader.evaluate(() => {
      document.title = '';
    });
    await reader.press('c');
    await reader.waitFor((cited) => document.title.startsWith(`“${cited}”`), {}, words);
    await reader.close();
  });

  it('copies a citation in the form chosen last, says which, and has the others one click beside', async () => {
    const { seen } = await story.reading(URL);
    const { provenance } = seen.sentences[0]!.printings[0]!;
    const keepCopied = () => {
      navigator.clipboard.writeText = async (text) => {
        document.title = text;
      };
    };
    const reader = await story.browser.openExtensionPage(`reader.html?article=${provenance.articleId}`);
    await reader.evaluate(keepCopied);
    await reader.click('.article-tools .menu-anchor button');
    await reader.click('[data-testid=cite-bibtex]');
    await reader.waitFor(() => document.title.startsWith('@misc{islamtimes2023'));
    // The article, and none of its words.
    expect(await reader.evaluate(() => document.title)).not.toContain('note =');
    expect(await textOf(reader, '[data-testid=toast]')).toBe(
      'Citation copied: BibTeX. This form stays until you choose another.',
    );
    await reader.close();

    const popup = await story.browser.openExtensionPage('popup.html');
    await popup.evaluate(keepCopied);
    await popup.type('Arouri', '[data-testid=search-box]');
    await popup.waitFor(() => document.querySelector('[data-testid=passage] [data-testid=cite]'));
    await popup.click('[data-testid=passage] [data-testid=cite]');
    await popup.waitFor(() => document.title.startsWith('@misc{'));
    const said = '[data-testid=toast]';
    expect(await textOf(popup, said)).toBe(
      'Citation copied: BibTeX. Other forms: the arrow beside the button.',
    );
    await popup.click('[data-testid=passage] .cite-forms');
    await popup.click('[data-testid=passage] [data-testid=cite-plain]');
    await popup.waitFor(() => document.title.startsWith('“'));
    await popup.waitFor(
      (css) => document.querySelector(css)?.textContent?.startsWith('Citation copied: Plain text. This form'),
      {},
      said,
    );
    await popup.close();
  });

  it('says that a page is an archived article, and lists it nowhere as a printing of itself', async () => {
    const [, ...lines] = (await readFile(ARCHIVED, 'utf8')).split('\n').filter((line) => line.trim() !== '');
    const escaped = lines.map((line) => line.replace(/[<&]/g, (sign) => `&#${sign.charCodeAt(0)};`));
    const body = `<!doctype html><html lang="en"><title>A copy</title>${escaped.map((line) => `<p>${line}</p>`).join('')}`;
    story.proxy.serve('copies.test/', { body });
    const copy = await story.openRead('http://copies.test/');
    const { seen } = await story.reading('http://copies.test/', (one) => one.seen.same !== null);
    const itself = seen.same?.provenance.articleId;
    const printings = seen.sentences.flatMap((sentence) => sentence.printings);
    expect(printings.length).toBeGreaterThan(3);
    expect(printings.some(({ provenance }) => provenance.articleId === itself)).toBe(false);
    const panel = await story.browser.openSidePanel(copy);
    await panel.waitFor(() => document.querySelector('[data-testid=tab-seen]'));
    await panel.click('[data-testid=tab-seen]');
    expect(await textOf(panel, '[data-testid=same-article]')).toMatch(
      /^Nearly word for word, this page is an article of your archive: .*Islam Times · .*2023/,
    );
    await panel.close();
    await copy.close();
  });
});
