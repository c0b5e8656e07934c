/**
 * How much two texts share, word for word: the share of one's runs of four words that the other has too.
 *
 * Sentence hashing finds exact repeats only; four-word runs survive trimming and rewording (recall .95–.99 by kind of
 * edit in the study behind PERFORMANCE.md) and are rare enough in unrelated text. O(words).
 */
import { createTokens, tokenise } from './tokenise.ts';

const SHINGLE_WORDS = 4;

let scratch = createTokens(256);

/** 32-bit hashes of every run of {@link SHINGLE_WORDS} folded words; shorter texts give one for all their words. */
export function shingles(text: string): Set<number> {
  const tokens = tokenise(text, scratch);
  scratch = tokens;
  const found = new Set<number>();
  const width = Math.min(SHINGLE_WORDS, tokens.count);
  if (width === 0) return found;
  for (let first = 0; first + width <= tokens.count; first++) {
    let hash = 0;
    for (let index = first; index < first + width; index++) {
      hash = (Math.imul(hash, 31) + (tokens.hash1[index] as number)) | 0;
    }
    found.add(hash);
  }
  return found;
}

/** [0,1]: share of `part`'s shingles that stand in `whole`; 0 when `part` has none. */
export function containment(part: ReadonlySet<number>, whole: ReadonlySet<number>): number {
  if (part.size === 0) return 0;
  let shared = 0;
  for (const hash of part) if (whole.has(hash)) shared++;
  return shared / part.size;
}
