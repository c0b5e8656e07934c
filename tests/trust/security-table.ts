/**
 * The table of figures in SECURITY.md, made of `tests/golden/trust-figures.json`. Run as a script it takes in what was
 * recorded since, and writes the table into the page; `tests/arch/security.test.ts` holds the two together.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { keepFigures, readFigures, type TrustFigure } from './figures.ts';
import { figuresOfRequests } from './requests.ts';

const PAGE = fileURLToPath(new URL('../../SECURITY.md', import.meta.url));
const START = '<!-- Written by `npm run test:trust` from tests/golden/trust-figures.json. -->';
const END = '<!-- End of the figures. -->';
const NAMES: Readonly<Record<TrustFigure['browser'], string>> = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  node: 'readers alone',
};

/** `page` with the table of these figures between the two marks; throws when a mark is missing. */
export function withFigures(page: string, figures: readonly TrustFigure[]): string {
  const start = page.indexOf(START);
  const end = page.indexOf(END);
  if (start < 0 || end < start) throw new Error('SECURITY.md has no place for its figures');
  return `${page.slice(0, start + START.length)}\n\n${tableOf(figures)}\n\n${page.slice(end)}`;
}

function tableOf(figures: readonly TrustFigure[]): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  return [
    '| bar | pass | measured | in | on |',
    '|---|---|---|---|---|',
    ...figures.map(
      ({ bar, pass, measured, browser, date }) =>
        `| ${cell(bar)} | ${cell(pass)} | ${cell(measured)} | ${NAMES[browser]} | ${date} |`,
    ),
  ].join('\n');
}

/** SECURITY.md as it stands, and as its figures want it. */
export function securityPage(): { readonly now: string; readonly wanted: string } {
  const now = readFileSync(PAGE, 'utf8');
  return { now, wanted: withFigures(now, readFigures()) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  keepFigures(figuresOfRequests());
  writeFileSync(PAGE, securityPage().wanted);
}
