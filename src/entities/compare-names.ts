/**
 * Are these two names the same? One answer for people, organisations, places and events, in any script, with a
 * calibrated score and a reason.
 *
 * The naive version is an edit distance with a threshold: F1 .66 on OpenSanctions' name_bench, and blind across scripts.
 * Here a name is taken apart (name-parts.ts), its words are aligned by sound (compare-words.ts), and what differs is
 * judged by the kind of name. O(words² × letters²) on names of at most 300 characters and 24 words: about 0.1 ms a pair.
 */
import { areBothKnown } from './compare-known.ts';
import { comparePeople } from './compare-people.ts';
import { type Comparison, verdict } from './compare-reasons.ts';
import { compareThings } from './compare-things.ts';
import { type NameParts, type NameType, partsOfName } from './name-parts.ts';
import { legalFormAt } from './name-parts-legal.ts';
import { EVENT_WORDS, ORGANIZATION_WORDS, PLACE_ENDINGS, PLACE_STARTS } from './name-parts-words.ts';

/** The answer does not depend on which name comes first. */
export function compareNames(left: string, right: string, type?: NameType): Comparison {
  // Greedy pairing of words may end differently from either side: one order is fixed.
  const [first, second] = left <= right ? [left, right] : [right, left];
  const kind = type ?? guessType(partsOfName(first), partsOfName(second));
  return compareParts(partsOfName(first, kind), partsOfName(second, kind), kind);
}

/** The same for names already taken apart by partsOfName with this `type`: one name against many of an index. */
export function compareParts(a: NameParts, b: NameParts, type: NameType): Comparison {
  if (a.words.length === 0 || b.words.length === 0) return verdict(-6, 'nothing');
  if (a.whole === b.whole) return verdict(5, 'identical');
  if (a.isCut || b.isCut) return verdict(-4, 'other-words');
  if (isCutOff(a, b) || isCutOff(b, a)) return verdict(CUT_OFF, 'short-form');
  const byWords = type === 'person' ? comparePeople(a, b) : compareThings(a, b, type);
  return byWords.same || !isSpacedOtherwise(a, b) ? byWords : verdict(SPACED, 'spelling');
}

/** Shorter texts are too often another word cut in two. */
const SHORTEST_SPACED = 7;
const SPACED = 2;

/** The same letters in another number of words: Hydro Works, H Y D R O Works. */
function isSpacedOtherwise(a: NameParts, b: NameParts): boolean {
  const joined = ({ words }: NameParts) => words.map((word) => word.text).join('');
  return (
    a.words.length !== b.words.length &&
    a.generation === b.generation &&
    joined(a).length >= SHORTEST_SPACED &&
    joined(a) === joined(b)
  );
}

/** A field that ends after so many characters cuts names inside a word: … Ben Belkassem Dr. */
const LONG_FIELD = 24;
const MANY_WORDS = 4;
const CUT_OFF = 2;

function isCutOff(short: NameParts, long: NameParts): boolean {
  if (short.whole.length < LONG_FIELD || short.words.length < MANY_WORDS) return false;
  if (!long.whole.startsWith(short.whole) || long.whole[short.whole.length] === ' ') return false;
  const last = (parts: NameParts) => parts.whole.split(' ').at(-1) as string;
  return last(long).startsWith(last(short)) && !areBothKnown(last(short), last(long));
}

/** Organisation, place or event when a word says so, else a person. */
function guessType(...both: readonly NameParts[]): NameType {
  for (const { words } of both) {
    const texts = words.map((word) => word.text);
    const last = texts.at(-1) ?? '';
    const [only] = words;
    if (texts.length > 1 && (PLACE_ENDINGS.has(last) || PLACE_STARTS.has(texts[0] as string))) return 'place';
    if (texts.some((text) => EVENT_WORDS.has(text)) && texts.length > 1) return 'event';
    if (
      texts.length > 1 &&
      (texts.some((text) => ORGANIZATION_WORDS.has(text)) || legalFormAt(texts, texts.length - 1))
    )
      return 'organization';
    if (words.length === 1 && only!.isCapitals && only!.text.length <= 6) return 'organization';
  }
  return 'person';
}
