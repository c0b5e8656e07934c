/**
 * What `npm test` runs, in order, and the count it closes with: `N passed, N failed`. A step that is no
 * test runner counts as one test; of vitest every test counts, and a skipped one as failed: there is no
 * reason here to skip. `--check` leaves out what needs a browser or a build, and stays under 20 s.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from '../src/platform/node/browsers.ts';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Shown when something failed. */
  readonly output: string;
}
interface Step {
  readonly name: string;
  run(): Promise<Outcome>;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'backstory-tests-'));

const withoutBrowsers: Step[] = [
  vitest('tests in Node', ['unit', 'property', 'golden', 'arch']),
  command('types', 'tsc -p tsconfig.json'),
  command('types of the pure rooms', 'tsc -p src/tsconfig.pure.json'),
  command('format and lint', 'biome check --error-on-warnings .'),
  command('room edges', 'depcruise --config .dependency-cruiser.mjs src entrypoints', sawModules),
  command('dead code', 'knip'),
];

const withBrowsers: Step[] = [
  { name: 'chromium is here', run: () => asTest(ensureBrowser('chromium')) },
  { name: 'firefox is here', run: () => asTest(ensureBrowser('firefox')) },
  command('build', 'npm run build'),
  command('web-ext lint', 'web-ext lint --source-dir .output/firefox-mv3 --boring'),
  command('build for the stories, Chromium', 'wxt build -b chrome --mode e2e'),
  command('build for the stories, Firefox', 'wxt build -b firefox --mode e2e'),
  vitest('stories in browsers', ['e2e']),
  // What takes minutes (killed browsers, large imports, a long day) is left to `npm run test:trust`, which tries once.
  vitest(
    'hostile pages and files, faults',
    ['trust', 'trust-alone'],
    [
      ...[
        'tests/hostile',
        'tests/faults/broken',
        'tests/faults/damaged',
        'tests/faults/clock',
        'tests/faults/old',
      ],
      ...['--exclude tests/hostile/own-marks.test.ts', '--retry 1'],
    ],
  ),
];

const checkOnly = process.argv.includes('--check');
const outcomes = await runSteps(withoutBrowsers, 2);
if (!checkOnly) outcomes.push(...(await runSteps(withBrowsers, 1)));
rmSync(scratch, { recursive: true, force: true });
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);

async function runSteps(steps: readonly Step[], atOnce: number): Promise<Outcome[]> {
  const waiting = [...steps];
  const done: Outcome[] = [];
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const start = performance.now();
      const outcome = await step.run().catch((error: unknown) => failure(String(error)));
      print(step.name, outcome, performance.now() - start);
      done.push(outcome);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return done;
}

function print(name: string, { passed, failed, output }: Outcome, durationMs: number): void {
  const count = passed + failed === 1 ? '' : `${passed} passed, ${failed} failed`;
  const seconds = `${(durationMs / 1000).toFixed(1)} s`;
  console.log(`${failed === 0 ? '✓' : '✗'} ${name.padEnd(34)}${seconds.padStart(8)}  ${count}`.trimEnd());
  if (failed > 0) console.log(output.trim().split('\n').slice(-80).join('\n').replace(/^/gm, '    '));
}

/** One command line of ours, never of a caller; `isSound` may find fault with a run that ended well. */
function command(name: string, line: string, isSound: (output: string) => boolean = () => true): Step {
  const run = async (): Promise<Outcome> => {
    const { exitCode, output } = await execute(line);
    return exitCode === 0 && isSound(output) ? { passed: 1, failed: 0, output } : failure(output);
  };
  return { name, run };
}

/** With a TypeScript it cannot use, dependency-cruiser looks at nothing, and is content. */
function sawModules(output: string): boolean {
  return Number(/\((\d+) modules/.exec(output)?.[1] ?? 0) > 0;
}

/** `more`: which files, and how. */
function vitest(name: string, projects: readonly string[], more: readonly string[] = []): Step {
  const report = join(scratch, `${projects.join('-')}.json`);
  const chosen = projects.map((project) => `--project ${project}`).join(' ');
  const reporters = `--reporter=dot --reporter=json --outputFile.json="${report}"`;
  const run = async (): Promise<Outcome> => {
    const { exitCode, output } = await execute(
      `vitest run --config tests/vitest.config.ts ${chosen} ${reporters} ${more.join(' ')}`,
    );
    return count(report, exitCode, output);
  };
  return { name, run };
}

function count(report: string, exitCode: number, output: string): Outcome {
  let counts: Readonly<Record<string, number>>;
  try {
    counts = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return failure(`vitest left no report\n${output}`);
  }
  const passed = counts.numPassedTests ?? 0;
  const skipped = (counts.numPendingTests ?? 0) + (counts.numTodoTests ?? 0);
  const failed = (counts.numFailedTests ?? 0) + skipped;
  // A file that does not load, or an error outside any test, fails the run without a failed test.
  const alsoFailed = exitCode !== 0 && failed === 0 ? 1 : 0;
  return { passed, failed: failed + alsoFailed, output };
}

async function asTest(work: Promise<unknown>): Promise<Outcome> {
  try {
    await work;
    return { passed: 1, failed: 0, output: '' };
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
}

function failure(output: string): Outcome {
  return { passed: 0, failed: 1, output };
}

function execute(line: string): Promise<{ exitCode: number; output: string }> {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  const env = { ...process.env, PATH: path, NO_COLOR: '1', FORCE_COLOR: '0' };
  return new Promise((resolve) => {
    // Through a shell, because on Windows the tools in `.bin` are scripts.
    const child = spawn(line, { cwd: root, env, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ exitCode: 1, output: `${output}\n${error.message}` }));
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}
