/**
 * Finds the installed Chromium or Firefox. Nothing is downloaded: a browser comes from the system, so that
 * what we test is what a reader runs. On Debian as root a missing one is installed with apt-get.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { BrowserKind } from './drive/driven-browser.ts';

interface Places {
  /** The environment variable that overrides everything. */
  readonly variable: 'CHROMIUM' | 'FIREFOX';
  readonly debianPackage: string;
  /** Looked up on the PATH. */
  readonly commands: readonly string[];
  readonly linux: readonly string[];
  readonly darwin: readonly string[];
  /** Below the program folders of Windows. */
  readonly win32: readonly string[];
  readonly howTo: string;
}

const PLACES: Record<BrowserKind, Places> = {
  chromium: {
    variable: 'CHROMIUM',
    debianPackage: 'chromium',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    linux: ['/usr/bin/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'],
    darwin: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    win32: ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe'],
    howTo: [
      'No Chromium or Google Chrome was found (CHROMIUM=/path/to/it overrides the search).',
      'On Debian or Ubuntu install it with `sudo apt-get install chromium`.',
      'On Fedora install it with `sudo dnf install chromium`.',
      'On macOS install it with `brew install --cask google-chrome`.',
      'On Windows install it with `winget install Google.Chrome`.',
    ].join('\n'),
  },
  firefox: {
    variable: 'FIREFOX',
    debianPackage: 'firefox-esr',
    commands: ['firefox', 'firefox-esr'],
    linux: ['/usr/bin/firefox-esr', '/usr/lib/firefox/firefox', '/opt/firefox/firefox', '/snap/bin/firefox'],
    darwin: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '/Applications/Firefox ESR.app/Contents/MacOS/firefox',
    ],
    win32: ['Mozilla Firefox\\firefox.exe', 'Mozilla Firefox ESR\\firefox.exe'],
    howTo: [
      'No Firefox was found (FIREFOX=/path/to/it overrides the search).',
      'On Debian install it with `sudo apt-get install firefox-esr`, on Ubuntu with `sudo apt-get install firefox`.',
      'On Fedora install it with `sudo dnf install firefox`.',
      'On macOS install it with `brew install --cask firefox`.',
      'On Windows install it with `winget install Mozilla.Firefox`.',
    ].join('\n'),
  },
};

/** The executable's path, or `null` when there is none. A variable that points nowhere throws. */
function findBrowser(kind: BrowserKind): string | null {
  const places = PLACES[kind];
  const named = process.env[places.variable];
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`${places.variable}=${named} is not an executable file.`);
  }
  return candidates(places).find(isExecutable) ?? null;
}

/** The executable's path; installs the browser where that is possible, and otherwise says how to. */
export async function ensureBrowser(kind: BrowserKind): Promise<string> {
  const found = findBrowser(kind);
  if (found) return found;
  if (canInstallWithApt()) {
    installWithApt(PLACES[kind].debianPackage);
    const installed = findBrowser(kind);
    if (installed) return installed;
  }
  throw new Error(PLACES[kind].howTo);
}

function candidates(places: Places): string[] {
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
    return roots.flatMap((root) => (root ? places.win32.map((file) => join(root, file)) : []));
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = places.commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  if (process.platform !== 'darwin') return [...onPath, ...places.linux];
  const home = process.env.HOME ?? '';
  return [...places.darwin, ...places.darwin.map((file) => join(home, file)), ...onPath];
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function canInstallWithApt(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

let aptListsUpdated = false;

function installWithApt(debianPackage: string): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  console.error(`Installing the Debian package ${debianPackage} …`);
  if (!aptListsUpdated) {
    // A failed update is not yet a failed install: the lists may be good enough.
    spawnSync('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    aptListsUpdated = true;
  }
  try {
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debianPackage], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } catch {
    console.error(`apt-get could not install ${debianPackage}.`);
  }
}
