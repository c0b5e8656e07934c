/**
 * What stands between quotation marks, in nine styles, when some are missing.
 *
 * Naively a regular expression pairs each opening mark with the next closing one; one forgotten mark then turns the rest
 * of the article inside out, and "soldiers’" ends a quotation. Here pairs never cross a paragraph, an apostrophe is told
 * from a mark by its neighbours, and an opening without an end lasts to the end of its paragraph, as newspapers print
 * quotations that go on. Marks inside a quotation belong to it. O(text): each failed search is remembered.
 */
import type { TextPosition } from '../text/position.ts';

/** Words between two marks, or a line of speech without any; start and end leave out the marks and the space inside them. */
export interface QuotedSpan extends TextPosition {
  /** From the opening mark to behind the closing one. */
  readonly outerStart: number;
  readonly outerEnd: number;
  readonly mark: Family;
  /** False: the paragraph ended first. */
  readonly isClosed: boolean;
}

type Family =
  | 'double'
  | 'single'
  | 'straight'
  | 'straight-single'
  | 'guillemet'
  | 'angle'
  | 'corner'
  | 'white-corner'
  | 'line';

const MARK = /``|''|’’|["'“”„‟«»‘’‚‛‹›「」『』]/g;
const CLOSERS: Readonly<Record<string, readonly [Family, readonly string[]]>> = {
  '“': ['double', ['”', '"', '’’', "''"]],
  '„': ['double', ['“', '”', '"', '‟']],
  '‟': ['double', ['”', '"']],
  '”': ['double', ['”']],
  '"': ['straight', ['"', '”', '’’', "''"]],
  '«': ['guillemet', ['»']],
  '»': ['guillemet', ['«']],
  '‘': ['single', ['’', "'", '’’']],
  '‛': ['single', ['’']],
  '‚': ['single', ['‘', '’']],
  "'": ['straight-single', ["'", '’', "''"]],
  '‹': ['angle', ['›']],
  '›': ['angle', ['‹']],
  '「': ['corner', ['」']],
  '『': ['white-corner', ['』']],
  "''": ['double', ["''", '’’', '"', '”']],
  '``': ['double', ["''", '’’', '"', '”']],
};
/** Always opens or is always told from an apostrophe by shape alone. */
const SINGLE = new Set(["'", '‘', '’', '‛', '‚']);
const LETTER = /[\p{L}\p{M}\p{N}]/u;
/** "’tis", "’em", "’90s". */
const ELISION = /^(?:\d|em\b|tis\b|twas\b|til\b|cause\b|n\b|s\b|round\b|bout\b)/u;
/** A single mark after one of these closes; after a letter it may be "soldiers’". */
const ENDS_WORDS = /[.,!?…;:)\]”"»%]/u;
const INTRODUCES = /[,:–—-]\s*$/u;

interface Mark {
  readonly at: number;
  readonly end: number;
  readonly sign: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** A space before and none behind. */
  readonly looksOpening: boolean;
  /** A closing single mark beside punctuation, so surely no apostrophe. */
  readonly isSure: boolean;
  /** "soldiers’". */
  readonly maybePossessive: boolean;
}

export function findQuoted(text: string, paragraphs: readonly TextPosition[]): QuotedSpan[] {
  return paragraphs.flatMap((paragraph) => findInParagraph(text, paragraph));
}

function findInParagraph(text: string, paragraph: TextPosition): QuotedSpan[] {
  const marks = marksOf(text, paragraph);
  const surelyClosed = sureClosersAhead(marks);
  const spans: QuotedSpan[] = [];
  const hopeless = new Set<string>();
  let at = 0;
  while (at < marks.length) {
    const opening = marks[at]!;
    const style = CLOSERS[opening.sign];
    if (!style || !opening.canOpen) {
      at++;
      continue;
    }
    const found = hopeless.has(opening.sign) ? NOTHING : findClose(marks, at, style[1], surelyClosed);
    if (found.closes) {
      const closing = marks[found.at]!;
      push(text, spans, opening, closing.at, closing.end, style[0], true);
      at = found.at + 1;
      continue;
    }
    // Nothing ahead closes this style, so the next opening of it need not search.
    if (found.at < 0) hopeless.add(opening.sign);
    if (runsOn(text, paragraph, opening)) {
      const end = found.at < 0 ? paragraph.end : marks[found.at]!.at;
      push(text, spans, opening, end, end, style[0], false);
      at = found.at < 0 ? marks.length : found.at;
    } else at++;
  }
  return spans;
}

function marksOf(text: string, { start, end }: TextPosition): Mark[] {
  const marks: Mark[] = [];
  for (const { 0: sign, index } of text.slice(start, end).matchAll(MARK)) {
    const at = start + index;
    const after = at + sign.length;
    const previous = at > start ? text[at - 1]! : ' ';
    const next = after < end ? text[after]! : ' ';
    const previousIsLetter = LETTER.test(previous);
    const nextIsLetter = LETTER.test(next);
    const isStraightOrSingle = SINGLE.has(sign) || sign === '"';
    if (previousIsLetter && nextIsLetter && isStraightOrSingle) continue;
    const roomBefore = !previousIsLetter && !/[.!?,]/.test(previous);
    const isElision = SINGLE.has(sign) && sign !== '‘' && ELISION.test(text.slice(after, after + 6));
    const directional = '“„«‹「『»›``'.includes(sign);
    // Corpora print a space on both sides of every mark: "`` It is old , '' said Pell ."
    const isSpaced = previous.trim() === '' && next.trim() === '';
    const canOpen =
      (directional || roomBefore) &&
      (next.trim() !== '' || '«“``'.includes(sign) || (sign === '"' && isSpaced && after < end)) &&
      !isElision &&
      !/^’’?$/.test(sign) &&
      (sign !== "''" || (previous.trim() === '' && next.trim() !== ''));
    const canClose = previous.trim() !== '' || "”»›」』«''\"".includes(sign);
    marks.push({
      ...{ at, end: after, sign },
      canOpen: canOpen && (sign !== '”' || previous.trim() === ''),
      // `direction,"Pell said`: the space was forgotten.
      canClose: canClose && !(isStraightOrSingle && nextIsLetter && !(sign === '"' && !roomBefore)),
      looksOpening: previous.trim() === '' && next.trim() !== '',
      isSure: ENDS_WORDS.test(previous) || /[.,;:!?)\]]/.test(next) || after >= end,
      maybePossessive: /[sSxz]/.test(previous),
    });
  }
  return marks;
}

/** For each mark, whether a closing single mark that is surely none of the apostrophes follows before the next opening. */
function sureClosersAhead(marks: readonly Mark[]): boolean[] {
  const ahead: boolean[] = new Array(marks.length).fill(false);
  let sure = false;
  for (let at = marks.length - 1; at >= 0; at--) {
    ahead[at] = sure;
    const mark = marks[at]!;
    if (!SINGLE.has(mark.sign)) continue;
    if (mark.canClose && mark.isSure) sure = true;
    else if (mark.canOpen) sure = false;
  }
  return ahead;
}

interface Found {
  /** Index of the mark that closes, or else of the same style's next opening; -1 when the paragraph has neither. */
  readonly at: number;
  readonly closes: boolean;
}
const NOTHING: Found = { at: -1, closes: false };

function findClose(
  marks: readonly Mark[],
  from: number,
  closers: readonly string[],
  sureAhead: readonly boolean[],
): Found {
  const { sign } = marks[from]!;
  const isSingle = SINGLE.has(sign);
  for (let at = from + 1; at < marks.length; at++) {
    const mark = marks[at]!;
    const isReopening = mark.sign === sign && mark.canOpen;
    if (closers.includes(mark.sign) && mark.canClose && !(isReopening && mark.looksOpening)) {
      if (isSingle && mark.maybePossessive && sureAhead[at]) continue;
      return { at, closes: true };
    }
    if (isReopening && !isSingle) return { at, closes: false };
  }
  return NOTHING;
}

/**
 * Whether a quotation without a closing mark is one: it opens its paragraph, is introduced ("said: “…"), or its mark is
 * too plain to be anything else. A lone single mark elsewhere is more likely an apostrophe.
 */
function runsOn(text: string, paragraph: TextPosition, { at, sign }: Mark): boolean {
  const before = text.slice(Math.max(paragraph.start, at - 4), at);
  if (sign === '“' || sign === '"' || INTRODUCES.test(before)) return true;
  return at - paragraph.start < 3 && before.trim() === '';
}

function push(
  text: string,
  spans: QuotedSpan[],
  opening: Mark,
  innerEnd: number,
  outerEnd: number,
  mark: Family,
  isClosed: boolean,
): void {
  let start = opening.end;
  let end = innerEnd;
  while (start < end && text[start]!.trim() === '') start++;
  while (end > start && (text[end - 1]!.trim() === '' || /[,،，]/.test(text[end - 1]!))) end--;
  if (end > start) spans.push({ start, end, outerStart: opening.at, outerEnd, mark, isClosed });
}
