/**
 * What the faults share: articles that can be told apart, what lies on the disk of an archive, and what is wrong with
 * it. An article counts as acknowledged from the moment at which the reader was told so: from then on it must be held,
 * or in the bin, exactly once and with its text, whatever is killed.
 */
import type { DrivenBrowser, Page } from '../../src/platform/node/drive/driven-browser.ts';
import { choose, toBase64 } from '../e2e/archive-story.ts';

/** The same sequence in every run: a fault that was seen once is seen again. 0–1, mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export interface Faulted {
  readonly headline: string;
  readonly line: string;
}

/** Articles `from` to `from + count` of a rowing club; no two are alike. */
export function clubArticles(from: number, count: number): Faulted[] {
  return Array.from({ length: count }, (_, at) => {
    const number = from + at;
    const headline = `Regatta report ${number}`;
    const words = Array.from(
      { length: 40 },
      (__, place) => `stroke${(number * 7919 + place * 104_729) % 99_991}`,
    );
    const articleBody = `The rowing club met for the ${number}th time. ${words.join(' ')}. Dora Lind kept the minutes.`;
    const fields = { identifier: `club-${number}`, publisher: 'River Courier', inLanguage: 'en' };
    return {
      headline,
      line: JSON.stringify({ ...fields, headline, datePublished: '2021-05-12', articleBody }),
    };
  });
}

export const openArchive = (browser: DrivenBrowser, tab: 'articles' | 'add' | 'keep' = 'add') =>
  browser.openExtensionPage(`archive.html?tab=${tab}`);

/** Until the page has said that it has begun: from then on they are acknowledged. */
export async function beginImport(page: Page, name: string, articles: readonly Faulted[]): Promise<void> {
  await page.waitFor(() => document.querySelector('[data-testid=import-files]') !== null);
  const isListed = (file: string) =>
    [...document.querySelectorAll('[data-testid=import] bdi')].some(
      ({ textContent }) => textContent === file,
    );
  await choose(
    page,
    '[data-testid=import-files]',
    name,
    toBase64(articles.map(({ line }) => line).join('\n')),
  );
  await page.waitFor(isListed, { what: `the import of ${name}`, timeoutMs: 60_000 }, name);
}

/** Every import at its end, index and names included. */
export function importsDone(page: Page, timeoutMs = 240_000): Promise<unknown> {
  const isDone = () => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-testid=import]')];
    return rows.length > 0 && rows.every(({ dataset }) => dataset.state !== 'running');
  };
  return page.waitFor(isDone, { what: 'the end of all imports', timeoutMs });
}

export interface Disk {
  /** Headlines, as often as they stand there. */
  readonly held: readonly string[];
  readonly inBin: readonly string[];
  /** Headlines of rows whose text is missing or another one, and texts without a row. */
  readonly torn: readonly string[];
  /** Lines of reports that name an article which their job does not count, by job. */
  readonly miscounted: readonly string[];
  readonly filesLeft: number;
}

/** Read past the product, in a page of ours. */
export function readDisk(page: Page, name = 'backstory'): Promise<Disk> {
  return page.evaluate(async (database) => {
    const open = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(database);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    // Of one moment: an import that goes on meanwhile writes between two transactions.
    const moment = open.transaction(['holdings', 'bin', 'texts', 'jobs', 'reports', 'files']);
    const all = <T>(store: string, what: 'getAll' | 'getAllKeys' = 'getAll') =>
      new Promise<T[]>((resolve, reject) => {
        const reading = moment.objectStore(store)[what]();
        reading.onsuccess = () => resolve(reading.result as T[]);
        reading.onerror = () => reject(reading.error);
      });
    interface Row {
      readonly id: string;
      readonly holding: { readonly id: string; readonly record: { readonly headline: string } };
    }
    interface Job {
      readonly id: string;
      readonly state: string;
      readonly counts: Readonly<Record<string, number>>;
    }
    const [rows, bin, texts, keys, jobs, reports, files] = await Promise.all([
      all<Row>('holdings'),
      all<Row>('bin'),
      all<string>('texts'),
      all<string>('texts', 'getAllKeys'),
      all<Job>('jobs'),
      all<{ readonly job: string }>('reports'),
      all('files', 'getAllKeys'),
    ]);
    open.close();
    const bodies = new Map(keys.map((key, at) => [key, texts[at] ?? '']));
    const number = (headline: string) => /\d+$/.exec(headline)?.[0] ?? '';
    const torn = rows.flatMap(({ id, holding }) => {
      const body = bodies.get(id);
      bodies.delete(id);
      const isWhole = holding.id === id && body?.includes(`the ${number(holding.record.headline)}th time`);
      return isWhole ? [] : [holding.record.headline];
    });
    const miscounted = jobs.flatMap(({ id, counts }) => {
      const lines = reports.filter(({ job }) => job === id).length;
      const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
      return lines === counted ? [] : [`${id}: ${lines} lines of ${counted}`];
    });
    return {
      held: rows.map(({ holding }) => holding.record.headline),
      inBin: bin.map(({ holding }) => holding.record.headline),
      torn: [...torn, ...bodies.keys()],
      miscounted,
      filesLeft: files.length,
    };
  }, name);
}

/** Of what every article says and is, but for when and by which import it came: equal where the same was brought in. */
export function digestOfArticles(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const open = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('backstory');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const all = <T>(store: string) =>
      new Promise<T[]>((resolve, reject) => {
        const reading = open.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => resolve(reading.result as T[]);
        reading.onerror = () => reject(reading.error);
      });
    const rows = await all<{ readonly id: string; readonly holding: { readonly record: object } }>(
      'holdings',
    );
    const texts = await all<string>('texts');
    open.close();
    const records = rows.map(({ id, holding }) =>
      JSON.stringify([id, Object.entries(holding.record).sort()]),
    );
    const bytes = new TextEncoder().encode([...records, ...texts].join('\n'));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  });
}

export interface Damage {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly torn: readonly string[];
  readonly miscounted: readonly string[];
}

export const NO_DAMAGE: Damage = { lost: [], doubled: [], torn: [], miscounted: [] };

export function damageOf({ held, inBin, torn, miscounted }: Disk, acknowledged: Iterable<string>): Damage {
  const there = new Set([...held, ...inBin]);
  const seen = new Set<string>();
  const doubled = held.filter((headline) => seen.has(headline) || !seen.add(headline));
  return { lost: [...acknowledged].filter((headline) => !there.has(headline)), doubled, torn, miscounted };
}

/** Ends what is at work in the way that this browser ends it; at the hardest, the process with all of ours in it. */
export async function killWork(browser: DrivenBrowser, page: Page, isHard: boolean): Promise<void> {
  if (isHard) return browser.crashExtension();
  // The worker that writes dies with its page, in the middle of whatever it does.
  await Promise.all([page.close(), browser.killBackground()]);
}

/**
 * Chromium takes an extension whose popup crashed out of service until the reader loads it again or starts the browser
 * anew (seen in 140, "has crashed, click to reload"): here it is started anew.
 */
export async function openAfterKill(browser: DrivenBrowser): Promise<Page> {
  try {
    return await openArchive(browser);
  } catch {
    await browser.restart();
    return openArchive(browser);
  }
}

/** A view that is gone rejects what it was asked: as wanted here. */
export const unlessGone = (act: Promise<unknown>): Promise<unknown> => act.catch(() => null);

declare const chrome: { readonly runtime: { sendMessage(message: object): Promise<unknown> } };

/** How many articles the archive finds, at most ten; asked as the views ask. */
export function askArchive(page: Page, text: string): Promise<number> {
  return page.evaluate(async (query) => {
    const argument = { text: query, limit: 10 };
    const answer = await chrome.runtime.sendMessage({ to: 'background', verb: 'findArticles', argument });
    return (answer as { value?: readonly string[] }).value?.length ?? 0;
  }, text);
}
