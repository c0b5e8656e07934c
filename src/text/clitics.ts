/**
 * Arabic and Hebrew write "and", "in", "to", "the" onto the next word: وحماس is "and Hamas". To find a name under
 * such clitics, this lists where the word could begin instead. The naive version strips greedily and damages names
 * that begin with these letters; here every cut is only offered, and the caller keeps one that leads to a name.
 */
import { DROPPED, foldUnit } from './fold.ts';

/** One way to read a word: `prefix` stands for letters that the writing merged away, then the text from `start`. */
export interface Cut {
  readonly start: number;
  readonly prefix: string;
}

const ARABIC_CLITICS = ['و', 'ف', 'ب', 'ك', 'ل', 'وب', 'ول', 'وك', 'فب', 'فل', 'ال', 'وال'];
/** لل is "to the": the alif of the article is not written. */
const ARABIC_MERGED = ['لل', 'ولل', 'فلل'];
const HEBREW_CLITICS = [
  'ו',
  'ה',
  'ב',
  'ל',
  'מ',
  'ש',
  'כ',
  'וה',
  'וב',
  'ול',
  'ומ',
  'וש',
  'וכ',
  'שה',
  'שב',
  'של',
  'מה',
  'כש',
  'ושה',
];
/** Fewer letters than this left over are no name but the rest of an ordinary word. */
const SHORTEST_REST = 3;

function isArabic(unit: number): boolean {
  return unit >= 0x0620 && unit <= 0x06ff;
}
function isHebrew(unit: number): boolean {
  return unit >= 0x05d0 && unit <= 0x05ea;
}

/** Cuts of the word [start, end) of `text`, shortest clitic first; empty for words of other scripts. */
export function cliticCuts(text: string, start: number, end: number): readonly Cut[] {
  const first = text.charCodeAt(start);
  if (!isArabic(first) && !isHebrew(first)) return [];
  const cuts: Cut[] = [];
  const offer = (clitic: string, prefix: string) => {
    const cut = offsetAfter(text, start, end, clitic);
    if (cut >= 0 && end - cut + prefix.length >= SHORTEST_REST) cuts.push({ start: cut, prefix });
  };
  if (isHebrew(first)) for (const clitic of HEBREW_CLITICS) offer(clitic, '');
  else {
    for (const merged of ARABIC_MERGED) offer(merged, 'ال');
    for (const clitic of ARABIC_CLITICS) offer(clitic, '');
  }
  return cuts;
}

/** Offset in [start, end) behind the folded letters of `clitic`, -1 when the word begins otherwise. */
function offsetAfter(text: string, start: number, end: number, clitic: string): number {
  let matched = 0;
  let index = start;
  for (; index < end && matched < clitic.length; index++) {
    const unit = foldUnit(text.charCodeAt(index));
    if (unit === DROPPED) continue;
    if (unit !== clitic.charCodeAt(matched)) return -1;
    matched++;
  }
  while (index < end && foldUnit(text.charCodeAt(index)) === DROPPED) index++;
  return matched === clitic.length ? index : -1;
}
