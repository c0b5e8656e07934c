/** A group of forms as an entity: the most complete common form as its reference label, the others beside it. */
import type { Entity, EntityType, Label } from '../entity.ts';
import { entityIdOf } from './entity-id.ts';
import { mostOf, type NameForm, spellingOf, tally } from './name-form.ts';
import type { NamedCluster } from './short-forms.ts';

/** A form this much rarer than the commonest is a slip or a flourish, not what the name is known by. */
const COMMON_ENOUGH = 0.25;

export function toEntity({ forms, short }: NamedCluster): Entity {
  const reference = referenceOf(forms);
  const type = typeOf(forms);
  return {
    id: entityIdOf(type, reference.key),
    type,
    prefLabel: spellingOf(reference),
    altLabels: [
      ...labelsOf(forms.filter((form) => form !== reference)),
      ...labelsOf(short).map((label): Label => ({ ...label, isShort: true })),
    ],
    ...{ description: null, descriptionSource: null, when: null, where: null },
    ...{ participants: [], cues: [], sameAs: null },
  };
}

function typeOf(forms: readonly NameForm[]): EntityType {
  const types = new Map<EntityType, number>();
  for (const form of forms) for (const [type, count] of form.types) tally(types, type, count);
  return mostOf(types) ?? 'person';
}

/** Most words among the common forms; of equals the commoner. Acronyms and initials thereby stand behind full names. */
function referenceOf(forms: readonly NameForm[]): NameForm {
  const most = Math.max(...forms.map(({ uses }) => uses));
  const common = forms.filter(({ uses }) => uses >= most * COMMON_ENOUGH);
  return common.reduce((best, form) => (isBetter(form, best) ? form : best));
}

/** Full words: "j" of "J. Costa" makes no name more complete. */
function width({ key }: NameForm): number {
  return key.split(' ').filter((word) => word.length > 1).length;
}

function isBetter(form: NameForm, than: NameForm): boolean {
  if (width(form) !== width(than)) return width(form) > width(than);
  if (form.uses !== than.uses) return form.uses > than.uses;
  return form.key < than.key;
}

function labelsOf(forms: readonly NameForm[]): Label[] {
  return [...forms]
    .sort((a, b) => b.uses - a.uses || (a.key < b.key ? -1 : 1))
    .map((form) => ({ text: spellingOf(form), language: mostOf(form.languages) ?? 'und', usedBy: null }));
}
