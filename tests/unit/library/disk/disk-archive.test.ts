/** What an archive on the disk reads, and what it does where a part of that is damaged. */
import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../../src/entities/entity.ts';
import { buildNameKnowledge } from '../../../../src/entities/name-knowledge.ts';
import { askArchive } from '../../../../src/library/ask-archive.ts';
import { deriveTexts } from '../../../../src/library/derive-archive.ts';
import { describeEntity } from '../../../../src/library/describe-entity.ts';
import { createMemoryBlockStore, openBlock, sealBlock } from '../../../../src/library/disk/block-store.ts';
import { isWritten, writeArchive } from '../../../../src/library/disk/write-archive.ts';
import { listNames } from '../../../../src/library/list-names.ts';
import { lookUp } from '../../../../src/library/look-up.ts';
import { mentionsIn } from '../../../../src/library/mentions-in.ts';
import { namesMeant } from '../../../../src/library/name-list.ts';
import { searchArchive } from '../../../../src/library/search-archive.ts';
import { fail } from '../../../../src/text/result.ts';
import { ADA, ARTICLES, archiveOf, authority, ENTITIES, entity, LIBRARY } from '../../invented-archive.ts';
import { layOnDisk, need } from './lay-on-disk.ts';

type Disk = Awaited<ReturnType<typeof layOnDisk>>;

const flip = ({ blocks }: Disk, part: string) => {
  let flipped = 0;
  for (const [name, bytes] of blocks)
    if (name.startsWith(`${part}/`)) {
      bytes[bytes.length >> 1]! ^= 1;
      flipped++;
    }
  expect(flipped).toBeGreaterThan(0);
};

const searched = async (disk: Disk, text: string) => {
  const archive = await disk.open();
  return need(await askArchive(archive, () => searchArchive(archive, text, 5)));
};

describe('an archive on the disk', () => {
  it('reads of the texts only those of the articles that it shows', async () => {
    const disk = await layOnDisk(ARTICLES, { blockBytes: 1 });
    const read: string[] = [];
    const get = disk.blocks.get.bind(disk.blocks);
    disk.blocks.get = (name) => {
      read.push(name);
      return get(name);
    };
    expect((await searched(disk, 'library boats books')).passages).toHaveLength(1);
    expect(read.filter((name) => name.startsWith('articles/'))).toHaveLength(1);
    expect(read.filter((name) => /^(?:prints|gazetteer|sounds|company)/.test(name))).toEqual([]);
  });

  it('lists the most printed names without what finds names in texts', async () => {
    const disk = await layOnDisk(ARTICLES);
    const read: string[] = [];
    const get = disk.blocks.get.bind(disk.blocks);
    disk.blocks.get = (name) => {
      read.push(name);
      return get(name);
    };
    const archive = await disk.open();
    const most = { text: '', type: null, limit: 2 };
    expect(need(await askArchive(archive, () => listNames(archive, most)))).toHaveLength(2);
    expect(read.filter((name) => /^(?:articles|prints|gazetteer|sounds|company)/.test(name))).toEqual([]);
  });

  it('reads of the names only the records of those that a text may mean', async () => {
    const crowd = Array.from(
      { length: 600 },
      (_, at): Entity => ({
        ...ADA,
        id: `person:p${at}` as Entity['id'],
        prefLabel: `Jo P${at}`,
        altLabels: [],
      }),
    );
    const names = [...ENTITIES, ...crowd];
    const disk = await layOnDisk(ARTICLES, { names });
    const read = new Set<string>();
    const get = disk.blocks.get.bind(disk.blocks);
    disk.blocks.get = (name) => {
      read.add(name);
      return get(name);
    };
    const archive = await disk.open();
    const text = 'Ada Lindgren wrote to Jo P300, and Jo P301 answered.';
    const found = need(await askArchive(archive, () => mentionsIn(archive.knowledge, text)));
    expect(found).toEqual(mentionsIn(buildNameKnowledge(names), text));
    expect(found.map(({ exact }) => exact)).toEqual(['Ada Lindgren', 'Jo P300', 'Jo P301']);
    expect([...read].filter((name) => name.startsWith('entities/'))).toEqual(['entities/0', 'entities/2']);
  });

  it('reads of the names only the records of those that a misspelt one may mean', async () => {
    const letters = [...'bdfgklmnprstvz'];
    const crowd = letters.flatMap((a) =>
      letters.flatMap((b) =>
        letters.map((c) => entity(`person:${a}${b}${c}`, `${a}o${b}a${c}i ${c}e${a}u${b}`)),
      ),
    );
    const names = [...ENTITIES, ...crowd];
    const disk = await layOnDisk(ARTICLES, { names });
    const read = new Set<string>();
    const get = disk.blocks.get.bind(disk.blocks);
    disk.blocks.get = (name) => {
      read.add(name);
      return get(name);
    };
    const archive = await disk.open();
    const found = need(await askArchive(archive, () => namesMeant(archive, 'Lindgrin', { limit: 5 })));
    expect(found).toEqual([{ entity: ADA, why: 'spelling' }]);
    expect([...read].filter((name) => name.startsWith('entities/'))).toEqual(['entities/0']);
    const buckets = [...disk.blocks.keys()].filter((name) => name.startsWith('spelled/'));
    expect([...read].filter((name) => name.startsWith('spelled/')).length).toBeLessThan(buckets.length / 2);
  });

  it('answers the same where the layout of its index is damaged', async () => {
    const [whole, damaged] = [await layOnDisk(ARTICLES), await layOnDisk(ARTICLES)];
    flip(damaged, 'layout');
    expect(await searched(damaged, 'library')).toEqual(await searched(whole, 'library'));
    expect(damaged.told).toEqual([]);
  });

  it('refuses to be asked outside of a question', async () => {
    const archive = await (await layOnDisk(ARTICLES)).open();
    expect(() => archive.records.at(0)).toThrow('outside of a question');
    expect(() => archive.knowledge.entities.at(0)).toThrow('outside of a question');
  });

  it('takes texts from elsewhere where their block is damaged, and says so once', async () => {
    const disk = await layOnDisk(ARTICLES, { blockBytes: 1 });
    flip(disk, 'articles');
    const view = await searched(disk, 'library');
    expect(view.passages[0]?.snippet).toContain('The new library in Vell');
    expect(view.hints).toEqual(['index-damaged']);
    expect(disk.told).toHaveLength(1);
    expect(disk.told[0]).toContain('articles');
  });

  it('shows a passage without words where its text is nowhere any more', async () => {
    const disk = await layOnDisk(ARTICLES, { elsewhere: [] });
    flip(disk, 'articles');
    const [passage] = (await searched(disk, 'library')).passages;
    expect(passage).toMatchObject({
      snippet: '',
      shown: { start: 0, end: 0 },
      provenance: { articleId: LIBRARY.id, publisher: 'Island News' },
    });
  });

  it.each([
    'names',
    'naming',
    'entities',
    'gazetteer',
    'sounds',
    'prints',
    'headlines',
    'forms',
    'labels',
    'said',
    'company',
    'named',
    'events',
    'words',
    'spelled',
    'spellings',
  ])('answers with the rest where its %s are damaged, and tells it', async (part) => {
    const disk = await layOnDisk(ARTICLES);
    flip(disk, part);
    const archive = await disk.open();
    const texts = ['bridge', 'Ada Lindgren', 'Hadaad', 'said:Lindgren bridge', 'person:Haddad library'];
    for (const text of texts) need(await askArchive(archive, () => searchArchive(archive, text, 5)));
    need(await askArchive(archive, () => lookUp(archive, ARTICLES[0]!.articleBody)));
    need(await askArchive(archive, () => describeEntity(archive, ADA.id)));
    need(await askArchive(archive, () => archive.headlinesWith('br', 2)));
    need(await askArchive(archive, () => archive.knowledge.companions?.(0)));
    need(await askArchive(archive, () => archive.knowledge.sounds));
    need(await askArchive(archive, () => archive.knowledge.labelWords));
    need(await askArchive(archive, () => archive.outletsPrinting(ADA.id)));
    expect(need(await askArchive(archive, () => searchArchive(archive, 'library', 5))).total).toBe(
      searchArchive(archiveOf(), 'library', 5).total,
    );
    expect(disk.told).toHaveLength(1);
    expect(disk.told[0]).toContain(part);
  });

  it('does not open without its catalogue', async () => {
    const disk = await layOnDisk(ARTICLES);
    flip(disk, 'catalogue');
    await expect(disk.open()).rejects.toThrow('catalogue');
  });

  it('says what the disk said where nothing can be read', async () => {
    const disk = await layOnDisk(ARTICLES);
    const archive = await disk.open();
    disk.blocks.get = () => {
      throw new Error('gone');
    };
    await expect(askArchive(archive, () => searchArchive(archive, 'library', 5))).rejects.toThrow('gone');
  });

  it('is not written where there is no room', async () => {
    const full = { ...createMemoryBlockStore(), write: async () => fail('failed', 'There is no room.') };
    const written = await writeArchive(full, deriveTexts(ARTICLES, authority()));
    expect(written).toMatchObject({ ok: false, error: { message: 'There is no room.' } });
  });
});

describe('a block', () => {
  it('is believed in its own place and whole, and nowhere else', () => {
    const key = { part: 'articles', place: 3 } as const;
    const block = sealBlock(key, Uint8Array.of(1, 2, 3, 4, 5));
    expect(openBlock(key, block)).toEqual(Uint8Array.of(1, 2, 3, 4, 5));
    expect(openBlock({ ...key, place: 4 }, block)).toBeNull();
    expect(openBlock({ ...key, part: 'entities' }, block)).toBeNull();
    expect(openBlock(key, block.slice(0, -1))).toBeNull();
    expect(openBlock(key, null)).toBeNull();
    for (let at = 4; at < block.length; at++) {
      const flipped = block.slice();
      flipped[at]! ^= 1;
      expect(openBlock(key, flipped)).toBeNull();
    }
  });
});

describe('a writer that was killed', () => {
  it('leaves an archive that counts as unwritten, and writes the same blocks again', async () => {
    const parts = deriveTexts(ARTICLES, authority());
    const [whole, broken] = [createMemoryBlockStore(), createMemoryBlockStore()];
    expect((await writeArchive(whole, parts, 300)).ok).toBe(true);
    const killed = { ...broken, write: async () => fail('failed', 'Killed.') };
    await writeArchive(killed, parts, 300);
    expect([await isWritten(whole), await isWritten(broken)]).toEqual([true, false]);
    await writeArchive(broken, parts, 300);
    expect(broken.blocks).toEqual(whole.blocks);
    whole.blocks.get('done/0')![0]! ^= 2;
    expect(await isWritten(whole)).toBe(false);
  });
});
