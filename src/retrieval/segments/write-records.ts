/**
 * A whole archive into segments, so that a writer that is killed at any step goes on where it was: what lies in a
 * segment is not read again, and the mark that all is there is set last. Memory: one segment's postings.
 */
import { ANALYZER } from '../../text/analyzer.ts';
import { type Result, succeed } from '../../text/result.ts';
import type { PassageRecord } from '../passage-record.ts';
import { analyseRecords } from './analyse-record.ts';
import type { SegmentStore } from './segment-store.ts';
import { openSegmentWriter } from './segment-writer.ts';

/** The mark of segments that hold everything they were made for. */
export const COMPLETE = 'complete';

/** Passages are numbered by their place among `records`, which must be the same ones after a kill. */
export async function writeRecords(
  store: SegmentStore,
  records: Iterable<PassageRecord>,
): Promise<Result<null>> {
  const opened = await openSegmentWriter(store, { analyzer: ANALYZER });
  if (!opened.ok) return opened;
  const writer = opened.value;
  // An article lies in one segment, so the first passage that is missing starts one.
  const first = (writer.manifest.segments.at(-1)?.lastNumber ?? -1) + 1;
  for (const passage of analyseRecords(after(records, first), first)) {
    const added = await writer.add(passage);
    if (!added.ok) return added;
  }
  const flushed = await writer.flush(COMPLETE);
  if (!flushed.ok) return flushed;
  for (;;) {
    const tidied = await writer.tidy();
    if (!tidied.ok) return tidied;
    if (!tidied.value) return succeed(null);
  }
}

function* after(records: Iterable<PassageRecord>, count: number): Generator<PassageRecord> {
  let place = 0;
  for (const record of records) if (place++ >= count) yield record;
}
