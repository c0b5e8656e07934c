/**
 * A large archive in IndexedDB: its segments, one object store of records under [segment, lane, place] and one of
 * manifests; and its blocks of texts and names, one under [part, place]. Every change is one transaction, so a worker
 * killed in it leaves the archive as it was.
 *
 * Measured in Chromium and Firefox (100,000 passages): a record in .2–.5 ms, however large the store; whole files in
 * OPFS are as quick alone but not eight side by side.
 */
import { type DBSchema, type IDBPDatabase, openDB, unwrap } from 'idb';
import { type BlockKey, type BlockStore, PARTS } from '../../library/disk/block-store.ts';
import type { Bytes } from '../../retrieval/segments/byte-writer.ts';
import {
  LANES,
  type Lane,
  type SegmentStore,
  type StoreChange,
} from '../../retrieval/segments/segment-store.ts';
import { fail, type Result, succeed } from '../../text/result.ts';

/** Lanes by number: a letter more in each of 10,000 keys is read and compared with every look-up. */
type StoredKey = [segment: number, lane: number, place: number];

interface SegmentSchema extends DBSchema {
  records: { key: StoredKey; value: Bytes };
  manifests: { key: string; value: Bytes };
  blocks: { key: [part: number, place: number]; value: Bytes };
}

const DATABASE = 'segments';
/** 1, of 0.2, has no blocks. */
const VERSION = 2;
const MANIFEST = 'current';

export interface ArchiveDatabase {
  readonly segments: SegmentStore;
  readonly blocks: BlockStore;
  /** Of both. */
  close(): void;
}

export async function openArchiveDatabase(name = DATABASE): Promise<Result<ArchiveDatabase>> {
  return attempt(async () => {
    const database = await openDB<SegmentSchema>(name, VERSION, {
      upgrade: (opened, from) => {
        if (from < 1) for (const made of ['records', 'manifests'] as const) opened.createObjectStore(made);
        opened.createObjectStore('blocks');
      },
      // Another page wants a newer version: in its way nothing would open at all.
      blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
    });
    const close = () => database.close();
    return { segments: segmentsIn(database), blocks: blocksIn(database), close };
  });
}

function blocksIn(database: IDBPDatabase<SegmentSchema>): BlockStore {
  const keyOf = ({ part, place }: BlockKey): [number, number] => [PARTS.indexOf(part), place];
  return {
    read: (keys) => attempt(() => getEach(database, 'blocks', keys.map(keyOf))),
    write: (blocks) =>
      attempt(async () => {
        const { store, done } = database.transaction('blocks', 'readwrite');
        await Promise.all([...blocks.map(([key, bytes]) => store.put(bytes, keyOf(key))), done]);
        return null;
      }),
    close: () => database.close(),
  };
}

/**
 * In one promise, past idb, which wraps each of a hundred requests of a search: as long as the reading itself takes where
 * nothing is compiled yet.
 */
function getEach(
  database: IDBPDatabase<SegmentSchema>,
  name: 'blocks' | 'records',
  keys: readonly number[][],
): Promise<(Bytes | null)[]> {
  const store = unwrap(database).transaction(name).objectStore(name);
  return new Promise((done, failed) => {
    const found: (Bytes | null)[] = keys.map(() => null);
    let left = keys.length;
    if (left === 0) done(found);
    for (const [at, key] of keys.entries()) {
      const request: IDBRequest<Bytes | undefined> = store.get(key);
      request.onsuccess = () => {
        found[at] = request.result ?? null;
        if (--left === 0) done(found);
      };
      request.onerror = () => failed(request.error);
    }
  });
}

async function attempt<T>(act: () => Promise<T>): Promise<Result<T>> {
  try {
    return succeed(await act());
  } catch (error) {
    const isFull = error instanceof Error && error.name === 'QuotaExceededError';
    const reason = error instanceof Error ? error.message : String(error);
    return fail(
      'failed',
      isFull ? 'There is no room left for the archive’s index.' : `The archive’s index: ${reason}`,
    );
  }
}

const laneNumber = (lane: Lane) => LANES.indexOf(lane);

function segmentsIn(database: IDBPDatabase<SegmentSchema>): SegmentStore {
  return {
    readManifest: () => attempt(async () => (await database.get('manifests', MANIFEST)) ?? null),
    read: (keys) =>
      attempt(() =>
        getEach(
          database,
          'records',
          keys.map(({ segment, lane, place }) => [segment, laneNumber(lane), place]),
        ),
      ),
    readRange: (segment, lane, from, to) =>
      attempt(async () => {
        const keyOf = (place: number): StoredKey => [segment, laneNumber(lane), place];
        const range = IDBKeyRange.bound(keyOf(from), keyOf(to), false, true);
        const { store } = database.transaction('records');
        const [keys, records] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
        const found: (Bytes | null)[] = Array.from({ length: Math.max(0, to - from) }, () => null);
        for (const [at, [, , place]] of keys.entries()) found[place - from] = records[at] ?? null;
        return found;
      }),
    change: (change) => attempt(() => applyChange(database, change)),
    close: () => database.close(),
  };
}

async function applyChange(
  database: IDBPDatabase<SegmentSchema>,
  { put, drop, manifest }: StoreChange,
): Promise<null> {
  const transaction = database.transaction(['records', 'manifests'], 'readwrite', { durability: 'strict' });
  const records = transaction.objectStore('records');
  const requests: Promise<unknown>[] = [];
  for (const [{ segment, lane, place }, bytes] of put)
    requests.push(records.put(bytes, [segment, laneNumber(lane), place]));
  for (const segment of drop)
    requests.push(records.delete(IDBKeyRange.bound([segment, 0, 0], [segment + 1, 0, 0], false, true)));
  requests.push(transaction.objectStore('manifests').put(manifest, MANIFEST));
  await Promise.all([...requests, transaction.done]);
  return null;
}
