/**
 * The counting proxy's sum over all stories (bar 8): each file of stories, those of `npm test` too, leaves the counts of
 * its last run in `.output`, and the figure is made of all of them. A story judges its own requests where it ends.
 */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type TrustFigure, today } from './figures.ts';

interface Counts {
  /** Answered by the proxy itself: what the pages of the stories asked for. */
  readonly inside: number;
  readonly outside: number;
  readonly date: string;
}

const COUNTS = fileURLToPath(new URL('../../.output/trust-requests', import.meta.url));
const TESTS = fileURLToPath(new URL('..', import.meta.url));
/** By name of the count; a file may start several stories. */
const seen = new Map<string, Counts>();

/** `testPath`: the file of the story. */
export function recordRequests(
  testPath: string,
  browser: TrustFigure['browser'],
  { inside, outside }: Omit<Counts, 'date'>,
): void {
  const file = join(COUNTS, browser, `${relative(TESTS, testPath)}.json`);
  const before = seen.get(file);
  const counts: Counts = {
    inside: inside + (before?.inside ?? 0),
    outside: outside + (before?.outside ?? 0),
    date: today(),
  };
  seen.set(file, counts);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(counts));
}

/** For each browser, dated as the oldest of its counts; empty where no story was run. */
export function figuresOfRequests(): TrustFigure[] {
  const stories = globSync('**/*.test.ts', { cwd: TESTS }).filter((path) =>
    /\bstart\w*Story\(/.test(readFileSync(join(TESTS, path), 'utf8')),
  );
  return (['chromium', 'firefox'] as const).flatMap((browser) => {
    const files = stories.map((path) => join(COUNTS, browser, `${path}.json`)).filter(existsSync);
    const counts = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Counts);
    const [oldest] = counts.map(({ date }) => date).sort();
    if (oldest === undefined) return [];
    const sum = (what: 'inside' | 'outside') => counts.reduce((total, one) => total + one[what], 0);
    return {
      bar: '8 requests that left the browser, counted by a proxy around every story',
      pass: '0',
      measured: `${sum('outside')}, beside ${sum('inside').toLocaleString('en')} for the pages of ${counts.length} of ${stories.length} files of stories`,
      browser,
      date: oldest,
    };
  });
}
