/** Damaged files for every reader: none throws, none hangs for 2 s of processor time, each gives an outcome (TRUST B7, bar 12). */
import { describe, expect, it } from 'vitest';
import { isWhole, recordFigure } from '../trust/figures.ts';
import { SAMPLES } from '../unit/capture/sample-files.ts';
import { fuzzInThread } from './run-reader.ts';

/** The short form proper stands in `tests/property/capture`: 200 a reader, other ones in every run. */
const CASES = isWhole ? 10_000 : 40;
const ALL = [...Object.keys(SAMPLES), 'a.pdf'];
const READERS = isWhole ? ALL : ALL.filter((_, at) => at % 6 === 0);

describe('readers of damaged files', () => {
  it(`neither hang nor crash, in ${CASES} cases each`, {
    timeout: isWhole ? 3_600_000 : 240_000,
  }, async () => {
    const hangs: string[] = [];
    const crashes: string[] = [];
    let cases = 0;
    for (const name of READERS) {
      const run = await fuzzInThread(name, CASES);
      cases += run.cases;
      hangs.push(...run.hangs.map((at) => `${name} ${at}`));
      crashes.push(...run.crashes.map((crash) => `${name} ${crash}`));
    }
    recordFigure({
      bar: '12 damaged files: hangs over 2 s and crashes, 10,000 per reader',
      pass: '0',
      measured: `${hangs.length + crashes.length} of ${cases.toLocaleString('en')} in ${READERS.length} readers`,
      browser: 'node',
    });
    expect(ALL.length).toBeGreaterThan(15);
    expect(hangs).toEqual([]);
    expect(crashes).toEqual([]);
  });

  it.each(['hangs', 'throws'] as const)('are caught when one %s', async (naive) => {
    const { hangs, crashes } = await fuzzInThread(READERS[0]!, 6, naive);
    expect(hangs).toEqual(naive === 'hangs' ? [3] : []);
    expect(crashes.length).toBe(naive === 'throws' ? 1 : 0);
  });
});
