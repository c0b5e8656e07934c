/** How Chromium is started: alone with itself, asking nobody but the proxy. */
import type { LaunchOptions } from './driven-browser.ts';

/** What Chromium would ask its own servers for, found by counting; puppeteer silences most of it already. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,NetworkTimeServiceQuerying',
  '--disable-quic',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
];

/**
 * Two requests that no switch turns off: the sign-in state and the component updater. Behind the counting
 * proxy they go to a host which the proxy plays, so that a request to the real ones would be a finding.
 */
const TO_PROXY = [
  '--gaia-url=http://browser.test',
  '--component-updater=url-source=http://browser.test/update',
];

export function switchesFor({ headless = true, proxyPort, locale, switches = [] }: LaunchOptions): string[] {
  return [
    ...QUIET,
    ...switches,
    ...(locale ? [`--lang=${locale}`] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(headless ? ['--disable-gpu', '--window-size=1280,900'] : []),
    ...(proxyPort === undefined ? [] : throughProxy(proxyPort)),
  ];
}

const throughProxy = (port: number) => [
  `--proxy-server=http://127.0.0.1:${port}`,
  '--proxy-bypass-list=<-loopback>',
  ...TO_PROXY,
];
