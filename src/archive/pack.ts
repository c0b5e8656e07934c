/**
 * The pack: a baked archive as one folder of few files, because in a woken background every file costs a wake.
 *
 *   manifest.json   format, analyzer, builtAt, counts, the shards' lengths, each section's place and SHA-256
 *   pack.<n>.bin    the body, cut every SHARD_BYTES (stores refuse larger non-binary files)
 *
 *   body     | articles ·| authority | annotations ·| gazetteer | index      |
 *            0           start % 8 = 0        · = zeros up to the next multiple of 8
 *   shards   | pack.0.bin                   | pack.1.bin             | pack.2|
 *
 * Sections stand at multiples of 8, and so does every cut, so that typed arrays may open in place. A section is read
 * whole or not at all: one byte that differs refuses it by name; the zeros between belong to no section and are never
 * looked at. `builtAt` is the newest article's date, not the clock, so that baking the same seeds twice gives the same
 * bytes.
 */

import type { IsoDate } from '../text/iso-date.ts';
import { fail, type Result, succeed } from '../text/result.ts';
import { digestOf, joinBytes, type RunningDigest, wholeDigest } from './digest.ts';

const PACK_FORMAT = 2;
/** Under the 4 MB above which a store's validator stops looking into files; a multiple of ALIGNMENT. */
export const SHARD_BYTES = 3_900_000;
const ALIGNMENT = 8;
const MANIFEST_FILE = 'manifest.json';

interface PackShard {
  readonly file: string;
  readonly bytes: number;
}

interface PackSection {
  /** Offset in the body. */
  readonly start: number;
  readonly bytes: number;
  readonly digest: string;
}

export interface PackManifest {
  readonly format: number;
  readonly analyzer: string;
  /** Digest over all sections' places and digests and all shards' lengths, in order. */
  readonly digest: string;
  readonly builtAt: IsoDate | null;
  readonly counts: { readonly articles: number; readonly passages: number; readonly entities: number };
  /** The body is their bytes, joined in this order. */
  readonly shards: readonly PackShard[];
  readonly sections: Readonly<Record<string, PackSection>>;
}

type Layout = Pick<PackManifest, 'shards' | 'sections'>;
type Bytes = Uint8Array<ArrayBuffer>;

export type PackFiles = ReadonlyMap<string, Bytes>;
/** A section's bytes, whole or piece by piece. */
export type SectionBytes = Bytes | Iterable<Bytes> | AsyncIterable<Bytes>;
type Section = readonly [name: string, bytes: SectionBytes];
/** Taken one by one, each once: who makes them as they are asked for never holds two. */
export type Sections = Iterable<Section> | AsyncIterable<Section>;
export type PackFacts = Pick<PackManifest, 'analyzer' | 'builtAt' | 'counts'>;

/** Where a pack is written. */
export interface PackSink {
  /** The bytes are the sink's. */
  write(file: string, bytes: Bytes): Promise<void>;
  /** Of bytes that come piece by piece. */
  digest(): RunningDigest;
}

export type ReadPackFile = (file: string) => Promise<Bytes | null>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function shardFile(number: number): string {
  return `pack.${number}.bin`;
}

/** What every reader needs, known before the manifest is read; small packs have no other files. */
export const OPENING_FILES: readonly string[] = [MANIFEST_FILE, shardFile(0)];

/** Files of a pack, manifest included; the order of `sections` is kept. */
export async function encodePack(
  sections: Sections,
  facts: PackFacts,
  shardBytes = SHARD_BYTES,
): Promise<PackFiles> {
  const files = new Map<string, Bytes>();
  const write = async (file: string, bytes: Bytes) => void files.set(file, bytes);
  await streamPack(sections, facts, { write, digest: wholeDigest }, shardBytes);
  return files;
}

/** The same to a sink, which is given each file once, the manifest last: memory is one shard and one piece. */
export async function streamPack(
  sections: Sections,
  facts: PackFacts | (() => PackFacts),
  sink: PackSink,
  shardBytes = SHARD_BYTES,
): Promise<void> {
  const placed: [string, PackSection][] = [];
  const shards: PackShard[] = [];
  const body = new BodyWriter(shardBytes, async (bytes) => {
    const file = shardFile(shards.length);
    shards.push({ file, bytes: bytes.length });
    await sink.write(file, bytes);
  });
  for await (const [name, given] of sections) {
    body.align();
    const start = body.end;
    const digest = sink.digest();
    for await (const piece of given instanceof Uint8Array ? [given] : given) {
      digest.add(piece);
      await body.append(piece);
    }
    placed.push([name, { start, bytes: body.end - start, digest: await digest.end() }]);
  }
  await body.close();
  const layout: Layout = { shards, sections: Object.fromEntries(placed) };
  const { analyzer, builtAt, counts } = typeof facts === 'function' ? facts() : facts;
  const digest = await digestOfLayout(layout);
  const manifest: PackManifest = { format: PACK_FORMAT, analyzer, digest, builtAt, counts, ...layout };
  await sink.write(MANIFEST_FILE, encoder.encode(`${JSON.stringify(manifest, null, 1)}\n`));
}

/** Cuts the body into shards as it comes. */
class BodyWriter {
  end = 0;
  private readonly shardBytes: number;
  private readonly emit: (shard: Bytes) => Promise<void>;
  private open: Bytes;
  private filled = 0;

  constructor(shardBytes: number, emit: (shard: Bytes) => Promise<void>) {
    this.shardBytes = shardBytes;
    this.emit = emit;
    this.open = new Uint8Array(shardBytes);
  }

  /** Zeros up to the next multiple of ALIGNMENT; a shard's length is one. */
  align(): void {
    const zeros = (ALIGNMENT - (this.end % ALIGNMENT)) % ALIGNMENT;
    this.filled += zeros;
    this.end += zeros;
  }

  async append(bytes: Bytes): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      if (this.filled === this.shardBytes) {
        await this.emit(this.open);
        this.open = new Uint8Array(this.shardBytes);
        this.filled = 0;
      }
      const part = bytes.subarray(at, at + this.shardBytes - this.filled);
      this.open.set(part, this.filled);
      this.filled += part.length;
      at += part.length;
    }
    this.end += bytes.length;
  }

  /**
   * The last shard. An empty body has one too: readers ask for the first before they know. Each has bytes of its own: a
   * database that keeps a view keeps all that the view looks into, once for each shard.
   */
  close(): Promise<void> {
    return this.emit(this.open.slice(0, this.filled));
  }
}

function digestOfLayout({ shards, sections }: Layout): Promise<string> {
  const lines = [
    ...Object.entries(sections).map(
      ([name, { start, bytes, digest }]) => `${name} ${start} ${bytes} ${digest}`,
    ),
    ...shards.map(({ file, bytes }) => `${file} ${bytes}`),
  ];
  return digestOf(encoder.encode(lines.join('\n')));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Shards have no names but their own: a pack from elsewhere must not lead a reader out of its folder. */
function isShard(shard: unknown, number: number): shard is PackShard {
  return isObject(shard) && shard.file === shardFile(number) && isCount(shard.bytes);
}

function isSection(section: unknown): section is PackSection {
  return (
    isObject(section) &&
    isCount(section.start) &&
    isCount(section.bytes) &&
    typeof section.digest === 'string'
  );
}

/** What is wrong with the manifest's lists, as the end of a sentence; null when nothing is. */
function flawOf({ shards, sections }: Record<string, unknown>): string | null {
  if (!Array.isArray(shards) || !shards.every(isShard)) return 'lists no shards';
  if (!isObject(sections)) return 'lists no sections';
  const length = shards.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const [name, section] of Object.entries(sections)) {
    if (!isSection(section)) return `does not say where section “${name}” stands`;
    if (section.start % ALIGNMENT !== 0) return `starts section “${name}” at no multiple of ${ALIGNMENT}`;
    if (section.start + section.bytes > length) return `places section “${name}” outside the pack`;
  }
  return null;
}

export async function readManifest(read: ReadPackFile): Promise<Result<PackManifest>> {
  const bytes = await read(MANIFEST_FILE);
  if (!bytes) return fail('archive-damaged', `The pack has no ${MANIFEST_FILE}.`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(decoder.decode(bytes));
  } catch {
    return fail('archive-damaged', `The pack's ${MANIFEST_FILE} is not JSON.`);
  }
  if (!isObject(parsed)) return fail('archive-damaged', `The pack's ${MANIFEST_FILE} is no object.`);
  // Before the lists: an older pack has others, and should be told its format rather than called damaged.
  if (parsed.format !== PACK_FORMAT) {
    const format = typeof parsed.format === 'number' ? parsed.format : typeof parsed.format;
    const newer = typeof format === 'number' && format > PACK_FORMAT ? ', of a newer Backstory' : '';
    return fail(
      'archive-damaged',
      `The pack has format ${format}${newer}; this version reads ${PACK_FORMAT}.`,
    );
  }
  const flaw = flawOf(parsed);
  if (flaw) return fail('archive-damaged', `The pack's ${MANIFEST_FILE} ${flaw}.`);
  const manifest = parsed as unknown as PackManifest;
  if (manifest.digest !== (await digestOfLayout(manifest))) {
    return fail('archive-damaged', `The pack's ${MANIFEST_FILE} does not match its own digest.`);
  }
  return succeed(manifest);
}

/**
 * One section's bytes, or the name of what is missing or damaged. A section within one shard is a view of what `read`
 * gave, not a copy.
 */
export async function readSection(
  manifest: PackManifest,
  name: string,
  read: ReadPackFile,
): Promise<Result<Bytes>> {
  const section = Object.hasOwn(manifest.sections, name) ? manifest.sections[name] : undefined;
  if (!section) return fail('archive-damaged', `The pack has no section “${name}”.`);
  const parts: Bytes[] = [];
  for (const part of await Promise.all(partsOf(manifest.shards, section, read))) {
    if (!part.ok) return part;
    parts.push(part.value);
  }
  const bytes = parts.length === 1 ? (parts[0] as Bytes) : joinBytes(parts);
  if ((await digestOf(bytes)) !== section.digest) {
    return fail('archive-damaged', `The pack's section “${name}” is damaged: its digest differs.`);
  }
  return succeed(bytes);
}

/** The shards in which these sections lie; a pack need not be unpacked beyond them. */
export function shardsOf(
  { shards, sections }: PackManifest,
  names: readonly string[],
): ReadonlyMap<string, number> {
  const wanted = new Map<string, number>();
  const spans = names.flatMap((name) => (Object.hasOwn(sections, name) ? [sections[name]!] : []));
  let at = 0;
  for (const { file, bytes } of shards) {
    const end = at + bytes;
    if (spans.some(({ start, bytes: length }) => start < end && start + length > at)) wanted.set(file, bytes);
    at = end;
  }
  return wanted;
}

/** What each shard the section overlaps holds of it; no other shard is read. */
function partsOf(
  shards: readonly PackShard[],
  section: PackSection,
  read: ReadPackFile,
): Promise<Result<Bytes>>[] {
  const parts: Promise<Result<Bytes>>[] = [];
  let at = 0;
  for (const shard of shards) {
    const from = Math.max(section.start - at, 0);
    const to = Math.min(section.start + section.bytes - at, shard.bytes);
    if (from < to) parts.push(readPart(shard, from, to, read));
    at += shard.bytes;
  }
  return parts;
}

async function readPart(
  { file, bytes: length }: PackShard,
  from: number,
  to: number,
  read: ReadPackFile,
): Promise<Result<Bytes>> {
  const bytes = await read(file);
  if (!bytes) return fail('archive-damaged', `The pack's file ${file} is missing.`);
  if (bytes.length !== length) {
    return fail(
      'archive-damaged',
      `The pack's file ${file} is damaged: it has ${bytes.length} bytes, not ${length}.`,
    );
  }
  return succeed(bytes.subarray(from, to));
}
