/**
 * The port under an archive on the disk: numbered blocks of bytes in parts, read many at once. Each wears a digest
 * seeded with its own key, so that one flipped bit, or a block in another's place, is noticed before it is believed.
 *
 *   0        1  2  3    4           8
 *   | format | 0  0  0  | digest LE | payload …
 */
import { murmur3 } from '../../retrieval/segments/record.ts';
import { type Result, succeed } from '../../text/result.ts';
import type { Bytes } from './columns.ts';

/**
 * catalogue: columns of all articles · articles: texts with what was found in them · entities: records of names ·
 * names: columns of them · naming: passages by name · named: names by passage · company: names by article · said: who is
 * quoted where · headlines, labels: folded · forms: outlets that print each form of a name · layout: of the index ·
 * events: places of those names that are events · words: of labels, by script · spelled, spellings: words of names by
 * their sounds, and who bears them · done: that all is there
 */
// biome-ignore format: one list
export const PARTS = [
  'done', 'catalogue', 'articles', 'entities', 'names', 'naming', 'named', 'company', 'said',
  'headlines', 'gazetteer', 'sounds', 'prints', 'labels', 'forms', 'layout',
  'events', 'words', 'spelled', 'spellings',
] as const;
export type Part = (typeof PARTS)[number];

export interface BlockKey {
  readonly part: Part;
  /** From 0; parts other than articles, entities, forms and spelled have one block. */
  readonly place: number;
}

export interface BlockStore {
  /** In the order of the keys; null where there is no such block. The bytes are the caller's. */
  read(keys: readonly BlockKey[]): Promise<Result<(Bytes | null)[]>>;
  /** All or nothing. Refused when the disk is full. */
  write(blocks: readonly (readonly [BlockKey, Bytes])[]): Promise<Result<null>>;
  close(): void;
}

const FORMAT = 1;
const HEADER = 8;

const seedOf = ({ part, place }: BlockKey) =>
  Math.imul(PARTS.indexOf(part) + 1, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b);

export function sealBlock(key: BlockKey, payload: Uint8Array): Bytes {
  const block = new Uint8Array(HEADER + payload.length);
  block[0] = FORMAT;
  block.set(payload, HEADER);
  new DataView(block.buffer).setUint32(4, murmur3(block, HEADER, seedOf(key)), true);
  return block;
}

/** The payload, at a multiple of 8 of its buffer; null when it is missing or not what was written. */
export function openBlock(key: BlockKey, given: Bytes | null): Bytes | null {
  if (given === null || given.length < HEADER || given[0] !== FORMAT) return null;
  const block = given.byteOffset % 8 === 0 ? given : given.slice();
  const stated = new DataView(block.buffer, block.byteOffset).getUint32(4, true);
  return stated === murmur3(block, HEADER, seedOf(key)) ? block.subarray(HEADER) : null;
}

/** In a Map, for tests and benches. */
export function createMemoryBlockStore(): BlockStore & { readonly blocks: Map<string, Bytes> } {
  const blocks = new Map<string, Bytes>();
  const nameOf = ({ part, place }: BlockKey) => `${part}/${place}`;
  return {
    blocks,
    read: async (keys) => succeed(keys.map((key) => blocks.get(nameOf(key)) ?? null)),
    write: async (put) => {
      for (const [key, bytes] of put) blocks.set(nameOf(key), bytes);
      return succeed(null);
    },
    close: () => {},
  };
}
