/** The store in a Map, for tests, benches and questions about a file of articles that are asked once. */
import { succeed } from '../../text/result.ts';
import type { Bytes } from './byte-writer.ts';
import { recordName, type SegmentStore } from './segment-store.ts';

export interface MemorySegmentStore extends SegmentStore {
  readonly records: Map<string, Bytes>;
  manifest: Bytes | null;
}

export function createMemorySegmentStore(): MemorySegmentStore {
  const records = new Map<string, Bytes>();
  const store: MemorySegmentStore = {
    records,
    manifest: null,
    readManifest: async () => succeed(store.manifest),
    read: async (keys) => succeed(keys.map((key) => records.get(recordName(key)) ?? null)),
    readRange: async (segment, lane, from, to) => {
      const places = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
      return succeed(places.map((place) => records.get(recordName({ segment, lane, place })) ?? null));
    },
    change: async ({ put, drop, manifest }) => {
      for (const [key, bytes] of put) records.set(recordName(key), bytes);
      for (const segment of drop)
        for (const name of records.keys()) if (name.startsWith(`${segment}/`)) records.delete(name);
      store.manifest = manifest;
      return succeed(null);
    },
    close: () => {},
  };
  return store;
}
