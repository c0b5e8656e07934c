/**
 * Makes `npm start` and `npm test` work straight after a clone: installs the dependencies when they are
 * missing or older than the lock file, and says nothing when there is nothing to do.
 *
 * It runs before anything is installed, on the Node the machine happens to have (20 or newer): plain
 * JavaScript, built-in modules only.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const lockFile = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
/** Records which lock file `node_modules` was installed from. */
const stamp = join(modules, '.backstory-lock');

/** @returns {number} the exit code */
function ensureInstalled() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    console.error(`Backstory needs Node 20 or newer; this is ${process.version}.`);
    return 1;
  }
  if (!existsSync(lockFile)) {
    console.error('package-lock.json is missing, so the dependencies cannot be installed exactly.');
    return 1;
  }
  const digest = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === digest) return 0;

  console.error('Installing the dependencies (npm ci) …');
  // One fixed command line through the shell: on Windows `npm` is a script that only a shell starts.
  // stdout goes to stderr, so that a command's own output stays clean.
  const run = spawnSync('npm ci --include=dev --no-audit --no-fund', {
    cwd: root,
    shell: true,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (run.status !== 0) {
    const reason = run.error ? run.error.message : `it ended with exit code ${run.status}`;
    console.error(
      `\`npm ci\` failed (${reason}): the lines above say why. Check the network, then run again.`,
    );
    return 1;
  }
  mkdirSync(modules, { recursive: true });
  writeFileSync(stamp, `${digest}\n`);
  return 0;
}

process.exitCode = ensureInstalled();
