/**
 * Words of another direction within a message, as a string that may stand in an attribute or a title: between FIRST
 * STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode UAX #9), they reorder nothing around them. A word joiner beside
 * each tells ours from those that an archived text brings along, which are shown for what they are (`mark-controls.ts`).
 */
const OPEN = '\u2068\u2060';
const CLOSE = '\u2060\u2069';
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** As it is, when no letter of it runs against `direction`. */
export function isolate(words: string, direction: 'ltr' | 'rtl'): string {
  const isAgainst = direction === 'ltr' ? RIGHT_TO_LEFT.test(words) : [...words].some(isLeftToRightLetter);
  return isAgainst ? `${OPEN}${words}${CLOSE}` : words;
}

const isLeftToRightLetter = (character: string) => /\p{L}/u.test(character) && !RIGHT_TO_LEFT.test(character);

/** Every second piece was isolated by us. Whoever writes the joiners too wins no more than being isolated. */
export function splitIsolated(text: string): string[] {
  return text.split(/\u2068\u2060([^\u202a-\u202e\u2066-\u2069]*)\u2060\u2069/);
}
