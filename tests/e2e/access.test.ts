/** axe-core finds nothing to report on our own pages, light and dark, in both browsers. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../src/platform/node/drive/driven-browser.ts';
import { importFile, openTab, toBase64, townArticles } from './archive-story.ts';
import { BROWSERS, type Story, startStory } from './story.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Our pages' policy runs no foreign script; the driver's own functions are not bound by it, so axe comes as one. */
async function violations(view: View, source: string): Promise<string[]> {
  const define = Object.assign(() => true, { toString: () => `() => { ${source}; return true; }` });
  await view.evaluate(define);
  return view.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    const { violations: all } = await axe.run();
    return all.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  });
}

const PAGES = [
  { path: 'welcome.html', drawn: '[data-testid=demo-mark]' },
  { path: 'options.html', drawn: 'main' },
  { path: 'popup.html?q=ceasefire', drawn: '[data-testid=passage]' },
  { path: 'popup.html?q=zzzzqqq', drawn: '[data-testid=state-message]' },
  { path: 'sidepanel.html', drawn: '[data-testid=search-box]' },
  { path: 'help.html', drawn: 'main' },
] as const;

describe.each(BROWSERS)('access to our pages in $kind', ({ kind }) => {
  let story: Story;
  let axe: string;

  beforeAll(async () => {
    story = await startStory(kind);
    axe = await readFile(AXE, 'utf8');
  });
  afterAll(() => story.end());

  it.each(PAGES)('$path has nothing to report', async ({ path, drawn }) => {
    const page = await story.browser.openExtensionPage(path);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulate({ colorScheme });
      await page.waitFor(
        (selector: string) => document.querySelector(selector) !== null,
        { what: path },
        drawn,
      );
      expect(await violations(page, axe)).toEqual([]);
    }
    await page.close();
  });

  it('what was printed before of a page, and of an article, has nothing to report', async () => {
    const page = await story.openRead('http://news.test/seen.html');
    const { seen } = await story.reading('http://news.test/seen.html', (one) => one.seen.total > 0);
    const panel = await story.browser.openSidePanel(page);
    await panel.waitFor(() => document.querySelector('[data-testid=tab-seen]'));
    await panel.click('[data-testid=tab-seen]');
    await panel.click('[data-testid=seen-printings]');
    for (const act of ['compare-sides', 'timeline-switch']) {
      await panel.click(`[data-testid=${act}]`);
      expect(await violations(panel, axe)).toEqual([]);
    }
    await panel.close();
    const { provenance } = seen.sentences[0]!.printings[0]!;
    const reader = await story.browser.openExtensionPage(`reader.html?article=${provenance.articleId}`);
    await reader.waitFor(() => document.querySelector('[data-testid=reprinted]'));
    await reader.click('[data-testid=reprinted] button');
    for (const colorScheme of ['light', 'dark'] as const) {
      await reader.emulate({ colorScheme });
      expect(await violations(reader, axe)).toEqual([]);
    }
    await reader.close();
    await page.close();
  });

  it('every part of the Archive page has nothing to report, empty and with articles, charts as pictures and as tables', async () => {
    const archive = await story.browser.openExtensionPage('archive.html');
    const parts = async () => {
      for (const tab of [2, 3, 4, 1]) {
        await openTab(archive, tab);
        await archive.waitFor(() => document.querySelector('main :is(h2, .search, .state, .drop-zone)'));
        // A few names are as many kinds of rows as all of them.
        if (tab === 3) await archive.type('Arouri', '.archive-search input');
        if (tab === 3) await archive.waitFor(() => document.querySelectorAll('.name-entry').length < 10);
        expect(await violations(archive, axe)).toEqual([]);
      }
    };
    await parts();
    await openTab(archive, 2);
    await importFile(archive, 'town.jsonl', toBase64(townArticles(6)));
    await parts();
    await archive.click('.charts summary');
    await archive.waitFor(() => document.querySelector('[data-testid=company-name]'), { timeoutMs: 60_000 });
    await archive.click('[data-testid=company-name]');
    for (const colorScheme of ['light', 'dark'] as const) {
      await archive.emulate({ colorScheme });
      expect(await violations(archive, axe)).toEqual([]);
    }
    await archive.click('.charts > .link-button');
    expect(await violations(archive, axe)).toEqual([]);
    await archive.close();
  });

  it('own marks above a page, and the popup that allows them, have nothing to report', async () => {
    await story.ask('switchOwnMarks', { host: 'news.test', on: true });
    const page = await story.openRead('http://news.test/minutes.html');
    const layer = await page.frame('own-marks.html', { timeoutMs: 20_000 });
    await layer.waitFor(() => document.body.childElementCount > 0, { what: 'own marks', timeoutMs: 20_000 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulate({ colorScheme });
      expect(await violations(layer, axe)).toEqual([]);
    }
    const popup = await story.browser.openPopup(page);
    await popup.waitFor(() => document.querySelector('[data-testid=own-marks]'));
    expect(await violations(popup, axe)).toEqual([]);
    await popup.close();
    await page.close();
  });

  it('an article in the reader has nothing to report', async () => {
    const search = await story.browser.openExtensionPage('popup.html?q=ceasefire');
    await search.click('[data-testid=passage] button, [data-testid=passage] a');
    const reader = await story.browser.waitForPage('reader.html');
    await reader.waitFor(() => document.querySelector('[data-testid=reader-body]') !== null);
    expect(await violations(reader, axe)).toEqual([]);
  });
});
