/**
 * The counting proxy's sum over all stories (bar 8): each file of stories, those of `npm test` too, leaves the counts of
 * its last run in `.output`, and the figure is made of all of them. A story judges its own requests where it ends.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recordFigure, type TrustFigure } from './figures.ts';

interface Counts {
  /** Answered by the proxy itself: what the pages of the stories asked for. */
  readonly inside: number;
  readonly outside: number;
}

const FILE = fileURLToPath(new URL('../../.output/trust-requests.json', import.meta.url));
const TESTS = fileURLToPath(new URL('..', import.meta.url));
/** Of the file that is being run now; a file may start several stories. */
const seen = new Map<string, Counts>();

/** `testPath`: the file of the story. */
export function recordRequests(testPath: string, browser: TrustFigure['browser'], counts: Counts): void {
  const key = `${browser} ${relative(TESTS, testPath)}`;
  const before = seen.get(key);
  seen.set(key, {
    inside: counts.inside + (before?.inside ?? 0),
    outside: counts.outside + (before?.outside ?? 0),
  });
  const known = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Counts>) : {};
  const all = { ...known, ...Object.fromEntries(seen) };
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(all, null, 2)}\n`);
  const own = Object.entries(all).filter(([file]) => file.startsWith(browser));
  const sum = (what: keyof Counts) => own.reduce((total, [, one]) => total + one[what], 0);
  recordFigure({
    bar: '8 requests that left the browser, counted by a proxy around every story',
    pass: '0',
    measured: `${sum('outside')}, beside ${sum('inside').toLocaleString('en')} for the pages of ${own.length} files of stories`,
    browser,
  });
}
