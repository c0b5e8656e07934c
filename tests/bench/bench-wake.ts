/** The first answer of a killed background against the wake of an extension that does nothing. Chromium. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DrivenBrowser, Json } from '../../src/platform/node/drive/driven-browser.ts';
import { launch } from '../../src/platform/node/drive/launch.ts';
import { type Figure, ratio } from './figures.ts';
import { median } from './scan-work.ts';

const KILLS = 9;
const SEARCH = { to: 'background', verb: 'search', argument: { text: 'ceasefire talks', limit: 10 } };

/** Milliseconds from the question of an extension page to the answer of a background that had to start. */
export async function timeWakes(browser: DrivenBrowser, page: string, question: Json): Promise<number> {
  const view = await browser.openExtensionPage(page);
  const times: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    await browser.killBackground();
    const time = await view.evaluate(async (message: Json) => {
      const { runtime } = (
        globalThis as unknown as { chrome: { runtime: { sendMessage(m: Json): Promise<unknown> } } }
      ).chrome;
      const start = performance.now();
      // A question that meets the worker on its way out is refused: that is no wake, and is not counted.
      const answer = await runtime.sendMessage(message).catch(() => null);
      if (answer === null || answer === undefined) return null;
      return performance.now() - start;
    }, question);
    if (time !== null) times.push(time);
  }
  return median(times);
}

/** An extension whose background answers every message with a number. */
async function makeEmptyExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'backstory-empty-'));
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    background: { service_worker: 'worker.js' },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(
    join(folder, 'worker.js'),
    'chrome.runtime.onMessage.addListener((m, s, answer) => { answer(1); });',
  );
  await writeFile(join(folder, 'page.html'), '<!doctype html><title>Empty</title>');
  return folder;
}

export async function benchWake(browser: DrivenBrowser): Promise<Figure[]> {
  const first = await timeWakes(browser, 'options.html', SEARCH);
  const empty = await timeEmptyWake();
  return [
    {
      what: 'first search after the worker was killed',
      measured: `${first.toFixed(0)} ms`,
      target: '',
      isMet: null,
    },
    { what: 'empty wake', measured: `${empty.toFixed(0)} ms`, target: '', isMet: null },
    ratio('first search after the worker was killed: times an empty wake', first / empty, '≤', 4),
  ];
}

/** Milliseconds until a background that does nothing has started and answered. */
export async function timeEmptyWake(): Promise<number> {
  const folder = await makeEmptyExtension();
  const browser = await launch('chromium', { extensionDir: resolve(folder) });
  try {
    return await timeWakes(browser, 'page.html', 'wake');
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}
