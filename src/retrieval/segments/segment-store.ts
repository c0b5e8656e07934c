/**
 * The port under the segments: numbered records in lanes, read many at once, written all or nothing.
 *
 * Small enough that IndexedDB (a transaction), files (append, then rename a manifest) and a Map can each hold it
 * in a page of code.
 */
import type { Result } from '../../text/result.ts';
import type { Bytes } from './byte-writer.ts';

/**
 * head: facts, passage numbers, first words of the term blocks · lengths: field lengths, then where articles start ·
 * live: deleted passages · kept: what a merge drops · terms: blocks of the dictionary · postings · positions
 */
export const LANES = ['head', 'lengths', 'live', 'kept', 'terms', 'postings', 'positions'] as const;
export type Lane = (typeof LANES)[number];

/** Records of a lane are numbered from 0 without gaps. */
export interface RecordKey {
  readonly segment: number;
  readonly lane: Lane;
  readonly place: number;
}

/** Also what files and caches call the record. */
export const recordName = ({ segment, lane, place }: RecordKey) => `${segment}/${lane}/${place}`;

export interface StoreChange {
  readonly put: readonly (readonly [RecordKey, Bytes])[];
  /** Segments whose every record goes. */
  readonly drop: readonly number[];
  /** Takes the place of the manifest in the same stroke. */
  readonly manifest: Bytes;
}

export interface SegmentStore {
  /** null before the first change. */
  readManifest(): Promise<Result<Bytes | null>>;
  /** In the order of the keys; null where there is no such record. The bytes are the caller's. */
  read(keys: readonly RecordKey[]): Promise<Result<(Bytes | null)[]>>;
  /** Records `from` (included) to `to` (excluded) of a lane, in order; fewer when some are missing at the end. */
  readRange(segment: number, lane: Lane, from: number, to: number): Promise<Result<(Bytes | null)[]>>;
  /** Everything or nothing, also when the process dies in the middle. Refused when the disk is full. */
  change(change: StoreChange): Promise<Result<null>>;
  close(): void;
}
