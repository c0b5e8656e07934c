/**
 * `npm run release`: both store packages, built twice to show that the same source gives the same bytes, checked, listed
 * with their digests, and what has changed in permissions and policy since the release before.
 *
 * Everything lands in `.output/release/`, with the stores' texts and pictures. Nothing is uploaded: what to upload where is
 * printed at the end.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifestChanges, type RightsOfManifest } from './manifest-changes.ts';
import { listMaterials } from './materials.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const output = join(root, '.output');
const release = join(output, 'release');
const BROWSERS = ['chrome', 'firefox'] as const;
type Browser = (typeof BROWSERS)[number];

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const packageOf = (browser: Browser) => `backstory-${version}-${browser}.zip`;
const SOURCES = `backstory-${version}-sources.zip`;

try {
  makeRelease();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function makeRelease(): void {
  rmSync(release, { recursive: true, force: true });
  mkdirSync(release, { recursive: true });
  for (const browser of BROWSERS) buildTwice(browser);
  run('web-ext', ['lint', '--source-dir', join(output, 'firefox-mv3'), '--boring']);
  cpSync(join(output, SOURCES), join(release, SOURCES));
  const materials = `backstory-${version}-materials.cdx.json`;
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  writeFileSync(join(release, materials), listMaterials(lock));
  const digests = readdirSync(release).map((name) => `${digestOf(join(release, name))}  ${name}`);
  writeFileSync(join(release, 'SHA256SUMS'), `${digests.join('\n')}\n`);
  console.log(`\n${digests.join('\n')}\n`);
  for (const browser of BROWSERS) tellChanges(browser);
  tellUploads();
}

/** What goes into which form: the packages, and the texts, pictures and answers of `.store/`, copied beside them. */
function tellUploads(): void {
  const given = join(release, 'store');
  cpSync(join(root, '.store'), given, { recursive: true });
  const pictures = (kind: string) => readdirSync(given).filter((name) => name.startsWith(kind));
  const news = join('releases', `${version}.md`);
  const lines = [
    `To upload, all of it in ${release}:`,
    `  Chrome Web Store   ${packageOf('chrome')}`,
    `    listing          store/listing.md, ${pictures('screenshot').join(', ')}, ${pictures('promo').join(', ')}`,
    '    privacy          store/permissions.md (purpose, permissions, remote code), store/privacy.md',
    '    test notes       store/reviewers.md',
    `  Firefox Add-ons    ${packageOf('firefox')}, and ${SOURCES} as its source code`,
    '    listing          the same texts and screenshots',
    `    release notes    ${existsSync(join(given, news)) ? `store/${news}` : `none written: .store/${news} is missing`}`,
    '    to reviewers     store/reviewers.md, store/permissions.md',
    '    privacy policy   store/privacy.md; the manifest declares that no data is collected',
  ];
  console.log(`\n${lines.join('\n')}`);
}

/** Throws when two clean builds of one source differ: a reviewer could not make the package again. */
function buildTwice(browser: Browser): void {
  const digests = [1, 2].map(() => {
    rmSync(join(output, `${browser}-mv3`), { recursive: true, force: true });
    run('wxt', ['zip', '-b', browser]);
    return digestOfFolder(join(output, `${browser}-mv3`));
  });
  if (digests[0] !== digests[1])
    throw new Error(`Two builds for ${browser} differ: ${digests.join(' and ')}.`);
  cpSync(join(output, packageOf(browser)), join(release, packageOf(browser)));
  console.log(`${browser}: two builds, the same files (${digests[0]})`);
}

function tellChanges(browser: Browser): void {
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as RightsOfManifest;
  const changes = manifestChanges(
    read(join(root, `tests/golden/release/manifest-${browser}.json`)),
    read(join(output, `${browser}-mv3`, 'manifest.json')),
  );
  console.log(`${browser}: ${changes.length === 0 ? 'asks for what the last release asked for' : ''}`);
  for (const change of changes) console.log(`  ${change}`);
}

function run(command: string, parameters: readonly string[]): void {
  execFileSync(join(root, 'node_modules/.bin', command), parameters, { cwd: root, stdio: 'inherit' });
}

function digestOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Over names and contents of all files, in the order of their names. */
function digestOfFolder(folder: string): string {
  const whole = createHash('sha256');
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const name of names) whole.update(`${name.slice(folder.length)} ${digestOf(name)}\n`);
  return whole.digest('hex');
}
