/**
 * What the trust suite measured, one file that SECURITY.md's table is made of. A test records its figure before it
 * judges it, so that a bar that is not passed is seen there too. Only the whole form (`npm run test:trust`) writes: the
 * short form in `npm test` attacks with less, and its figures are no evidence.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface TrustFigure {
  /** Begins with the number of the bar: `1 non-interference: observables that differ`. Unique with `browser`. */
  readonly bar: string;
  /** The pass mark, in words: `0 of at least 40`. */
  readonly pass: string;
  /** What was measured, in words: `0 of 72`. */
  readonly measured: string;
  readonly browser: 'chromium' | 'firefox' | 'node';
  /** The day of the run, ISO 8601. */
  readonly date: string;
}

/** True: the whole of each attack, in minutes and hours. False: as much of it as `npm test` has time for. */
export const isWhole = process.env.BACKSTORY_TRUST === 'whole';

const FILE = fileURLToPath(new URL('../golden/trust-figures.json', import.meta.url));

/** Sorted by the number of the bar, then by browser. */
export function readFigures(): TrustFigure[] {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as TrustFigure[]) : [];
}

/** Replaces the figure of the same bar and browser; does nothing in the short form. */
export function recordFigure(figure: Omit<TrustFigure, 'date'>): void {
  if (!isWhole) return;
  const { bar, browser } = figure;
  const others = readFigures().filter((one) => one.bar !== bar || one.browser !== browser);
  const all = [...others, { ...figure, date: new Date().toISOString().slice(0, 10) }];
  all.sort(
    (one, other) =>
      one.bar.localeCompare(other.bar, 'en', { numeric: true }) || one.browser.localeCompare(other.browser),
  );
  writeFileSync(FILE, `${JSON.stringify(all, null, 2)}\n`);
}
