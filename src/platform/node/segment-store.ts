/**
 * The segments' store on files, for the command line and benches: a data file and a directory of it for each segment,
 * and one manifest.
 *
 *   manifest.json      { manifest: base64, segments: { "3": [bytes of 3.data, bytes of 3.records] } }
 *   3.data             records, one behind the other, only ever appended
 *   3.records          16 bytes for each: | lane, u8 ·3 | place, u32 | start, u32 + 2^32 · u8 at 1 | bytes, u32 |
 *
 * A change appends, then renames a new manifest over the old. What lies past the lengths the manifest names was
 * written by a change that never ended: it is cut off when the segment is next written to. A record put twice is the
 * later one. Reads are positioned reads: nothing but the directories is held in memory.
 */
import { closeSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bytes } from '../../retrieval/segments/byte-writer.ts';
import {
  LANES,
  type Lane,
  type RecordKey,
  type SegmentStore,
} from '../../retrieval/segments/segment-store.ts';
import { fail, type Result, succeed } from '../../text/result.ts';

const MANIFEST = 'manifest.json';
const ENTRY_BYTES = 16;

interface Place {
  readonly start: number;
  readonly bytes: number;
}

interface OpenFiles {
  readonly data: number;
  readonly directory: number;
  dataBytes: number;
  directoryBytes: number;
  readonly lanes: Map<Lane, Place[]>;
}

interface StoredManifest {
  readonly manifest: string;
  readonly segments: Readonly<Record<string, readonly [number, number]>>;
}

/** Makes the folder when it is not there. */
export async function openSegmentFiles(folder: string): Promise<Result<SegmentStore>> {
  return attempt(async () => {
    await mkdir(folder, { recursive: true });
    const stored = await readStored(folder);
    return new FileStore(folder, stored);
  });
}

async function attempt<T>(act: () => Promise<T> | T): Promise<Result<T>> {
  try {
    return succeed(await act());
  } catch (error) {
    return fail('failed', `The segments' files: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function readStored(folder: string): Promise<StoredManifest | null> {
  try {
    return JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as StoredManifest;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

class FileStore implements SegmentStore {
  private readonly folder: string;
  private stored: StoredManifest | null;
  private readonly files = new Map<number, OpenFiles>();

  constructor(folder: string, stored: StoredManifest | null) {
    this.folder = folder;
    this.stored = stored;
  }

  readManifest(): Promise<Result<Bytes | null>> {
    return attempt(() => (this.stored ? Uint8Array.from(Buffer.from(this.stored.manifest, 'base64')) : null));
  }

  read(keys: readonly RecordKey[]): Promise<Result<(Bytes | null)[]>> {
    return attempt(() => keys.map((key) => this.readOne(key)));
  }

  readRange(segment: number, lane: Lane, from: number, to: number): Promise<Result<(Bytes | null)[]>> {
    const places = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
    return this.read(places.map((place) => ({ segment, lane, place })));
  }

  private readOne({ segment, lane, place }: RecordKey): Bytes | null {
    const files = this.open(segment);
    const found = files?.lanes.get(lane)?.[place];
    if (!files || !found) return null;
    const bytes = new Uint8Array(found.bytes);
    return readSync(files.data, bytes, 0, found.bytes, found.start) === found.bytes ? bytes : null;
  }

  /** null when the manifest knows no such segment. */
  private open(segment: number): OpenFiles | null {
    const open = this.files.get(segment);
    if (open) return open;
    const lengths = this.stored?.segments[segment];
    return lengths ? this.openFiles(segment, lengths) : null;
  }

  private openFiles(segment: number, [dataBytes, directoryBytes]: readonly [number, number]): OpenFiles {
    const at = (kind: string) =>
      openSync(join(this.folder, `${segment}.${kind}`), directoryBytes > 0 ? 'r+' : 'w+');
    const files: OpenFiles = {
      ...{ data: at('data'), directory: at('records'), dataBytes, directoryBytes },
      lanes: new Map(),
    };
    const entries = Buffer.alloc(directoryBytes);
    const read = readSync(files.directory, entries, 0, directoryBytes, 0);
    for (let entry = 0; entry + ENTRY_BYTES <= read; entry += ENTRY_BYTES) {
      const lane = LANES[entries.readUInt8(entry)];
      const start = entries.readUInt32LE(entry + 8) + entries.readUInt8(entry + 1) * 2 ** 32;
      if (lane)
        keep(files, lane, entries.readUInt32LE(entry + 4), {
          start,
          bytes: entries.readUInt32LE(entry + 12),
        });
    }
    this.files.set(segment, files);
    return files;
  }

  change({ put, drop, manifest }: Parameters<SegmentStore['change']>[0]): Promise<Result<null>> {
    return attempt(async () => {
      const touched = [...new Set(put.map(([key]) => key.segment))];
      try {
        for (const segment of touched)
          this.append(
            segment,
            put.filter(([key]) => key.segment === segment),
          );
        await this.writeStored(manifest, touched, drop);
      } catch (error) {
        // What was appended is not the archive's: read the directory anew before anything else is believed.
        for (const segment of touched) this.forget(segment);
        throw error;
      }
      for (const segment of drop) {
        this.forget(segment);
        for (const kind of ['data', 'records'])
          await rm(join(this.folder, `${segment}.${kind}`), { force: true });
      }
      return null;
    });
  }

  private append(segment: number, records: readonly (readonly [RecordKey, Bytes])[]): void {
    const files = this.open(segment) ?? this.openFiles(segment, [0, 0]);
    ftruncateSync(files.data, files.dataBytes);
    ftruncateSync(files.directory, files.directoryBytes);
    const entries = Buffer.alloc(records.length * ENTRY_BYTES);
    const joined = Buffer.alloc(records.reduce((sum, [, bytes]) => sum + bytes.length, 0));
    let filled = 0;
    for (const [at, [{ lane, place }, bytes]] of records.entries()) {
      const start = files.dataBytes + filled;
      entries.writeUInt8(LANES.indexOf(lane), at * ENTRY_BYTES);
      entries.writeUInt8(Math.floor(start / 2 ** 32), at * ENTRY_BYTES + 1);
      entries.writeUInt32LE(place, at * ENTRY_BYTES + 4);
      entries.writeUInt32LE(start % 2 ** 32, at * ENTRY_BYTES + 8);
      entries.writeUInt32LE(bytes.length, at * ENTRY_BYTES + 12);
      joined.set(bytes, filled);
      filled += bytes.length;
      keep(files, lane, place, { start, bytes: bytes.length });
    }
    writeSync(files.data, joined, 0, joined.length, files.dataBytes);
    writeSync(files.directory, entries, 0, entries.length, files.directoryBytes);
    fsyncSync(files.data);
    fsyncSync(files.directory);
    files.dataBytes += joined.length;
    files.directoryBytes += entries.length;
  }

  private async writeStored(
    manifest: Bytes,
    touched: readonly number[],
    drop: readonly number[],
  ): Promise<void> {
    const segments: Record<string, readonly [number, number]> = { ...this.stored?.segments };
    for (const segment of touched) {
      const { dataBytes, directoryBytes } = this.files.get(segment) as OpenFiles;
      segments[segment] = [dataBytes, directoryBytes];
    }
    for (const segment of drop) delete segments[segment];
    const stored: StoredManifest = { manifest: Buffer.from(manifest).toString('base64'), segments };
    const next = join(this.folder, `${MANIFEST}.next`);
    await writeFile(next, JSON.stringify(stored), { flush: true });
    await rename(next, join(this.folder, MANIFEST));
    this.stored = stored;
  }

  private forget(segment: number): void {
    const files = this.files.get(segment);
    if (!files) return;
    closeSync(files.data);
    closeSync(files.directory);
    this.files.delete(segment);
  }

  close(): void {
    for (const segment of [...this.files.keys()]) this.forget(segment);
  }
}

function keep({ lanes }: OpenFiles, lane: Lane, place: number, found: Place): void {
  const places = lanes.get(lane);
  if (places) places[place] = found;
  else {
    const first: Place[] = [];
    first[place] = found;
    lanes.set(lane, first);
  }
}
