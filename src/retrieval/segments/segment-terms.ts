/**
 * The terms of all segments as the ranking asks for them, at once, out of what was read of the disk: what was not read
 * yet is noted and answered with nothing, and the question is asked again (answer-from.ts). Passages are called by
 * their numbers.
 *
 * What is read stays until it outgrows MOST_KEPT, and never goes while a question is open: it would be read again.
 */
import { type Result, succeed } from '../../text/result.ts';
import { holdBack, type Unread } from '../answer-from.ts';
import { type EnginePostings, FIRST_FOREIGN, type PhrasePlaces, type WordCount } from '../engine-postings.ts';
import { isWord } from '../lexical-query.ts';
import type { TermPostings } from '../scoring.ts';
import { bodyCount, headlineCount } from './analysed-passage.ts';
import type { LoadedTerms, SegmentDamage } from './loaded-terms.ts';
import { matchPhrase } from './match-phrase.ts';
import { hasBit } from './passage-bits.ts';
import { END, PostingCursor } from './posting-cursor.ts';
import type { SegmentReader } from './segment-reader.ts';

/** Entries of postings, 8 bytes each: 24 MB of the background's 64, some ten common words at a million passages. */
const MOST_KEPT = 3_000_000;
/** Shorter lists are counted one by one where passages are deleted: whether a word is left at all must be exact. */
const FEW = 1_000;
/** Words whose counts are missing at once: so few are a reader's, who wants all of them; a page's many are chosen by counts. */
const FEW_WORDS = 24;

export interface SegmentTerms extends EnginePostings, Unread {
  /** Segments that could not be read wholly, each once, as found so far. */
  readonly damage: readonly SegmentDamage[];
}

interface Scope {
  /** Segments that could not be opened. */
  readonly damage: readonly SegmentDamage[];
  /** One more than the highest number that the index knows; what is added later is not its own. */
  readonly numbers: number;
  /** Passages were deleted that no merge has left out yet. */
  readonly hasDeleted: boolean;
}

export function createSegmentTerms(reader: SegmentReader, scope: Scope): SegmentTerms {
  const read = new ReadTerms(reader, scope);
  // Closures, not methods: a question that hears a page spreads them into an index of its own.
  return {
    postings: (term) => read.postings(term),
    count: (term) => read.count(term),
    phrase: (words) => read.phrase(words),
    wordsFrom: (prefix) => read.wordsFrom(prefix),
    foreignWords: () => read.foreignWords(),
    wordsNear: (word, slips) => read.wordsNear(word, slips),
    answer: (question) => read.answer(question),
    get isMissing() {
      return read.isMissing;
    },
    get isDamaged() {
      return read.damage.size > 0;
    },
    get damage() {
      return [...read.damage.values()];
    },
  };
}

/** Ends a run of which nothing after this point would be of use. */
class Missed extends Error {}

/** What the runs of one question missed. */
class Missing {
  readonly terms = new Set<string>();
  readonly counts = new Set<string>();
  readonly beginnings = new Set<string>();
  readonly neighbours = new Map<string, number>();
  readonly phrases = new Map<string, readonly string[]>();
  foreign = false;

  get isNone(): boolean {
    const { terms, counts, beginnings, neighbours, phrases, foreign } = this;
    const most = terms.size + counts.size + beginnings.size + neighbours.size + phrases.size;
    return most === 0 && !foreign;
  }
}

class ReadTerms {
  readonly damage = new Map<number, SegmentDamage>();
  private readonly reader: SegmentReader;
  private readonly scope: Scope;
  private readonly lists = new Map<string, TermPostings | null>();
  private readonly counts = new Map<string, number>();
  private readonly beginnings = new Map<string, readonly WordCount[]>();
  private readonly neighbours = new Map<string, readonly string[]>();
  private readonly phrases = new Map<string, ReadonlySet<number>>();
  private foreign: readonly string[] | null = null;
  private kept = 0;
  private openQuestions = 0;
  /** Of the run under way; null between runs. */
  private missing: Missing | null = null;

  constructor(reader: SegmentReader, scope: Scope) {
    this.reader = reader;
    this.scope = scope;
    this.noteDamage(scope.damage);
  }

  postings(term: string): TermPostings | null {
    const known = this.lists.get(term);
    if (known !== undefined) return known;
    this.sureOfCounts(FEW_WORDS).terms.add(term);
    return null;
  }

  count(term: string): number {
    const list = this.lists.get(term);
    if (list !== undefined) return list?.passages.length ?? 0;
    const counted = this.counts.get(term);
    if (counted === undefined) {
      this.note().counts.add(term);
      return 1; // most words asked about are known: 0 would set off a search for slips
    }
    if (this.scope.hasDeleted && counted > 0 && counted <= FEW) this.note().terms.add(term);
    return counted;
  }

  phrase(words: readonly string[]): PhrasePlaces {
    const key = words.join(' ');
    const passages = this.phrases.get(key);
    if (!passages) this.sureOfCounts().phrases.set(key, words);
    return { passages: passages ?? new Set(), below: Number.POSITIVE_INFINITY };
  }

  wordsFrom(prefix: string): readonly WordCount[] {
    const known = this.beginnings.get(prefix);
    if (!known) this.note().beginnings.add(prefix);
    return known ?? [];
  }

  wordsNear(word: string, slips: number): readonly string[] {
    const known = this.neighbours.get(nearKey(word, slips));
    if (!known) this.sureOfCounts().neighbours.set(word, slips);
    return known ?? [];
  }

  /** Whoever asks makes an index of sounds of the answer and keeps it: nothing must not be given. */
  foreignWords(): readonly string[] {
    if (this.foreign) return this.foreign;
    this.note().foreign = true;
    throw new Missed();
  }

  get isMissing(): boolean {
    return this.missing !== null && !this.missing.isNone;
  }

  private note(): Missing {
    if (this.missing) return this.missing;
    throw new Error('The segments were asked outside of a question: use answerFrom.');
  }

  /** What is asked for after a count was missed is chosen by it, and may not be needed at all. */
  private sureOfCounts(most = 0): Missing {
    const missing = this.note();
    if (missing.counts.size > most) throw new Missed();
    return missing;
  }

  async answer<T>(question: () => T): Promise<Result<T>> {
    this.openQuestions++;
    try {
      for (;;) {
        const missing = new Missing();
        const run = this.run(question, missing);
        if (missing.isNone) return succeed(run());
        const read = await this.read(missing);
        if (!read.ok) return read;
      }
    } finally {
      if (--this.openQuestions === 0 && this.kept > MOST_KEPT) this.forget();
    }
  }

  private run<T>(question: () => T, missing: Missing): () => T {
    this.missing = missing;
    const given = holdBack(question);
    this.missing = null;
    return given;
  }

  private forget(): void {
    const { lists, counts, beginnings, neighbours, phrases } = this;
    for (const known of [lists, counts, beginnings, neighbours, phrases]) known.clear();
    this.kept = 0;
  }

  private async read(missing: Missing): Promise<Result<null>> {
    const read = await Promise.all([
      this.readLists(missing),
      this.readCounts(missing),
      this.readBeginnings(missing),
      this.readPhrases(missing),
      this.readWords(missing),
    ]);
    return read.find(({ ok }) => !ok) ?? succeed(null);
  }

  private async readLists({ terms }: Missing): Promise<Result<null>> {
    if (terms.size === 0) return succeed(null);
    const loaded = await this.reader.load([...terms]);
    if (!loaded.ok) return loaded;
    this.noteDamage(loaded.value.damage);
    for (const term of terms) this.keepList(term, decodePostings(loaded.value, term, this.scope.numbers));
    return succeed(null);
  }

  /** Lists tell how long they are. */
  private async readCounts({ counts, terms }: Missing): Promise<Result<null>> {
    const wanted = [...counts].filter((term) => !terms.has(term));
    if (wanted.length === 0) return succeed(null);
    const counted = await this.reader.count(wanted);
    if (!counted.ok) return counted;
    this.noteDamage(counted.value.damage);
    for (const term of wanted) this.counts.set(term, 0);
    for (const { term, passages } of counted.value.terms) this.counts.set(term, passages);
    this.kept += wanted.length;
    return succeed(null);
  }

  private async readBeginnings({ beginnings }: Missing): Promise<Result<null>> {
    for (const prefix of beginnings) {
      const found = await this.reader.complete(prefix, Number.POSITIVE_INFINITY);
      if (!found.ok) return found;
      this.noteDamage(found.value.damage);
      const words = found.value.terms.filter(({ term }) => isWord(term));
      this.beginnings.set(
        prefix,
        words.map(({ term, passages }) => ({ word: term, count: passages })),
      );
      for (const { term, passages } of words) this.counts.set(term, passages);
      this.kept += 2 * words.length;
    }
    return succeed(null);
  }

  private async readPhrases({ phrases }: Missing): Promise<Result<null>> {
    for (const [key, words] of phrases) {
      const loaded = await this.reader.load(words, new Set(words));
      if (!loaded.ok) return loaded;
      this.noteDamage(loaded.value.damage);
      const passages = new Set<number>();
      for (const segment of loaded.value.segments)
        for (const at of matchPhrase(segment, words))
          if (!hasBit(segment.deletedBits, at)) passages.add(segment.numbers.numberOf(at));
      this.phrases.set(key, passages);
      this.kept += 1 + passages.size;
    }
    return succeed(null);
  }

  private async readWords({ neighbours, foreign }: Missing): Promise<Result<null>> {
    for (const [word, slips] of neighbours) {
      const found = await this.reader.near(word, slips, Number.POSITIVE_INFINITY);
      if (!found.ok) return found;
      this.noteDamage(found.value.damage);
      const words = found.value.terms.map(({ term }) => term).filter(isWord);
      this.neighbours.set(nearKey(word, slips), words);
    }
    if (!foreign) return succeed(null);
    const found = await this.reader.from(FIRST_FOREIGN);
    if (!found.ok) return found;
    this.noteDamage(found.value.damage);
    this.foreign = found.value.terms.map(({ term }) => term);
    return succeed(null);
  }

  private keepList(term: string, list: TermPostings | null): void {
    this.lists.set(term, list);
    this.kept += 1 + (list?.passages.length ?? 0);
  }

  private noteDamage(damage: readonly SegmentDamage[]): void {
    for (const one of damage) this.damage.set(one.segment, one);
  }
}

const nearKey = (word: string, slips: number) => `${slips} ${word}`;

/** By number, below `numbers`, without the deleted; null when none is left. */
export function decodePostings(
  { segments }: LoadedTerms,
  term: string,
  numbers: number,
): TermPostings | null {
  const most = segments.reduce((sum, { lists }) => sum + (lists.get(term)?.passages ?? 0), 0);
  const passages = new Int32Array(most);
  const [body, headline] = [new Uint16Array(most), new Uint16Array(most)];
  let count = 0;
  for (const { lists, numbers: numbered, deletedBits } of segments) {
    const list = lists.get(term);
    if (!list) continue;
    const cursor = new PostingCursor(list.postings, list.passages);
    for (let at = cursor.advance(0); at !== END; at = cursor.advance(at + 1)) {
      const number = numbered.numberOf(at);
      if (hasBit(deletedBits, at) || number >= numbers) continue;
      passages[count] = number;
      body[count] = bodyCount(cursor.counts);
      headline[count++] = headlineCount(cursor.counts);
    }
  }
  if (count === 0) return null;
  const cut = <List extends Int32Array | Uint16Array>(list: List) => list.subarray(0, count) as List;
  return { passages: cut(passages), body: cut(body), headline: cut(headline) };
}
