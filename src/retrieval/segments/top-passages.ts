/**
 * The best passages for some words, any of which may be missing, without looking at most of them.
 *
 * Naively every passage of every list is scored and all are sorted; tests keep that as the oracle. Here (MaxScore,
 * Turtle & Flood 1995, with block bounds after Ding & Suel 2011) a passage must hold one of the words whose bounds
 * together could still lift it above the worst hit so far; the other words, the common ones, are only looked up for
 * such passages; and whole blocks whose bounds are too low are skipped unread.
 * The answer is that of the naive search to the last bit: sums are made in the query's order, ties go by number.
 */

import { BestHits, type SegmentHit } from './best-hits.ts';
import { bestOfOneWord } from './best-of-one-word.ts';
import type { LoadedSegment, LoadedTerms } from './loaded-terms.ts';
import { matchPhrase } from './match-phrase.ts';
import { hasBit } from './passage-bits.ts';
import { END, PostingCursor } from './posting-cursor.ts';
import { ScoredList, type TermScore } from './scored-list.ts';

export interface TopQuery {
  /** Each word once. */
  readonly terms: readonly { readonly term: string; readonly score: TermScore }[];
  /** Every phrase must stand in the passage; a phrase of one word is that word. Needs its words' positions. */
  readonly phrases: readonly (readonly string[])[];
  /** None of these words and phrases may. */
  readonly excluded: readonly (readonly string[])[];
  /** By passage number; asked only of passages that would be answered. null lets all pass. */
  readonly accepts: ((number: number) => boolean) | null;
  /** From 1. */
  readonly limit: number;
}

/** Bounds are sums in another order than scores: they may differ in the last bits, and must not rule out a tie. */
const ROUNDING = 1 - 1e-9;

/** Best first, ties by number. Passages that hold none of the words are no hits, whatever phrases they match. */
export function topPassages(loaded: LoadedTerms, query: TopQuery): SegmentHit[] {
  const best = new BestHits(query.limit);
  const [only, ...others] = query.terms;
  if (only && others.length + query.phrases.length + query.excluded.length === 0)
    bestOfOneWord(
      loaded.segments.flatMap((segment) => {
        const list = scoredList(segment, only, 0);
        return list ? [{ list, segment, judge: createJudge(segment, query) }] : [];
      }),
      best,
    );
  else for (const segment of loaded.segments) searchSegment(segment, query, best);
  return best.ranked();
}

function scoredList(
  segment: LoadedSegment,
  { term, score }: TopQuery['terms'][number],
  place: number,
): ScoredList | null {
  const list = segment.lists.get(term);
  const cursor = list && new PostingCursor(list.postings, list.passages);
  return cursor ? new ScoredList(cursor, place, score, segment.lengths) : null;
}

function searchSegment(segment: LoadedSegment, query: TopQuery, best: BestHits): void {
  const lists = query.terms.flatMap((term, place) => scoredList(segment, term, place) ?? []);
  if (lists.length === 0) return;
  const judge = createJudge(segment, query);
  const search = new SegmentSearch(lists, query.terms.length, best, judge, segment);
  if (query.phrases.length > 0) search.among(meet(query.phrases.map((words) => occurrences(segment, words))));
  else search.all();
}

/** Where one word or a phrase stands. */
function occurrences(segment: LoadedSegment, words: readonly string[]): number[] {
  const [word] = words;
  if (words.length !== 1 || word === undefined) return matchPhrase(segment, words);
  const list = segment.lists.get(word);
  if (!list) return [];
  const cursor = new PostingCursor(list.postings, list.passages);
  const found: number[] = [];
  for (let at = cursor.advance(0); at !== END; at = cursor.advance(at + 1)) found.push(at);
  return found;
}

/** What is in every list; each ascends. */
function meet(lists: readonly number[][]): number[] {
  return lists.reduce((kept, list) => {
    const other = new Set(list);
    return kept.filter((ordinal) => other.has(ordinal));
  });
}

/** Whether a passage may be answered at all. Asked with ascending ordinals. */
function createJudge(segment: LoadedSegment, query: TopQuery): (ordinal: number) => boolean {
  const cursors: PostingCursor[] = [];
  const outlawed = new Set<number>();
  for (const words of query.excluded) {
    const list = words.length === 1 ? segment.lists.get(words[0] as string) : undefined;
    if (list) cursors.push(new PostingCursor(list.postings, list.passages));
    else if (words.length > 1) for (const ordinal of matchPhrase(segment, words)) outlawed.add(ordinal);
  }
  return (ordinal) =>
    !hasBit(segment.deletedBits, ordinal) &&
    !outlawed.has(ordinal) &&
    cursors.every((cursor) => cursor.advance(ordinal) !== ordinal) &&
    (query.accepts === null || query.accepts(segment.numbers.numberOf(ordinal)));
}

class SegmentSearch {
  /** Those that can add least first. */
  private readonly lists: readonly ScoredList[];
  /** `reach[n]`: what the first n lists can add together. */
  private readonly reach: Float64Array;
  /** Lists from here on are walked, those before are only looked up. */
  private walked = 0;
  /** What a passage's bound must exceed. */
  private bar = Number.NEGATIVE_INFINITY;
  /** Parts of the passage at hand's score, by the query's order. */
  private readonly parts: Float64Array;
  private readonly best: BestHits;
  private readonly judge: (ordinal: number) => boolean;
  private readonly segment: LoadedSegment;

  constructor(
    lists: readonly ScoredList[],
    terms: number,
    best: BestHits,
    judge: (ordinal: number) => boolean,
    segment: LoadedSegment,
  ) {
    this.lists = [...lists].sort((a, b) => a.most - b.most || b.cursor.passages - a.cursor.passages);
    this.reach = new Float64Array(lists.length + 1);
    this.lists.forEach(({ most }, at) => {
      this.reach[at + 1] = (this.reach[at] as number) + most;
    });
    this.parts = new Float64Array(terms);
    this.best = best;
    this.judge = judge;
    this.segment = segment;
    this.raiseBar();
  }

  /** Of these passages alone: few enough to look each up in every list. */
  among(ordinals: readonly number[]): void {
    for (const ordinal of ordinals) {
      for (const list of this.lists) this.addPart(list, ordinal);
      if (this.lists.some(({ cursor }) => cursor.ordinal === ordinal)) this.offer(ordinal);
      this.parts.fill(0);
    }
  }

  all(): void {
    let target = 0;
    while (this.walked < this.lists.length) {
      const window = this.nextWindow(target);
      if (window === null) return;
      this.searchWindow(window.start, window.end);
      if (window.end >= END) return;
      target = window.end + 1;
    }
  }

  /** The next run of ordinals in which no walked list leaves its block and the bounds leave hope; null when none. */
  private nextWindow(from: number): { readonly start: number; readonly end: number } | null {
    let start = from;
    for (;;) {
      let end = END;
      let bound = this.reach[this.walked] as number;
      for (let at = this.walked; at < this.lists.length; at++) {
        const list = this.lists[at] as ScoredList;
        const last = list.cursor.skipTo(start);
        if (last === END) continue;
        bound += list.blockMost;
        if (last < end) end = last;
      }
      if (end === END) return null;
      if (bound > this.bar) return { start, end };
      start = end + 1;
    }
  }

  private searchWindow(start: number, end: number): void {
    let target = start;
    for (;;) {
      let ordinal = END;
      for (let at = this.walked; at < this.lists.length; at++)
        ordinal = Math.min(ordinal, (this.lists[at] as ScoredList).cursor.advance(target));
      if (ordinal > end) return;
      if (this.reaches(ordinal)) this.offer(ordinal);
      this.parts.fill(0);
      target = ordinal + 1;
    }
  }

  /** Fills the passage's parts as long as they and the bounds of the rest leave hope. */
  private reaches(ordinal: number): boolean {
    let sum = 0;
    for (let at = this.lists.length - 1; at >= this.walked; at--)
      sum += this.addPart(this.lists[at] as ScoredList, ordinal);
    for (let at = this.walked - 1; at >= 0; at--) {
      const list = this.lists[at] as ScoredList;
      if (sum + (this.reach[at + 1] as number) <= this.bar) return false;
      if (list.cursor.skipTo(ordinal) === END) continue;
      if (sum + (this.reach[at] as number) + list.blockMost <= this.bar) return false;
      sum += this.addPart(list, ordinal);
    }
    return sum > this.bar;
  }

  private addPart(list: ScoredList, ordinal: number): number {
    if (list.cursor.advance(ordinal) !== ordinal) return 0;
    const part = list.scoreHere();
    this.parts[list.place] = part;
    return part;
  }

  private offer(ordinal: number): void {
    let score = 0;
    for (let place = 0; place < this.parts.length; place++) score += this.parts[place] as number;
    if (score <= this.best.threshold || !this.judge(ordinal)) return;
    this.best.offer({ number: this.segment.numbers.numberOf(ordinal), score });
    this.raiseBar();
  }

  private raiseBar(): void {
    const { threshold } = this.best;
    // With one word bound and score are the same sum, and a tie can be ruled out.
    this.bar = this.lists.length === 1 ? threshold : threshold * ROUNDING;
    while (this.walked < this.lists.length && (this.reach[this.walked + 1] as number) <= this.bar)
      this.walked++;
  }
}
