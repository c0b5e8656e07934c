/**
 * Recorded names that a misspelt one may be, surest first: "Hadaad", "Lindgrin", "Umar Hadad".
 *
 * The naive version asks for the same sound key: it misses "Hadaad" where the name is long, and takes every name with
 * the same consonants for the answer. Here keys only find candidates, and the comparison of names (compare-names.ts)
 * decides: one word against each word of a name, several against the whole. Some 10 µs a word at an entity's first
 * look-up, 0.1 ms a candidate afterwards.
 */
import { wordKeys } from '../text/sound-key.ts';
import { fold } from '../text/tokenise.ts';
import { compareParts } from './compare-names.ts';
import { compareWords, isNearMiss } from './compare-words.ts';
import type { Entity } from './entity.ts';
import { type NameParts, type NameWord, partsOfName } from './name-parts.ts';
import { ORGANIZATION_WORDS, PLACE_ENDINGS, SMALL_WORDS, TITLES } from './name-parts-words.ts';

/** More words than this are no name. */
const MOST_NAME_WORDS = 5;
/** Shorter words are like too many others. */
const SHORTEST_WORD = 4;
/** Of several words this many must sound like words of the name before the whole is compared. */
const FEWEST_HEARD = 2;
/** A word with two letters wrong: after all that have fewer. */
const NEAR_MISS_SLIPS = 2;
/** Beside a name that is only spelled otherwise, one with a letter wrong is not meant. */
const AS_LIKELY = 0.6;
/** Keys with fewer consonants say too little when one more is left out. */
const SHORTEST_WITH_SLIP = 4;

/** Each entity once; nothing for a text without letters. */
export function spelledLike(entities: readonly Entity[], text: string): Entity[] {
  const words = askedWords(text);
  if (words.length === 0) return [];
  const distanceTo = words.length === 1 ? wordDistance(words[0] as NameWord) : wholeDistance(text, words);
  const found = entities
    .flatMap((entity) => {
      const distance = distanceTo(entity);
      return distance ? [{ entity, ...distance }] : [];
    })
    .sort((a, b) => a.slips - b.slips || a.words - b.words || (a.entity.id < b.entity.id ? -1 : 1));
  const most = (found[0]?.slips ?? 0) + AS_LIKELY;
  return found.filter(({ slips }) => slips <= most).map(({ entity }) => entity);
}

/** The words by which {@link spelledLike} finds names; none where it finds nobody. */
export function askedWords(text: string): readonly NameWord[] {
  const words = partsOfName(text).words.filter(isTelling);
  return words.length > MOST_NAME_WORDS ? [] : words;
}

/** Of so many asked words a name must hold one each that shares a key with it. */
export const fewestHeard = (asked: readonly NameWord[]) => (asked.length === 1 ? 1 : FEWEST_HEARD);

/** Whether a name with this word may be meant by the other one, where that is asked alone. */
export const mayBeSlip = (asked: NameWord, recorded: NameWord) => slipsOf(asked, recorded) !== null;

/** Telling words of all labels of a name. */
export function recordedWords(entity: Entity): NameWord[] {
  return textsOf(entity).flatMap((text) => partsOfName(text, entity.type).words.filter(isTelling));
}

const textsOf = ({ prefLabel, altLabels }: Entity) => [
  ...new Set([prefLabel, ...altLabels.map(({ text }) => text)]),
];

/** The folded words of a recorded name that a typed word may be a misspelling of, each once. */
export function wordsSpelledLike(entity: Entity, typed: string): string[] {
  const [word] = partsOfName(typed).words;
  if (!word) return [];
  const same = labelsOf(entity).flatMap(({ words }) =>
    words.filter((other) => slipsOf(word, other) !== null),
  );
  return [...new Set(same.map(({ written }) => fold(written)))];
}

/** Fewer slips first; of equals the name of fewer words: the surname itself before a meeting named after it. */
interface Distance {
  readonly slips: number;
  readonly words: number;
}

function wordDistance(word: NameWord): (entity: Entity) => Distance | null {
  const heard = keysOf(word);
  return (entity) => {
    // An event is named after people and places: they are the answer.
    if (word.text.length < SHORTEST_WORD || entity.type === 'event') return null;
    return nearest(labelsInScript(entity, word.script), (label) => {
      const alike = label.words.filter((_, at) => sharesKey(label.keys[at] as ReadonlySet<string>, heard));
      const slips = closest(word, alike);
      return slips === null ? null : { slips, words: label.words.length };
    });
  };
}

function wholeDistance(text: string, words: readonly NameWord[]): (entity: Entity) => Distance | null {
  const heard = words.map((word) => keysOf(word));
  const { script } = words[0] as NameWord;
  return (entity) => {
    return nearest(labelsInScript(entity, script), (label) => {
      const found = heard.filter((some) => label.keys.some((keys) => sharesKey(keys, some)));
      if (found.length < FEWEST_HEARD) return null;
      const { same, score } = compareParts(partsOfName(text, entity.type), label.parts, entity.type);
      return same ? { slips: 1 - score, words: label.words.length } : null;
    });
  };
}

function nearest(labels: readonly Label[], measure: (label: Label) => Distance | null): Distance | null {
  let best: Distance | null = null;
  for (const label of labels) {
    const found = measure(label);
    if (
      found &&
      (!best || found.slips < best.slips || (found.slips === best.slips && found.words < best.words))
    )
      best = found;
  }
  return best;
}

/** Slips from the nearest of the words; null when none is the same. */
function closest(word: NameWord, words: readonly NameWord[]): number | null {
  const slips = words.map((other) => slipsOf(word, other)).filter((found) => found !== null);
  return slips.length > 0 ? Math.min(...slips) : null;
}

function slipsOf(word: NameWord, other: NameWord): number | null {
  const { slips } = compareWords(word, other);
  if (Number.isFinite(slips)) return slips;
  return isNearMiss(word, other) ? NEAR_MISS_SLIPS : null;
}

/** Words that say which one is meant: neither "al" nor "president" nor "club". */
function isTelling({ text, isParticle, isKinship, isInitial, isNumber }: NameWord): boolean {
  if (isParticle || isKinship || isInitial || isNumber) return false;
  return ![SMALL_WORDS, TITLES, ORGANIZATION_WORDS, PLACE_ENDINGS].some((list) => list.has(text));
}

interface Label {
  readonly parts: NameParts;
  readonly words: readonly NameWord[];
  /** Of each word. */
  readonly keys: readonly ReadonlySet<string>[];
}

const labels = new WeakMap<Entity, readonly Label[]>();

/** A corrected entity is a new object. */
function labelsOf(entity: Entity): readonly Label[] {
  const known = labels.get(entity);
  if (known) return known;
  const made = textsOf(entity).map((text): Label => {
    const parts = partsOfName(text, entity.type);
    const words = parts.words.filter(isTelling);
    return { parts, words, keys: words.map((word) => keysOf(word)) };
  });
  labels.set(entity, made);
  return made;
}

/** Letters of one script say more than sounds across two: other scripts only where the name has no label in this one. */
function labelsInScript(entity: Entity, script: NameWord['script']): readonly Label[] {
  const all = labelsOf(entity);
  const same = all.filter(({ words }) => words.some((word) => word.script === script));
  return same.length > 0 ? same : all;
}

/** Its sounds, and the same with each consonant left out once: Lingren, Lindgren. */
export function keysOf({ text, script }: NameWord): ReadonlySet<string> {
  const keys = wordKeys(text, script);
  const slips = keys.filter((key) => key.length >= SHORTEST_WITH_SLIP).flatMap(withoutOne);
  return new Set([...keys, ...slips]);
}

const withoutOne = (key: string) => [...key].map((_, at) => key.slice(0, at) + key.slice(at + 1));
const sharesKey = (some: ReadonlySet<string>, others: ReadonlySet<string>) =>
  [...some].some((key) => others.has(key));
