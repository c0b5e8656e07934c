/**
 * `npm run bench [-- --quick]`: every measure with its peers beside it, in one run; ratios first, because machines
 * differ. The quick run leaves out what is measured at the size of a large archive.
 */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { launch } from '../../src/platform/node/drive/launch.ts';
import { benchCluster } from './bench-cluster.ts';
import { benchGrowth, GROWTH_NOTE, GROWTH_SIZES } from './bench-growth.ts';
import { benchNames } from './bench-names.ts';
import { benchOwnMarks } from './bench-own-marks.ts';
import { benchPaint } from './bench-paint.ts';
import { benchPopup } from './bench-popup.ts';
import { benchReuse } from './bench-reuse.ts';
import { benchScanInBrowser, benchScanInNode } from './bench-scan.ts';
import { benchSizes } from './bench-sizes.ts';
import { benchWake } from './bench-wake.ts';
import { benchWakeLarge } from './bench-wake-large.ts';
import { printFigures } from './figures.ts';
import { keepResults } from './results.ts';

const build = (...options: string[]) => execFileSync('wxt', ['build', ...options], { stdio: 'ignore' });
build('-b', 'chrome');
build('-b', 'firefox');
build('-b', 'chrome', '--mode', 'e2e');

const extensionDir = resolve('.output/chrome-mv3-e2e');
const figures = benchScanInNode();
const isQuick = process.argv.includes('--quick');
/** A browser each: what one bench leaves open must not wake or slow the next. */
for (const bench of [
  benchScanInBrowser,
  benchPaint,
  benchPopup,
  benchWake,
  ...(isQuick ? [] : [benchOwnMarks]),
]) {
  const browser = await launch('chromium', { extensionDir });
  try {
    figures.push(...(await bench(browser)));
  } finally {
    await browser.close();
  }
}
figures.push(...(await benchSizes()));
if (!isQuick) {
  figures.push(...(await benchWakeLarge([10_000])), ...(await benchNames()));
  figures.push(...benchReuse(), ...(await benchCluster()));
}
const growth = await benchGrowth(isQuick ? [1_000] : GROWTH_SIZES);
figures.push(...growth.figures);
printFigures(figures);
if (!isQuick) keepResults(figures, growth.rows, GROWTH_NOTE);
process.exitCode = figures.some(({ isMet }) => isMet === false) ? 1 : 0;
