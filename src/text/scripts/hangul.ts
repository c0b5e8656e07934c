/**
 * Hangul as sound symbols, by arithmetic: a syllable's code point is 0xAC00 + (initial × 21 + vowel) × 28 + final.
 *
 * The naive version is a table of 11,172 syllables. Here 19 initials, 21 vowels and 28 finals have a symbol each; that
 * ㄱ is g (Revised Romanisation) or k (McCune–Reischauer), ㄹ r or l, ㅓ eo, o or u is for the cost table. O(length).
 */
const INITIALS = [
  'g',
  'G',
  'n',
  'd',
  'D',
  'r',
  'm',
  'b',
  'B',
  's',
  'z',
  '',
  'j',
  'J',
  'C',
  'k',
  't',
  'p',
  'h',
];
const VOWELS = [
  ...['a', 'e', 'ya', 'ye', 'O', 'e', 'yO', 'ye', 'o', 'wa', 'we', 'we', 'yo'],
  ...['u', 'wO', 'we', 'wi', 'yu', 'E', 'Ei', 'i'],
];
const FINALS = [
  ...['', 'k', 'k', 'k', 'n', 'n', 'n', 't', 'l', 'k', 'm', 'p', 'l', 'l', 'p', 'l', 'm', 'p', 'p', 't', 't'],
  ...['N', 't', 't', 'k', 't', 'p', 't'],
];
const FIRST = 0xac00;
const LAST = 0xd7a3;

/** Sounds of a word of Hangul syllables; other characters are left out. */
export function hangulSounds(word: string): string {
  let sounds = '';
  for (const syllable of word) {
    const code = syllable.charCodeAt(0);
    if (code < FIRST || code > LAST) continue;
    const index = code - FIRST;
    const initial = INITIALS[Math.floor(index / 588)] as string;
    sounds += initial + VOWELS[Math.floor(index / 28) % 21] + FINALS[index % 28];
  }
  return sounds;
}
