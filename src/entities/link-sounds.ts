/**
 * A second gazetteer, by sound: from a name that the archive never spelled so ("محمد صلاح") to the entities it may mean.
 *
 * The naive version compares it with every label, 0.1 ms each. Here the blocking keys of all labels lie hashed and
 * sorted in one buffer that opens without parsing; a name asks for its own keys, O(keys × log labels + candidates).
 *
 *   header   3 × i32   magic, format, entries
 *   hashes   entries × i32, ascending
 *   owners   entries × i32 the entity's index for each
 */
import type { Entity } from './entity.ts';
import { blockingKeys, isTellingKey } from './group/blocking-keys.ts';

const MAGIC = 0x42534e44;
const FORMAT = 1;
const HEADER = 3;
/** A key with more owners than this ("Mohammed") is left out of a question; the name's pairs of words remain. */
const MOST_OWNERS = 4_096;
/** Candidates worth comparing, those with most keys in common first. */
const MOST_CANDIDATES = 24;

export interface NameSounds {
  readonly buffer: ArrayBuffer;
  readonly hashes: Int32Array;
  readonly owners: Int32Array;
}

export const NO_SOUNDS: NameSounds = view(new ArrayBuffer(HEADER * 4));

function view(buffer: ArrayBuffer): NameSounds {
  const entries = (buffer.byteLength / 4 - HEADER) / 2;
  const hashes = new Int32Array(buffer, HEADER * 4, entries);
  return { buffer, hashes, owners: new Int32Array(buffer, (HEADER + entries) * 4, entries) };
}

/** null when the bytes are of another format or length. */
export function openNameSounds(buffer: ArrayBuffer): NameSounds | null {
  if (buffer.byteLength < HEADER * 4 || buffer.byteLength % 4 !== 0) return null;
  const [magic, format, entries] = new Int32Array(buffer, 0, HEADER) as unknown as [number, number, number];
  if (magic !== MAGIC || format !== FORMAT || buffer.byteLength !== (HEADER + entries * 2) * 4) return null;
  return view(buffer);
}

/** Sound keys of every label; `entities` in the order that indexes refer to. */
export function buildNameSounds(entities: readonly Entity[]): NameSounds {
  const hashes: number[] = [];
  const owners: number[] = [];
  for (const [index, entity] of entities.entries()) {
    const own = new Set<number>();
    const labels = entity.altLabels.map(({ text }) => text);
    for (const label of entity.isComposed ? labels : [entity.prefLabel, ...labels])
      for (const key of blockingKeys(label, entity.type).keys) own.add(hashOf(key));
    for (const hash of own) {
      hashes.push(hash);
      owners.push(index);
    }
  }
  const buffer = new ArrayBuffer((HEADER + hashes.length * 2) * 4);
  new Int32Array(buffer, 0, HEADER).set([MAGIC, FORMAT, hashes.length]);
  const sounds = view(buffer);
  fillSorted(sounds, hashes, owners);
  return sounds;
}

/** Sorted as pairs in one typed array of 64-bit numbers: hash in the upper half, owner in the lower. */
function fillSorted({ hashes, owners }: NameSounds, keys: readonly number[], ids: readonly number[]): void {
  const pairs = new Float64Array(keys.length);
  for (let at = 0; at < keys.length; at++) pairs[at] = (keys[at] as number) * OWNERS + (ids[at] as number);
  pairs.sort();
  for (let at = 0; at < pairs.length; at++) {
    const hash = Math.floor((pairs[at] as number) / OWNERS);
    hashes[at] = hash;
    owners[at] = (pairs[at] as number) - hash * OWNERS;
  }
}
/** A double holds a 32-bit hash times this plus an owner exactly: 2,097,152 entities. */
const OWNERS = 2 ** 21;

function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) | 0;
}

function firstAtLeast(hashes: Int32Array, hash: number): number {
  let [low, high] = [0, hashes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] as number) < hash) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the owners of a key stand; empty for a key that too many share. */
function ownersRange(sounds: NameSounds, key: string): [from: number, to: number] {
  const hash = hashOf(key);
  const from = firstAtLeast(sounds.hashes, hash);
  const limit = Math.min(sounds.hashes.length, from + MOST_OWNERS + 1);
  let to = from;
  while (to < limit && sounds.hashes[to] === hash) to++;
  return to - from > MOST_OWNERS ? [from, from] : [from, to];
}

/** Entities that a name with these keys may mean, those with most keys in common first. */
export function soundingLike(sounds: NameSounds, keys: readonly string[], isSingle: boolean): number[] {
  const shared = new Map<number, number>();
  for (const key of keys) {
    const [from, to] = ownersRange(sounds, key);
    const weight = isTellingKey(key) ? 2 : 1;
    for (let at = from; at < to; at++) {
      const owner = sounds.owners[at] as number;
      shared.set(owner, (shared.get(owner) ?? 0) + weight);
    }
  }
  const least = isSingle ? 1 : 2;
  return [...shared]
    .filter(([, count]) => count >= least)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_CANDIDATES)
    .map(([owner]) => owner);
}

/** Entities with a label that has this key: a microsecond, where {@link soundingLike} would rank. */
export function ownersOf(sounds: NameSounds, key: string): Int32Array {
  return sounds.owners.subarray(...ownersRange(sounds, key));
}
