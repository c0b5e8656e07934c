/**
 * Which names of one text mean the same: equal words, a surname after the full name, initials after what they stand
 * for, a company without its legal form, inflected endings.
 *
 * The naive version groups equal strings. Every rule here asks for one candidate in the text; where there are two
 * ("Ana Costa" and "Rui Costa") the nearest before counts. O(names × candidates), candidates by shared word.
 */
import { words as foldedWords } from '../../text/tokenise.ts';
import { acronymOf, LEGAL_ENDINGS } from './name-acronyms.ts';
import { HONORIFICS } from './name-words.ts';
import type { RecognisedName } from './recognised-name.ts';

type Ungrouped = Omit<RecognisedName, 'group'>;

interface Group {
  readonly number: number;
  readonly type: string;
  readonly words: readonly string[];
  readonly acronyms: ReadonlySet<string>;
}

/** Case endings of Slavic names: two spellings that differ by one of these alone are one name. */
const ENDINGS = new Set(
  ' а я у ю е ы и о ь ой ей ом ем ым им ою ею ого его ому ему ых их ыми ими ами ями ах ях ов ев ам ям ий ый ая яя ую юю ое ее ые ие a u e i om em ou y ovi ova ovo ove ovu ej ym im ich ych'.split(
    ' ',
  ),
);
const SHORTEST_STEM = 3;
/** Distinct names a text is grouped by; a list of more is no article. */
const MOST_GROUPS = 3_000;

export function groupNames(names: readonly Ungrouped[]): RecognisedName[] {
  const exact = new Map<string, Group>();
  const byWord = new Map<string, Group[]>();
  const byAcronym = new Map<string, Group>();
  let count = 0;
  const remember = (group: Group) => {
    for (const word of new Set(group.words)) {
      const key = stemOf(word);
      const list = byWord.get(key);
      if (list) list.push(group);
      else byWord.set(key, [group]);
    }
    for (const acronym of group.acronyms) if (!byAcronym.has(acronym)) byAcronym.set(acronym, group);
  };
  // Longest first: short forms then find what they stand for, wherever it is printed.
  const wordsOf = names.map(({ exact: form, type }) => coreWords(form, type));
  const order = names.map((_, at) => at).sort((a, b) => wordsOf[b]!.length - wordsOf[a]!.length || a - b);
  const numbers = new Int32Array(names.length);
  for (const at of order) {
    const { type, exact: form } = names[at] as Ungrouped;
    const words = wordsOf[at] as readonly string[];
    const key = `${type} ${words.join(' ')}`;
    let group =
      exact.get(key) ?? (count < MOST_GROUPS ? findGroup(words, form, type, byWord, byAcronym) : null);
    if (group === null) {
      group = { number: count++, type, words, acronyms: type === 'person' ? new Set() : acronymOf(form) };
      remember(group);
    }
    exact.set(key, group);
    numbers[at] = group.number;
  }
  return renumber(names, numbers);
}

/** Groups counted in reading order. */
function renumber(names: readonly Ungrouped[], numbers: Int32Array): RecognisedName[] {
  const order = new Map<number, number>();
  return names.map((name, at) => {
    const number = numbers[at] as number;
    if (!order.has(number)) order.set(number, order.size);
    return { ...name, group: order.get(number) as number };
  });
}

/** Folded words without titles, legal forms and small words at the ends. */
function coreWords(form: string, type: string): readonly string[] {
  const words = foldedWords(form);
  let [from, to] = [0, words.length];
  if (type === 'person') while (from < to - 1 && HONORIFICS.has(words[from] as string)) from++;
  if (type === 'organization') while (to - 1 > from && LEGAL_ENDINGS.has(words[to - 1] as string)) to--;
  if (from < to - 1 && words[from] === 'the') from++;
  return words.slice(from, to);
}

function stemOf(word: string): string {
  return word.length > 5 ? word.slice(0, Math.max(4, word.length - 3)).slice(0, 5) : word.slice(0, 3);
}

function findGroup(
  words: readonly string[],
  form: string,
  type: string,
  byWord: ReadonlyMap<string, readonly Group[]>,
  byAcronym: ReadonlyMap<string, Group>,
): Group | null {
  if (type !== 'person' && words.length <= 2 && isAcronym(form)) {
    const group = byAcronym.get(words.join(''));
    if (group) return group;
  }
  const last = words.at(-1) ?? '';
  const candidates = (byWord.get(stemOf(last)) ?? []).filter(
    (group) => group.type === type && isShortFor(words, group.words, type),
  );
  const exact = candidates.find((group) => group.words.length === words.length);
  if (exact) return exact;
  return new Set(candidates.map(({ number }) => number)).size === 1 ? (candidates[0] as Group) : null;
}

function isAcronym(form: string): boolean {
  return /^(?:\p{Lu}\.?){2,10}$/u.test(form);
}

/** Same words in other endings; or, for fewer words, the surname, the given name, or the first words of the longer name. */
function isShortFor(short: readonly string[], long: readonly string[], type: string): boolean {
  if (short.length === 0 || short.length > long.length) return false;
  const isAt = (offset: number) => short.every((word, at) => areSame(word, long[offset + at] as string));
  if (short.length === long.length) return isAt(0);
  if (type === 'person') {
    if (!areSame(short.at(-1) as string, long.at(-1) as string))
      return short.length === 1 && areSame(short[0] as string, long[0] as string);
    return short
      .slice(0, -1)
      .every((word) =>
        long.some((other) => areSame(word, other) || (other.startsWith(word) && word.length === 1)),
      );
  }
  if (type === 'organization') return isAt(0) && (short[0] as string).length > 3;
  return false;
}

function areSame(left: string, right: string): boolean {
  if (left === right) return true;
  let same = 0;
  while (same < left.length && left[same] === right[same]) same++;
  if (same < SHORTEST_STEM || !/^[\u0400-\u04ff]/u.test(left)) return false;
  // The stem may end one letter earlier: Москва, Москвой.
  return ENDINGS.has(left.slice(same)) && ENDINGS.has(right.slice(same));
}
