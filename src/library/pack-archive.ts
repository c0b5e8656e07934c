/**
 * An archive to pack files, and back with what is damaged made again. Reading alone: open-pack.ts.
 */
import type { Article } from '../archive/article.ts';
import { encodePack, type PackFiles, type ReadPackFile } from '../archive/pack.ts';
import type { Authority } from '../entities/authority.ts';
import type { Recognise } from '../entities/group/article-names.ts';
import type { PackedIndex } from '../retrieval/young-index.ts';
import { ANALYZER } from '../text/analyzer.ts';
import type { Result } from '../text/result.ts';
import type { MemoryArchive } from './archive.ts';
import { newestDate } from './assemble-archive.ts';
import { deriveParts, nameArchive, type TextParts } from './derive-archive.ts';
import { BESIDE } from './disk/open-large-pack.ts';
import { type Annotations, openPack } from './open-pack.ts';
import { encodeArticles } from './pack-sections.ts';

const encoder = new TextEncoder();
const encodeJson = (value: unknown) => encoder.encode(JSON.stringify(value));

/**
 * Deterministic: the same articles and authority give the same bytes, on any machine and day. With `recognise`, an
 * archive without an authority file gets its own names.
 */
export function packArchive(
  articles: readonly Article[],
  given: Authority,
  recognise: Recognise | null = null,
  about: object | null = null,
): Promise<PackFiles> {
  const parts = deriveParts(articles, nameArchive(articles, given, recognise));
  return packParts(parts, parts.index, about);
}

/** `about`: what a pack to be shared says of itself. */
export function packParts(
  parts: TextParts,
  index: PackedIndex,
  about: object | null = null,
): Promise<PackFiles> {
  const json = () => encoder.encode(index.toJson());
  return encodePack(sectionsOf(parts, ['index', json], about), factsOf(parts));
}

type SectionBytes = Uint8Array<ArrayBuffer>;

/** Each is made when its turn comes. */
export function* sectionsOf(
  parts: TextParts,
  [name, index]: readonly [name: string, make: () => SectionBytes],
  about: object | null,
): Generator<readonly [name: string, bytes: SectionBytes]> {
  yield ['articles', encodeArticles(parts.articles)];
  if (about !== null) yield ['about', encodeJson(about)];
  yield ['authority', encodeJson(parts.authority)];
  yield ['annotations', encodeJson(annotationsOf(parts))];
  yield ['gazetteer', new Uint8Array(parts.gazetteer.buffer)];
  yield ['sounds', new Uint8Array(parts.sounds.buffer)];
  yield [name, index()];
  yield ['prints', new Uint8Array(parts.prints.segments[0]!.buffer)];
}

/** A pack that says what lies beside it: all else is on the disk (disk/write-archive.ts). */
export function packBeside(parts: TextParts): Promise<PackFiles> {
  const sections = new Map([[BESIDE, encodeJson(parts.authority.outlets)]]);
  return encodePack(sections, factsOf(parts));
}

export function factsOf({ articles, passages, authority }: TextParts) {
  return {
    analyzer: ANALYZER,
    builtAt: newestDate(articles),
    counts: {
      articles: articles.length,
      passages: passages.reduce((sum, { length }) => sum + length, 0),
      entities: authority.entities.length,
    },
  };
}

function annotationsOf({ passages, mentions, speakers }: TextParts): Annotations {
  return {
    passages: passages.map((list) => list.map(({ start, end }) => [start, end] as const)),
    mentions,
    speakers,
  };
}

/** Derived parts that are damaged, or of another version's rules, are made again; the archive says so. */
export function openArchive(readFile: ReadPackFile): Promise<Result<MemoryArchive>> {
  return openPack(readFile, { derive: deriveParts });
}
