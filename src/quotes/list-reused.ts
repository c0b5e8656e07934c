/**
 * A page's reused parts as a reader is shown them: stretches with all their printings.
 *
 * Parts are found sentence by sentence; sentences in a row that the same articles print in the same order are one
 * stretch, and one printing each. Where one article prints
 * a sentence and another eight words of it, these are two stretches, so that neither is said to have printed the other's.
 */
import { type DescribedPrinting, describePrinting, type WordSpan } from './describe-printing.ts';
import type { FoundPart, PageReuse } from './find-reuse.ts';
import type { EvidenceKind } from './printing.ts';
import type { Run } from './share-runs.ts';
import type { WordSequence } from './word-sequence.ts';

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
  const stretches = joinGroups(reuse.parts.flatMap(groupParts)).slice(0, MOST_LISTED);
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

function joinGroups(groups: readonly Group[]): Group[] {
  const joined: Group[] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    if (!last || !continues(last, group)) {
      joined.push({ span: group.span, parts: new Map(group.parts) });
      continue;
    }
    last.span = unite(last.span, group.span);
    for (const [number, parts] of group.parts) last.parts.set(number, [...last.parts.get(number)!, ...parts]);
  }
  return joined;
}

/** Whether every article that prints one goes on to print the other. */
function continues(last: Group, next: Group): boolean {
  if (next.span.first - last.span.last - 1 > WIDEST_BREAK || next.span.first <= last.span.last) return false;
  if (next.parts.size !== last.parts.size) return false;
  return [...next.parts].every(([number, parts]) => {
    const before = last.parts.get(number)?.at(-1);
    const between = before ? parts[0]!.article.first - before.article.last - 1 : -1;
    return between >= 0 && between <= WIDEST_BREAK;
  });
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
