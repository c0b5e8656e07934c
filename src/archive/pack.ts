/**
 * The pack: a baked archive as one folder of digested shards.
 *
 *   manifest.json   format, analyzer, builtAt, counts, and for each section its shards with length and SHA-256
 *   <section>.<n>.bin   at most SHARD_BYTES each (stores refuse larger non-binary files)
 *
 * A pack is read whole or not at all: one byte that differs refuses the section it stands in, by name. `builtAt` is
 * the newest article's date, not the clock, so that baking the same seeds twice gives the same bytes.
 */

import type { IsoDate } from '../text/iso-date.ts';
import { fail, type Result, succeed } from '../text/result.ts';
import { digestOf } from './digest.ts';

const PACK_FORMAT = 1;
/** Under the 4 MB above which a store's validator stops looking into files. */
export const SHARD_BYTES = 3_900_000;
const MANIFEST_FILE = 'manifest.json';

interface PackShard {
  readonly file: string;
  readonly bytes: number;
  readonly digest: string;
}

export interface PackManifest {
  readonly format: number;
  readonly analyzer: string;
  /** Digest over all shards' digests, in order. */
  readonly digest: string;
  readonly builtAt: IsoDate | null;
  readonly counts: { readonly articles: number; readonly passages: number; readonly entities: number };
  readonly sections: Readonly<Record<string, readonly PackShard[]>>;
}

export type PackFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
export type Sections = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
export type ReadPackFile = (file: string) => Promise<Uint8Array<ArrayBuffer> | null>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function shardFile(section: string, number: number): string {
  return `${section}.${number}.bin`;
}

/** A section's first shard; small packs have no other. */
export function firstShard(section: string): string {
  return shardFile(section, 0);
}

/** Files of a pack, manifest included; the order of `sections` is kept. */
export async function encodePack(
  sections: Sections,
  facts: Pick<PackManifest, 'analyzer' | 'builtAt' | 'counts'>,
): Promise<PackFiles> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const listed: Record<string, PackShard[]> = {};
  for (const [name, bytes] of sections) {
    const shards: PackShard[] = [];
    for (let at = 0; at === 0 || at < bytes.length; at += SHARD_BYTES) {
      const part = bytes.slice(at, at + SHARD_BYTES);
      const file = shardFile(name, shards.length);
      files.set(file, part);
      shards.push({ file, bytes: part.length, digest: await digestOf(part) });
    }
    listed[name] = shards;
  }
  const digest = await digestOfShards(listed);
  const manifest: PackManifest = { format: PACK_FORMAT, ...facts, digest, sections: listed };
  files.set(MANIFEST_FILE, encoder.encode(`${JSON.stringify(manifest, null, 1)}\n`));
  return files;
}

function digestOfShards(sections: PackManifest['sections']): Promise<string> {
  const all = Object.entries(sections).flatMap(([name, shards]) =>
    shards.map(({ digest }) => `${name} ${digest}`),
  );
  return digestOf(encoder.encode(all.join('\n')));
}

function hasSections({ sections }: Partial<PackManifest>): boolean {
  return (
    typeof sections === 'object' &&
    sections !== null &&
    Object.values(sections).every(
      (shards) => Array.isArray(shards) && shards.every((shard) => typeof shard?.file === 'string'),
    )
  );
}

export async function readManifest(read: ReadPackFile): Promise<Result<PackManifest>> {
  const bytes = await read(MANIFEST_FILE);
  if (!bytes) return fail('archive-damaged', `The pack has no ${MANIFEST_FILE}.`);
  let manifest: PackManifest | null;
  try {
    manifest = JSON.parse(decoder.decode(bytes)) as PackManifest | null;
  } catch {
    return fail('archive-damaged', `The pack's ${MANIFEST_FILE} is not JSON.`);
  }
  if (!manifest || !hasSections(manifest)) {
    return fail('archive-damaged', `The pack's ${MANIFEST_FILE} lists no sections.`);
  }
  if (manifest.format !== PACK_FORMAT) {
    return fail(
      'archive-damaged',
      `The pack has format ${manifest.format}; this version reads ${PACK_FORMAT}.`,
    );
  }
  if (manifest.digest !== (await digestOfShards(manifest.sections))) {
    return fail('archive-damaged', `The pack's ${MANIFEST_FILE} does not match its own digest.`);
  }
  return succeed(manifest);
}

/** One section's bytes, or the name of the shard that is missing or damaged. */
export async function readSection(
  manifest: PackManifest,
  name: string,
  read: ReadPackFile,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const shards = Object.hasOwn(manifest.sections, name) ? manifest.sections[name] : undefined;
  if (!shards) return fail('archive-damaged', `The pack has no section “${name}”.`);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (const shard of shards) {
    const bytes = await read(shard.file);
    if (!bytes) return fail('archive-damaged', `The pack's file ${shard.file} is missing.`);
    if (bytes.length !== shard.bytes || (await digestOf(bytes)) !== shard.digest) {
      return fail('archive-damaged', `The pack's file ${shard.file} is damaged: its digest differs.`);
    }
    parts.push(bytes);
  }
  return succeed(parts.length === 1 ? (parts[0] as Uint8Array<ArrayBuffer>) : join(parts));
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
