/**
 * Cuts a sentence that no passage could hold. Up to 240 words it stays whole, since half a sentence misquotes; beyond
 * that (lists, transcripts, text without stops) it is cut after a comma or other clause mark, or else between words,
 * or else, in one endless word, between characters. One pass over the words, O(length).
 */
import type { TextPosition } from '../text/position.ts';
import { wordUnits } from './count-words.ts';

const LONGEST_WHOLE = 240;
/** Parts lie between these, in words: the sizes of a passage. */
const SHORTEST_PART = 60;
const LONGEST_PART = 120;
const ENDS_CLAUSE = /[,;:،؛，；：、—–]["'”’»)\]]*$/u;

/** The sentence itself, or its parts: in order, trimmed, together covering every character that is not white space. */
export function cutLongSentence(text: string, sentence: TextPosition): TextPosition[] {
  const units = [...wordUnits(text, sentence.start, sentence.end)];
  const total = units.reduce((sum, unit) => sum + unit.words, 0);
  if (total <= LONGEST_WHOLE) return [sentence];
  const parts: TextPosition[] = [];
  let first = 0;
  while (first < units.length) {
    let words = 0;
    let at = first;
    let clauseEnd = -1;
    while (at < units.length && words + units[at]!.words <= LONGEST_PART) {
      words += units[at]!.words;
      const unit = units[at]!;
      if (words >= SHORTEST_PART && ENDS_CLAUSE.test(text.slice(unit.start, unit.end))) clauseEnd = at;
      at++;
    }
    const last = at < units.length && clauseEnd >= 0 ? clauseEnd : at - 1;
    parts.push({ start: units[first]!.start, end: units[last]!.end });
    first = last + 1;
  }
  return parts;
}
