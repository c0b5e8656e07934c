/**
 * What a fact-checker looks for between two printings of a sentence: numbers, negations and names that differ.
 * The analyzer folds signs away, so that "-5 %" and "5" are one word to it: here the texts as printed are compared.
 */
import { isNameWord } from './name-word.ts';
import type { ChangedFact, Edit } from './printing.ts';
import { readSequence } from './word-sequence.ts';

const NUMBER =
  /[-−]?[$€£¥₹₪₽]?\p{Nd}+(?:[.,٫٬:/]\p{Nd}+)*\s?(?:%|‰|€|£|per\s?cent|percent)?|(?<!\p{L})(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|half|quarter|third|dozens?|twice|double|triple)(?!\p{L})/giu;
export const NEGATION =
  /(?<!\p{L})(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|unable|\p{L}+n['’]t|ne|pas|jamais|kein\p{L}*|nicht|nie|non|nunca|не|нет|ни|никогда|لا|لم|لن|ليس|ليست|لیس|ما|لא|לא|אין|בלי|אל)(?!\p{L})/giu;

/** In the order number, negation, name; empty when none differs. `edits` lead from one printing to the other. */
export function findChangedFacts(before: string, after: string, edits: readonly Edit[]): ChangedFact[] {
  const changed: ChangedFact[] = [];
  if (numbersOf(before) !== numbersOf(after)) changed.push('number');
  if (countOf(before, NEGATION) !== countOf(after, NEGATION)) changed.push('negation');
  if (edits.some((edit, at) => edit.kind !== 'kept' && holdsName(edit.text, edits[at - 1])))
    changed.push('name');
  return changed;
}

/** The numbers of a text in order, as one string: "1,000" and "1000" are alike, "5 %" and "5" are not. */
export function numbersOf(text: string): string {
  const found = text.match(NUMBER) ?? [];
  return found
    .map((number) =>
      number.toLowerCase().replace(/[\s,٬]|per\s?cent/g, (part) => (/p/.test(part) ? '%' : '')),
    )
    .join(' ');
}

export function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Whether an edit holds a word of a name that does not just begin a sentence. */
function holdsName(text: string, before: Edit | undefined): boolean {
  const words = readSequence(text);
  for (let at = 0; at < words.count; at++) {
    const word = text.slice(words.start[at]!, words.end[at]!);
    // "However, he said": an edit holds no stop before its first word, so a comma behind it must tell.
    const isFirst = at === 0 && (before === undefined || text[words.end[at]!] === ',');
    if (!isFirst && isNameWord(word)) return true;
  }
  return false;
}
