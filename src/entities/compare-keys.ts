/**
 * What to index a name under so that every name that may be the same is found: one key a word by sound, acronyms, and
 * for names that some scripts write without spaces the whole.
 *
 * The naive version compares a name with all 500,000 others, 20 s. With keys it is compared with those that share at
 * least one, or two when both names have several words (see tests/eval/compare.ts for what that finds and costs).
 */
import { LONGEST_KEY, wordKeys } from '../text/sound-key.ts';
import { acronymsOf } from './compare-acronyms.ts';
import { headsOf } from './compare-equals.ts';
import { hanSounds, pinyinOf } from './compare-han.ts';
import { type NameType, type NameWord, partsOfName } from './name-parts.ts';
import { SMALL_WORDS } from './name-parts-words.ts';

/** Korean and Chinese names have three or four syllables; longer ones are found by their words. */
const LONGEST_WHOLE = 20;
/** Keys with fewer consonants than this say too little when one more is left out. */
const SHORTEST_WITH_SLIP = 4;

function isNamed(word: NameWord): boolean {
  return !(word.isParticle || word.isKinship || word.isInitial || SMALL_WORDS.has(word.text));
}

/** Keys of a name, each once. Two names that compareNames calls the same share at least one. */
export function nameKeys(name: string, type?: NameType): string[] {
  const { words } = partsOfName(name, type);
  const named = words.filter(isNamed);
  const told = named.length > 0 ? named : words;
  const keys = new Set<string>();
  for (const word of told) {
    for (const form of word.forms) for (const key of wordKeys(form, word.script)) keys.add(key);
    for (const key of word.script === 'han' ? hanKeys(word.text) : []) keys.add(key);
    for (const head of headsOf(word.text)) for (const key of wordKeys(head, 'latin')) keys.add(key);
  }
  for (const key of wholeKeys(told)) keys.add(key);
  for (const acronym of acronymsOf(words)) keys.add(`=${acronym}`);
  const [only] = told;
  if (told.length === 1 && only) {
    if (only.isCapitals) keys.add(`=${only.text}`);
    for (const key of slipKeys(wordKeys(only.text, only.script)[0] as string)) keys.add(key);
  }
  return [...keys];
}

/** By the reading of a Chinese name, and by what it echoes of a foreign one. */
function hanKeys(word: string): string[] {
  const echo = hanSounds(word).replace(/[SCc]/g, (sound) =>
    sound === 'c' ? 'ts' : `${sound.toLowerCase()}h`,
  );
  return [pinyinOf(word), echo].filter(Boolean).flatMap((text) => wordKeys(text, 'latin'));
}

/** The words run together, in order and with the first or last one moved, as 김정은 is Kim Jong-un. */
function wholeKeys(words: readonly NameWord[]): string[] {
  const whole = words.map((word) => word.text).join('');
  if (words.length < 2 || words.length > 4 || whole.length > LONGEST_WHOLE) return [];
  const keys = words.map((word) => wordKeys(word.text, word.script)[0] as string);
  const turned = [keys, [...keys.slice(1), keys[0]], [keys.at(-1), ...keys.slice(0, -1)]];
  return turned.map((some) =>
    some
      .join('')
      .replace(/(.)\1+/g, '$1')
      .slice(0, LONGEST_KEY),
  );
}

/** A key with each consonant left out once: where a single word was misspelled. */
function slipKeys(key: string): string[] {
  if (key.length < SHORTEST_WITH_SLIP) return [];
  return [...key].map((_, at) => key.slice(0, at) + key.slice(at + 1));
}
