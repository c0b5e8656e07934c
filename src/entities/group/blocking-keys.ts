/**
 * The keys by which one name finds others worth comparing: its sound keys, and its words' likeliest keys two by two.
 *
 * The naive version uses the sound keys alone, and the 50,000 people who share "Mohammed" are all compared. A pair of
 * words is rare even where each of them is not.
 */
import { nameKeys } from '../compare-keys.ts';
import { type NameParts, type NameType, type NameWord, partsOfName } from '../name-parts.ts';
import { isCyrillic, withoutEndings } from './inflection.ts';

/** Pairs are made of a name's first four words: six pairs at most. */
const PAIRED_WORDS = 4;

export interface BlockingKeys {
  readonly parts: NameParts;
  readonly keys: readonly string[];
  /** How complete the name is: 10 a word, 5 an initial. */
  readonly width: number;
  /** Not more than one word written in full. */
  readonly isSingle: boolean;
}

export function blockingKeys(name: string, type: NameType): BlockingKeys {
  const parts = partsOfName(name, type);
  const words = parts.words.filter(({ isParticle, isKinship }) => !isParticle && !isKinship);
  const width = words.reduce((sum, { isInitial }) => sum + (isInitial ? 5 : 10), 0);
  const isSingle = words.filter(({ isInitial }) => !isInitial).length < 2;
  const keys = new Set([...nameKeys(name, type), ...pairKeys(words, type)]);
  if (isCyrillic(name)) for (const key of stemKeys(name, type)) keys.add(key);
  return { parts, keys: [...keys], width, isSingle };
}

/** Джонсом sounds of one consonant more than Джонс. */
function stemKeys(name: string, type: NameType): string[] {
  const stems = withoutEndings(name);
  const words = partsOfName(stems, type).words.filter(
    ({ isParticle, isKinship }) => !isParticle && !isKinship,
  );
  return [...nameKeys(stems, type), ...pairKeys(words, type)];
}

/** Each two words' likeliest keys, in one order, and with one of them in its second reading. */
function pairKeys(words: readonly NameWord[], type: NameType): string[] {
  const readings = words
    .filter(({ isInitial }) => !isInitial)
    .slice(0, PAIRED_WORDS)
    .map(({ text }) => nameKeys(text, type).slice(0, 2));
  const pairs = readings.flatMap((own, at) =>
    readings
      .slice(at + 1)
      .flatMap((others) => [
        ...own.map((key) => pairOf(key, others[0] as string)),
        ...others.slice(1).map((other) => pairOf(own[0] as string, other)),
      ]),
  );
  return [...new Set(pairs)];
}

function pairOf(one: string, other: string): string {
  return one <= other ? `${one}+${other}` : `${other}+${one}`;
}

/** Keys that are enough by themselves: an acronym, a pair of words. */
export function isTellingKey(key: string): boolean {
  return key.startsWith('=') || key.includes('+');
}
