/** What is measured of a text as one piece: words, as far as a pattern knows them without a dictionary. */
import type { TextPosition } from '../text/position.ts';

/** Where words are not parted by spaces each character is a piece: lines break anywhere. */
export const PIECE =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])[\p{L}\p{M}\p{N}])+/gu;
/** Code units looked through around an offset; longer words are cut. */
const REACH = 60;

/** The word at an offset of a text, or the character where none is. */
export function pieceAt(text: string, offset: number): TextPosition {
  const from = Math.max(0, offset - REACH);
  for (const { 0: word, index } of text.slice(from, offset + REACH).matchAll(PIECE)) {
    const start = from + index;
    if (start <= offset && offset <= start + word.length) return { start, end: start + word.length };
  }
  return { start: Math.max(0, Math.min(offset, text.length - 1)), end: Math.min(offset + 1, text.length) };
}
