/**
 * A share pack, from a stream of bytes that anybody may have made to the lines of its articles.
 *
 * The naive version unpacks every file of the ZIP and keeps it. Here only the manifest and the shards in which the
 * articles lie are unpacked, under the names that a pack gives them and no others, each once, within limits that the
 * manifest cannot raise; what comes out is proved by digest. Index and names in the pack are passed over: they follow
 * from the articles, and the reader's own are made by the reader's own rules.
 */
import { plainName } from '../../archive/mounted-pack.ts';
import {
  type PackManifest,
  type ReadPackFile,
  readManifest,
  readSection,
  shardsOf,
} from '../../archive/pack.ts';
import type { ByteSource, RefusalCode } from '../../capture/capture-outcome.ts';
import { readAll } from '../../capture/read-bytes.ts';
import { UnpackError, Unpacking } from '../../capture/unpacking.ts';
import { zipEntries } from '../../capture/zip-entries.ts';
import type { Result } from '../../text/result.ts';
import { PACK_FOLDER } from './tell-share-pack.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A pack of 50 shards lists each in a hundred bytes. */
const MOST_MANIFEST_BYTES = 1_000_000;
/** Some fifty thousand articles; they are held whole until their digest is known. */
const MOST_ARTICLE_BYTES = 200_000_000;
export interface SharePack {
  /** Of the articles' bytes. */
  readonly digest: string;
  /** Null where the pack brings none. */
  readonly name: string | null;
  /** ISO 8601 with time; null where the pack does not say. */
  readonly madeAt: string | null;
  /** An article a line, still to be read as foreign. */
  readonly lines: Bytes;
}

export interface PackRefusal {
  readonly code: RefusalCode;
  /** A sentence. */
  readonly reason: string;
}

export async function readSharePack(source: ByteSource): Promise<SharePack | PackRefusal> {
  try {
    return await readPack(source);
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error;
    return { code: error.code, reason: error.message };
  }
}

async function readPack(source: ByteSource): Promise<SharePack | PackRefusal> {
  const files = new Map<string, Bytes>();
  const read: ReadPackFile = async (file) => files.get(file) ?? null;
  let manifest: PackManifest | null = null;
  for await (const { name, bytes } of zipEntries(source, new Unpacking())) {
    const file = name.startsWith(`${PACK_FOLDER}/`) ? name.slice(PACK_FOLDER.length + 1) : '';
    if (files.has(file)) return damaged(`The pack holds two files named ${file}.`);
    if (manifest === null) {
      const head = file === 'manifest.json' ? await readAll(bytes, MOST_MANIFEST_BYTES) : null;
      if (head === null) return damaged('The pack does not begin with its list of contents.');
      files.set(file, head);
      const listed = await readManifest(read);
      if (!listed.ok) return damaged(listed.error.message);
      manifest = listed.value;
      if (sizeOf(manifest) > MOST_ARTICLE_BYTES) return TOO_LARGE;
      continue;
    }
    const stated = shardsOf(manifest, WANTED).get(file);
    if (stated === undefined) continue;
    const whole = await readAll(bytes, stated);
    if (whole === null) return damaged(`The pack's file ${file} is longer than the pack says.`);
    files.set(file, whole);
  }
  return manifest === null ? damaged('The pack is empty.') : openSharePack(manifest, read);
}

const WANTED = ['articles', 'about'];

const sizeOf = (manifest: PackManifest) =>
  [...shardsOf(manifest, WANTED).values()].reduce((sum, bytes) => sum + bytes, 0);

const TOO_LARGE: PackRefusal = {
  code: 'too-large',
  reason: 'The pack holds more than 200 MB of articles; ask for it in parts.',
};

const damaged = (reason: string): PackRefusal => ({ code: 'damaged', reason });

async function openSharePack(manifest: PackManifest, read: ReadPackFile): Promise<SharePack | PackRefusal> {
  const articles = await readSection(manifest, 'articles', read);
  if (!articles.ok) return damaged(articles.error.message);
  const about = aboutOf(await readSection(manifest, 'about', read));
  return { digest: manifest.sections.articles!.digest, ...about, lines: articles.value };
}

/** Packs of version 0.2 say nothing of themselves. */
function aboutOf(section: Result<Bytes>): Pick<SharePack, 'name' | 'madeAt'> {
  try {
    const about: unknown = section.ok ? JSON.parse(new TextDecoder().decode(section.value)) : null;
    const { name, madeAt } = (about ?? {}) as { readonly name?: unknown; readonly madeAt?: unknown };
    return { name: plainName(name), madeAt: plainTime(madeAt) };
  } catch {
    return { name: null, madeAt: null };
  }
}

function plainTime(time: unknown): string | null {
  return typeof time === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]{5,12}Z$/.test(time) ? time : null;
}
