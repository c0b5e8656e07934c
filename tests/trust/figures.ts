/**
 * What the trust suite measured, one file that SECURITY.md's table is made of. A test records its figure before it
 * judges it, so that a bar that is not passed is seen there too. Only the whole form (`npm run test:trust`) writes: the
 * short form in `npm test` attacks with less, and its figures are no evidence. Tests run beside each other: each figure
 * is a file of its own until the run is over.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

export const today = (): string => new Date().toISOString().slice(0, 10);

const FILE = fileURLToPath(new URL('../golden/trust-figures.json', import.meta.url));
const NEW = fileURLToPath(new URL('../../.output/trust-figures', import.meta.url));

/** Sorted by the number of the bar, then by browser. */
export function readFigures(): TrustFigure[] {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as TrustFigure[]) : [];
}

/** Does nothing in the short form. */
export function recordFigure(figure: Omit<TrustFigure, 'date'>): void {
  if (!isWhole) return;
  const name = createHash('sha256').update(keyOf(figure)).digest('hex').slice(0, 16);
  mkdirSync(NEW, { recursive: true });
  writeFileSync(join(NEW, `${name}.json`), JSON.stringify({ ...figure, date: today() }));
}

/** Each recorded figure, and each of `more`, takes the place of the one of the same bar and browser. */
export function keepFigures(more: readonly TrustFigure[]): void {
  const files = existsSync(NEW) ? readdirSync(NEW) : [];
  const recorded = files.map((name) => JSON.parse(readFileSync(join(NEW, name), 'utf8')) as TrustFigure);
  const all = new Map([...readFigures(), ...recorded, ...more].map((one) => [keyOf(one), one]));
  const sorted = [...all.values()].sort(
    (one, other) =>
      one.bar.localeCompare(other.bar, 'en', { numeric: true }) || one.browser.localeCompare(other.browser),
  );
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
  rmSync(NEW, { recursive: true, force: true });
}

const keyOf = ({ bar, browser }: Pick<TrustFigure, 'bar' | 'browser'>) => `${bar}\n${browser}`;
