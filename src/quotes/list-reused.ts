/**
 * A page's reused parts as a reader is shown them: stretches with all their printings.
 *
 * Parts are found sentence by sentence; sentences in a row that the same articles print in the same order are one
 * stretch, and one printing each, as far as a paragraph reaches on both sides. Where one article prints a sentence and
 * another eight words of it, these are two stretches, so that neither is said to have printed the other's.
 */
import { splitParagraphs } from '../text/split-paragraphs.ts';
import { type DescribedPrinting, describePrinting, type WordSpan } from './describe-printing.ts';
import type { FoundPart, PageReuse } from './find-reuse.ts';
import type { EvidenceKind } from './printing.ts';
import { clipChain, type Run } from './share-runs.ts';
import { firstWordFrom, type WordSequence } from './word-sequence.ts';

/** `number`: the article's in the index. */
export interface FoundPrinting extends DescribedPrinting {
  readonly number: number;
}

/** start and end are offsets in the page's text. */
export interface ReusedStretch {
  readonly start: number;
  readonly end: number;
  readonly printings: readonly FoundPrinting[];
}

/** Words of the page, or of an article, between two parts of one stretch. */
const WIDEST_BREAK = 6;
/** Stretches listed of one page. */
const MOST_LISTED = 2_000;

/** In the order of the page. */
export function listReused(
  reuse: PageReuse,
  wordsOf: (article: number) => WordSequence | null,
): ReusedStretch[] {
  const groups = reuse.parts.flatMap((parts) =>
    groupParts(parts.map((part) => toSentenceEnds(reuse, withinClauses(reuse, part)))),
  );
  const stretches = joinGroups(groups, createBounds(reuse.words, wordsOf)).slice(0, MOST_LISTED);
  return stretches.map(({ span, parts }) => ({
    start: reuse.words.start[span.first]!,
    end: reuse.words.end[span.last]!,
    printings: [...parts].flatMap(([number, list]) => {
      const words = wordsOf(number);
      return words ? [{ number, ...describeParts(reuse.words, span, words, list) }] : [];
    }),
  }));
}

/** [0,1]: the page's words that were printed before, in reused sentences. 0 for a page without words. */
export function shareOfPage({ words, parts }: PageReuse): number {
  const reused = new Uint8Array(words.count);
  for (const { page, length } of parts.flat().flatMap(({ runs }) => runs))
    reused.fill(1, page, page + length);
  return words.count === 0 ? 0 : reused.reduce((sum, one) => sum + one, 0) / words.count;
}

interface Group {
  span: WordSpan;
  /** By article; one part each at first, more when sentences are joined. */
  parts: Map<number, FoundPart[]>;
}

/** Parts of one sentence that lie on each other for half of the longer; each article once. */
function groupParts(parts: readonly FoundPart[]): Group[] {
  const groups: Group[] = [];
  for (const part of parts) {
    const group = groups.find(
      ({ span, parts: known }) => !known.has(part.number) && isMostlyShared(span, part.page),
    );
    if (!group) groups.push({ span: part.page, parts: new Map([[part.number, [part]]]) });
    else {
      group.parts.set(part.number, [part]);
      group.span = unite(group.span, part.page);
    }
  }
  return groups.sort((a, b) => a.span.first - b.span.first);
}

function isMostlyShared(a: WordSpan, b: WordSpan): boolean {
  const shared = Math.min(a.last, b.last) - Math.max(a.first, b.first) + 1;
  return shared * 2 > Math.max(a.last - a.first, b.last - b.first) + 1;
}

function unite(a: WordSpan, b: WordSpan): WordSpan {
  return { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) };
}

/** Whether a paragraph ends between two words: of the page, or of the article with this number. */
interface Bounds {
  page(from: number, to: number): boolean;
  article(number: number, from: number, to: number): boolean;
}

function createBounds(page: WordSequence, wordsOf: (article: number) => WordSequence | null): Bounds {
  const articles = new Map<number, Uint32Array>();
  const ofPage = paragraphStarts(page);
  return {
    page: (from, to) => hasStart(ofPage, from, to),
    article: (number, from, to) => {
      const words = articles.has(number) ? null : wordsOf(number);
      if (words) articles.set(number, paragraphStarts(words));
      return hasStart(articles.get(number) ?? new Uint32Array(), from, to);
    },
  };
}

/** The first word of each paragraph, ascending. */
function paragraphStarts(words: WordSequence): Uint32Array {
  return Uint32Array.from(splitParagraphs(words.text), ({ start }) => firstWordFrom(words, start));
}

/** Whether one of the ascending places lies in (from, to]. */
function hasStart(starts: Uint32Array, from: number, to: number): boolean {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= from) low = middle + 1;
    else high = middle;
  }
  return low < starts.length && starts[low]! <= to;
}

function joinGroups(groups: readonly Group[], bounds: Bounds): Group[] {
  const joined: Group[] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    if (!last || !continues(last, group, bounds)) {
      joined.push({ span: group.span, parts: new Map(group.parts) });
      continue;
    }
    last.span = unite(last.span, group.span);
    for (const [number, parts] of group.parts) last.parts.set(number, [...last.parts.get(number)!, ...parts]);
  }
  return joined;
}

/** Whether every article that prints one goes on to print the other, in the same paragraph. */
function continues(last: Group, next: Group, bounds: Bounds): boolean {
  if (next.span.first - last.span.last - 1 > WIDEST_BREAK || next.span.first <= last.span.last) return false;
  if (next.parts.size !== last.parts.size || bounds.page(last.span.last, next.span.first)) return false;
  return [...next.parts].every(([number, parts]) => {
    const before = last.parts.get(number)?.at(-1);
    const first = parts[0]!.article.first;
    const between = before ? first - before.article.last - 1 : -1;
    return between >= 0 && between <= WIDEST_BREAK && !bounds.article(number, before!.article.last, first);
  });
}

/** What ends a clause between two words. */
const CLAUSE_END = /[,;:—–()[\]"“”„«»،؛]/u;
/** Words that may reach over a clause's end into the next: "… to the islands, but he". */
const MOST_OVER = 2;
/** A part of fewer words is shown as it was found: it is little enough. */
const LEAST_SHOWN = 8;

/** The part without a word or two of a neighbouring clause, where it does not go to its sentence's end. */
function withinClauses({ words, sentences }: PageReuse, part: FoundPart): FoundPart {
  const sentence = sentences[part.sentence]!;
  const endsBehind = (at: number) => CLAUSE_END.test(words.text.slice(words.end[at]!, words.start[at + 1]!));
  let { first, last } = part.page;
  for (let over = MOST_OVER; over > 0 && first > sentence.first; over--) {
    if (endsBehind(part.page.first + over - 1)) {
      first = part.page.first + over;
      break;
    }
  }
  for (let over = MOST_OVER; over > 0 && last < sentence.end - 1; over--) {
    if (endsBehind(part.page.last - over)) {
      last = part.page.last - over;
      break;
    }
  }
  if ((first === part.page.first && last === part.page.last) || last - first + 1 < LEAST_SHOWN) return part;
  const runs = clipChain(part.runs, { first, end: last + 1 });
  const [head, tail] = [runs[0], runs.at(-1)];
  if (!head || !tail) return part;
  return {
    ...part,
    runs,
    page: { first: head.page, last: tail.page + tail.length - 1 },
    article: { first: head.article, last: tail.article + tail.length - 1 },
  };
}

/** A word or two, in which a rewording may differ at either end as well as in its middle: "in Gaza", "in the Gaza Strip". */
const MOST_LEFT = 2;

/** A rewording is one of the sentence: where hardly a word of the same clause is left at an end, the part goes on to it. */
function toSentenceEnds({ words, sentences }: PageReuse, part: FoundPart): FoundPart {
  if (part.kind === 'verbatim') return part; // these words were printed, and no other
  const sentence = sentences[part.sentence]!;
  const isOneClause = (from: number, to: number) =>
    !CLAUSE_END.test(words.text.slice(words.start[from]!, words.end[to]!));
  const reaches = (from: number, to: number) => to - from <= MOST_LEFT && isOneClause(from, to);
  const [first, last] = [sentence.first, sentence.end - 1];
  return {
    ...part,
    page: {
      first: reaches(first, part.page.first) ? first : part.page.first,
      last: reaches(part.page.last, last) ? last : part.page.last,
    },
  };
}

function describeParts(
  page: WordSequence,
  span: WordSpan,
  article: WordSequence,
  parts: readonly FoundPart[],
): DescribedPrinting {
  const runs: Run[] = parts.flatMap((part) => part.runs);
  const evidence: EvidenceKind = parts.every(({ kind }) => kind === 'verbatim') ? 'verbatim' : 'reworded';
  const printed = { first: parts[0]!.article.first, last: parts.at(-1)!.article.last };
  return describePrinting({ words: page, span }, { words: article, span: printed }, runs, evidence);
}
