/** Starts a browser of either kind with the extension in it; finds or installs the browser first. */
import { ensureBrowser } from '../browsers.ts';
import { launchChromium } from './chromium.ts';
import type { BrowserKind, DrivenBrowser, LaunchOptions } from './driven-browser.ts';
import { launchFirefox } from './firefox.ts';

export async function launch(kind: BrowserKind, options: LaunchOptions): Promise<DrivenBrowser> {
  const executable = await ensureBrowser(kind);
  return kind === 'firefox' ? launchFirefox(executable, options) : launchChromium(executable, options);
}
