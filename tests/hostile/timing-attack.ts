/**
 * The timing attack of TRUST R3. A page prints suspected names beside a public one, waits until that is marked, goes at
 * once, or in the middle of the work that it caused in the background, to a page of its own with another public name, and
 * measures when this is marked. Both documents measure their own thread as well, which that work may hold up. The pages
 * drive themselves; a story only waits.
 */
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import type { Story } from '../e2e/story.ts';
import { createRandom } from '../faults/fault-story.ts';

const HOST = 'clock.test';
const CLOCK_URL = `http://${HOST}/names.html`;
/** Until the next trial, in ms: what the second page caused is over by then, and the turn that it took up. */
const REST_MS = 600;
/** A trial in which nothing was marked ends after so many ms, and counts as long as that. */
const PATIENCE_MS = 4_000;
const LOOK_EVERY_MS = 3_000;

/** Milliseconds of every trial, by what was measured. */
type Trials = Readonly<Record<string, readonly number[]>>;

export interface Clocked {
  readonly held: Trials;
  readonly absent: Trials;
}

/** How long the first page stays behind its marks: less than work waits for, and until it is under way. */
const STAYS = { 'at once': 15, later: 400 } as const;
type Stay = keyof typeof STAYS;

/** By lot: in any regular order, what a trial leaves behind falls upon one kind more often than upon the other. */
function lotOf(at: number): { readonly isHeld: boolean; readonly stay: Stay } {
  const random = createRandom(at);
  return { isHeld: random() < 0.5, stay: random() < 0.5 ? 'at once' : 'later' };
}

/** What stands in the trial's first page; `names` are of one kind, `at` is told so that no two pages are alike. */
export type NamesOf = (isHeld: boolean, at: number) => readonly string[];

/** As text: it stands in the page. */
const MEASURE = `
  const isMarked = () => {
    for (const ranges of CSS.highlights.values())
      for (const range of ranges) if (range.startContainer.parentNode?.id === 'public') return true;
    return false;
  };
  const begun = performance.now();
  let last = begun;
  let gap = 0;
  let marked = null;
  const { port1, port2 } = new MessageChannel();
  const over = (what) => {
    const all = JSON.parse(sessionStorage.trials ?? '[]');
    all.push({ [what]: marked, [what + 'Gap']: gap });
    sessionStorage.trials = JSON.stringify(all);
  };
  const watch = (what, stayMs, done) => {
    port1.onmessage = () => {
      const now = performance.now();
      gap = Math.max(gap, now - last);
      last = now;
      if (isMarked() || now - begun >= ${PATIENCE_MS}) marked ??= now - begun;
      if (marked === null || now < begun + marked + stayMs) return port2.postMessage(0);
      over(what);
      done();
    };
    port2.postMessage(0);
  };`;

const pageOf = (body: string, script: string) => ({
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Clock</title>${body}<script>${MEASURE}${script}</script></html>`,
});

/** Serves both pages; about as many trials of each kind. */
export function serveClock({ proxy }: Story, trials: number, namesOf: NamesOf): void {
  proxy.serve(`${HOST}/names.html`, ({ url = '' }) => {
    const at = Number(new URL(url, CLOCK_URL).searchParams.get('at') ?? 0);
    const { isHeld, stay } = lotOf(at);
    const names = namesOf(isHeld, at).map((name) => `<p>It is said that ${name} was there.</p>`);
    return pageOf(
      `<p id="public">A letter from Doha.</p>${names.join('')}`,
      `watch('first', ${STAYS[stay]}, () => location.replace('/next.html?at=${at}'));`,
    );
  });
  proxy.serve(`${HOST}/next.html`, ({ url = '' }) => {
    const next = Number(new URL(url, CLOCK_URL).searchParams.get('at') ?? 0) + 1;
    const go =
      next < 2 * trials
        ? `location.replace('/names.html?at=${next}')`
        : `document.documentElement.dataset.over = '1'`;
    return pageOf(
      '<p id="public">A letter from Cairo.</p>',
      `watch('next', 0, () => setTimeout(() => { ${go}; }, ${REST_MS}));`,
    );
  });
}

/** Runs all trials that {@link serveClock} serves; half of them with either stay. */
export async function runClock(page: Page, trials: number): Promise<Readonly<Record<Stay, Clocked>>> {
  await page.goto(CLOCK_URL);
  const written = await untilOver(page, performance.now() + 30_000 + 2 * trials * PATIENCE_MS);
  const measured = JSON.parse(written) as Readonly<Record<string, number>>[];
  const empty = () => ({ held: {} as Record<string, number[]>, absent: {} as Record<string, number[]> });
  const clocked = { 'at once': empty(), later: empty() };
  // Two documents a trial, one after the other.
  for (const [at, times] of measured.entries()) {
    const { isHeld, stay } = lotOf(at >> 1);
    const kind = clocked[stay][isHeld ? 'held' : 'absent'];
    for (const [what, ms] of Object.entries(times)) kind[what] = [...(kind[what] ?? []), ms];
  }
  return clocked;
}

/** Asks seldom: each question is work for the thread that is measured. */
async function untilOver(page: Page, deadline: number): Promise<string> {
  const read = () =>
    document.documentElement?.dataset.over === '1' ? (sessionStorage.trials as string) : null;
  for (;;) {
    await new Promise((later) => setTimeout(later, LOOK_EVERY_MS));
    // A page that is just being left answers nothing.
    const written = await page.evaluate(read).catch(() => null);
    if (written !== null) {
      await page.evaluate(() => sessionStorage.removeItem('trials'));
      return written;
    }
    if (performance.now() > deadline) throw new Error('The trials do not end');
  }
}

/** The chance that a trial with private names took longer than one without, by what was measured; 0.5 tells nothing. */
export function aucOf({ held, absent }: Clocked): Record<string, number> {
  return Object.fromEntries(
    Object.keys(held).map((what) => [what, auc(held[what] ?? [], absent[what] ?? [])]),
  );
}

function auc(held: readonly number[], absent: readonly number[]): number {
  let wins = 0;
  for (const one of held) for (const other of absent) wins += one > other ? 1 : one === other ? 0.5 : 0;
  return wins / (held.length * absent.length);
}

/** Half of the interval that holds the AUC of nothing 95 times in 100, with so many trials of each kind. */
export const chanceOf = (trials: number, deviations = 1.96): number =>
  deviations * Math.sqrt((2 * trials + 1) / (12 * trials ** 2));
