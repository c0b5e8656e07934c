/** What is shipped: the smallest manifest, a closed policy, and no more bytes than promised. Needs `npm run build`. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const BUILDS = [
  { browser: 'Chrome', folder: '.output/chrome-mv3', own: ['sidePanel'] },
  { browser: 'Firefox', folder: '.output/firefox-mv3', own: [] },
] as const;

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
];

const OUTWARD =
  /\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|importScripts)\b|\beval\(|new Function\(/g;
/** The policy above keeps all of them within the package. */
const KNOWN_OUTWARD = {
  // Papa Parse can fetch a table from an address; it is given text alone.
  'chunks/archive-port.js': ['XMLHttpRequest'],
  // The same, and the worker's own way to load pdf.js out of the package.
  'importing.js': ['XMLHttpRequest', 'importScripts'],
  // pdf.js can fetch a document from an address; it is given bytes alone.
  'pdf.js': ['XMLHttpRequest'],
};

interface Manifest {
  readonly manifest_version: number;
  readonly permissions: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly optional_host_permissions: readonly string[];
  readonly content_scripts?: unknown;
  readonly externally_connectable?: unknown;
  readonly incognito?: string;
  readonly content_security_policy: { readonly extension_pages: string };
  readonly web_accessible_resources: readonly {
    readonly resources: readonly string[];
    readonly use_dynamic_url?: boolean;
  }[];
}

describe.each(BUILDS)('the package for $browser', ({ browser, folder, own }) => {
  const manifest = async () => JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;

  it.each(['popup', 'sidepanel', 'card'])('lets %s read few files before its first frame', async (page) => {
    const scripts = (await readFile(join(folder, `${page}.html`), 'utf8')).match(/\/chunks\/[^"]+\.js/g);
    expect(scripts?.length).toBeLessThanOrEqual(6);
  });

  it('asks for these permissions, and for sites only later', async () => {
    const { manifest_version, permissions, host_permissions, optional_host_permissions } = await manifest();
    expect(manifest_version).toBe(3);
    expect([...permissions].sort()).toEqual(
      ['activeTab', 'contextMenus', 'scripting', ...own, 'storage', 'unlimitedStorage'].sort(),
    );
    expect(host_permissions ?? []).toEqual([]);
    expect(optional_host_permissions).toEqual(['*://*/*']);
  });

  it('runs nowhere unasked, in private windows not at all, and lets nobody outside call it', async () => {
    const { content_scripts, externally_connectable, incognito } = await manifest();
    expect(incognito).toBe('not_allowed');
    expect(content_scripts ?? []).toEqual([]);
    expect(externally_connectable).toBeUndefined();
  });

  it('closes its pages to everything but itself', async () => {
    const { content_security_policy } = await manifest();
    expect(content_security_policy.extension_pages.split('; ')).toEqual(POLICY);
  });

  it('lets pages frame the card and the marks above a page, and nothing else', async () => {
    const [first, ...others] = (await manifest()).web_accessible_resources;
    expect(others).toEqual([]);
    expect(first?.resources).toEqual(['card.html', 'own-marks.html']);
    expect(first?.use_dynamic_url).toBe(browser === 'Chrome' ? true : undefined);
  });

  it('is at most 3 MB to download, with no file that a store’s validator would pass over', async () => {
    const names = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const contents = await Promise.all(files.map((file) => readFile(file)));
    const packed = contents.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
    expect(packed).toBeLessThan(3 * 2 ** 20);
    expect(Math.max(...contents.map(({ length }) => length))).toBeLessThan(4 * 2 ** 20);
  });

  it('puts at most 25 KB (gzip) into a page', async () => {
    const script = await readFile(join(folder, 'reading.js'));
    expect(gzipSync(script).length).toBeLessThan(25 * 2 ** 10);
  });

  it('draws the popup with at most 60 KB (gzip) of style and code', async () => {
    const asked = new Set<string>();
    const follow = async (name: string): Promise<void> => {
      if (asked.has(name)) return;
      asked.add(name);
      if (!name.endsWith('.js')) return;
      const imported = (await readFile(join(folder, name), 'utf8')).matchAll(/(?:from|import)"\.\/([^"]+)"/g);
      for (const [, other = ''] of imported) await follow(`chunks/${other}`);
    };
    const page = await readFile(join(folder, 'popup.html'), 'utf8');
    for (const [, name = ''] of page.matchAll(/(?:src|href)="\/([^"]+)"/g)) await follow(name);
    const contents = await Promise.all([...asked].map((name) => readFile(join(folder, name))));
    expect(contents.length).toBeGreaterThan(3);
    const packed = contents.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
    expect(packed).toBeLessThan(60 * 2 ** 10);
  });

  it('holds no code that speaks to a network or runs text, but what two libraries hold and nobody calls', async () => {
    const scripts = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(5);
    const found: Record<string, string[]> = {};
    for (const name of scripts) {
      const calls = new Set((await readFile(join(folder, name), 'utf8')).match(OUTWARD));
      // Chunks carry a digest of what they hold in their names.
      if (calls.size > 0) found[name.replace(/-[\w-]{8}\.js$/, '.js')] = [...calls].sort();
    }
    expect(found).toEqual(KNOWN_OUTWARD);
  });
});
