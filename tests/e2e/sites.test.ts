/**
 * The three site-access buttons on the shipped build, which is granted nothing at install. Firefox answers the
 * permission prompt by preference; Chromium's cannot be answered headless, so there the request must only be one
 * that the manifest allows (another is refused at once).
 */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { launch } from '../../src/platform/node/drive/launch.ts';
import { startLoopbackProxy } from './loopback-proxy.ts';
import { marksOn, NO_MARKS } from './story.ts';

describe('site access on the shipped build', () => {
  it('reads pages that are already open as soon as every site is allowed, in Firefox', async () => {
    const proxy = await startLoopbackProxy();
    const browser = await launch('firefox', {
      extensionDir: resolve('.output/firefox-mv3'),
      proxyPort: proxy.port,
      prefs: { 'extensions.webextOptionalPermissionPrompts': false },
    });
    try {
      const welcome = await browser.waitForPage('/welcome.html');
      const page = await browser.newPage('http://news.test/meetings.html');
      expect((await browser.badge(page)).text).toBe('');
      expect(await marksOn(page)).toEqual(NO_MARKS);
      await welcome.activate();
      await welcome.click('[data-testid=access-everywhere]');
      await expect.poll(async () => (await browser.badge(page)).text, { timeout: 10_000 }).not.toBe('');
      await page.activate();
      await expect
        .poll(async () => (await marksOn(page)).person.length, { timeout: 10_000 })
        .toBeGreaterThan(2);
      expect(proxy.outside).toEqual([]);
    } finally {
      await browser.close();
      await proxy.close();
    }
  });

  it('asks for no more than the manifest allows, in Chromium', async () => {
    const browser = await launch('chromium', { extensionDir: resolve('.output/chrome-mv3') });
    try {
      const page = await browser.openExtensionPage('options.html');
      const ask = (origin: string) =>
        page.evaluate(async (wanted: string) => {
          const { permissions } = (
            globalThis as unknown as { chrome: { permissions: { request(what: object): Promise<boolean> } } }
          ).chrome;
          const asked = permissions.request({ origins: [wanted] }).then(String, String);
          const waiting = new Promise<string>((later) =>
            setTimeout(() => later('waiting for the reader'), 800),
          );
          return Promise.race([asked, waiting]);
        }, origin);
      expect(await ask('ftp://*/*')).toContain('Only permissions specified in the manifest');
      expect(await ask('*://news.test/*')).toBe('waiting for the reader');
      expect(await ask('*://*/*')).toBe('waiting for the reader');
    } finally {
      await browser.close();
    }
  });
});
