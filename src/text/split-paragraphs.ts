/**
 * Paragraphs of a text: between blank lines, and at single line breaks where the text uses them as paragraph breaks.
 *
 * The naive version splits at blank lines. Copied news breaks it both ways: wire texts are wrapped at 70 characters
 * (a line break means nothing), blogs put each paragraph on a line (a blank line then parts two stories). So the
 * lines vote once for the whole text: short lines that mostly do not end a sentence are wrapped. Two passes, O(text).
 */
import type { TextPosition } from './position.ts';

/** Begins and ends with a character that is no white space. */
export interface Paragraph extends TextPosition {
  /** 0-based; rises where a blank line parts a text whose paragraphs follow each other without one. Elsewhere 0 throughout. */
  readonly section: number;
}

interface Line extends TextPosition {
  readonly indent: number;
  readonly afterBlank: boolean;
}

/** Wider than any text wrapped by a mail or wire program (72–100 columns). */
const WIDEST_WRAP = 120;
/** Below this mean length the lines are a list or verse, and each stays by itself. */
const NARROWEST_WRAP = 40;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g;
const ENDS_SENTENCE = /[.!?…:。！？؟۔।]["'”’»)\]」』]*$/u;
const STARTS_ITEM = /^(?:[-*•·–—]\s|\d{1,2}[.)]\s)/u;

/** In order, without overlap; every character that is not white space lies in exactly one. */
export function splitParagraphs(text: string): Paragraph[] {
  const lines = linesOf(text);
  if (isWrapped(text, lines)) return joinWrapped(text, lines);
  const breaksInside = lines.filter((line, at) => at > 0 && !line.afterBlank).length;
  const breaksAtBlank = Math.max(0, lines.length - 1 - breaksInside);
  const hasSections = breaksInside >= 4 && breaksInside >= 4 * breaksAtBlank;
  let section = 0;
  return lines.map((line, at) => {
    if (hasSections && at > 0 && line.afterBlank) section++;
    return { start: line.start, end: line.end, section };
  });
}

/** Whether single line breaks stand inside paragraphs, as in texts wrapped at a fixed width. */
export function isWrappedText(text: string): boolean {
  return isWrapped(text, linesOf(text));
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  let afterBlank = false;
  const add = (to: number): void => {
    const raw = text.slice(from, to);
    const trimmed = raw.trim();
    if (trimmed === '') {
      afterBlank = true;
      return;
    }
    const indent = raw.length - raw.trimStart().length;
    const start = from + indent;
    lines.push({ start, end: start + trimmed.length, indent, afterBlank });
    afterBlank = false;
  };
  for (const match of text.matchAll(LINE_BREAK)) {
    add(match.index);
    from = match.index + match[0].length;
  }
  add(text.length);
  return lines;
}

function isWrapped(text: string, lines: readonly Line[]): boolean {
  let inner = 0;
  let unfinished = 0;
  let length = 0;
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at]!;
    const next = lines[at + 1]!;
    if (next.afterBlank) continue;
    if (line.end - line.start > WIDEST_WRAP || next.end - next.start > WIDEST_WRAP) return false;
    inner++;
    length += line.end - line.start;
    if (!ENDS_SENTENCE.test(text.slice(Math.max(line.start, line.end - 8), line.end))) unfinished++;
  }
  return inner > 0 && unfinished > inner / 2 && length / inner >= NARROWEST_WRAP;
}

function joinWrapped(text: string, lines: readonly Line[]): Paragraph[] {
  const paragraphs: { start: number; end: number; section: number }[] = [];
  let previous: Line | null = null;
  for (const line of lines) {
    const current = paragraphs.at(-1);
    const isNew =
      current === undefined ||
      previous === null ||
      line.afterBlank ||
      line.indent >= previous.indent + 2 ||
      STARTS_ITEM.test(text.slice(line.start, line.start + 4));
    if (isNew) paragraphs.push({ start: line.start, end: line.end, section: 0 });
    else current.end = line.end;
    previous = line;
  }
  return paragraphs;
}
