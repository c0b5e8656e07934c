/**
 * Whether a word as printed may be part of a name: "Sunday" for "today", or "Lebanese" for "local", names nobody.
 *
 * Naively every capital is a name's, and English gives one to days, months, peoples and languages. O(1) a word.
 */
import { monthNamed } from '../text/month-names.ts';
import { isPeople } from '../text/peoples.ts';

const WEEKDAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?)$/;

/** Of a cased script; a lone capital is an initial, and tells too little. */
export function isNameWord(word: string): boolean {
  if (!/^\p{Lu}\p{L}*\p{Ll}/u.test(word)) return false;
  const lower = word.toLowerCase().replace(/['’]s?$/, '');
  // "Jan" and "Mar" are short for months and whole for people.
  const isMonth = (lower.length > 3 || lower === 'may') && monthNamed(lower) !== null;
  return !WEEKDAY.test(lower) && !isMonth && !isPeople(lower);
}
