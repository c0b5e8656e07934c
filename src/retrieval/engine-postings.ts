/**
 * MiniSearch's counts as postings: what the scoring reads of the young tier.
 *
 * The engine keeps, for each term, field and passage, how often; its own search mixes them into a score at once and is
 * the only public way to them. Its two members read here are declared `protected`; the version is pinned and a test
 * holds the postings against counting the texts. A term is turned into arrays when first asked for and remembered.
 */
import type MiniSearch from 'minisearch';
import { mergePostings, type TermPostings } from './scoring.ts';

/** field → passage → count; passages are numbered as they were added. */
type Counts = ReadonlyMap<number, ReadonlyMap<number, number>>;

interface Inside {
  readonly _index: {
    get(term: string): Counts | undefined;
    atPrefix(prefix: string): { keys(): Iterable<string> };
    fuzzyGet(term: string, slips: number): Iterable<[string, [Counts, number]]>;
  };
  readonly _fieldIds: Readonly<Record<string, number>>;
}

export interface EnginePostings {
  postings(term: string): TermPostings | null;
  /** Passages that hold the term: the length of its postings, without making them. */
  count(term: string): number;
  /** Words of the index that begin so, in no order. */
  wordsFrom(prefix: string): string[];
  /** Words at most so many slips of the keyboard away. */
  wordsNear(word: string, slips: number): string[];
}

/** Postings remembered: beyond a few megabytes it is cheaper to make them again. */
const MOST_REMEMBERED = 400_000;

export function readPostings<T>(engine: MiniSearch<T>, isWord: (term: string) => boolean): EnginePostings {
  const inside = engine as unknown as Inside;
  const body = inside._fieldIds.text as number;
  const headline = inside._fieldIds.headline as number;
  const remembered = new Map<string, TermPostings | null>();
  let size = 0;
  return {
    postings: (term) => {
      let known = remembered.get(term);
      if (known !== undefined) return known;
      const counts = inside._index.get(term);
      known = counts === undefined ? null : toPostings(counts.get(body), counts.get(headline));
      size += 1 + (known?.passages.length ?? 0);
      if (size > MOST_REMEMBERED) {
        remembered.clear();
        size = 0;
      }
      remembered.set(term, known);
      return known;
    },
    count: (term) => {
      const counts = inside._index.get(term);
      const inBody = counts?.get(body) ?? NOWHERE;
      let found = inBody.size;
      for (const passage of counts?.get(headline)?.keys() ?? []) if (!inBody.has(passage)) found++;
      return found;
    },
    wordsFrom: (prefix) => [...inside._index.atPrefix(prefix).keys()].filter(isWord),
    wordsNear: (word, slips) => [...inside._index.fuzzyGet(word, slips)].map(([near]) => near).filter(isWord),
  };
}

const NOWHERE: ReadonlyMap<number, number> = new Map();

function toPostings(
  inBody: ReadonlyMap<number, number> = NOWHERE,
  inHeadline: ReadonlyMap<number, number> = NOWHERE,
): TermPostings | null {
  const [places, bodyCounts] = ascending(inBody);
  const [headed, headlineCounts] = ascending(inHeadline);
  const zeros = (length: number) => new Int32Array(length);
  const ofBody = { passages: places, body: bodyCounts, headline: zeros(places.length) };
  if (headed.length === 0) return places.length === 0 ? null : ofBody;
  const ofHeadline = { passages: headed, body: zeros(headed.length), headline: headlineCounts };
  return mergePostings(places.length === 0 ? [ofHeadline] : [ofBody, ofHeadline]);
}

/** Passages were added in order, and JSON keeps whole numbers in order: sorting is for a map that came otherwise. */
function ascending(counts: ReadonlyMap<number, number>): readonly [passages: Int32Array, counts: Int32Array] {
  const passages = new Int32Array(counts.size);
  const values = new Int32Array(counts.size);
  let at = 0;
  let isAscending = true;
  for (const [passage, count] of counts) {
    passages[at] = passage;
    values[at] = count;
    if (at > 0 && passage < (passages[at - 1] as number)) isAscending = false;
    at++;
  }
  if (isAscending) return [passages, values];
  passages.sort();
  return [passages, passages.map((passage) => counts.get(passage) as number)];
}
