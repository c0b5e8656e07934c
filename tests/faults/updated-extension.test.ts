/**
 * The extension is updated while tabs are read and an import runs: every tab is marked once and goes on, no script that
 * the update orphaned complains, and the import ends with every article once. A second script in a tab that did not
 * clear the first one away would show in the marks of a page that changes afterwards.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import {
  BROWSERS,
  buildOf,
  expectMarks,
  NO_MARKS,
  overlaysOn,
  type Story,
  select,
  startStory,
} from '../e2e/story.ts';
import { isWhole, recordFigure } from '../trust/figures.ts';
import {
  beginImport,
  clubArticles,
  damageOf,
  importsDone,
  NO_DAMAGE,
  openArchive,
  readDisk,
} from './fault-story.ts';

const TABS = isWhole ? 20 : 4;
const ARTICLES = 320;
const OLD_VERSION = '0.9.0';

const addressOf = (at: number) => `http://news.test/open-${at}.html`;
const article = (at: number) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page ${at}</title><h1>A letter from Doha</h1><p id="late"></p></html>`;

describe.each(BROWSERS)('an update with tabs open, in $kind', ({ kind }) => {
  let story: Story;
  let folder: string;
  let version: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'backstory-updated-'));
    await cp(buildOf(kind), folder, { recursive: true });
    version = await changeVersion(OLD_VERSION);
    story = await startStory(kind, { extensionDir: folder });
    for (let at = 0; at < TABS; at++) story.proxy.serve(addressOf(at).slice(7), { body: article(at) });
  });
  afterAll(async () => {
    await story.end();
    await rm(folder, { recursive: true, force: true });
  });

  /** Gives the one before. */
  async function changeVersion(wanted: string): Promise<string> {
    const file = join(folder, 'manifest.json');
    const manifest = JSON.parse(await readFile(file, 'utf8')) as { readonly version: string };
    await writeFile(file, JSON.stringify({ ...manifest, version: wanted }));
    return manifest.version;
  }

  it(`leaves ${TABS} tabs marked once, and the import goes on`, { timeout: 300_000 }, async () => {
    const tabs: Page[] = [];
    for (let at = 0; at < TABS; at++) {
      const tab = await story.browser.newPage(addressOf(at));
      await expectMarks(tab, { ...NO_MARKS, place: ['Doha'] });
      tabs.push(tab);
    }
    const articles = clubArticles(0, ARTICLES);
    await beginImport(await openArchive(story.browser), 'club.jsonl', articles);
    await changeVersion(version);
    await story.browser.update();
    const wrong: string[] = [];
    for (const [at, tab] of tabs.entries()) {
      await tab.activate();
      // What stands in the page now is read by the new script alone.
      await tab.evaluate(() => {
        document.querySelector('#late')!.textContent = 'And one from Cairo.';
      });
      await expectMarks(tab, { ...NO_MARKS, place: ['Doha', 'Cairo'] }).catch(() =>
        wrong.push(`tab ${at}: marks`),
      );
      await select(tab, 'letter');
      await waitUntil(async () => (await overlaysOn(tab)) === 1, { what: 'one button' }).catch(() =>
        wrong.push(`tab ${at}: buttons`),
      );
    }
    const page = await openArchive(story.browser);
    await importsDone(page);
    const damage = damageOf(
      await readDisk(page),
      articles.map(({ headline }) => headline),
    );
    const errors = await story.browser.consoleErrors();
    recordFigure({
      bar: '20 an update with tabs open and an import under way: tabs not read on, errors, articles lost or doubled',
      pass: '0; 0; 0',
      measured: `${wrong.length} of ${TABS}; ${errors.length}; ${damage.lost.length + damage.doubled.length} of ${ARTICLES}`,
      browser: kind,
    });
    expect([wrong, errors, damage]).toEqual([[], [], NO_DAMAGE]);
  });
});
