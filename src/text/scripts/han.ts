/**
 * Han characters as sound symbols, by their Mandarin reading: what a Chinese newspaper makes of a foreign name
 * (维克托 Viktor), and how a Chinese name is romanised (习近平 Xi Jinping, Wade–Giles by the cost table).
 *
 * The naive version reads every character every way it can be read. Here the commonest reading only: a Japanese
 * reading of the same character is not known, such names match by alias alone. Tables are unpacked on first use.
 */
import { HAN_READINGS, HAN_VARIANTS } from './han-readings.ts';

let sounds: Map<string, string> | null = null;
let simplified: Map<string, string> | null = null;

/** Initials of two letters have one symbol; ng another. */
function soundsOfReading(reading: string): string {
  return reading
    .replace(/^zh/, 'Z')
    .replace(/^ch/, 'C')
    .replace(/^sh/, 'S')
    .replace(/^x/, 'X')
    .replace(/^q/, 'Q')
    .replace(/ng$/, 'N')
    .replace(/v/g, 'U');
}

/** A name in simplified characters, so that 習近平 and 习近平 are one spelling. */
export function simplifyHan(text: string): string {
  if (simplified === null) {
    simplified = new Map();
    for (let at = 0; at < HAN_VARIANTS.length; at += 2)
      simplified.set(HAN_VARIANTS[at] as string, HAN_VARIANTS[at + 1] as string);
  }
  let plain = '';
  for (const character of text) plain += simplified.get(character) ?? character;
  return plain;
}

/** Sounds of a word of Han characters; an unknown character has none. */
export function hanSounds(word: string): string {
  if (sounds === null) {
    sounds = new Map();
    const table = HAN_READINGS.trim().split(/\s/);
    for (let at = 0; at < table.length; at += 2) {
      const reading = soundsOfReading(table[at] as string);
      for (const character of table[at + 1] as string) sounds.set(character, reading);
    }
  }
  let found = '';
  for (const character of simplifyHan(word)) found += sounds.get(character) ?? '';
  return found;
}
