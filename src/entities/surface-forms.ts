/**
 * Which written forms stand for an entity, and how far each may be trusted.
 *
 * A recorded form is strong when it is enough by itself ("Ismail Haniyeh", "Gaza Strip"); it is short when only the
 * page's other names can tell whom it means ("Haniyeh"), and an acronym when only capitals make it a name ("US").
 */
import { words } from '../text/tokenise.ts';
import { isCommonWord } from './common-words.ts';
import type { Entity } from './entity.ts';
import { isDateLabel } from './find-events.ts';

/** Numbers are stored in gazetteers: never renumber, only append. */
export const FORM_KINDS = {
  label: 0,
  alias: 1,
  outletTerm: 2,
  short: 3,
  acronym: 4,
  commonWord: 5,
} as const;
export type FormKind = (typeof FORM_KINDS)[keyof typeof FORM_KINDS];

export interface SurfaceForm {
  readonly text: string;
  /** Index into the list of entities. */
  readonly entity: number;
  readonly kind: FormKind;
}

/** Particles that do not make a short name long: "al-Arouri" is still a surname. */
const PARTICLES = new Set([
  'al',
  'el',
  'ad',
  'an',
  'ar',
  'as',
  'ash',
  'at',
  'az',
  'de',
  'der',
  'van',
  'von',
  'bin',
  'ben',
  'abu',
  'ibn',
]);
/** Letters an acronym may have; longer capitals are names in capitals. */
const LONGEST_ACRONYM = 5;

/** Forms of all entities, each entity's in order of preference; `entity` is the place in the list. */
export function surfaceForms(entities: readonly Entity[]): SurfaceForm[] {
  return entities.flatMap((entity, index) => {
    const own = entity.isComposed
      ? []
      : [{ text: entity.prefLabel, kind: kindOf(entity, entity.prefLabel, FORM_KINDS.label) }];
    const others = entity.altLabels.map(({ text, usedBy, isShort }) => ({
      text,
      kind: isShort
        ? FORM_KINDS.short
        : kindOf(entity, text, usedBy === null ? FORM_KINDS.alias : FORM_KINDS.outletTerm),
    }));
    return [...own, ...others]
      .filter(({ text }) => !isDateLabel(text))
      .map((form) => ({ ...form, entity: index }));
  });
}

function kindOf(entity: Entity, text: string, otherwise: FormKind): FormKind {
  const parts = words(text);
  const telling = parts.filter((part) => !PARTICLES.has(part));
  if (isAcronym(text)) return FORM_KINDS.acronym;
  if (entity.type === 'person' && telling.length === 1) return FORM_KINDS.short;
  if (parts.length === 1 && isCommonWord(parts[0] as string)) return FORM_KINDS.commonWord;
  return otherwise;
}

/** "US", "U.S.", "IOF", "UNRWA": capitals only, few of them, in a script that has capitals. */
function isAcronym(text: string): boolean {
  const letters = text.replace(/[.\s]/g, '');
  return letters.length >= 2 && letters.length <= LONGEST_ACRONYM && /^\p{Lu}+$/u.test(letters);
}
