/**
 * How far apart two spellings in one script are, in slips: 0 the same letters, below about 0.6 two romanisations of one
 * sound (Dayf/Deif, Qaddafi/Gaddafi), 1 one typing error, more another word.
 *
 * The naive version is edit distance: it finds Kharousha–Kharoushe near and Aruri–Arouri as far as Putin–Rutin. Here a
 * word is cut into consonants and vowel groups (kh, sch, ou), and changing one into a relative costs a part of a slip.
 * Plain typing errors (one letter, two swapped) cost one slip whatever they sound like. O(length²), words are cut at 32.
 */
import { LONGEST_WORD } from '../text/romanise-odds.ts';

const UNIT =
  /tsch|sch|tch|dzh|shch|[aeo]w(?![aeiouy])|[aeiouy]+h?(?![aeiouy])|[aeiouy]+|(?:ch|ck|kh|gh|sh|sz|cz|zh|rz|dj|dz|ts|tz|th|dh|ph|qu|ks)|(.)\1|./g;

/** Consonants that romanisations put for one sound, with the part of a slip it costs to take one for the other. */
const RELATIVES: readonly (readonly [cost: number, units: string])[] = [
  [0.1, 'k c ck q'],
  [0.1, 'k q qu'],
  [0.1, 'f ph'],
  [0.1, 'sh sch'],
  [0.1, 'ch tch cz tsch'],
  [0.1, 'ts tz'],
  [0.15, 'x ks'],
  [0.15, 'j dj dzh'],
  [0.15, 'v w'],
  [0.15, 'd dh'],
  [0.15, 't th'],
  [0.15, 'g gh'],
  [0.15, 'zh rz j'],
  [0.2, 's ss z'],
  [0.25, 'kh h ch x k'],
  [0.25, 'g q k'],
  [0.25, 's c ts'],
  [0.25, 'dh z th'],
  [0.3, 'sh sz ch'],
  [0.3, 'c ch'],
  [0.3, 'g j zh'],
  [0.3, 'x sh s'],
  [0.35, 'z ts tz'],
  [0.35, 'f v'],
  [0.4, 's sh'],
  [0.5, 'b v'],
  [0.5, 'b p'],
  [0.5, 'd t'],
  [0.5, 'th s'],
];
const consonantCosts = new Map<string, number>();
for (const [cost, units] of RELATIVES) {
  for (const a of units.split(' '))
    for (const b of units.split(' ')) {
      const key = `${a} ${b}`;
      if (a !== b) consonantCosts.set(key, Math.min(cost, consonantCosts.get(key) ?? 1));
    }
}

/** Vowel groups by what they sound like; a group that is not listed counts as its first letter. */
const VOWEL_CLASSES: Readonly<Record<string, string>> = {
  ...{
    a: 'A',
    aa: 'A',
    ah: 'A',
    aha: 'A',
    ea: 'E',
    e: 'E',
    eh: 'E',
    ee: 'I',
    i: 'I',
    y: 'I',
    ie: 'I',
    ii: 'I',
    yi: 'I',
  },
  ...{
    iy: 'I',
    yy: 'I',
    o: 'O',
    oh: 'O',
    oo: 'U',
    u: 'U',
    uu: 'U',
    ou: 'U',
    uh: 'U',
    ai: 'D',
    ay: 'D',
    ei: 'D',
    ey: 'D',
  },
  ...{
    ae: 'D',
    aye: 'D',
    ayi: 'D',
    au: 'W',
    ao: 'W',
    aou: 'W',
    aw: 'W',
    ew: 'V',
    ow: 'W',
    oe: 'O',
    ue: 'U',
    eo: 'O',
    oa: 'U',
    ua: 'U',
  },
  ...{
    ia: 'Y',
    ya: 'Y',
    iya: 'Y',
    yya: 'Y',
    iia: 'Y',
    eya: 'Y',
    aia: 'Y',
    io: 'J',
    yo: 'J',
    iu: 'V',
    yu: 'V',
  },
};
const VOWEL_COSTS: Readonly<Record<string, number>> = {
  ...{
    AE: 0.3,
    AD: 0.3,
    AI: 0.6,
    AO: 0.6,
    AU: 0.65,
    AW: 0.4,
    AY: 0.45,
    EI: 0.25,
    DE: 0.25,
    DI: 0.3,
    EO: 0.7,
  },
  ...{
    OU: 0.15,
    OW: 0.25,
    UW: 0.3,
    IY: 0.4,
    JO: 0.3,
    EJ: 0.4,
    UV: 0.3,
    EY: 0.4,
    JY: 0.4,
    IV: 0.6,
    IU: 0.7,
    DY: 0.4,
  },
};
/** Another group of the same sound (ou/u), and vowels that no romanisation confuses. */
const SAME_VOWEL = 0.05;
const OTHER_VOWEL = 0.8;
const DOUBLED = 0.05;
/** An h that is written or not; a vowel dropped between consonants; one dropped at the end. */
const LOST_H = 0.25;
const LOST_VOWEL = 0.6;
const LOST_END = 0.35;
/** Niger and Nigeria. */
const LOST_ENDING = 1.3;

interface Unit {
  readonly text: string;
  readonly isVowel: boolean;
  readonly isDoubled: boolean;
}

const unitCache = new Map<string, readonly Unit[]>();
/** Enough for the words of two articles; then it starts anew, so that a long run keeps no more than this. */
const MOST_CACHED = 20_000;

function unitsOf(word: string): readonly Unit[] {
  const known = unitCache.get(word);
  if (known) return known;
  const units = (word.match(UNIT) ?? []).map((text): Unit => {
    const isVowel = /^[aeiouy]/.test(text);
    const isDoubled = !isVowel && text.length === 2 && text[0] === text[1];
    return { text: isDoubled ? text.slice(1) : text, isVowel, isDoubled };
  });
  if (unitCache.size >= MOST_CACHED) unitCache.clear();
  unitCache.set(word, units);
  return units;
}

function changeCost(a: Unit, b: Unit): number {
  if (a.isVowel !== b.isVowel) return isGlide(a) && isGlide(b) ? 0.4 : 1.5;
  if (a.text === b.text) return a.isDoubled === b.isDoubled ? 0 : DOUBLED;
  if (!a.isVowel) return consonantCosts.get(`${a.text} ${b.text}`) ?? 1;
  const [left, right] = [vowelClass(a.text), vowelClass(b.text)];
  if (left === right) return SAME_VOWEL;
  return VOWEL_COSTS[left < right ? left + right : right + left] ?? OTHER_VOWEL;
}

/** w and j are vowels in some spellings: Wladimir, Jusuf, Yousef. */
function isGlide({ text }: Unit): boolean {
  return text === 'w' || text === 'j' || /^[iyu]/.test(text);
}

function vowelClass(group: string): string {
  const bare = group.length > 1 && group.endsWith('h') ? group.slice(0, -1) : group;
  return VOWEL_CLASSES[group] ?? VOWEL_CLASSES[bare] ?? VOWEL_CLASSES[bare[0] as string] ?? 'A';
}

function lossCost(unit: Unit, isLast: boolean): number {
  if (unit.isVowel && isLast) return unit.text.replace(/h$/, '').length === 1 ? LOST_END : LOST_ENDING;
  if (unit.isVowel) return LOST_VOWEL;
  return unit.text === 'h' ? LOST_H : 1;
}

/** Weighted edit distance over the units of two Latin words. */
function unitDistance(left: string, right: string): number {
  const a = unitsOf(left);
  const b = unitsOf(right);
  let previous = new Float64Array(b.length + 1);
  for (let j = 1; j <= b.length; j++) previous[j] = previous[j - 1]! + lossCost(b[j - 1]!, j === b.length);
  for (let i = 1; i <= a.length; i++) {
    const row = new Float64Array(b.length + 1);
    const loss = lossCost(a[i - 1]!, i === a.length);
    row[0] = previous[0]! + loss;
    for (let j = 1; j <= b.length; j++) {
      const change = previous[j - 1]! + changeCost(a[i - 1]!, b[j - 1]!);
      const gain = row[j - 1]! + lossCost(b[j - 1]!, j === b.length);
      row[j] = Math.min(change, gain, previous[j]! + loss);
    }
    previous = row;
  }
  return previous[b.length]!;
}

/** Letter changes, losses, additions and swaps of neighbours (optimal string alignment), a slip each. */
export function letterDistance(
  left: string,
  right: string,
  cheap: (letter: string) => number = () => 1,
): number {
  const width = right.length + 1;
  const table = new Float64Array((left.length + 1) * width);
  for (let i = 0; i <= left.length; i++) {
    for (let j = 0; j < width; j++) {
      if (i + j === 0) continue;
      const a = left[i - 1] ?? '';
      const b = right[j - 1] ?? '';
      let best = Number.POSITIVE_INFINITY;
      if (i > 0) best = table[(i - 1) * width + j]! + cheap(a);
      if (j > 0) best = Math.min(best, table[i * width + j - 1]! + cheap(b));
      if (i > 0 && j > 0) {
        const change = a === b ? 0 : Math.max(cheap(a), cheap(b));
        best = Math.min(best, table[(i - 1) * width + j - 1]! + change);
        if (i > 1 && j > 1 && a === right[j - 2] && b === left[i - 2])
          best = Math.min(best, table[(i - 2) * width + j - 2]! + 1);
      }
      table[i * width + j] = best;
    }
  }
  return table[table.length - 1]!;
}

/** Shapes that scanning takes for one another, written alike before a second comparison. */
function scanned(word: string): string {
  return word
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/cl/g, 'd')
    .replace(/[l1|!]/g, 'i')
    .replace(/0/g, 'o');
}

/** Up to here two spellings differ as romanisations do; in four letters there is less room. */
export function isSpelling(slips: number, length: number): boolean {
  return slips <= (length <= 4 ? 0.3 : 0.56);
}

/** Last letters that tell women from men, or one Italian family from another; e and a, i and y are one in transliteration. */
const OTHER_ENDINGS: ReadonlySet<string> = new Set(['ao', 'ai', 'ay', 'io', 'oy']);

/** Maria and Mario, Martin and Martina, Novotny and Novotna: one letter, and someone else; but Lukashenko is Lukashenka in Belarusian. */
function isOtherGender(a: string, b: string): boolean {
  const [short, long] = (a.length <= b.length ? [a, b] : [b, a]).map((word) => word.replace(/ks/g, 'x')) as [
    string,
    string,
  ];
  const stem = short.slice(0, -1);
  if (long.length === short.length) {
    const ends = [short.at(-1), long.at(-1)].sort().join('');
    return !/enk[ao]$/.test(short) && OTHER_ENDINGS.has(ends) && long.slice(0, -1) === stem;
  }
  if (short.endsWith('a')) return long === `${stem}os` || long === `${stem}ova`;
  return long === `${short}a` && !/[eiouyh]$/.test(short);
}
/** More than a slip of any word up to ten letters. */
const OTHER_GENDER = 1.6;
/** Typing error and romanisation together: at most this many letters differ, in words of seven letters and more. */
const MIXED_LETTERS = 2;
const MIXED_LENGTH = 7;

/** Slips between two folded Latin words (a–z, 0–9). */
export function latinSlips(left: string, right: string): number {
  if (left === right) return 0;
  const a = left.slice(0, LONGEST_WORD);
  const b = right.slice(0, LONGEST_WORD);
  if (isOtherGender(a, b)) return OTHER_GENDER;
  const length = Math.max(a.length, b.length);
  const bySound = unitDistance(a, b);
  if (isSpelling(bySound, length)) return bySound;
  const byLetter = letterDistance(a, b);
  // A first letter is read best and mistyped least: another one there is more likely another name.
  const first = a[0] === b[0] || byLetter !== 1 || a.length !== b.length ? 0 : 0.15;
  const byShape = a.length >= 5 && scanned(a) === scanned(b) ? 0.7 : Number.POSITIVE_INFINITY;
  // Hassan and Hussein differ by vowels alone, yet in three letters: not a slip.
  const mixed = byLetter <= MIXED_LETTERS && length >= MIXED_LENGTH ? bySound : Number.POSITIVE_INFINITY;
  return Math.min(byLetter + first, mixed, byShape);
}

/** Slips between two words of another alphabet: `weak` letters (vowels that may go unwritten) cost less. */
export function soundSlips(left: string, right: string, weak: RegExp): number {
  const cost = (letter: string) => (weak.test(letter) ? 0.4 : 1);
  return letterDistance(left.slice(0, LONGEST_WORD), right.slice(0, LONGEST_WORD), cost);
}
