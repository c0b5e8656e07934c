/** Names on a 100 KB page: ours, a RegExp alternation and mark.js, in Node and in Chromium. */
import { readdirSync, readFileSync } from 'node:fs';
import AhoCorasick from 'ahocorasick';
import type { DrivenBrowser } from '../../src/platform/node/drive/driven-browser.ts';
import { fold } from '../../src/text/tokenise.ts';
import { type Figure, ratio } from './figures.ts';
import { makeNames, makeText, type ScanTimes, scan, time } from './scan-work.ts';
import { serveSources } from './serve-sources.ts';

const LENGTH = 100_000;
const REPEATS = 15;

function seedProse(): string {
  const names = readdirSync('seeds/articles').filter((name) => name.endsWith('.txt'));
  return names.map((name) => readFileSync(`seeds/articles/${name}`, 'utf8')).join('\n');
}

/** `counts`: lengths of the lists of names. */
export function benchScanInNode(counts: readonly number[]): Figure[] {
  const prose = seedProse();
  return counts.flatMap((count) => {
    const names = makeNames(prose, count);
    const text = makeText(prose, names, LENGTH);
    const times = scan(text, names, REPEATS);
    return [...scanFigures('Node', times), besideAhoCorasick(text, names, times)];
  });
}

/** A library's automaton over the folded text; it knows no word edges, so it finds more than is meant. */
function besideAhoCorasick(text: string, names: readonly string[], { backstory }: ScanTimes): Figure {
  const automaton = new AhoCorasick(names.map(fold));
  const library = time(() => void automaton.search(fold(text)), REPEATS);
  const what = `scan 100 KB for ${names.length.toLocaleString('en')} names, Node`;
  return ratio(`${what}: times faster than the library ahocorasick`, library / backstory, '≥', 10);
}

function scanFigures(where: string, times: ScanTimes): Figure[] {
  const { names, backstory, foldedRegExp, bareRegExp, tokenise, hits } = times;
  const what = `scan 100 KB for ${names.toLocaleString('en')} names, ${where}`;
  return [
    { what, measured: `${backstory.toFixed(2)} ms, ${hits.backstory} hits`, target: '', isMet: null },
    ratio(`${what}: times faster than a RegExp alternation that folds`, foldedRegExp / backstory, '≥', 3),
    ratio(
      `${what}: times faster than a RegExp alternation that does not fold`,
      bareRegExp / backstory,
      null,
      null,
    ),
    ratio(`${what}: times a bare fold-and-tokenise`, backstory / tokenise, '≤', 3),
  ];
}

/** mark.js marks what it finds, so it is measured against our scan and drawing of the same names, in one page. */
export async function benchScanInBrowser(browser: DrivenBrowser): Promise<Figure[]> {
  const sources = await serveSources();
  try {
    const page = await browser.newPage(`${sources.origin}/`);
    const times = await page.evaluate(
      async (prose: string, length: number, repeats: number) => {
        const load = (path: string) => import(path) as Promise<typeof import('./scan-work.ts')>;
        const work = await load('/tests/bench/scan-work.ts');
        const names = work.makeNames(prose, 10_000);
        return JSON.stringify(work.scan(work.makeText(prose, names, length), names, repeats));
      },
      seedProse(),
      LENGTH,
      REPEATS,
    );
    const marked = await page.evaluate(
      async (prose: string, length: number) => {
        const load = (path: string) => import(path) as Promise<typeof import('./mark-work.ts')>;
        return JSON.stringify(await (await load('/tests/bench/mark-work.ts')).compareMarking(prose, length));
      },
      seedProse(),
      LENGTH,
    );
    const { backstory, markJs } = JSON.parse(marked) as { backstory: number; markJs: number };
    return [
      ...scanFigures('Chromium', JSON.parse(times) as ScanTimes),
      ratio(
        'scan and draw 1,000 names on a 100 KB page: times faster than mark.js',
        markJs / backstory,
        '≥',
        10,
      ),
    ];
  } finally {
    sources.close();
  }
}
