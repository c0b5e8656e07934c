import { describe, expect, it } from 'vitest';
import type { Article, ArticleId } from '../../../src/archive/article.ts';
import { encodePack, type PackFiles, type PackManifest, readSection } from '../../../src/archive/pack.ts';
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
  from: Promise<Files> = packed,
): Promise<Files> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>(await from);
  const bytes = change(files.get(file)!.slice());
  if (bytes) files.set(file, bytes);
  else files.delete(file);
  return files;
}

async function withManifest(change: (manifest: PackManifest) => unknown): Promise<Files> {
  return changed('manifest.json', (bytes) => encode(change(JSON.parse(decode(bytes)) as PackManifest)));
}

const manifestOf = (files: Files) => JSON.parse(decode(files.get('manifest.json'))) as PackManifest;

async function sectionsOf(files: Files): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const manifest = manifestOf(files);
  const sections = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const name of Object.keys(manifest.sections)) {
    const section = await readSection(manifest, name, readFrom(files));
    if (!section.ok) throw new Error(section.error.message);
    sections.set(name, section.value);
  }
  return sections;
}

/** The same archive in shards so small that every section has some of its own. */
const SMALL = 64;
const small = packed.then(async (files) => encodePack(await sectionsOf(files), manifestOf(files), SMALL));

/** The small pack's shards that overlap the section and no other. */
async function shardsOf(section: string): Promise<string[]> {
  const { shards, sections } = manifestOf(await small);
  const inside = ({ start, bytes }: { start: number; bytes: number }, at: number) =>
    start < (at + 1) * SMALL && start + bytes > at * SMALL;
  return shards.flatMap(({ file }, at) => {
    const names = Object.keys(sections).filter((name) => inside(sections[name]!, at));
    return names.length === 1 && names[0] === section ? [file] : [];
  });
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

const flipAt = (bytes: Uint8Array<ArrayBuffer>, at: number) => {
  bytes[at] = bytes[at]! ^ 1;
  return bytes;
};

/** One bit in the middle of the section differs. */
async function flippedIn(section: string): Promise<Files> {
  const { start, bytes } = manifestOf(await packed).sections[section]!;
  return changed('pack.0.bin', (shard) => flipAt(shard, start + (bytes >> 1)));
}

const shorter = (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, -1);
const headless = (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(1);
const longer = (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array([...bytes, 10]);

describe('a pack', () => {
  it('opens to what it was made from', async () => {
    const [archive, derived] = [await opened(await packed), archiveOf()];
    expect(archive.isRebuilt).toBe(false);
    expect(archive.records).toEqual(derived.records);
    expect(archive.articles).toEqual(derived.articles);
    expect(archive.mentionsOf).toEqual(derived.mentionsOf);
    const known = ({
      knowledge: { entities, gazetteer, sounds, eventRecords, ...knowledge },
    }: typeof archive) => ({
      ...{ entities, gazetteer, sounds, eventRecords },
      byDay: knowledge.calendar.byDay,
      byCue: knowledge.calendar.byCue,
      scripts: knowledge.labelWords.scripts.map((script) => [script, knowledge.labelWords.in(script)]),
      companions: entities.map((_, entity) => knowledge.companions?.(entity)),
    });
    expect(known(archive)).toEqual(known(derived));
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
    const manifest = manifestOf(await packed);
    expect(manifest).toMatchObject({ builtAt: '2021-06-20', counts: { articles: 3, entities: 6 } });
    expect(decode((await packed).get('manifest.json'))).not.toContain(new Date().toISOString().slice(0, 10));
  });

  it('may be empty', async () => {
    const archive = await opened(await packArchive([], { entities: [], outlets: [] }));
    expect([archive.records, archive.builtAt, archive.isRebuilt]).toEqual([[], null, false]);
  });

  it('is two files, asked for at once and read once each', async () => {
    const files = await packed;
    expect([...files.keys()]).toEqual(['pack.0.bin', 'manifest.json']);
    const reads: string[] = [];
    const opening = openArchive(async (file) => {
      reads.push(file);
      return files.get(file) ?? null;
    });
    expect(reads).toEqual(['manifest.json', 'pack.0.bin']);
    expect((await opening).ok).toBe(true);
    expect(reads).toHaveLength(2);
  });

  it('opens from several shards as from one, each read once', async () => {
    const files = await small;
    expect(files.size).toBeGreaterThan(20);
    const reads: string[] = [];
    const archive = await openArchive(async (file) => {
      reads.push(file);
      return files.get(file) ?? null;
    });
    expect(archive.ok && [archive.value.isRebuilt, archive.value.records]).toEqual([
      false,
      archiveOf().records,
    ]);
    expect(reads.sort()).toEqual([...files.keys()].sort());
  });

  it('starts every section at a multiple of 8, with zeros between, and reads it without copying', async () => {
    const files = await packed;
    const [manifest, body] = [manifestOf(files), files.get('pack.0.bin')!];
    let end = 0;
    for (const [name, { start, bytes }] of Object.entries(manifest.sections)) {
      expect([name, start]).toEqual([name, Math.ceil(end / 8) * 8]);
      expect(body.subarray(end, start).every((byte) => byte === 0)).toBe(true);
      end = start + bytes;
      const section = await readSection(manifest, name, readFrom(files));
      expect(section.ok && section.value.buffer === body.buffer).toBe(true);
    }
    expect(body.length).toBe(end);
  });
});

const withSection = (manifest: PackManifest, articles: unknown) => ({
  ...manifest,
  sections: { ...manifest.sections, articles },
});

describe('a damaged pack', () => {
  const truth = ['articles', 'authority'];
  const derived = ['annotations', 'gazetteer', 'sounds', 'index', 'prints'];

  it('consists of the sections these tests damage, and no others', async () => {
    expect(Object.keys(manifestOf(await packed).sections)).toEqual([...truth, ...derived]);
  });

  it.each(truth)('is refused by name when one bit of %s differs', async (section) => {
    expect(await open(await flippedIn(section))).toEqual({
      code: 'archive-damaged',
      message: `The pack's section “${section}” is damaged: its digest differs.`,
    });
  });

  it('is refused by name when its only shard is missing, cut short or too long', async () => {
    expect(await open(await changed('pack.0.bin', () => null))).toEqual({
      code: 'archive-damaged',
      message: "The pack's file pack.0.bin is missing.",
    });
    for (const change of [shorter, headless, longer])
      expect(await open(await changed('pack.0.bin', change))).toMatchObject({
        code: 'archive-damaged',
        message: expect.stringMatching(
          /^The pack's file pack\.0\.bin is damaged: it has \d+ bytes, not \d+\.$/,
        ),
      });
  });

  it.each(truth)(
    'is refused by name when a shard of %s is missing, cut short or too long',
    async (section) => {
      const file = (await shardsOf(section))[0]!;
      expect(await open(await changed(file, () => null, small))).toMatchObject({
        message: `The pack's file ${file} is missing.`,
      });
      for (const change of [shorter, headless, longer])
        expect(await open(await changed(file, change, small))).toMatchObject({
          code: 'archive-damaged',
          message: expect.stringContaining(`The pack's file ${file} is damaged`),
        });
    },
  );

  it.each(derived)(
    'is made again from its articles when one bit of %s differs, and says so',
    async (section) => {
      const archive = await opened(await flippedIn(section));
      expect(archive.isRebuilt).toBe(true);
      expect(archive.records).toEqual(archiveOf().records);
      expect(archive.index.search({ words: ['harbour'] })).toEqual(
        archiveOf().index.search({ words: ['harbour'] }),
      );
    },
  );

  it.each(derived)('is made again when a shard of %s is missing, cut short or too long', async (section) => {
    const file = (await shardsOf(section))[0]!;
    for (const change of [() => null, shorter, headless, longer])
      expect((await opened(await changed(file, change, small))).isRebuilt).toBe(true);
  });

  it.each([...truth, ...derived])('is refused or made again when it has no section %s', async (section) => {
    const sections = await sectionsOf(await packed);
    sections.delete(section);
    const result = await open(await encodePack(sections, manifestOf(await packed)));
    expect(result).toMatchObject(
      truth.includes(section)
        ? { message: `The pack has no section “${section}”.` }
        : { isRebuilt: true, records: archiveOf().records },
    );
  });

  it('is made again when other folding rules made it', async () => {
    const archive = await opened(
      await withManifest((manifest) => ({ ...manifest, analyzer: 'fold-00000000' })),
    );
    expect([archive.isRebuilt, archive.records.length]).toEqual([true, archiveOf().records.length]);
  });

  it.each<[string, (manifest: PackManifest) => unknown, RegExp]>([
    [
      'of another format',
      (manifest) => ({ ...manifest, format: 99 }),
      /format 99, of a newer Backstory; this version reads 2/,
    ],
    ['without a format', ({ format: _, ...manifest }) => manifest, /format undefined/],
    [
      'with another digest',
      (manifest) => ({ ...manifest, digest: 'sha256:0' }),
      /does not match its own digest/,
    ],
    [
      'of the format before, without its shards',
      ({ shards: _, ...manifest }) => ({ ...manifest, format: 1 }),
      /format 1; this version reads 2/,
    ],
    ['whose format is an object', (manifest) => ({ ...manifest, format: { toString: 1 } }), /format object/],
    [
      'that names another section’s digest',
      (manifest) => withSection(manifest, { ...manifest.sections.articles, digest: 'sha256:0' }),
      /does not match/,
    ],
    [
      'that places a section elsewhere',
      (manifest) => withSection(manifest, { ...manifest.sections.articles, start: 8 }),
      /does not match/,
    ],
    [
      'that gives a shard another length',
      (manifest) => ({ ...manifest, shards: [{ file: 'pack.0.bin', bytes: 1e9 }] }),
      /does not match/,
    ],
    ['without sections', ({ sections: _, ...manifest }) => manifest, /manifest\.json lists no sections/],
    ['whose sections are null', (manifest) => ({ ...manifest, sections: null }), /manifest\.json lists/],
    ['whose sections are a list', (manifest) => ({ ...manifest, sections: [] }), /manifest\.json lists/],
    ...[null, 'x', [], {}, { start: 0, bytes: 1 }, { start: 0, bytes: 1, digest: 4 }].map(
      (section): [string, (manifest: PackManifest) => unknown, RegExp] => [
        `whose section is ${JSON.stringify(section)}`,
        (manifest) => withSection(manifest, section),
        /manifest\.json does not say where section “articles” stands/,
      ],
    ),
    ...['0', -8, 0.5, null, 2 ** 60].map((start): [string, (manifest: PackManifest) => unknown, RegExp] => [
      `whose section starts at ${JSON.stringify(start)}`,
      (manifest) => withSection(manifest, { ...manifest.sections.articles, start }),
      /manifest\.json does not say where section “articles” stands/,
    ]),
    [
      'whose section starts between two multiples of 8',
      (manifest) => withSection(manifest, { ...manifest.sections.articles, start: 4 }),
      /manifest\.json starts section “articles” at no multiple of 8/,
    ],
    [
      'whose section starts outside the body',
      (manifest) => withSection(manifest, { ...manifest.sections.articles, start: 8e9 }),
      /manifest\.json places section “articles” outside the pack/,
    ],
    [
      'whose section ends outside the body',
      (manifest) => withSection(manifest, { ...manifest.sections.articles, bytes: 8e9 }),
      /manifest\.json places section “articles” outside the pack/,
    ],
    ['without shards', ({ shards: _, ...manifest }) => manifest, /manifest\.json lists no shards/],
    ...[
      ...[null, {}, 'x', [null], ['x'], [{ file: 'pack.0.bin' }], [{ file: '../x.bin', bytes: 1 }]],
      ...['1', -1, 0.5].map((bytes) => [{ file: 'pack.0.bin', bytes }]),
    ].map((shards): [string, (manifest: PackManifest) => unknown, RegExp] => [
      `whose shards are ${JSON.stringify(shards)}`,
      (manifest) => ({ ...manifest, shards }),
      /manifest\.json lists no shards/,
    ]),
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
