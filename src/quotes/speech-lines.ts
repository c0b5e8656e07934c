/**
 * Speech that is printed without quotation marks: transcripts ("MORGAN: Two years.") and dialogue behind dashes.
 *
 * Naively every paragraph with a label or a dash is speech, and so are "NOTE:" and each item of a list. Here labels count
 * when one of them returns or the text prints its name in full, and a dash only when its paragraph tells who speaks.
 * O(text).
 */
import type { TextPosition } from '../text/position.ts';
import type { Lexicon } from './cues/cue-table.ts';
import type { QuotedSpan } from './quotation-marks.ts';

const LABEL =
  /^(?:(?:MR|MRS|MS|DR|SEN|REP|GOV)\.? )?(\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]+){0,3}):\s+(?=\S)/u;
const DASH = /^[—–―]\s*(?=[\p{L}¿¡])/u;
/** Longest label read: "MADAM DEPUTY SPEAKER:" and the white space behind it. */
const LABEL_REACH = 64;
/** Fewer labels are as likely headings; two will do when the text names their bearers. */
const FEWEST_LABELS = 3;
/** "…, he said", "…, said Anna Pell", "…, Anna Pell said", "…, — сказал Иван". */
const CUE =
  /(?:(?<=[,?!.…])\s+(?:[—–―]\s*)?|\s+[—–―]\s*)(?:(?:\p{Lu}[\p{L}.’'-]*|\p{L}{2,4})\s+(?:\p{Lu}[\p{L}.’'-]*\s+){0,3})?(\p{Ll}{3,})(?=[\s.,;:!?]|$)/gu;
/** Cues tried before a paragraph counts as telling nothing. */
const MOST_TRIED = 12;

/** For each paragraph that is such speech, its span; null for every other. */
export function findSpokenLines(
  text: string,
  paragraphs: readonly TextPosition[],
  lexicon: Lexicon,
): (QuotedSpan | null)[] {
  const labels = paragraphs.map(({ start }) => LABEL.exec(text.slice(start, start + LABEL_REACH)));
  const isTranscript = isSpoken(
    text,
    labels.flatMap((label) => label?.[1] ?? []),
  );
  return paragraphs.map((paragraph, at) => {
    const label = labels[at];
    if (label && isTranscript) return spoken(paragraph.start + label[0].length, paragraph.end, paragraph.end);
    return behindDash(text, paragraph, lexicon);
  });
}

function isSpoken(text: string, labels: readonly string[]): boolean {
  const different = new Set(labels);
  if (labels.length >= FEWEST_LABELS && different.size > 1 && different.size < labels.length) return true;
  return different.size > 1 && [...different].every((label) => text.includes(inTitleCase(label)));
}

function inTitleCase(label: string): string {
  const last = label.split(' ').at(-1)!;
  return ` ${last[0]}${last.slice(1).toLowerCase()}`;
}

function behindDash(text: string, { start, end }: TextPosition, lexicon: Lexicon): QuotedSpan | null {
  const dash = DASH.exec(text.slice(start, start + 4));
  if (!dash) return null;
  const from = start + dash[0].length;
  let tried = 0;
  for (const { 1: verb = '', index } of text.slice(from, end).matchAll(CUE)) {
    if (tried++ >= MOST_TRIED) return null;
    if (!lexicon.verbs.has(verb)) continue;
    const end = from + index;
    return spoken(from, text[end - 1] === ',' ? end - 1 : end, end);
  }
  return null;
}

function spoken(from: number, to: number, outerEnd: number): QuotedSpan {
  return { start: from, end: to, outerStart: from, outerEnd, mark: 'line', isClosed: true };
}

/** "“I see no reason, said Anna Pell. She left.": where the narrator speaks again though no mark says so; -1 if never. */
export function findNarrator(text: string, start: number, end: number, lexicon: Lexicon): number {
  let tried = 0;
  for (const { 0: match, 1: verb = '', index } of text.slice(start, end).matchAll(CUE)) {
    if (tried++ >= MOST_TRIED) return -1;
    const isComma = /[,?!]/.test(text.charAt(start + index - 1));
    const isName = /\p{Lu}/u.test(match) || /^\s+\p{Lu}/u.test(text.slice(start + index + match.length));
    const words = match.trim().toLowerCase().split(/\s+/);
    const isPronoun = words.length === 2 && (lexicon.he.has(words[0]!) || lexicon.she.has(words[0]!));
    if (isComma && index > 0 && lexicon.verbs.has(verb) && (isName || isPronoun)) return start + index;
  }
  return -1;
}
