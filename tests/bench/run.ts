/**
 * `npm run bench [-- --quick]`: every measure with its peers beside it, in one run; ratios first, because machines
 * differ. The quick run measures small archives and lists, and leaves out what only many trials tell; seconds that each
 * part took go to standard error.
 */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { DrivenBrowser } from '../../src/platform/node/drive/driven-browser.ts';
import { launch } from '../../src/platform/node/drive/launch.ts';
import { benchBake } from './bench-bake.ts';
import { benchCluster } from './bench-cluster.ts';
import { benchGrowth, GROWTH_NOTE, GROWTH_SIZES } from './bench-growth.ts';
import { benchNames } from './bench-names.ts';
import { benchOwnMarks } from './bench-own-marks.ts';
import { benchPaint } from './bench-paint.ts';
import { benchPopup } from './bench-popup.ts';
import { benchRanking } from './bench-ranking.ts';
import { benchReuse } from './bench-reuse.ts';
import { benchScanInBrowser, benchScanInNode } from './bench-scan.ts';
import { benchSizes } from './bench-sizes.ts';
import { benchWake } from './bench-wake.ts';
import { benchWakeLarge } from './bench-wake-large.ts';
import { type Figure, printFigures } from './figures.ts';
import type { GrowthRow } from './growth.ts';
import { keepResults } from './results.ts';

const isQuick = process.argv.includes('--quick');
const rows: GrowthRow[] = [];

const WHOLE = {
  ...{ scanned: [10_000, 100_000], woken: [10_000], ranked: 10_000, grown: GROWTH_SIZES },
  names: { labels: 500_000, shared: 50_000, articles: 10_000 },
  ...{ reuse: 100_000, cluster: 30_000, baked: [5_000, 20_000] },
};
const QUICK: typeof WHOLE = {
  ...{ scanned: [10_000], woken: [1_000], ranked: 1_000, grown: [1_000] },
  names: { labels: 20_000, shared: 2_000, articles: 200 },
  ...{ reuse: 5_000, cluster: 2_000, baked: [3_000] },
};
const size = isQuick ? QUICK : WHOLE;

const build = (...options: string[]) => execFileSync('wxt', ['build', ...options], { stdio: 'ignore' });

function buildAll(): Figure[] {
  build('-b', 'chrome');
  build('-b', 'firefox');
  build('-b', 'chrome', '--mode', 'e2e');
  return [];
}

/** A browser of its own: what one bench leaves open must not wake or slow the next. */
const inBrowser = (bench: (browser: DrivenBrowser) => Promise<readonly Figure[]>) => async () => {
  const browser = await launch('chromium', { extensionDir: resolve('.output/chrome-mv3-e2e') });
  try {
    return await bench(browser);
  } finally {
    await browser.close();
  }
};

async function growth(): Promise<readonly Figure[]> {
  const grown = await benchGrowth(size.grown);
  rows.push(...grown.rows);
  return grown.figures;
}

type Part = readonly [name: string, measure: () => readonly Figure[] | Promise<readonly Figure[]>];

const PARTS: readonly Part[] = [
  ['builds', buildAll],
  ['scan in Node', () => benchScanInNode(size.scanned)],
  ['scan in a browser', inBrowser(benchScanInBrowser)],
  ['first paint', inBrowser(benchPaint)],
  ['popup', inBrowser(benchPopup)],
  ['wake', inBrowser(benchWake)],
  ['own marks', inBrowser((browser) => benchOwnMarks(browser, isQuick))],
  ['sizes', benchSizes],
  ['wake over a large archive', () => benchWakeLarge(size.woken)],
  ['names', () => benchNames(size.names)],
  ['reuse', () => benchReuse(size.reuse)],
  ['cluster', () => benchCluster(size.cluster)],
  ['bake', () => benchBake(size.baked)],
  ['ranking', () => benchRanking(size.ranked)],
  ['growth', growth],
];

const figures: Figure[] = [];
for (const [name, measure] of PARTS) {
  const start = performance.now();
  figures.push(...(await measure()));
  console.error(`${name}: ${((performance.now() - start) / 1_000).toFixed(0)} s`);
}
printFigures(figures);
if (!isQuick) keepResults(figures, rows, GROWTH_NOTE);
process.exitCode = figures.some(({ isMet }) => isMet === false) ? 1 : 0;
