/**
 * TRUST R8, bar 10: files that would freeze or fill a reader are refused in under 3 s and 300 MB, in words, and what is
 * imported beside them arrives.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { importFile, toBase64, townArticles } from '../e2e/archive-story.ts';
import { BROWSERS, type Story, startStory } from '../e2e/story.ts';
import { recordFigure } from '../trust/figures.ts';
import { BOMBS } from './bomb-files.ts';
import { type BombRun, MOST_BOMB_MS, readInThread } from './run-reader.ts';

const MOST_HEAP_MB = 300;
/** Those of a kind each that browsers are given, too. */
const IN_BROWSERS = [
  'zeros.zip',
  'lying.zip',
  'zeros.txt.gz',
  'quadratic.xml',
  'wide.xml',
  'deep.html',
  'deep.json',
];

describe('bombs', () => {
  const runs: BombRun[] = [];

  it.each(Object.keys(BOMBS))(
    '%s is refused in words, soon, and without filling the memory',
    { timeout: 60_000 },
    async (name) => {
      const run = await readInThread(name, BOMBS[name]!());
      runs.push(run);
      expect(run.articles).toBe(0);
      expect(run.refusals.length).toBeGreaterThan(0);
      for (const refusal of run.refusals) expect(refusal).toMatch(/^[\p{Lu}\d].*\.$/su);
      expect(run.ms).toBeLessThan(MOST_BOMB_MS);
      expect(run.heapMb).toBeLessThan(MOST_HEAP_MB);
    },
  );

  it('were enough, and are measured', () => {
    const most = (of: (run: BombRun) => number) => Math.round(Math.max(...runs.map(of)));
    const refused = runs.filter(
      ({ articles, ms, heapMb }) => articles === 0 && ms < MOST_BOMB_MS && heapMb < MOST_HEAP_MB,
    );
    recordFigure({
      bar: '10 bombs refused in under 3 s with heap under 300 MB',
      pass: 'all of at least 12',
      measured: `${refused.length} of ${Object.keys(BOMBS).length}; at most ${most(({ ms }) => ms)} ms, ${most(({ heapMb }) => heapMb)} MB`,
      browser: 'node',
    });
    expect(runs.length).toBe(Object.keys(BOMBS).length);
    expect(runs.length).toBeGreaterThanOrEqual(12);
  });

  it('fill the memory of a thread that unpacks them whole', async () => {
    const { Worker } = await import('node:worker_threads');
    const naive = `const { workerData } = require('node:worker_threads');
      const all = [];
      for (const byte of require('node:zlib').gunzipSync(workerData)) all.push({ byte });`;
    const worker = new Worker(naive, {
      eval: true,
      workerData: BOMBS['same.jsonl.gz']!(),
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
    });
    const error = await new Promise<NodeJS.ErrnoException>((resolve) => worker.on('error', resolve));
    expect(error.code).toBe('ERR_WORKER_OUT_OF_MEMORY');
  });
});

describe.each(BROWSERS)('bombs in an import in $kind', ({ kind }) => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory(kind);
    page = await story.browser.openExtensionPage('archive.html?tab=add');
  });
  afterAll(() => story.end());

  it('are refused, and what comes after them is added', { timeout: 240_000 }, async () => {
    const slow: string[] = [];
    for (const name of IN_BROWSERS) {
      const base64 = Buffer.from(BOMBS[name]!()).toString('base64');
      const counts = await importFile(page, name, base64);
      if (counts.rejected === 0 || counts.added !== 0) slow.push(name);
    }
    const counts = await importFile(page, 'town.jsonl', toBase64(townArticles()));
    recordFigure({
      bar: '10 bombs refused in an import, with what follows them added',
      pass: 'all',
      measured: `${IN_BROWSERS.length - slow.length} of ${IN_BROWSERS.length}; ${counts.added} of 42 articles added`,
      browser: kind,
    });
    expect(slow).toEqual([]);
    expect(counts.added).toBe(42);
  });
});
