/**
 * Light stemming of folded Arabic and Hebrew words: a form that a word shares with most of its inflections.
 *
 * The naive version finds roots, which throws book, office and writer together. Here only clitics and the commonest
 * endings go (Arabic after Larkey's "light10"), and all that are written on each other go, so that a word and the same
 * word behind "and", "the" or "to" end alike even where a root letter looks like a clitic. O(word).
 */

/** Longest first: the first that fits is cut. */
const ARABIC_PREFIXES = ['وال', 'بال', 'كال', 'فال', 'ولل', 'ال', 'لل', 'و'];
const ARABIC_ENDINGS = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];
/** With the letters that must be left: many roots begin with the last three. */
const HEBREW_PREFIXES: ReadonlyMap<string, number> = new Map([
  ...(['ו', 'ה', 'ב', 'ל'] as const).map((letter) => [letter, 3] as const),
  ...(['מ', 'ש', 'כ'] as const).map((letter) => [letter, 4] as const),
]);
/** Folded: final letters are written as others. */
const HEBREW_ENDINGS = ['ימ', 'ות', 'ה'];
/** Letters that must be left: shorter rests are shared by unrelated words. */
const SHORTEST_REST = 3;

export function stemArabic(word: string): string {
  const prefix = ARABIC_PREFIXES.find(
    (one) => word.startsWith(one) && word.length - one.length >= SHORTEST_REST,
  );
  return cutEndings(prefix === undefined ? word : word.slice(prefix.length), ARABIC_ENDINGS, 2);
}

export function stemHebrew(word: string): string {
  let rest = word;
  while (rest.length > (HEBREW_PREFIXES.get(rest.charAt(0)) ?? rest.length)) rest = rest.slice(1);
  return cutEndings(rest, HEBREW_ENDINGS, 1);
}

function cutEndings(word: string, endings: readonly string[], most: number): string {
  let rest = word;
  for (let cuts = 0; cuts < most; cuts++) {
    const ending = endings.find((one) => rest.endsWith(one) && rest.length - one.length >= SHORTEST_REST);
    if (ending === undefined) break;
    rest = rest.slice(0, rest.length - ending.length);
  }
  return rest;
}
