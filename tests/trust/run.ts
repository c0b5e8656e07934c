/**
 * `npm run test:trust`: the whole form of every attack, fault and load, in both browsers; up to an hour. Writes
 * `tests/golden/trust-figures.json` and the table of SECURITY.md. Words after `--` choose files, as vitest does.
 */
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from '../../src/platform/node/browsers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
const env = { ...process.env, PATH: path, BACKSTORY_TRUST: 'whole' };

function run(line: string): boolean {
  return spawnSync(line, { cwd: root, env, shell: true, stdio: 'inherit' }).status === 0;
}

await ensureBrowser('chromium');
await ensureBrowser('firefox');
const isBuilt = ['chrome', 'firefox'].every((browser) => run(`wxt build -b ${browser} --mode e2e`));
const chosen = process.argv.slice(2).filter((word) => /^[\w./-]+$/.test(word));
const isProven =
  isBuilt &&
  run(`vitest run --config tests/vitest.config.ts --project trust --project trust-alone ${chosen.join(' ')}`);
// Written whatever came of it: a figure that is no good is shown as it is.
const isWritten = run('node tests/trust/security-table.ts');
process.exitCode = isProven && isWritten ? 0 : 1;
