/**
 * MiniSearch's counts as postings: what the scoring reads of the young tier.
 *
 * The engine keeps, for each term, field and passage, how often; its own search mixes them into a score at once and is
 * the only public way to them. Its two members read here are declared `protected`; the version is pinned and a test
 * holds the postings against counting the texts. A term is turned into arrays when first asked for and remembered. An
 * index that was stored is read as it stands: the engine is made of it for slips alone.
 */
import type MiniSearch from 'minisearch';
import type { AsPlainObject } from 'minisearch';
import { mergePostings, type TermPostings } from './scoring.ts';
import { slipsBetween } from './segments/near-terms.ts';

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

export interface WordCount {
  readonly word: string;
  /** Passages that hold it, and perhaps some that are gone by now. */
  readonly count: number;
}

export interface EnginePostings {
  postings(term: string): TermPostings | null;
  /** Passages that hold the term: the length of its postings, without making them. */
  count(term: string): number;
  /** Words of the index that begin so, most frequent first; equally frequent ones by their letters. */
  wordsFrom(prefix: string): readonly WordCount[];
  /** Words whose first letter lies beyond the Latin blocks. */
  foreignWords(): readonly string[];
  /** Where words stand one right after the other; left out where only the texts tell. */
  phrase?(words: readonly string[]): PhrasePlaces;
  /** Words at most so many slips of the keyboard (0–2) away, two neighbours swapped being one; in no order. */
  wordsNear(word: string, slips: number): readonly string[];
}

export interface PhrasePlaces {
  /** Passages with the words in body or headline. */
  readonly passages: ReadonlySet<number>;
  /** Of passages from this one on only the texts tell. */
  readonly below: number;
}

/** Most frequent first. */
export function byFrequency(a: WordCount, b: WordCount): number {
  return b.count - a.count || (a.word < b.word ? -1 : 1);
}

/** Words that begin so and are still there, most frequent first; `count` is asked of few more than `limit`. */
export function commonWords(terms: EnginePostings, prefix: string, limit: number): string[] {
  const best: WordCount[] = [];
  for (const most of terms.wordsFrom(prefix)) {
    const last = best.length === limit ? best.at(-1) : undefined;
    if (last && byFrequency(last, most) < 0) break;
    const word = { word: most.word, count: terms.count(most.word) };
    if (word.count === 0) continue;
    const place = best.findIndex((one) => byFrequency(word, one) < 0);
    best.splice(place < 0 ? best.length : place, 0, word);
    best.length = Math.min(best.length, limit);
  }
  return best.map(({ word }) => word);
}

/** The first letter behind the Latin blocks and their marks. */
export const FIRST_FOREIGN = '\u0370';

/** Postings remembered: beyond a few megabytes it is cheaper to make them again. */
const MOST_REMEMBERED = 400_000;

type Field = 'text' | 'headline';

/** An engine's terms, with what was counted of them. */
interface Dictionary {
  /** Undefined where the field holds the term nowhere. */
  counts(term: string, field: Field): ReadonlyMap<number, number> | undefined;
  has(term: string): boolean;
  beginning(prefix: string): Iterable<string>;
  /** At most so many slips away, as the engine counts them. */
  near(word: string, slips: number): Iterable<string>;
}

export function dictionaryOf<T>(engine: MiniSearch<T>): Dictionary {
  const { _index: index, _fieldIds: ids } = engine as unknown as Inside;
  return {
    counts: (term, field) => index.get(term)?.get(ids[field] as number),
    has: (term) => index.get(term) !== undefined,
    beginning: (prefix) => index.atPrefix(prefix).keys(),
    near: (word, slips) => Array.from(index.fuzzyGet(word, slips), ([term]) => term),
  };
}

export function storedDictionary<T>(stored: AsPlainObject, open: () => MiniSearch<T>): Dictionary {
  const terms = new Map(stored.index);
  let opened: Dictionary | null = null;
  return {
    counts: (term, field) => {
      const counts = terms.get(term)?.[stored.fieldIds[field] as number];
      return counts && new Map(Object.entries(counts).map(([passage, count]) => [Number(passage), count]));
    },
    has: (term) => terms.has(term),
    beginning: (prefix) => Array.from(terms.keys()).filter((term) => term.startsWith(prefix)),
    near: (word, slips) => {
      opened ??= dictionaryOf(open());
      return opened.near(word, slips);
    },
  };
}

export function readPostings(terms: Dictionary, isWord: (term: string) => boolean): EnginePostings {
  const remembered = new Map<string, TermPostings | null>();
  let size = 0;
  const count = (term: string) => {
    const inBody = terms.counts(term, 'text') ?? NOWHERE;
    let found = inBody.size;
    for (const passage of terms.counts(term, 'headline')?.keys() ?? []) if (!inBody.has(passage)) found++;
    return found;
  };
  const wordsAt = (prefix: string) => Array.from(terms.beginning(prefix)).filter(isWord);
  return {
    postings: (term) => {
      let known = remembered.get(term);
      if (known !== undefined) return known;
      known = toPostings(terms.counts(term, 'text'), terms.counts(term, 'headline'));
      size += 1 + (known?.passages.length ?? 0);
      if (size > MOST_REMEMBERED) {
        remembered.clear();
        size = 0;
      }
      remembered.set(term, known);
      return known;
    },
    count,
    wordsFrom: (prefix) =>
      wordsAt(prefix)
        .map((word) => ({ word, count: count(word) }))
        .sort(byFrequency),
    foreignWords: () => wordsAt('').filter((word) => word >= FIRST_FOREIGN),
    wordsNear: (word, slips) => {
      const found = new Set<string>();
      for (const near of terms.near(word, slips)) found.add(near);
      // The engine counts a swap as two slips: each swap is made here, the other slip left to it.
      for (const swapped of slips > 0 ? swaps(word) : [])
        for (const near of terms.near(swapped, slips - 1)) found.add(near);
      for (const swapped of slips > 1 ? swaps(word).flatMap(swaps) : [])
        if (terms.has(swapped)) found.add(swapped);
      return [...found].filter((near) => isWord(near) && slipsBetween(word, near, slips) !== null);
    },
  };
}

/** The word with two neighbouring letters swapped, wherever they differ. */
function swaps(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => at).flatMap((at) =>
    word[at] === word[at + 1] ? [] : [word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)],
  );
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
