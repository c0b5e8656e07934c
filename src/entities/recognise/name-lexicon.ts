/**
 * Membership of a word or a run of words in lists of given names, surnames, places, countries and companies.
 *
 * The naive version is a Set of 60,000 strings, 1.3 MB in the package and more in memory. Here each entry is 16 bits
 * in one open-addressed table: 11 bits of its hash, 5 bits of list membership. A wrong yes comes about once in 400
 * unlisted words, which the tagger's weights were trained with. O(1).
 *
 *   bit 15 … 5   fingerprint of the folded words     bit 4 … 0   GIVEN SURNAME PLACE COUNTRY COMPANY
 */
export const GIVEN = 1;
export const SURNAME = 2;
export const PLACE = 4;
export const COUNTRY = 8;
export const COMPANY = 16;
/** No country is a company: the two bits together mark an ordinary word of a script without capitals. */
export const ORDINARY = COUNTRY | COMPANY;

const LISTS = 31;
const PROBES = 24;

/** Length a power of two; 0 is an empty entry. */
export type NameLexicon = Uint16Array;

/** Spreads a word hash, or adds the next word's hash to that of a run of words. */
export function joinHashes(left: number, right: number): number {
  let mixed = Math.imul(left ^ Math.imul(right, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

const fingerprintOf = (hash: number) => (hash >>> 21) << 5;

/** Lists that hold the entry with this hash, as bits; 0 when none does. */
export function listsOf(lexicon: NameLexicon, hash: number): number {
  const mask = lexicon.length - 1;
  const wanted = fingerprintOf(hash);
  for (let probe = 0; probe < PROBES; probe++) {
    const entry = lexicon[(hash + probe) & mask] as number;
    if (entry === 0) return 0;
    if ((entry & ~LISTS) === wanted) return entry & LISTS;
  }
  return 0;
}

/** A table of 2^`bits` entries. Entries that find no place are left out: keep the load under nine tenths. */
export function buildLexicon(entries: ReadonlyMap<number, number>, bits: number): NameLexicon {
  const lexicon = new Uint16Array(2 ** bits);
  const mask = lexicon.length - 1;
  for (const [hash, lists] of [...entries].sort(([a], [b]) => a - b)) {
    const wanted = fingerprintOf(hash);
    for (let probe = 0; probe < PROBES; probe++) {
      const slot = (hash + probe) & mask;
      const entry = lexicon[slot] as number;
      if (entry !== 0 && (entry & ~LISTS) !== wanted) continue;
      lexicon[slot] = entry | wanted | lists;
      break;
    }
  }
  return lexicon;
}
