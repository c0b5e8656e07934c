/** Which tests exist: four rings that run in Node alone, the stories in real browsers, and the attacks on them. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

const inNode = ['unit', 'property', 'golden', 'arch'].map((name) => ({
  // One process for all files: they share no state but tables that are made once.
  test: {
    name,
    root,
    environment: 'node' as const,
    isolate: false,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    // What hangs is told from what is right, whatever else the machine does.
    testTimeout: 60_000,
  },
}));

/** One file at a time: two browsers at once would steal each other's time, and the stories measure some. */
const endToEnd = {
  test: {
    name: 'e2e',
    root,
    environment: 'node' as const,
    include: ['tests/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Real browsers on shared cores lose a key press now and then: what is wrong is wrong twice.
    retry: 1,
  },
};

const isWhole = process.env.BACKSTORY_TRUST === 'whole';
const whole = 'tests/{hostile,faults,load,trust}/**/*.test.ts';
/**
 * Clocks, frames, and how long a reader takes to refuse a file: whatever else runs would be measured with it. And those
 * that begin on one profile, which the first of them makes.
 */
const alone = [
  'tests/hostile/{clock,non-interference,own-marks,bombs,pdfs,fuzz}.test.ts',
  'tests/load/{changing-page,large-import}.test.ts',
];

/** Hostile pages and files, faults and load: no second try, because a secret that is told once is told. */
const trust = {
  test: {
    ...endToEnd.test,
    name: 'trust',
    include: [whole],
    exclude: alone,
    retry: 0,
    // What states facts alone spends most of its time on waiting.
    fileParallelism: isWhole,
    maxWorkers: isWhole ? 2 : 1,
  },
};
const trustAlone = {
  test: {
    ...endToEnd.test,
    name: 'trust-alone',
    include: alone,
    retry: 0,
    maxWorkers: 1,
    sequence: { groupOrder: 1 },
  },
};

export default defineConfig({ root, test: { projects: [...inNode, endToEnd, trust, trustAlone] } });
