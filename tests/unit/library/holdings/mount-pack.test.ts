import 'fake-indexeddb/auto';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../../src/archive/article.ts';
import { encodePack, type PackFiles } from '../../../../src/archive/pack.ts';
import { examinePack, mountPack } from '../../../../src/library/holdings/mount-pack.ts';
import type { PackShelf } from '../../../../src/library/holdings/pack-shelf.ts';
import { sharePack } from '../../../../src/library/holdings/share-pack.ts';
import { PACK_FOLDER } from '../../../../src/library/holdings/tell-share-pack.ts';
import { openHoldingsDatabase } from '../../../../src/platform/browser/holdings/open-database.ts';
import { createPackShelf } from '../../../../src/platform/browser/holdings/pack-shelf.ts';
import { BRIDGE, LIBRARY, REPRINT } from '../../invented-archive.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const NOW = '2024-06-01T12:00:00Z';
const about = (name = 'Harbour news', madeAt = '2024-05-01T10:00:00Z') => ({ name, madeAt });

let databases = 0;
const newShelf = async () => createPackShelf(await openHoldingsDatabase(`shelf-${databases++}`));

const zip = (files: PackFiles): Bytes => zipSync(Object.fromEntries(files)) as Bytes;
const pack = async (articles: readonly Article[], facts = about()) =>
  zip(await sharePack(articles, null, facts));
const file = (bytes: Bytes, name = 'harbour.zip') => ({ name, bytes });

async function listOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const mount = async (shelf: PackShelf, bytes: Bytes, choice: 'replace' | 'beside' = 'replace') =>
  mountPack(file(bytes), choice, shelf, NOW);

describe('a share pack that is loaded', () => {
  it('is listed under its own name, and its articles say from which pack they are', async () => {
    const shelf = await newShelf();
    expect(await mount(shelf, await pack([BRIDGE, LIBRARY]))).toMatchObject({ ok: true });
    expect(await shelf.packs()).toMatchObject([
      { name: 'Harbour news', articles: 2, madeAt: '2024-05-01T10:00:00Z', loadedAt: NOW, isRemoved: false },
    ]);
    const articles = await listOf(shelf.articles());
    expect(articles.map(({ articleBody }) => articleBody).sort()).toEqual(
      [BRIDGE.articleBody, LIBRARY.articleBody].sort(),
    );
    expect(new Set(articles.map(({ provenance }) => provenance.collection))).toEqual(
      new Set(['pack:Harbour news']),
    );
    expect(await shelf.article(articles[0]!.id)).toEqual(articles[0]);
  });

  it('is recognised when it comes again, under whatever name', async () => {
    const shelf = await newShelf();
    await mount(shelf, await pack([BRIDGE, LIBRARY]));
    const again = await pack([LIBRARY, BRIDGE], about('Other', '2024-05-09T10:00:00Z'));
    expect(await examinePack(file(again), shelf, NOW)).toMatchObject({
      value: { standing: 'loaded', listed: { name: 'Harbour news' } },
    });
    expect(await mount(shelf, again)).toMatchObject({ ok: false });
    expect(await shelf.packs()).toHaveLength(1);
  });

  it('takes the place of another version, which can be brought back, or stands beside it', async () => {
    const shelf = await newShelf();
    await mount(shelf, await pack([BRIDGE]));
    const newer = await pack([BRIDGE, REPRINT], about('HARBOUR news', '2024-05-09T10:00:00Z'));
    expect(await examinePack(file(newer), shelf, NOW)).toMatchObject({
      value: { standing: 'other-version', listed: { articles: 1 }, pack: { articles: 2 } },
    });
    expect(await mount(shelf, newer)).toMatchObject({ value: { replaced: { articles: 1 } } });
    expect((await shelf.packs()).filter(({ isRemoved }) => !isRemoved)).toMatchObject([{ articles: 2 }]);
    expect(await listOf(shelf.articles())).toHaveLength(2);
    await mount(shelf, await pack([LIBRARY], about('harbour news')), 'beside');
    const loaded = (await shelf.packs()).filter(({ isRemoved }) => !isRemoved);
    expect(loaded.map(({ name }) => name)).toEqual(['HARBOUR news', 'harbour news (2)']);
  });

  it('gives nothing while it is removed, all of it when it is brought back, and goes when it is dropped', async () => {
    const shelf = await newShelf();
    const done = await mount(shelf, await pack([BRIDGE, LIBRARY]));
    if (!done.ok) throw new Error(done.error.message);
    const { pack: listed } = done.value;
    const [first] = await listOf(shelf.articles());
    await shelf.change([{ ...listed, isRemoved: true }]);
    expect([await listOf(shelf.articles()), await shelf.article(first!.id)]).toEqual([[], null]);
    await shelf.change([listed]);
    expect(await listOf(shelf.articles())).toHaveLength(2);
    await shelf.drop([listed.digest]);
    expect([await shelf.packs(), await listOf(shelf.articlesOf(listed.digest))]).toEqual([[], []]);
  });
});

const shard = `${PACK_FOLDER}/pack.0.bin`;
const manifest = `${PACK_FOLDER}/manifest.json`;

/** A pack whose sections anybody wrote, all digests right. */
async function forge(lines: readonly string[], facts: string | null = null): Promise<PackFiles> {
  const sections = new Map([['articles', strToU8(lines.join('\n')) as Bytes]]);
  if (facts !== null) sections.set('about', strToU8(facts) as Bytes);
  const counts = { articles: lines.length, passages: 0, entities: 0 };
  const files = await encodePack(sections, { analyzer: 'x', builtAt: null, counts });
  return new Map([...files].reverse().map(([name, bytes]) => [`${PACK_FOLDER}/${name}`, bytes]));
}

const LINE = JSON.stringify({ headline: 'Ferry again', articleBody: 'The ferry runs again.' });

async function changed(change: (files: Map<string, Bytes>) => void): Promise<Bytes> {
  const files = new Map(await sharePack([BRIDGE, LIBRARY], null, about()));
  change(files);
  return zip(files);
}

const edit = (files: Map<string, Bytes>, replace: (text: string) => string) =>
  files.set(manifest, strToU8(replace(new TextDecoder().decode(files.get(manifest)))) as Bytes);

const HOSTILE: readonly [what: string, make: () => Promise<Bytes>, reason: RegExp][] = [
  [
    'with a changed byte',
    () =>
      changed((files) => {
        const bytes = files.get(shard)!.slice();
        bytes[40]! ^= 1;
        files.set(shard, bytes);
      }),
    /section “articles” is damaged/,
  ],
  [
    'that breaks off',
    async () => (await pack([BRIDGE])).slice(0, 700) as Bytes,
    /breaks? off|damaged|not JSON/,
  ],
  ['without its articles', () => changed((files) => files.delete(shard)), /pack\.0\.bin is missing/],
  [
    'of a newer format',
    () => changed((files) => edit(files, (text) => text.replace('"format": 2', '"format": 3'))),
    /format 3, of a newer Backstory; this version reads 2/,
  ],
  [
    'with another digest than its own',
    () => changed((files) => edit(files, (text) => text.replace(/"start": 0/, '"start": 8'))),
    /does not match its own digest/,
  ],
  [
    'whose contents are a bomb',
    () => changed((files) => files.set(manifest, new Uint8Array(50_000_000))),
    /list of contents|unpacks to/,
  ],
  [
    'whose articles are a bomb',
    () => changed((files) => files.set(shard, new Uint8Array(50_000_000))),
    /longer than the pack says|unpacks to/,
  ],
  [
    'that says it holds gigabytes',
    async () => {
      const files = new Map(await forge([LINE]));
      // The digest of the layout is made of these numbers, and anybody can make it.
      const bytes = 4_000_000_000;
      const wide = await encodeLayout(bytes);
      files.set(manifest, wide);
      return zip(files);
    },
    /more than 200 MB/,
  ],
  [
    'with a file outside its folder in place of its own',
    () =>
      changed((files) => {
        const bytes = files.get(shard)!;
        files.delete(shard);
        for (const name of [`${PACK_FOLDER}/../pack.0.bin`, '../pack.0.bin', 'zzzzzzzzzzzzzz/pack.0.bin'])
          files.set(name, bytes);
      }),
    /pack\.0\.bin is missing/,
  ],
  [
    'that lists a shard by a path',
    () => changed((files) => edit(files, (text) => text.replace('"pack.0.bin"', '"../../pack.0.bin"'))),
    /lists no shards/,
  ],
  ['without articles', async () => zip(await forge([])), /no section|holds nothing|empty|white space/],
  ['with lines that are no articles', async () => zip(await forge([LINE, '{"a":1}'])), /in line 2/],
];

/** A manifest whose one section is as long as said, with the digest that this has. */
async function encodeLayout(bytes: number): Promise<Bytes> {
  const { digestOf } = await import('../../../../src/archive/digest.ts');
  const digest = `sha256:${'0'.repeat(64)}`;
  const lines = [`articles 0 ${bytes} ${digest}`, `pack.0.bin ${bytes}`].join('\n');
  const layout = {
    shards: [{ file: 'pack.0.bin', bytes }],
    sections: { articles: { start: 0, bytes, digest } },
  };
  const facts = { format: 2, analyzer: 'x', builtAt: null, counts: {} };
  return strToU8(
    JSON.stringify({ ...facts, digest: await digestOf(strToU8(lines) as Bytes), ...layout }),
  ) as Bytes;
}

describe('a share pack that cannot be trusted', () => {
  it.each(HOSTILE)('%s is refused whole, with the reason', async (_what, make, reason) => {
    const shelf = await newShelf();
    const bytes = await make();
    const examined = await examinePack(file(bytes), shelf, NOW);
    expect(examined.ok ? 'loaded' : examined.error.message).toMatch(reason);
    expect((await mount(shelf, bytes)).ok).toBe(false);
    expect([await shelf.packs(), await listOf(shelf.articles())]).toEqual([[], []]);
  });

  it('changes no object but its own by the names of its keys', async () => {
    const shelf = await newShelf();
    const line =
      '{"__proto__":{"isHeld":true},"constructor":{"prototype":{"isHeld":true}},"headline":"Ferry again","articleBody":"The ferry runs again.","provenance":{"__proto__":{"license":"x"},"collection":"bundled"}}';
    const files = await forge([line], '{"__proto__":{"name":"Evil"},"name":"Ferries"}');
    expect((await mount(shelf, zip(files))).ok).toBe(true);
    expect(({} as { isHeld?: boolean }).isHeld).toBeUndefined();
    const [article] = await listOf(shelf.articles());
    expect(article).toMatchObject({ headline: 'Ferry again', provenance: { license: null } });
    expect(article?.provenance.collection).toBe('pack:Ferries');
    expect(Object.hasOwn(article ?? {}, '__proto__')).toBe(false);
  });

  it('has no say in ids, links and collections', async () => {
    const shelf = await newShelf();
    const line = JSON.stringify({
      ...{ ...BRIDGE, id: LIBRARY.id, url: 'javascript:alert(1)' },
      provenance: { ...BRIDGE.provenance, collection: 'yours' },
    });
    await mount(shelf, zip(await forge([line], '{"name":"Ferries"}')));
    const [article] = await listOf(shelf.articles());
    expect(article?.id).not.toBe(LIBRARY.id);
    expect([article?.url, article?.provenance.collection]).toEqual([null, 'pack:Ferries']);
  });

  it.each([
    ['a\u202eb\n\u0000c\u2066', 'a b c'],
    [`${'x'.repeat(5_000)}`, 'x'.repeat(80)],
    [' \u200b ', 'harbour'],
    [{ toString: 'x' }, 'harbour'],
  ])('is called by what is plain of its name (%j)', async (name, wanted) => {
    const shelf = await newShelf();
    await mount(shelf, zip(await forge([LINE], JSON.stringify({ name, madeAt: '<b>yesterday' }))));
    expect(await shelf.packs()).toMatchObject([{ name: wanted, madeAt: null }]);
  });
});
