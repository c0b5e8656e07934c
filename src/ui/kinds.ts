/** The four kinds of names in the order they are always listed, and what each is called. */
import type { EntityType } from './nouns.ts';
import type { MessageKey } from './panel-port.ts';

export const KINDS: readonly EntityType[] = ['person', 'organization', 'place', 'event'];

export const KIND_PLURAL: Record<EntityType, MessageKey> = {
  person: 'kindPeople',
  organization: 'kindOrganizations',
  place: 'kindPlaces',
  event: 'kindEvents',
};

export const KIND_SINGULAR: Record<EntityType, MessageKey> = {
  person: 'kindPerson',
  organization: 'kindOrganization',
  place: 'kindPlace',
  event: 'kindEvent',
};

export function groupByKind<T extends { readonly type: EntityType }>(
  names: readonly T[],
): readonly { readonly type: EntityType; readonly names: readonly T[] }[] {
  return KINDS.map((type) => ({ type, names: names.filter((name) => name.type === type) })).filter(
    (group) => group.names.length > 0,
  );
}
