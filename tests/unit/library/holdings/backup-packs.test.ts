import 'fake-indexeddb/auto';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkBackup, restoreBackup, writeBackup } from '../../../../src/library/holdings/backup.ts';
import type { HoldingsStore } from '../../../../src/library/holdings/holdings-store.ts';
import { mountPack } from '../../../../src/library/holdings/mount-pack.ts';
import { sharePack } from '../../../../src/library/holdings/share-pack.ts';
import { createHoldingsStore } from '../../../../src/platform/browser/holdings/holdings-store.ts';
import { openHoldingsDatabase } from '../../../../src/platform/browser/holdings/open-database.ts';
import { article, BRIDGE, LIBRARY, REPRINT } from '../../invented-archive.ts';

type Bytes = Uint8Array<ArrayBuffer>;

let databases = 0;
const newStore = async () => createHoldingsStore(await openHoldingsDatabase(`backup-${databases++}`));

const NOTES = Array.from({ length: 60 }, (_, at) =>
  article(`n${at}`, `The rowing club of the town met for the ${at}th time and named boat number ${at * 7}.`),
);

async function mount(store: HoldingsStore, name: string, articles: typeof NOTES): Promise<void> {
  const files = await sharePack(articles, null, { name, madeAt: '2024-05-01T10:00:00Z' });
  const bytes = zipSync(Object.fromEntries(files)) as Bytes;
  const done = await mountPack({ name: 'x.zip', bytes }, 'replace', store.packs, '2024-06-01T12:00:00Z');
  if (!done.ok) throw new Error(done.error.message);
}

async function listOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const reading = (lines: readonly string[]) =>
  async function* () {
    yield* lines;
  };

const contentOf = async ({ packs }: HoldingsStore) => [await packs.packs(), await listOf(packs.articles())];

describe('a backup of an archive with loaded packs', () => {
  let store: HoldingsStore;
  let lines: string[];
  beforeAll(async () => {
    store = await newStore();
    await mount(store, 'Rowing', NOTES);
    await mount(store, 'Harbour', [BRIDGE, LIBRARY]);
    lines = await listOf(writeBackup(store, '2024-06-02T00:00:00Z'));
  });

  it('tells how many there are, and brings every one of them back', async () => {
    expect(await checkBackup(reading(lines))).toMatchObject({ value: { articles: 0, packs: 2 } });
    const other = await newStore();
    expect(await restoreBackup(reading(lines), 'merge', other, '2024-06-01T10:00:00Z')).toMatchObject({
      value: { packs: 2 },
    });
    expect(await contentOf(other)).toEqual(await contentOf(store));
    expect(await restoreBackup(reading(lines), 'merge', other, '2024-06-01T10:00:00Z')).toMatchObject({
      value: { packs: 0 },
    });
    expect(await contentOf(other)).toEqual(await contentOf(store));
  });

  it('removes other packs when it replaces, from where they can be brought back', async () => {
    const other = await newStore();
    await mount(other, 'Bridges', [REPRINT]);
    await mount(other, 'Harbour', [BRIDGE, LIBRARY]);
    await restoreBackup(reading(lines), 'replace', other, '2024-06-01T10:00:00Z');
    const listed = (await other.packs.packs()).map(({ name, isRemoved }) => [name, isRemoved]);
    expect(listed).toEqual([
      ['Bridges', true],
      ['Harbour', false],
      ['Rowing', false],
    ]);
    expect(await listOf(other.packs.articles())).toHaveLength(62);
  });

  it('leaves removed packs out, and is written as version 0.2 reads it where none is left', async () => {
    const other = await newStore();
    await mount(other, 'Bridges', [REPRINT]);
    const formatOf = (written: readonly string[]) => JSON.parse(written[0] ?? '').format as number;
    expect(formatOf(await listOf(writeBackup(other, '')))).toBe(2);
    await other.packs.change((await other.packs.packs()).map((pack) => ({ ...pack, isRemoved: true })));
    const written = await listOf(writeBackup(other, ''));
    expect([formatOf(written), written.some((line) => line.includes('Bridges'))]).toEqual([1, false]);
  });

  it.each([
    ['an article that was changed', (line: string) => line.replace('rowing club', 'sailing club')],
    [
      'a pack under another name',
      (line: string) => line.replace('"name":"Rowing"', '"name":"Row\\u0007ing"'),
    ],
    ['an article under a key of another kind', (line: string) => line.replace('"id":"a', '"id":"__proto__')],
  ])('is refused with %s, whatever digests say', async (_what, change) => {
    const { digestOf } = await import('../../../../src/archive/digest.ts');
    const digest = (text: string) => digestOf(new TextEncoder().encode(text));
    const forged: string[] = [lines[0] ?? ''];
    const digests: string[] = [];
    for (const line of lines.slice(1, -1)) {
      const { digest: _, ...content } = JSON.parse(change(line)) as Record<string, unknown>;
      digests.push(await digest(JSON.stringify(content)));
      forged.push(`${JSON.stringify({ ...content, digest: digests.at(-1) })}\n`);
    }
    const end = { end: digests.length, digest: await digest(digests.join('\n')) };
    const checked = await checkBackup(reading([...forged, `${JSON.stringify(end)}\n`]));
    expect(checked.ok ? 'taken' : checked.error.message).toMatch(/that this version does not know/);
  });
});
