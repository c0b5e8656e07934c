/** TRUST B10, bar 13: forty PDFs that would run code or never end are read or refused in words, and run nothing. */
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFile, toBase64, townArticles } from '../e2e/archive-story.ts';
import { BROWSERS, type Story, startStory } from '../e2e/story.ts';
import { isWhole, recordFigure } from '../trust/figures.ts';
import { zipOf } from '../unit/capture/sample-files.ts';
import { HOSTILE_PDFS } from './hostile-pdfs.ts';
import { readInThread } from './run-reader.ts';

const MOST_MS = 20_000;
const ALL = Object.keys(HOSTILE_PDFS);
const names = isWhole ? ALL : ALL.filter((_, at) => at % 5 === 4);

describe('hostile PDFs', () => {
  it('run nothing, and come to an end', { timeout: 900_000 }, async () => {
    let longest = 0;
    const fired: string[] = [];
    const silent: string[] = [];
    for (const name of names) {
      const run = await readInThread('a.pdf', HOSTILE_PDFS[name]!(), MOST_MS).catch(() => null);
      longest = Math.max(longest, run?.ms ?? MOST_MS);
      if (run?.isFired) fired.push(name);
      if (!run || run.articles + run.refusals.length === 0) silent.push(name);
    }
    recordFigure({
      bar: '13 hostile PDFs in which code ran; that came to no end',
      pass: '0 of 40; 0 over 20 s',
      measured: `${fired.length} of ${names.length}; ${silent.length === 0 ? 0 : silent.join(', ')}, at most ${Math.round(longest)} ms`,
      browser: 'node',
    });
    expect(ALL.length).toBeGreaterThanOrEqual(40);
    expect([fired, silent]).toEqual([[], []]);
  });
});

describe('a reader that makes code of a font’s matrix', () => {
  it('runs what stands in it', () => {
    const text = Buffer.from(HOSTILE_PDFS['font matrix that is code']!()).toString('latin1');
    const matrix = /FontMatrix \[(.*?)\]/.exec(text)?.[1] ?? '';
    const sandbox: Record<string, unknown> = { transform: () => undefined };
    runInNewContext(
      `transform(${matrix
        .replace(/\\(.)/g, '$1')
        .replace(/ ?\(/, ',')
        .replaceAll(/(\d) (?=\d)/g, '$1,')})`,
      sandbox,
    );
    expect(sandbox.fired).toBe(true);
  });
});

describe.each(BROWSERS)('hostile PDFs imported in $kind', ({ kind }) => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory(kind);
  });
  afterAll(() => story.end());

  it('run nothing, ask for nothing, and what comes after them is added', { timeout: 300_000 }, async () => {
    const page = await story.browser.openExtensionPage('archive.html?tab=add');
    const files = Object.fromEntries(names.map((name, at) => [`${at}.pdf`, HOSTILE_PDFS[name]!()]));
    const counts = await importFile(page, 'forms.zip', Buffer.from(zipOf(files)).toString('base64'));
    const told = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const { added } = await importFile(page, 'town.jsonl', toBase64(townArticles()));
    const isFired = await page.evaluate(() => 'fired' in globalThis);
    const leaks = story.proxy.inside.filter(({ url }) => url.includes('leak.test'));
    recordFigure({
      bar: '13 hostile PDFs in an import: outcomes told, code that ran, requests, articles added behind them',
      pass: 'one each at least; 0; 0; all',
      measured: `${told} for ${names.length}; ${isFired ? 1 : 0}; ${leaks.length}; ${added} of 42`,
      browser: kind,
    });
    expect([isFired, leaks, added]).toEqual([false, [], 42]);
    // One that is cut gives an article, and a refusal of the rest.
    expect(told).toBeGreaterThanOrEqual(names.length);
  });
});
