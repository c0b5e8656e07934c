/** A pack that somebody else made: loaded read-only, found and matched, told apart, taken out and brought back. */
import { rm } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/archive/article.ts';
import { captureFile } from '../../src/capture/formats.ts';
import { sharePack } from '../../src/library/holdings/share-pack.ts';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import {
  choose,
  clearDatabase,
  digestOfArchive,
  openTab,
  savedBy,
  startSavingStory,
  townArticles,
} from './archive-story.ts';
import { BROWSERS, expectMarks, NO_MARKS, type Story, textsOf } from './story.ts';

const PAGE = 'http://news.test/bridge.html';

async function articlesOf(lines: string): Promise<Article[]> {
  const articles: Article[] = [];
  const context = { file: 'town.jsonl', collection: 'yours', capturedAt: null, sidecar: null } as const;
  for await (const one of captureFile(strToU8(lines) as Uint8Array<ArrayBuffer>, context))
    if (one.ok) articles.push(one.article);
  return articles;
}

/** A ZIP in base64, as another reader's export of the first `count` articles of the town. */
async function packOf(count: number, madeAt: string): Promise<string> {
  const files = await sharePack(await articlesOf(townArticles(count)), null, { name: 'Port Ellery', madeAt });
  return Buffer.from(zipSync(Object.fromEntries(files))).toString('base64');
}

/** The last byte of the articles' shard is another one. */
function damaged(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  const at = bytes.indexOf('pack.0.bin') + 'pack.0.bin'.length + 200;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes.toString('base64');
}

describe.each(BROWSERS)('a share pack in $kind', ({ kind }) => {
  let story: Story;
  let folder: string;
  let page: Page;
  let older: string;
  let newer: string;
  beforeAll(async () => {
    [older, newer] = await Promise.all([
      packOf(8, '2024-05-01T10:00:00Z'),
      packOf(12, '2024-06-01T10:00:00Z'),
    ]);
    ({ story, folder } = await startSavingStory(kind));
    page = await story.browser.openExtensionPage('archive.html?tab=add');
  });
  afterAll(async () => {
    await story.end();
    await rm(folder, { recursive: true, force: true });
  });

  const bring = async (base64: string) => {
    await page.waitFor(() => document.querySelector('[data-testid=import-files]') !== null);
    await choose(page, '[data-testid=import-files]', 'port-ellery.zip', base64);
  };
  const asked = (standing: string) =>
    page.waitFor(
      (wanted) =>
        document.querySelector('[data-testid=pack-question]')?.getAttribute('data-standing') === wanted,
      { what: `a question about a pack that is ${standing}`, timeoutMs: 20_000 },
      standing,
    );
  const listed = (loaded: number, removed: number) =>
    page.waitFor(
      (there, gone) =>
        document.querySelectorAll('[data-testid=pack][data-removed=false]').length === there &&
        document.querySelectorAll('[data-testid=pack][data-removed=true]').length === gone,
      { what: `${loaded} packs loaded, ${removed} removed`, timeoutMs: 20_000 },
      loaded,
      removed,
    );

  it('is loaded read-only, under its own name, when the reader says so', async () => {
    await bring(older);
    await asked('new');
    await page.click('[data-testid=pack-mount]');
    await listed(1, 0);
    expect(await textsOf(page, '.pack-name')).toEqual(['Port Ellery']);
    const [facts, digest] = await textsOf(page, '[data-testid=pack] > .fine-print');
    expect(facts).toMatch(/^8 articles · \d+ words · up to .* 2021 · made on .* 2024$/);
    expect(digest).toMatch(/sha256:[0-9a-f]{12}…$/);
    await openTab(page, 1);
    await page.waitFor(() => document.querySelector('[data-state=empty]') !== null, {
      what: 'no article of the reader’s own',
    });
    await openTab(page, 2);
  });

  it('is known to the panels of a page and not to the page, and every passage says from which pack it is', async () => {
    const read = await story.openRead(PAGE);
    const reading = await story.reading(PAGE, ({ names }) => names.length > 0);
    expect(reading.names.map(({ label }) => label)).toContain('Clara Whitfield');
    const { provenance } = reading.passages[0]!;
    expect(provenance.collection).toBe('pack:Port Ellery');
    await expectMarks(read, NO_MARKS);
    const reader = await story.browser.openExtensionPage(`reader.html?article=${provenance.articleId}`);
    await reader.waitFor(() => document.querySelector('.article-provenance') !== null);
    expect((await textsOf(reader, '.article-provenance'))[0]).toMatch(/from the pack “Port Ellery”$/);
    await page.activate();
  });

  it('is recognised when it comes again', async () => {
    await bring(older);
    await asked('loaded');
    expect(await textsOf(page, '[data-testid=pack-mount]')).toEqual([]);
    await page.click('[data-testid=pack-question] .button:last-child');
    await listed(1, 0);
  });

  it('gives way to a newer version after saying so, and comes back with Undo', async () => {
    await bring(newer);
    await asked('other-version');
    expect((await textsOf(page, '[data-testid=pack-question] [role=status]'))[0]).toMatch(
      /^This is a newer version of “Port Ellery”, which is loaded: 8 articles/,
    );
    await page.click('[data-testid=pack-mount]');
    await listed(1, 1);
    await page.click('[data-testid=undo-line] .button');
    await page.waitFor(
      () =>
        document
          .querySelector('[data-testid=pack][data-removed=false] .fine-print')
          ?.textContent?.startsWith('8 articles') === true,
      { what: 'the older version', timeoutMs: 20_000 },
    );
  });

  it('is removed, and brought back with Undo', async () => {
    await page.click('[data-testid=pack-drop]');
    await listed(1, 0);
    await page.click('[data-testid=pack-remove]');
    await listed(0, 1);
    await page.click('[data-testid=undo-line] .button');
    await listed(1, 0);
  });

  it('is refused with the reason where it is damaged', async () => {
    await bring(damaged(newer));
    await page.waitFor(() => document.querySelector('.field-error') !== null, { timeoutMs: 20_000 });
    expect((await textsOf(page, '.field-error'))[0]).toMatch(/damaged.*Nothing of it was loaded\.$/);
    await listed(1, 0);
  });

  it('is in the backup, and comes back from it', async () => {
    await openTab(page, 4);
    const { base64 } = await savedBy(page, folder, () => page.click('[data-testid=back-up]'));
    const before = await digestOfArchive(page);
    await clearDatabase(page);
    await page.reload();
    await openTab(page, 4);
    await page.waitFor(() => document.querySelector('[data-testid=restore-file]') !== null);
    await choose(page, '[data-testid=restore-file]', 'a.backstory.gz', base64);
    await page.waitFor(() => document.querySelector('[data-testid=restore-merge]') !== null, {
      timeoutMs: 20_000,
    });
    expect((await textsOf(page, '.restore-question .page-lead'))[0]).toMatch(
      /It also holds 1 loaded pack\.$/,
    );
    await page.click('[data-testid=restore-merge]');
    await page.waitFor(() => document.querySelector('[data-testid=restore-merge]') === null, {
      timeoutMs: 30_000,
    });
    expect(await digestOfArchive(page)).toBe(before);
    await openTab(page, 2);
    await listed(1, 0);
  });

  it('may be copied instead: its articles are the reader’s own then', async () => {
    await bring(newer);
    await asked('other-version');
    await page.click('[data-testid=pack-copy]');
    await page.waitFor(() => document.querySelector('[data-testid=import][data-state=done]') !== null, {
      what: 'the import',
      timeoutMs: 30_000,
    });
    expect(await textsOf(page, '[data-count=added] dd, [data-count=reprints] dd')).not.toEqual([]);
    await listed(1, 0);
  });
});
