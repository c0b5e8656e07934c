import { describe, expect, it } from 'vitest';
import { applyCorrections, type Correction } from '../../../src/entities/correction.ts';
import type { Entity, EntityId, EntityType } from '../../../src/entities/entity.ts';
import type { Mention } from '../../../src/entities/mention.ts';

function entity(type: EntityType, slug: string, prefLabel: string, ...others: string[]): Entity {
  return {
    ...{ id: `${type}:${slug}` as EntityId, type, prefLabel },
    altLabels: others.map((text) => ({ text, language: 'en', usedBy: null })),
    ...{ description: null, descriptionSource: null, when: null, where: null },
    ...{ participants: [], cues: [], sameAs: null },
  };
}

const ana = entity('person', 'ana-costa', 'Ana Costa', 'A. Costa', 'Costa');
const bruno = entity('person', 'bruno-costa', 'Bruno Costa');
const bridge = { ...entity('event', 'opening', 'Opening of the bridge'), participants: [bruno.id] };
const all = [ana, bruno, bridge];

const mention = (exact: string, entityId: EntityId | null, alternatives: EntityId[] = []): Mention => ({
  ...{ start: 0, end: exact.length, exact, entityId, confidence: 0.9, why: 'label', because: [] },
  alternatives: alternatives.map((id) => ({ entityId: id, confidence: 0.5, why: 'context' as const })),
});

describe('applyCorrections', () => {
  it('changes nothing without corrections', () => {
    const corrected = applyCorrections(all, []);
    expect(corrected.entities).toEqual(all);
    expect(corrected.correct(mention('Costa', ana.id))).toEqual(mention('Costa', ana.id));
  });

  it('merges two entities, their forms, and everything that refers to them', () => {
    const corrected = applyCorrections(all, [{ kind: 'same-as', entityId: bruno.id, into: ana.id }]);
    expect(corrected.entities.map(({ id }) => id)).toEqual([ana.id, bridge.id]);
    expect(corrected.entities[0]?.altLabels.map(({ text }) => text)).toEqual([
      'A. Costa',
      'Costa',
      'Bruno Costa',
    ]);
    expect(corrected.entities[1]?.participants).toEqual([ana.id]);
    expect(corrected.correct(mention('Bruno Costa', bruno.id))?.entityId).toBe(ana.id);
  });

  it('follows a chain of merges, and merges nothing with itself', () => {
    const third = entity('person', 'third', 'Ana C.');
    const corrected = applyCorrections(
      [...all, third],
      [
        { kind: 'same-as', entityId: bruno.id, into: ana.id },
        { kind: 'same-as', entityId: ana.id, into: third.id },
        { kind: 'same-as', entityId: bruno.id, into: third.id },
      ],
    );
    expect(corrected.current(bruno.id)).toBe(third.id);
    expect(corrected.entities.filter(({ type }) => type === 'person')).toHaveLength(1);
  });

  it('splits forms off into a record of their own, with the same id each time', () => {
    const split: Correction = { kind: 'split', entityId: ana.id, forms: ['Costa'], label: 'Carla Costa' };
    const corrected = applyCorrections(all, [split]);
    const separate = corrected.entities.at(-1);
    expect(separate).toMatchObject({ id: 'person:ana-costa-not-carla-costa', prefLabel: 'Carla Costa' });
    expect(corrected.correct(mention('Costa', ana.id))?.entityId).toBe(separate?.id);
    expect(corrected.correct(mention('Ana Costa', ana.id))?.entityId).toBe(ana.id);
    expect(applyCorrections(all, [split]).entities).toEqual(corrected.entities);
  });

  it('splits nothing off when no form would stay', () => {
    const forms = ['Ana Costa', 'A. Costa', 'Costa'];
    const corrected = applyCorrections(all, [{ kind: 'split', entityId: ana.id, forms, label: 'X' }]);
    expect(corrected.entities).toEqual(all);
  });

  it('makes an entity of another kind, and a later decision another one', () => {
    const organization: Correction = { kind: 'retype', entityId: ana.id, type: 'organization' };
    const corrected = applyCorrections(all, [organization]);
    const id = 'organization:ana-costa' as EntityId;
    expect(corrected.entities).toContainEqual({ ...ana, id, type: 'organization' });
    expect(corrected.correct(mention('Ana Costa', ana.id))?.entityId).toBe(id);
    expect(corrected.entities.map((one) => one.id)).not.toContain(ana.id);
    const back = applyCorrections(all, [organization, { ...organization, type: 'person' }]);
    expect(back.entities).toContainEqual(ana);
    expect(back.current(id)).toBe(ana.id);
  });

  it('gives no entity of another kind an id that is taken, or that is none of its kind', () => {
    const namesake = entity('organization', 'ana-costa', 'Ana Costa');
    const corrected = applyCorrections(
      [...all, namesake],
      [{ kind: 'retype', entityId: ana.id, type: 'organization' }],
    );
    expect(corrected.entities).toContainEqual(namesake);
    expect(new Set(corrected.entities.map(({ id }) => id)).size).toBe(corrected.entities.length);
    for (const { id, type } of corrected.entities) expect(id.startsWith(`${type}:`)).toBe(true);
  });

  it('renames an entity and keeps its old name as a form', () => {
    const [renamed] = applyCorrections(all, [
      { kind: 'rename', entityId: ana.id, label: 'Ana Maria Costa' },
    ]).entities;
    expect(renamed?.prefLabel).toBe('Ana Maria Costa');
    expect(renamed?.altLabels.map(({ text }) => text)).toContain('Ana Costa');
  });

  it('takes “not this one” for exactly this form and this entity, in any spelling of it', () => {
    const corrected = applyCorrections(all, [{ kind: 'not-this', form: 'COSTA', entityId: ana.id }]);
    expect(corrected.correct(mention('Costa', ana.id))).toBeNull();
    expect(corrected.correct(mention('Costa', ana.id, [bruno.id]))?.alternatives).toHaveLength(1);
    expect(corrected.correct(mention('Costa', bruno.id))?.entityId).toBe(bruno.id);
    expect(corrected.isRefused('costa', ana.id)).toBe(true);
    expect(corrected.isRefused('costa', bruno.id)).toBe(false);
  });

  it('ignores words that are no name, whoever they were linked to', () => {
    const corrected = applyCorrections(all, [{ kind: 'ignore', form: 'Costa' }]);
    expect(corrected.correct(mention('Costa', bruno.id))).toBeNull();
    expect(corrected.correct(mention('Bruno Costa', bruno.id))).not.toBeNull();
  });

  it('ignores an entity with its reference label, by whatever form it stands', () => {
    const corrected = applyCorrections(all, [{ kind: 'ignore', form: 'ana costa' }]);
    expect(corrected.entities.map(({ id }) => id)).toEqual([bruno.id, bridge.id]);
    expect(corrected.correct(mention('A. Costa', ana.id))).toBeNull();
    expect(corrected.correct(mention('Costa', ana.id, [bruno.id]))).toMatchObject({
      entityId: null,
      alternatives: [{ entityId: bruno.id }],
    });
  });

  it('lets a later alias win over an earlier refusal', () => {
    const corrected = applyCorrections(all, [
      { kind: 'not-this', form: 'Costa', entityId: ana.id },
      { kind: 'add-alias', entityId: ana.id, text: 'Costa' },
    ]);
    expect(corrected.isRefused('Costa', ana.id)).toBe(false);
  });

  it('lets a decision sleep while its entity is not in the archive', () => {
    const sleeping: Correction = { kind: 'rename', entityId: 'person:gone' as EntityId, label: 'Someone' };
    expect(applyCorrections(all, [sleeping]).entities).toEqual(all);
  });

  it('gives back the archive as it was when every correction is undone', () => {
    const decisions: Correction[] = [
      { kind: 'same-as', entityId: bruno.id, into: ana.id },
      { kind: 'ignore', form: 'Costa' },
    ];
    const undone = decisions.slice(0, 0);
    expect(applyCorrections(all, undone).entities).toEqual(all);
  });
});
