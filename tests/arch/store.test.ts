/** What the stores are given fits their forms, and says of permissions what the manifest asks for. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const at = (path: string) => new URL(`../../${path}`, import.meta.url);
const read = (path: string) => readFileSync(at(path), 'utf8');
const messages = JSON.parse(read('public/_locales/en/messages.json')) as Record<string, { message: string }>;

/** The text under a heading of the second order. */
function partOf(text: string, heading: string): string {
  const parts = text.split(/^## /m).slice(1);
  const part = parts.find((one) => one.startsWith(`${heading}\n`));
  return part?.slice(heading.length).trim() ?? '';
}

/** Width and height of a PNG, from its first chunk. */
function sizeOf(path: string): string {
  const bytes = readFileSync(at(path));
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

const PERMISSIONS = ['chrome', 'firefox'].flatMap(
  (browser) =>
    (JSON.parse(read(`tests/golden/release/manifest-${browser}.json`)) as { permissions: string[] })
      .permissions,
);

describe('the listing', () => {
  const listing = read('.store/listing.md');

  it('has the name and the summary of the manifest, in the length that both stores take', () => {
    expect(partOf(listing, 'Name')).toBe(messages.extensionName?.message);
    const summary = partOf(listing, 'Summary');
    expect(summary).toBe(messages.extensionDescription?.message);
    expect(summary.length).toBeLessThanOrEqual(132);
    expect(partOf(listing, 'Description').length).toBeGreaterThan(500);
    expect(partOf(listing, 'Description').length).toBeLessThan(16_000);
  });

  it('has its pictures, in the sizes of the Chrome Web Store, and none is heavy', () => {
    const pictures = readdirSync(at('.store')).filter((name) => name.endsWith('.png'));
    const sizes = Object.fromEntries(pictures.map((name) => [name, sizeOf(`.store/${name}`)]));
    expect(sizes).toEqual({
      'promo-1400x560.png': '1400x560',
      'promo-440x280.png': '440x280',
      ...Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`screenshot-${number}.png`, '1280x800'])),
    });
    const heaviest = Math.max(...pictures.map((name) => readFileSync(at(`.store/${name}`)).length));
    expect(heaviest).toBeLessThan(256 * 2 ** 10);
  });
});

describe('the reasons for permissions', () => {
  it.each([...new Set(PERMISSIONS)])('stand one by one: %s', (permission) => {
    const reason = partOf(read('.store/permissions.md'), permission);
    expect(reason.length).toBeGreaterThan(40);
    expect(reason.length).toBeLessThanOrEqual(1_000);
    expect(read('README.md')).toContain(`| \`${permission}\``);
  });

  it('say nothing of a permission that is not asked for', () => {
    const given = [...read('.store/permissions.md').matchAll(/^## ([a-z]\w+)$/gm)].map(([, name]) => name);
    expect(given.sort()).toEqual([...new Set(PERMISSIONS)].sort());
  });

  it('come with the declaration that the manifest makes', () => {
    expect(read('wxt.config.ts')).toContain("data_collection_permissions: { required: ['none'] }");
    expect(partOf(read('.store/privacy.md'), 'Data collection')).toContain('required: ["none"]');
  });
});

describe('release notes', () => {
  it('are written for a first release and every one behind it', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    const written = readdirSync(at('.store/releases'));
    expect(written).toContain('1.0.0.md');
    if (!version.startsWith('0.')) expect(written).toContain(`${version}.md`);
  });
});
