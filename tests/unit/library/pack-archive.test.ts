import { describe, expect, it } from 'vitest';
import type { Article, ArticleId } from '../../../src/archive/article.ts';
import {
  encodePack,
  type PackFiles,
  type PackManifest,
  readManifest,
  readSection,
  SHARD_BYTES,
} from '../../../src/archive/pack.ts';
import { lookUp } from '../../../src/library/look-up.ts';
import { openArchive, packArchive } from '../../../src/library/pack-archive.ts';
import { searchArchive } from '../../../src/library/search-archive.ts';
import { ARTICLES, archiveOf, article, authority, eid, entity } from '../invented-archive.ts';

type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
const readFrom = (files: Files) => async (file: string) => files.get(file) ?? null;
const packed = packArchive(ARTICLES, authority());
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

async function changed(
  file: string,
  change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> | null,
): Promise<Files> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>(await packed);
  const bytes = change(files.get(file)!.slice());
  if (bytes) files.set(file, bytes);
  else files.delete(file);
  return files;
}

async function withManifest(change: (manifest: PackManifest) => unknown): Promise<Files> {
  return changed('manifest.json', (bytes) => encode(change(JSON.parse(decode(bytes)) as PackManifest)));
}

async function open(files: Files) {
  const opened = await openArchive(readFrom(files));
  return opened.ok ? opened.value : opened.error;
}

async function opened(files: Files) {
  const archive = await open(files);
  if (!('records' in archive)) throw new Error(archive.message);
  return archive;
}

const flip = (bytes: Uint8Array<ArrayBuffer>) => {
  const middle = bytes.length >> 1;
  bytes[middle] = bytes[middle]! ^ 1;
  return bytes;
};

describe('a pack', () => {
  it('opens to what it was made from', async () => {
    const [archive, derived] = [await opened(await packed), archiveOf()];
    expect(archive.isRebuilt).toBe(false);
    expect(archive.records).toEqual(derived.records);
    expect(archive.articles).toEqual(derived.articles);
    expect(archive.mentionsOf).toEqual(derived.mentionsOf);
    expect(archive.knowledge).toEqual(derived.knowledge);
    expect(archive.builtAt).toBe('2021-06-20');
    for (const query of ['harbour bridge', 'person:Lindgren', '"hundred years"'])
      expect(searchArchive(archive, query, 9)).toEqual(searchArchive(derived, query, 9));
  });

  it('is the same to the byte however often it is baked', async () => {
    expect(await packArchive(ARTICLES, authority())).toEqual(await packed);
  });

  it('does not depend on the order of its articles, nor on one given twice', async () => {
    expect(await packArchive([...ARTICLES].reverse(), authority())).toEqual(await packed);
    expect(await packArchive([...ARTICLES, ...ARTICLES], authority())).toEqual(await packed);
  });

  it('does not depend on any clock: its date is the newest article’s', async () => {
    const manifest = JSON.parse(decode((await packed).get('manifest.json'))) as PackManifest;
    expect(manifest).toMatchObject({ builtAt: '2021-06-20', counts: { articles: 3, entities: 6 } });
    expect(decode((await packed).get('manifest.json'))).not.toContain(new Date().toISOString().slice(0, 10));
  });

  it('may be empty', async () => {
    const archive = await opened(await packArchive([], { entities: [], outlets: [] }));
    expect([archive.records, archive.builtAt, archive.isRebuilt]).toEqual([[], null, false]);
  });

  it('parts large sections into shards under the limit, and joins them again', async () => {
    const large = new Uint8Array(SHARD_BYTES * 2 + 5).map((_, at) => at % 251);
    const files = await encodePack(new Map([['large', large]]), {
      ...{ analyzer: 'x', builtAt: null, counts: { articles: 0, passages: 0, entities: 0 } },
    });
    expect([...files.values()].every((bytes) => bytes.length <= SHARD_BYTES)).toBe(true);
    const manifest = await readManifest(readFrom(files));
    const section = manifest.ok ? await readSection(manifest.value, 'large', readFrom(files)) : null;
    expect(section?.ok && Buffer.compare(section.value, large)).toBe(0);
    const other = manifest.ok ? await readSection(manifest.value, 'constructor', readFrom(files)) : null;
    expect(other).toMatchObject({ ok: false, error: { message: 'The pack has no section “constructor”.' } });
  });
});

describe('a damaged pack', () => {
  const truth = ['articles.0.bin', 'authority.0.bin'];
  const derived = ['passages.0.bin', 'mentions.0.bin', 'speakers.0.bin', 'gazetteer.0.bin', 'index.0.bin'];

  it('consists of the sections these tests damage, and no others', async () => {
    expect([...(await packed).keys()].sort()).toEqual([...truth, ...derived, 'manifest.json'].sort());
  });

  it.each(truth)('is refused by name when one bit of %s differs', async (file) => {
    expect(await open(await changed(file, flip))).toEqual({
      code: 'archive-damaged',
      message: `The pack's file ${file} is damaged: its digest differs.`,
    });
  });

  it.each(truth)('is refused by name when %s is missing, cut short or too long', async (file) => {
    expect(await open(await changed(file, () => null))).toMatchObject({
      message: `The pack's file ${file} is missing.`,
    });
    expect(await open(await changed(file, (bytes) => bytes.slice(1)))).toMatchObject({
      code: 'archive-damaged',
    });
    const longer = (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array([...bytes, 10]);
    expect(await open(await changed(file, longer))).toMatchObject({ code: 'archive-damaged' });
  });

  it.each(derived)(
    'is made again from its articles when one bit of %s differs, and says so',
    async (file) => {
      const archive = await opened(await changed(file, flip));
      expect(archive.isRebuilt).toBe(true);
      expect(archive.records).toEqual(archiveOf().records);
      expect(archive.index.search({ words: ['harbour'] })).toEqual(
        archiveOf().index.search({ words: ['harbour'] }),
      );
    },
  );

  it.each(derived)('is made again when %s is missing', async (file) => {
    expect((await opened(await changed(file, () => null))).isRebuilt).toBe(true);
  });

  it('is made again when other folding rules made it', async () => {
    const archive = await opened(
      await withManifest((manifest) => ({ ...manifest, analyzer: 'fold-00000000' })),
    );
    expect([archive.isRebuilt, archive.records.length]).toEqual([true, archiveOf().records.length]);
  });

  it.each<[string, (manifest: PackManifest) => unknown, RegExp]>([
    ['of another format', (manifest) => ({ ...manifest, format: 99 }), /format 99; this version reads 1/],
    ['without a format', ({ format: _, ...manifest }) => manifest, /format undefined/],
    [
      'with another digest',
      (manifest) => ({ ...manifest, digest: 'sha256:0' }),
      /does not match its own digest/,
    ],
    [
      'that names another shard’s digest',
      ({ sections, ...manifest }) => ({ ...manifest, sections: { ...sections, index: [] } }),
      /does not match/,
    ],
    ['without sections', ({ sections: _, ...manifest }) => manifest, /manifest\.json/],
    ['whose sections are null', (manifest) => ({ ...manifest, sections: null }), /manifest\.json/],
    [
      'whose section is no list',
      (manifest) => ({ ...manifest, sections: { articles: 'x' } }),
      /manifest\.json/,
    ],
    ['that is null', () => null, /manifest\.json/],
    ['that is a list', () => [], /manifest\.json/],
    ['that is a number', () => 4, /manifest\.json/],
  ])('is refused with a sentence for a manifest %s', async (_what, change, sentence) => {
    const error = await open(await withManifest(change));
    expect(error).toMatchObject({ code: 'archive-damaged', message: expect.stringMatching(sentence) });
  });

  it('is refused with a sentence when the manifest is missing, empty or no JSON', async () => {
    const refusal = async (change: () => Uint8Array<ArrayBuffer> | null) =>
      open(await changed('manifest.json', change));
    expect(await refusal(() => null)).toMatchObject({ message: 'The pack has no manifest.json.' });
    for (const bytes of [
      new Uint8Array(),
      new TextEncoder().encode('{"format":1'),
      new Uint8Array([255, 0, 1]),
    ])
      expect(await refusal(() => bytes)).toMatchObject({ message: "The pack's manifest.json is not JSON." });
  });
});

describe('an archive whose contents look like properties of objects', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const odd: Article[] = names.map((name) =>
    article(name, `The ${name} of the bridge is called ${name} by everybody in town.`, {
      ...{ headline: name, publisher: name, author: [name], identifier: name },
    }),
  );
  const entities = [
    entity('person:constructor', 'constructor prototype', { forms: ['toString'] }),
    entity('place:proto', '__proto__'),
  ];

  it('survives baking and opening, and answers questions', async () => {
    const files: PackFiles = await packArchive(odd, authority(entities));
    const archive = await opened(files);
    expect(archive.isRebuilt).toBe(false);
    expect([...archive.articles.keys()].sort()).toEqual([...names].sort());
    for (const name of names) {
      expect(archive.articles.get(name as ArticleId)?.headline).toBe(name);
      expect(searchArchive(archive, name, 5).passages[0]?.provenance.headline).toBe(name);
      expect(searchArchive(archive, `outlet:"${name}"`, 5).total).toBe(1);
    }
    expect(lookUp(archive, '__proto__').names.map(({ entityId }) => entityId)).toEqual([eid('place:proto')]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
