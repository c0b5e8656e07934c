import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bakeSeeds } from '../../../../src/platform/node/bake-seeds.ts';
import { collectArticles } from '../../../../src/platform/node/collect-articles.ts';
import { openPackFolder, writePack } from '../../../../src/platform/node/pack-folder.ts';
import { ENTITIES } from '../../invented-archive.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backstory-collect-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}
const STORY = 'The old bridge was painted green. Everybody in town came to look at it and went home late.';

describe('collecting articles', () => {
  it('walks folders in name order and passes over dot-files, sidecars and files of no known format', async () => {
    for (const name of ['b.txt', 'a/z.txt', 'c.txt', '.hidden.txt', 'picture.png'])
      put(name, `${name}. ${STORY}`);
    put('c.sidecar.json', '{"headline":"Green bridge"}');
    const { articles, refusals } = await collectArticles([folder], 'yours');
    expect(articles.map(({ identifier }) => identifier)).toEqual(['z.txt', 'b.txt', 'c.txt']);
    expect(articles[2]).toMatchObject({
      headline: 'Green bridge',
      provenance: { curated: ['headline'], collection: 'yours' },
    });
    expect(refusals).toEqual([]);
  });

  it('takes the authority file of a folder along, and no article from it', async () => {
    put('a.txt', STORY);
    put('entities/all.json', JSON.stringify(ENTITIES));
    const { articles, authority } = await collectArticles([folder], 'bundled');
    expect([articles.length, authority.entities.length]).toEqual([1, ENTITIES.length]);
  });

  it.each([
    ['no JSON', '[', /all\.json is not JSON: /],
    ['wrong', '[{"id":"person:x","type":"ship"}]', /^all\.json, entry 1: “ship” is no type of entity\.$/],
  ])('refuses an authority file that is %s, naming it', async (_what, content, sentence) => {
    put('a.txt', STORY);
    put('entities/all.json', content);
    await expect(collectArticles([folder], 'yours')).rejects.toThrow(sentence);
  });

  it('refuses a path that is not there, naming it', async () => {
    await expect(collectArticles([join(folder, 'nowhere')], 'yours')).rejects.toThrow(
      /no file or folder .*nowhere/,
    );
  });

  it('names a link that leads nowhere', async () => {
    put('a.txt', STORY);
    symlinkSync(join(folder, 'gone'), join(folder, 'b.txt'));
    await expect(collectArticles([folder], 'yours')).rejects.toThrow(/b\.txt/);
  });
});

describe('baking the bundled archive', () => {
  it('bakes nothing when one file is unreadable, and names every one with its reason', async () => {
    put('a.txt', STORY);
    put('empty.txt', '');
    put(
      'binary.txt',
      Uint8Array.from({ length: 300 }, (_, at) => at % 7),
    );
    await expect(bakeSeeds(folder)).rejects.toThrow(/^binary\.txt: .+\nempty\.txt: .+$/);
  });

  it('bakes nothing from a folder without articles', async () => {
    await expect(bakeSeeds(folder)).rejects.toThrow(/holds no article/);
  });
});

describe('a pack on disk', () => {
  it('replaces the one before it whole', async () => {
    put('a.txt', STORY);
    const out = join(folder, 'pack');
    await writePack(out, new Map([['old.bin', new Uint8Array([1])]]));
    await writePack(out, await bakeSeeds(folder));
    expect((await openPackFolder(out)).records).toHaveLength(1);
  });

  it('that is damaged is refused with its folder, the reason and what to do', async () => {
    await expect(openPackFolder(join(folder, 'none'))).rejects.toThrow(
      /none cannot be used as a pack: The pack has no manifest\.json\. Bake it again\.$/,
    );
  });
});
