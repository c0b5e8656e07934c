/**
 * Starts Firefox on a profile of ours: quiet (no request of its own leaves it), extension-friendly, and with
 * Marionette listening on a free loopback port that Firefox picks itself and writes into the profile.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { LaunchOptions } from './driven-browser.ts';
import { waitUntil } from './wait-until.ts';

/** Any uuid will do; a fixed one makes the addresses of the extension's pages known before it is installed. */
export const EXTENSION_UUID = 'b0c4a11e-0000-4000-8000-000000000001';

type Prefs = Record<string, string | number | boolean>;

const NOTHING = 'data:,';

/** What Marionette does not already silence by itself (its "recommended preferences"), found by counting. */
const QUIET: Prefs = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.search.serpEventTelemetryCategorization.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'dom.push.connection.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.systemAddon.update.url': NOTHING,
  'extensions.update.enabled': false,
  // The media plug-in updater asks two servers about 20 s after the start.
  'media.gmp-manager.updateEnabled': false,
  'media.gmp-manager.url': NOTHING,
  'media.gmp-provider.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.prefetch-next': false,
  'network.trr.mode': 5,
  // Obeyed by release builds only under MOZ_DISABLE_NONLOCAL_CONNECTIONS=1, see below.
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'telemetry.fog.test.localhost_port': -1,
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': NOTHING,
};

const FOR_EXTENSIONS: Prefs = {
  'extensions.webextOptionalPermissionPrompts': false,
  // A temporary extension is removed at exit; these keep its storage for a restart on the same profile.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'marionette.port': 0,
  'remote.log.level': 'Error',
  // Without it the search field of an extension page under test would see an IME-less, unfocused window.
  'focusmanager.testmode': true,
  // `console.error` of every content process on standard output, the browser's own left out.
  'browser.dom.window.dump.enabled': true,
  'devtools.console.stdout.chrome': false,
  'devtools.console.stdout.content': true,
};

export interface FirefoxProcess {
  readonly child: ChildProcess;
  readonly marionettePort: number;
  readonly ended: Promise<void>;
}

export async function startFirefox(
  executable: string,
  profileDir: string,
  geckoId: string,
  options: LaunchOptions,
  onLine: (line: string) => void,
): Promise<FirefoxProcess> {
  mkdirSync(profileDir, { recursive: true });
  const prefs: Prefs = {
    ...QUIET,
    ...FOR_EXTENSIONS,
    'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: EXTENSION_UUID }),
    ...(options.proxyPort === undefined ? {} : proxyPrefs(options.proxyPort)),
    ...options.prefs,
  };
  const lines = Object.entries(prefs).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profileDir, 'user.js'), lines.join(''));
  const portFile = join(profileDir, 'MarionetteActivePort');
  rmSync(portFile, { force: true });

  const args = ['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profileDir];
  if (options.headless ?? true) args.push('--headless', '--width', '1280', '--height', '900');
  const child = spawn(executable, [...args, 'about:blank'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(options),
  });
  // Were this process to crash, its browser must not stay behind.
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      process.off('exit', killWithUs);
      resolve();
    });
  });
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', onLine);

  try {
    const port = await waitUntil(
      () => {
        if (child.exitCode !== null) throw new Error(`Firefox ended with exit code ${child.exitCode}`);
        return existsSync(portFile) && Number(readFileSync(portFile, 'utf8'));
      },
      { timeoutMs: 60_000, what: 'Firefox to listen' },
    );
    return { child, marionettePort: port, ended };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

function proxyPrefs(port: number): Prefs {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'network.proxy.failover_direct': false,
  };
}

/**
 * Behind the counting proxy Firefox also runs in the mode of its own test suites, in which any connection
 * past loopback ends the process: a request that went around the proxy could not stay unseen.
 */
function environment(options: LaunchOptions): NodeJS.ProcessEnv {
  if (options.proxyPort === undefined) return process.env;
  return { ...process.env, MOZ_DISABLE_NONLOCAL_CONNECTIONS: '1' };
}
