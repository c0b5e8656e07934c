/**
 * An archive to the files of a pack for the command line. A small one is packed as ever; of a large one the index lies
 * in the pack as segments, so that it is made in the memory of one segment and opened without reading it.
 */
import type { Article } from '../archive/article.ts';
import { encodePack, type PackFiles } from '../archive/pack.ts';
import type { Authority } from '../entities/authority.ts';
import type { Recognise } from '../entities/group/article-names.ts';
import { createMemorySegmentStore, storedRecords } from '../retrieval/segments/memory-segment-store.ts';
import { packSegments } from '../retrieval/segments/packed-segments.ts';
import { writeRecords } from '../retrieval/segments/write-records.ts';
import { buildPassageIndex } from '../retrieval/young-index.ts';
import { type Result, succeed } from '../text/result.ts';
import { recordsOf } from './assemble-archive.ts';
import { deriveTexts, nameArchive } from './derive-archive.ts';
import { MOST_IN_MEMORY } from './holdings/combine-archive.ts';
import { factsOf, packParts, sectionsOf } from './pack-archive.ts';

/** The section of a large pack that holds its index (retrieval/segments/packed-segments.ts). */
export const SEGMENTS = 'segments';

/** Deterministic, as `packArchive` is. More than `mostInMemory` passages are a large archive. */
export async function bakeArchive(
  articles: readonly Article[],
  given: Authority,
  recognise: Recognise | null,
  mostInMemory = MOST_IN_MEMORY,
): Promise<Result<PackFiles>> {
  const parts = deriveTexts(articles, nameArchive(articles, given, recognise));
  const records = recordsOf(parts.articles, parts.passages, parts.mentions, parts.speakers);
  if (records.length <= mostInMemory) return succeed(await packParts(parts, buildPassageIndex(records)));
  const store = createMemorySegmentStore();
  const written = await writeRecords(store, records);
  if (!written.ok) return written;
  const segments = () => packSegments(storedRecords(store), store.manifest ?? new Uint8Array());
  return succeed(await encodePack(sectionsOf(parts, [SEGMENTS, segments], null), factsOf(parts)));
}
