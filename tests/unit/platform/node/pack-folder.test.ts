import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Article } from '../../../../src/archive/article.ts';
import type { PackManifest } from '../../../../src/archive/pack.ts';
import type { Archive } from '../../../../src/library/archive.ts';
import { bakeArchive } from '../../../../src/library/bake-archive.ts';
import { mentionsIn } from '../../../../src/library/mentions-in.ts';
import { relatedPassages } from '../../../../src/library/related-passages.ts';
import { rankSearch } from '../../../../src/library/search-archive.ts';
import { seenPage } from '../../../../src/library/seen-page.ts';
import { SpooledArticles } from '../../../../src/library/spooled-articles.ts';
import { traceSentence } from '../../../../src/library/trace-articles.ts';
import { askFolder, openPackFolder, openPackSink } from '../../../../src/platform/node/pack-folder.ts';
import { withWorkFolder } from '../../../../src/platform/node/work-folder.ts';
import { ADA, article } from '../../invented-archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'backstory-packs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const WORDS = 'bridge harbour council voted ferry rain museum Lindgren opened the of river'.split(' ');
const ARTICLES = Array.from({ length: 120 }, (_, at) =>
  article(
    `n${at}`,
    Array.from({ length: 40 + at }, (_, word) => WORDS[(word * word + at * 7) % WORDS.length]).join(' '),
    {
      headline: `Report ${WORDS[at % 5]} ${at}`,
      datePublished: `2021-06-${String(1 + (at % 28)).padStart(2, '0')}`,
    },
  ),
);
const AUTHORITY = { entities: [ADA], outlets: [] };
const QUERIES = [
  'bridge ',
  'the ',
  'harbour coun',
  'museem ',
  '"council voted" ',
  'what the council said of the old river bridge today',
];

const SENTENCES = [
  (ARTICLES[60] as Article).articleBody.split(' ').slice(5, 45).join(' '),
  'Ada Lindgren came to the harbour.',
];

async function bake(name: string, mostInMemory = 2_000, given = ARTICLES): Promise<string> {
  const out = join(folder, name);
  await withWorkFolder(`${out}.work`, async (ports) => {
    const articles = new SpooledArticles(ports.spool());
    for (const one of given) articles.add(one);
    const { sink, finish } = await openPackSink(out);
    await bakeArchive(articles, AUTHORITY, { recognise: null, mostInMemory }, { sink, ...ports });
    await finish();
  });
  return out;
}

async function answers(archive: Archive) {
  const found: unknown[] = [];
  for (const query of QUERIES) {
    found.push(await askFolder(archive, () => rankSearch(archive, query, { limit: 8, lines: 'articles' })));
    const page = {
      text: `${query} ${query}`,
      mentions: [],
      limit: 8,
      lines: 'articles' as const,
      except: () => false,
    };
    found.push(await askFolder(archive, () => relatedPassages(archive, page)));
  }
  for (const text of SENTENCES) {
    found.push(await askFolder(archive, () => traceSentence(archive, text)));
    found.push(await askFolder(archive, () => seenPage(archive, { text })));
    found.push(await askFolder(archive, () => mentionsIn(archive.knowledge, text)));
  }
  return found;
}

const manifestOf = (pack: string) =>
  JSON.parse(readFileSync(join(pack, 'manifest.json'), 'utf8')) as PackManifest;

describe('a large pack on the command line', () => {
  let small = '';
  let large = '';
  beforeAll(async () => {
    [small, large] = [await bake('small'), await bake('large', 1)];
  });

  it('answers as a small one does, from an index that is not read whole', async () => {
    expect(Object.keys(manifestOf(small).sections)).toContain('index');
    expect(Object.keys(manifestOf(large).sections)).toContain('segments');
    const opened = await openPackFolder(large);
    expect(opened.isRebuilt).toBe(false);
    expect(opened.index.unread).not.toBeNull();
    expect(await answers(opened)).toEqual(await answers(await openPackFolder(small)));
  });

  it('is the same bytes whenever it is baked', async () => {
    const again = await bake('again', 1, ARTICLES.toReversed());
    expect(manifestOf(again)).toEqual(manifestOf(large));
  });

  it('is made again from its articles where another version baked it', async () => {
    const older = await bake('older', 1);
    const manifest = { ...manifestOf(older), analyzer: 'another' };
    writeFileSync(join(older, 'manifest.json'), JSON.stringify(manifest));
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const opened = await openPackFolder(older);
    told.mockRestore();
    expect(opened.isRebuilt).toBe(true);
    expect(await answers(opened)).toEqual(await answers(await openPackFolder(small)));
  });

  it('reads an article whose block is damaged from the articles beside it', async () => {
    const damaged = await bake('torn', 1);
    const { start } = manifestOf(damaged).sections.blocks!;
    const shard = readFileSync(join(damaged, 'pack.0.bin'));
    const first = start + 8 + shard.readUInt32LE(start) + shard.readUInt32LE(start + 4);
    for (let at = first; at < first + 5_000; at++) shard[at]! ^= 1;
    writeFileSync(join(damaged, 'pack.0.bin'), shard);
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const opened = await openPackFolder(damaged);
    const ids = ARTICLES.map(({ id }) => id);
    const read = (archive: Archive) =>
      askFolder(archive, () => {
        archive.articles.need?.(ids);
        return ids.map((id) => archive.articles.get(id));
      });
    expect(await read(opened)).toEqual(await read(await openPackFolder(small)));
    expect(told.mock.calls.map(([line]) => String(line)).join('')).toContain('damaged');
    told.mockRestore();
  });

  it('says which answers do without a damaged part of the index', async () => {
    const damaged = await bake('damaged', 1);
    const { start, bytes } = manifestOf(damaged).sections.segments!;
    const shard = readFileSync(join(damaged, 'pack.0.bin'));
    // All records; the directory and the list of segments before them stay.
    const records = start + 8 + shard.readUInt32LE(start) + shard.readUInt32LE(start + 4);
    for (let at = records; at < start + bytes; at++) shard[at]! ^= 1;
    writeFileSync(join(damaged, 'pack.0.bin'), shard);
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const opened = await openPackFolder(damaged);
    await answers(opened);
    const lines = told.mock.calls.map(([line]) => String(line)).filter((line) => line.includes('damaged'));
    told.mockRestore();
    expect(lines).toHaveLength(1);
  });
});
