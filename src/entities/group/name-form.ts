/**
 * One written form of names across an archive ("ana costa"), with everything counted that later decisions need.
 *
 * All tallies are whole numbers, so that the order in which articles arrive cannot change a sum.
 */
import { fold } from '../../text/tokenise.ts';
import type { EntityType } from '../entity.ts';

export interface NameForm {
  /** Folded text: forms that differ in capitals, accents or quotes are one. */
  readonly key: string;
  /** How many articles have it, how often it was recognised, and in how many languages. */
  articles: number;
  uses: number;
  /** Of the uses, those that the recogniser was sure of. */
  sureUses: number;
  /** Thousandths of the recogniser's confidence, by type, summed. */
  readonly types: Map<EntityType, number>;
  /** Written forms and languages by number of uses. */
  readonly spellings: Map<string, number>;
  readonly languages: Map<string, number>;
  /** Fuller forms that stand for the same in an article, by number of articles. */
  readonly fuller: Map<string, number>;
}

export function createNameForm(key: string): NameForm {
  return {
    key,
    articles: 0,
    uses: 0,
    sureUses: 0,
    types: new Map(),
    spellings: new Map(),
    languages: new Map(),
    fuller: new Map(),
  };
}

/** Adds to a tally; one that comes to nothing is taken out, so that adding and removing leaves no trace. */
export function tally<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

/** The key counted most; of equals the one that sorts first. Null when nothing was counted. */
export function mostOf<Key extends string>(counts: ReadonlyMap<Key, number>): Key | null {
  let best: Key | null = null;
  for (const [key, count] of counts) {
    const most = best === null ? 0 : (counts.get(best) as number);
    if (best === null || count > most || (count === most && key < best)) best = key;
  }
  return best;
}

export function typeOfForm(form: NameForm): EntityType {
  return mostOf(form.types) ?? 'person';
}

/** Mean confidence of the recogniser, [0,1]. */
export function certaintyOf(form: NameForm): number {
  let sum = 0;
  for (const part of form.types.values()) sum += part;
  return form.uses === 0 ? 0 : sum / (1000 * form.uses);
}

/** How it is printed: the commonest spelling that is not all in capitals, where there is one. */
export function spellingOf(form: NameForm): string {
  const mixed = new Map([...form.spellings].filter(([text]) => !isShouted(text)));
  return mostOf(mixed.size > 0 ? mixed : form.spellings) ?? form.key;
}

/** "ANA COSTA", not "US": capitals that a headline or a dateline gave. */
function isShouted(text: string): boolean {
  return text.length > LONGEST_ACRONYM && text === text.toUpperCase() && /\p{Lu}/u.test(text);
}
const LONGEST_ACRONYM = 5;

export function keyOf(text: string): string {
  return fold(text);
}
