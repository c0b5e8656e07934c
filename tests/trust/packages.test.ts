/**
 * Bars 23 and 24: two clean copies of the sources, in two places, give the same store packages to the byte; the stores'
 * linter finds nothing; and the package asks for what the last release asked for, or says what more.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { manifestChanges, type RightsOfManifest } from '../../src/platform/node/manifest-changes.ts';
import { recordFigure } from './figures.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BROWSERS = ['chrome', 'firefox'] as const;
const bin = (name: string) => join(ROOT, 'node_modules/.bin', name);
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;

/** Warnings by file; what each of them is stands in .store/reviewers.md. */
const EXPLAINED = { chunks: 1, 'importing.js': 4, 'pdf.js': 2 };

/** As in a shell: the test runner's own variables would have the packages built for tests. */
const SHELL = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(?:NODE_ENV|VITEST.*|TEST|MODE|DEV|PROD|SSR|BASE_URL)$/.test(name),
  ),
);

/** What is kept under version control, as it stands, and nothing else. */
function cleanCopy(): string {
  // Of another length each time, so that a path written into the package would be seen.
  const folder = mkdtempSync(join(tmpdir(), `backstory-clean-${'x'.repeat(copies.length)}`));
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
  });
  for (const name of listed.toString('utf8').split('\0').filter(Boolean))
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  copies.push(folder);
  return folder;
}
const copies: string[] = [];

/** By name of the package. */
function packagesOf(folder: string): Record<string, string> {
  for (const browser of BROWSERS)
    execFileSync(bin('wxt'), ['zip', '-b', browser], { cwd: folder, env: SHELL, stdio: 'ignore' });
  const names = readdirSync(join(folder, '.output')).filter((name) => name.endsWith('.zip'));
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, '.output', name)))
        .digest('hex'),
    ]),
  );
}

describe('store packages', () => {
  afterAll(() => {
    for (const folder of copies) rmSync(folder, { recursive: true, force: true });
  });

  it('are the same, to the byte, from two clean copies', { timeout: 600_000 }, () => {
    const [one, other] = [packagesOf(cleanCopy()), packagesOf(cleanCopy())];
    const names = Object.keys(one);
    const differ = names.filter((name) => one[name] !== other[name]);
    recordFigure({
      bar: '23 store packages of two clean builds that differ by a byte',
      pass: '0',
      measured: `${differ.length} of ${names.length}`,
      browser: 'node',
    });
    expect(names.length).toBe(3);
    expect(other).toEqual(one);
  });

  it('give the stores’ linter nothing to say, and ask for nothing new', { timeout: 120_000 }, () => {
    const folder = copies[0] ?? cleanCopy();
    const built = join(folder, '.output', 'firefox-mv3');
    const report = execFileSync(bin('web-ext'), ['lint', '--source-dir', built, '--output', 'json']);
    const found = JSON.parse(report.toString('utf8')) as {
      readonly summary: Record<string, number>;
      readonly warnings: readonly { readonly file: string }[];
    };
    const warned: Record<string, number> = {};
    // Which chunk the view library lies in is the bundler's choice.
    for (const { file } of found.warnings) {
      const name = file.replace(/^chunks\/.*/, 'chunks');
      warned[name] = (warned[name] ?? 0) + 1;
    }
    const changes = BROWSERS.flatMap((browser) =>
      manifestChanges(
        read(
          join(dirname(import.meta.dirname), `golden/release/manifest-${browser}.json`),
        ) as RightsOfManifest,
        read(join(folder, '.output', `${browser}-mv3`, 'manifest.json')) as RightsOfManifest,
      ).map((change) => `${browser} ${change}`),
    );
    recordFigure({
      bar: '24 what the stores’ linter says; what is asked for beyond the last release',
      pass: '0 errors, each warning explained; each with a reason',
      measured: `${found.summary.errors} errors, ${found.summary.warnings} warnings of libraries (.store/reviewers.md); ${changes.length === 0 ? 'nothing' : changes.join(', ')}`,
      browser: 'node',
    });
    expect(found.summary.errors).toBe(0);
    expect(warned).toEqual(EXPLAINED);
  });
});
