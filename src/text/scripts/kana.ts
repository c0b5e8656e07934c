/**
 * Kana as sound symbols by rule: consonant row and vowel column, so that 180 syllables need no table of their own.
 *
 * The naive version lists every syllable and every combination (キャ, ティ, ヴァ). Here a small kana replaces the vowel
 * of the syllable before it, ー lengthens and ッ doubles: both may vanish in Latin spelling, so neither is written.
 * O(length).
 */
const VOWELS = 'aiueo';
/** Rows of the syllabary in code-point order, each from its first kana in hiragana, by consonant. */
const ROWS: readonly (readonly [kana: string, consonants: string])[] = [
  ['あいうえお', '     '],
  ['かきくけこ', 'kkkkk'],
  ['がぎぐげご', 'ggggg'],
  ['さしすせそ', 'sSsss'],
  ['ざじずぜぞ', 'zjzzz'],
  ['たちつてと', 'tCctt'],
  ['だぢづでど', 'djzdd'],
  ['なにぬねの', 'nnnnn'],
  ['はひふへほ', 'hhfhh'],
  ['ばびぶべぼ', 'bbbbb'],
  ['ぱぴぷぺぽ', 'ppppp'],
  ['まみむめも', 'mmmmm'],
  ['らりるれろ', 'rrrrr'],
];
const SMALL: Readonly<Record<string, string>> = {
  ぁ: 'a',
  ぃ: 'i',
  ぅ: 'u',
  ぇ: 'e',
  ぉ: 'o',
  ゃ: 'ya',
  ゅ: 'yu',
  ょ: 'yo',
};

const SYLLABLES: ReadonlyMap<string, string> = new Map([
  ...ROWS.flatMap(([kana, consonants]) =>
    [...kana].map((one, at): [string, string] => [one, (consonants[at] as string).trim() + VOWELS[at]]),
  ),
  ...Object.entries({ や: 'ya', ゆ: 'yu', よ: 'yo', わ: 'wa', ゐ: 'i', ゑ: 'e', を: 'o', ん: 'n', ゔ: 'vu' }),
  ...Object.entries({ ゎ: 'wa', ゕ: 'ka', ゖ: 'ke' }),
]);

/** Katakana as hiragana: the two blocks run in parallel. */
function hiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** Sounds of a word of kana; characters of other scripts are left out. */
export function kanaSounds(word: string): string {
  let sounds = '';
  for (const kana of hiragana(word)) {
    const small = SMALL[kana];
    if (small !== undefined) sounds = withSmall(sounds, small);
    else sounds += SYLLABLES.get(kana) ?? '';
  }
  return sounds;
}

/** キ + ャ is kya, シ + ャ sha, テ + ィ ti, ウ + ォ wo, ヴ + ァ va. */
function withSmall(before: string, small: string): string {
  const consonant = before.at(-2) ?? '';
  if (!/[aiueo]$/.test(before)) return before + small;
  const stem = before.slice(0, -1);
  if (small.length > 1) return stem + (/[SCj]$/.test(stem) ? small.slice(1) : small);
  if (stem === '' || VOWELS.includes(consonant)) {
    if (before.endsWith('u')) return `${stem}w${small}`;
    return before.endsWith('i') ? `${stem}y${small}` : before + small;
  }
  return stem + small;
}
