/** An archive of the invented names on a disk that is a map. */
import type { Article } from '../../../../src/archive/article.ts';
import type { Entity } from '../../../../src/entities/entity.ts';
import { newestDate, recordsOf } from '../../../../src/library/assemble-archive.ts';
import { deriveTexts } from '../../../../src/library/derive-archive.ts';
import { createMemoryBlockStore } from '../../../../src/library/disk/block-store.ts';
import { readLayout, writeLayout } from '../../../../src/library/disk/index-layout.ts';
import { openDiskArchive, readCatalogue } from '../../../../src/library/disk/open-archive.ts';
import { writeArchive } from '../../../../src/library/disk/write-archive.ts';
import { createMemorySegmentStore } from '../../../../src/retrieval/segments/memory-segment-store.ts';
import { openSegmentIndex } from '../../../../src/retrieval/segments/segment-index.ts';
import { writeRecords } from '../../../../src/retrieval/segments/write-records.ts';
import type { Result } from '../../../../src/text/result.ts';
import { authority, ENTITIES } from '../../invented-archive.ts';

export function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

interface Layout {
  readonly blockBytes?: number;
  readonly mostKept?: number;
  readonly names?: readonly Entity[];
  /** Articles that are kept elsewhere; all by default. */
  readonly elsewhere?: readonly Article[];
}

export async function layOnDisk(
  articles: readonly Article[],
  { blockBytes = 700, mostKept = 3_000, names = ENTITIES, elsewhere = articles }: Layout = {},
) {
  const parts = deriveTexts(articles, authority(names));
  const [segments, blocks] = [createMemorySegmentStore(), createMemoryBlockStore()];
  const records = recordsOf(parts.articles, parts.passages, parts.mentions, parts.speakers);
  need(await writeRecords(segments, records));
  need(await writeArchive(blocks, parts, blockBytes));
  need(await writeLayout(blocks, need(await openSegmentIndex(segments)).layout));
  const told: string[] = [];
  const { entities, outlets } = parts.authority;
  const facts = { builtAt: newestDate(parts.articles), entities: entities.length, outlets };
  const needs = {
    damaged: (message: string) => told.push(message),
    rescue: async (lost: readonly Article['id'][]) => elsewhere.filter(({ id }) => lost.includes(id)),
    mostKept,
  };
  /** As a woken background does. */
  const open = async () =>
    need(
      openDiskArchive(
        {
          index: need(await openSegmentIndex(segments, readLayout(blocks))),
          blocks,
          catalogue: await readCatalogue(blocks),
        },
        facts,
        needs,
      ),
    );
  return { blocks: blocks.blocks, told, open };
}
