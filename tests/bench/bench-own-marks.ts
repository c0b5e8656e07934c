/**
 * What own marks cost the page under them, and what a page can tell from its own clock. Chromium. On a page of 20,000
 * nodes: the longest task and the work of the page's thread while it is scrolled, with own marks and without. Then an
 * attack: lists of names are put into a page, and the frames behind tell held from unknown ones (area under the curve,
 * 0.5 is chance); beside it the design that was not chosen, boxes drawn in the page's own process where names are held.
 * A quick run scrolls through a tenth of the page and attacks nothing: few trials tell nothing.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ChromiumPage } from '../../src/platform/node/drive/chromium-view.ts';
import type { DrivenBrowser, Page } from '../../src/platform/node/drive/driven-browser.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import { traceTasks } from '../trace-tasks.ts';
import { type Figure, ratio } from './figures.ts';

const WHOLE = { nodes: 20_000, scrolls: 15 };
const QUICK: typeof WHOLE = { nodes: 2_000, scrolls: 4 };
const TRIALS = 50;
const NAMES_A_TRIAL = 40;
/** A browser calls a task long from here on. */
const LONG_MS = 50;

const GIVEN = 'Velda Orrin Tamsin Bastian Ilse Corwin Maeva Anselm Petra Lorcan'.split(' ');
const FAMILY = 'Barbury Calcombe Dordale Fenford Gilgate Holmley Jasmere Kelstead Lanwick Morthorpe'.split(
  ' ',
);
const person = (at: number) => `${GIVEN[at % 10]} ${FAMILY[Math.floor(at / 10) % 10]}`;
/** Every second one stands in an own article. */
const held = Array.from({ length: 50 }, (_, at) => person(2 * at));
const unknown = Array.from({ length: 50 }, (_, at) => person(2 * at + 1));

const articles = held
  .map((name, at) => ({
    identifier: `own-${at}`,
    headline: `Notes ${at}`,
    inLanguage: 'en',
    articleBody: `${name} told the council on Monday that path ${at} would be mended. Mayor ${name} said it would stay open.`,
  }))
  .map((article) => JSON.stringify(article))
  .join('\n');

export async function benchOwnMarks(browser: DrivenBrowser, isQuick: boolean): Promise<Figure[]> {
  const { nodes, scrolls } = isQuick ? QUICK : WHOLE;
  const lines = Array.from(
    { length: nodes / 2 },
    (_, at) => `<p>In line ${at} ${held[at % 50]} spoke of paths.</p>`,
  );
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><title>Lines</title>${request.url === '/big' ? lines.join('') : '<p>Cairo.</p>'}`,
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await addArticles(browser);
    const off = await scrollThrough(browser, `${origin}/big`, scrolls);
    await allow(browser);
    const on = await scrollThrough(browser, `${origin}/big`, scrolls);
    const page = `a page of ${nodes.toLocaleString('en')} nodes`;
    const cost = [
      ratio(`own marks: longest task in ${page}, ms of its thread`, on.longestMs, '≤', LONG_MS),
      ratio('  the same without own marks', off.longestMs, null, null),
      ratio('own marks: work of the page’s thread per scroll, ms', on.workMs, null, null),
      ratio('  the same without own marks', off.workMs, null, null),
    ];
    if (isQuick) return cost;
    const trials = await attack(browser, `${origin}/attack`);
    return [
      ...cost,
      ratio(
        'own marks: frames tell held names from unknown ones, off chance by',
        offChance(trials.ours),
        '≤',
        0.12,
      ),
      ratio('  the same with boxes drawn in the page’s process', offChance(trials.naive), null, null),
    ];
  } finally {
    server.close();
  }
}

async function addArticles(browser: DrivenBrowser): Promise<void> {
  const page = await browser.openExtensionPage('archive.html?tab=add');
  await page.waitFor(() => document.querySelector('[data-testid=import-files]'));
  await page.evaluate((text) => {
    const input = document.querySelector('[data-testid=import-files]') as HTMLInputElement;
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'own.jsonl'));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, articles);
  await page.waitFor(
    () => document.querySelector('[data-testid=import]')?.getAttribute('data-state') === 'done',
    { timeoutMs: 120_000 },
  );
  await new Promise((later) => setTimeout(later, 5_000));
  await page.close();
}

async function allow(browser: DrivenBrowser): Promise<void> {
  const page = await browser.openExtensionPage('options.html');
  await page.evaluate(() =>
    (
      globalThis as unknown as { chrome: { runtime: { sendMessage(call: object): Promise<unknown> } } }
    ).chrome.runtime.sendMessage({
      to: 'background',
      verb: 'switchOwnMarks',
      argument: { host: '127.0.0.1', on: true },
    }),
  );
  await page.close();
}

const settle = (ms: number) => new Promise((later) => setTimeout(later, ms));

async function scrollThrough(
  browser: DrivenBrowser,
  url: string,
  scrolls: number,
): Promise<{ longestMs: number; workMs: number }> {
  const page = await browser.newPage(url);
  if (!(page instanceof ChromiumPage)) throw new Error('Chromium only');
  await waitUntil(async () => (await browser.badge(page)).text !== '', {
    what: 'the reading',
    timeoutMs: 60_000,
  });
  await settle(6_000);
  const threads = await traceTasks(page, async () => {
    for (let at = 1; at <= scrolls; at += 1) {
      await page.evaluate(
        (share) => scrollTo(0, share * document.documentElement.scrollHeight),
        at / scrolls,
      );
      await settle(500);
    }
  });
  await page.close();
  return busiest(threads, scrolls);
}

/** Of the busiest document's thread: the page's own. */
function busiest(
  threads: readonly (readonly number[])[],
  scrolls: number,
): { longestMs: number; workMs: number } {
  return threads
    .map((times) => ({
      longestMs: Math.max(0, ...times),
      workMs: times.reduce((sum, one) => sum + one, 0) / scrolls,
    }))
    .reduce((most, one) => (one.workMs > most.workMs ? one : most));
}

interface Trials {
  readonly held: readonly number[];
  readonly unknown: readonly number[];
}

async function attack(browser: DrivenBrowser, url: string): Promise<{ ours: Trials; naive: Trials }> {
  const page = await browser.newPage(url);
  await waitUntil(async () => (await browser.badge(page)).text !== '', {
    what: 'the reading',
    timeoutMs: 60_000,
  });
  await settle(3_000);
  const ours = await run(page, false);
  return { ours, naive: await run(page, true) };
}

/** Held and unknown lists by turns; the figure of each is how long its frames took beyond their time. */
function run(page: Page, isNaive: boolean): Promise<Trials> {
  return page.evaluate(
    async (names, others, trials, count, drawsHere) => {
      const layer = document.createElement('div');
      const root = layer.attachShadow({ mode: 'closed' });
      layer.style.cssText = 'position: fixed; inset: 0; pointer-events: none';
      if (drawsHere) document.documentElement.append(layer);
      const draw = (paragraph: HTMLElement) => {
        const text = paragraph.firstChild as Text;
        for (const name of names) {
          for (let at = text.data.indexOf(name); at >= 0; at = text.data.indexOf(name, at + 1)) {
            const range = document.createRange();
            range.setStart(text, at);
            range.setEnd(text, at + name.length);
            const { left, top, width } = range.getBoundingClientRect();
            const box = document.createElement('div');
            box.style.cssText = `position: absolute; left: ${left}px; top: ${top}px; width: ${width}px; height: 16px; border-bottom: 1px solid`;
            root.append(box);
          }
        }
      };
      const trial = async (list: readonly string[]) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = Array.from({ length: count }, (_, at) => list[at % list.length]).join(', ');
        document.body.prepend(paragraph);
        const start = performance.now();
        let late = 0;
        if (drawsHere) setTimeout(() => draw(paragraph), 300);
        while (performance.now() - start < 1_100) {
          const before = performance.now();
          await new Promise((next) => setTimeout(next));
          late += Math.max(0, performance.now() - before - 5);
        }
        paragraph.remove();
        root.replaceChildren();
        return late;
      };
      const result: { held: number[]; unknown: number[] } = { held: [], unknown: [] };
      for (let at = 0; at < trials; at += 1) {
        // Which comes first alternates: a page grows slower or faster with time.
        for (const kind of at % 2 === 0 ? (['held', 'unknown'] as const) : (['unknown', 'held'] as const)) {
          result[kind].push(await trial(kind === 'held' ? names : others));
        }
      }
      layer.remove();
      return result;
    },
    held,
    unknown,
    TRIALS,
    NAMES_A_TRIAL,
    isNaive,
  );
}

/** |area under the curve − 0.5|. */
function offChance({ held: hits, unknown: misses }: Trials): number {
  let wins = 0;
  for (const hit of hits) for (const miss of misses) wins += hit > miss ? 1 : hit === miss ? 0.5 : 0;
  return Math.abs(wins / (hits.length * misses.length) - 0.5);
}
