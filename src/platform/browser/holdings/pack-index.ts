/**
 * What lies beside a large pack of everything: index, texts and names in a database of their own, a new one for each
 * pack, so that the old pack and what lies beside it answer until pack and mark of the new ones are written in one
 * stroke. A worker that is killed goes on with the database it began.
 */
import { deleteDB } from 'idb';
import type { TextParts } from '../../../library/derive-archive.ts';
import type { BlockStore } from '../../../library/disk/block-store.ts';
import { readLayout, writeLayout } from '../../../library/disk/index-layout.ts';
import { type Beside, readCatalogue } from '../../../library/disk/open-archive.ts';
import { isWritten, writeArchive } from '../../../library/disk/write-archive.ts';
import type { PassageIndex } from '../../../retrieval/passage-index.ts';
import type { PassageRecord } from '../../../retrieval/passage-record.ts';
import { openSegmentIndex, type SegmentIndex } from '../../../retrieval/segments/segment-index.ts';
import { COMPLETE, writeRecords } from '../../../retrieval/segments/write-records.ts';
import { fail, type Result, succeed } from '../../../text/result.ts';
import { type ArchiveDatabase, openArchiveDatabase } from '../segment-store.ts';
import type { HoldingsDatabase } from './open-database.ts';

/** The mark that holds {@link IndexMark}. */
export const PACK_INDEX = 'pack-index';

interface IndexMark {
  /** Number of the database; null where the pack holds its index itself. */
  readonly current: number | null;
  /** The last number given. */
  readonly last: number;
  /** Begun for this state of the archive, and not finished. */
  readonly building: { readonly number: number; readonly state: string } | null;
  /** A background may still read them: deleted before the next one is begun. */
  readonly old: readonly number[];
}

const NO_INDEX: IndexMark = { current: null, last: 0, building: null, old: [] };
const nameOf = (number: number) => `backstory-index-${number}`;

export async function readIndexMark(database: HoldingsDatabase): Promise<IndexMark> {
  return ((await database.get('marks', PACK_INDEX)) as IndexMark | undefined) ?? NO_INDEX;
}

/** What to mark when a pack is written: with the index that was built for it, or with none. */
export function nextIndexMark(mark: IndexMark, current: number | null): IndexMark {
  const { last, old, building } = mark;
  const before = [mark.current, building?.number ?? null].filter((one) => one !== null && one !== current);
  return { current, last, building: null, old: [...old, ...(before as number[])] };
}

/** Number of the database in which the archive is now. */
export async function writeBeside(
  database: HoldingsDatabase,
  state: string,
  parts: TextParts,
  records: readonly PassageRecord[],
): Promise<Result<number>> {
  const number = await numberFor(database, state);
  const store = await openArchiveDatabase(nameOf(number));
  if (!store.ok) return store;
  const { blocks } = store.value;
  const isThere = await isWritten(blocks);
  const told = isThere ? succeed(null) : await writeArchive(blocks, parts);
  const written = told.ok ? await writeIndex(store.value, records) : told;
  store.value.close();
  return written.ok ? succeed(number) : written;
}

async function writeIndex(
  { segments, blocks }: ArchiveDatabase,
  records: readonly PassageRecord[],
): Promise<Result<null>> {
  const written = await writeRecords(segments, records);
  const index = written.ok ? await openSegmentIndex(segments) : written;
  return index.ok ? writeLayout(blocks, index.value.layout) : index;
}

/** The texts and names alone. */
export async function openPackBlocks(database: HoldingsDatabase): Promise<Result<BlockStore>> {
  const { current } = await readIndexMark(database);
  if (current === null) return fail('not-found', 'Nothing lies beside the pack.');
  const store = await openArchiveDatabase(nameOf(current));
  return store.ok ? succeed(store.value.blocks) : store;
}

async function numberFor(database: HoldingsDatabase, state: string): Promise<number> {
  const mark = await readIndexMark(database);
  if (mark.building?.state === state) return mark.building.number;
  const left = [...mark.old, ...(mark.building ? [mark.building.number] : [])];
  for (const number of left) await deleteDB(nameOf(number));
  const number = mark.last + 1;
  const begun: IndexMark = { ...mark, last: number, building: { number, state }, old: [] };
  await database.put('marks', begun, PACK_INDEX);
  return number;
}

/** `damaged` is told once, when an answer had to do without a part of the index. */
export async function openBeside(
  number: number,
  damaged: (message: string) => void,
): Promise<Result<Beside>> {
  const store = await openArchiveDatabase(nameOf(number));
  if (!store.ok) return store;
  const { segments, blocks } = store.value;
  const [index, catalogue] = await Promise.all([
    openSegmentIndex(segments, readLayout(blocks)),
    readCatalogue(blocks),
  ]);
  if (!index.ok) return index;
  if (index.value.mark !== COMPLETE) return fail('archive-damaged', 'The index is not whole.');
  return succeed({ index: watch(index.value, damaged), blocks, catalogue });
}

function watch(index: SegmentIndex, damaged: (message: string) => void): PassageIndex {
  const { unread } = index;
  let isTold = false;
  const tell = () => {
    const [first] = index.damage;
    if (!first || isTold) return;
    isTold = true;
    damaged(first.message);
  };
  tell();
  return {
    ...index,
    unread: unread && {
      get isMissing() {
        return unread.isMissing;
      },
      get isDamaged() {
        return unread.isDamaged;
      },
      answer: async (question) => {
        const answered = await unread.answer(question);
        tell();
        return answered;
      },
    },
  };
}
