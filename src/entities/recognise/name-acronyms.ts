/** Initials a name goes by (WHO, UNESCO's with and without small words), and legal forms at the end of company names. */
import { words as foldedWords } from '../../text/tokenise.ts';
import { SMALL_WORDS } from '../name-parts-words.ts';

export const LEGAL_ENDINGS: ReadonlySet<string> = new Set(
  'inc corp co ltd llc plc gmbh ag sa nv bv spa srl ab oy as asa kg se pty limited corporation company incorporated group holdings'.split(
    ' ',
  ),
);

const MOST_WORDS = 10;

/** Folded; none for a name of one word. */
export function acronymOf(name: string): ReadonlySet<string> {
  const words = foldedWords(name);
  if (words.length < 2 || words.length > MOST_WORDS) return new Set();
  const initials = (some: readonly string[]) => some.map((word) => word[0]).join('');
  const told = words.filter((word) => !SMALL_WORDS.has(word));
  return new Set([initials(words), initials(told)].filter((acronym) => acronym.length > 1));
}
