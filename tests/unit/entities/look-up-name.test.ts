import { describe, expect, it } from 'vitest';
import { lookUpName } from '../../../src/entities/look-up-name.ts';
import { ADA, ENTITIES, entity, OMAR, PORT, TRUST } from '../invented-archive.ts';

const found = (text: string, limit = 10) =>
  lookUpName(ENTITIES, text, limit).map(({ entity: { id }, why }) => `${id} ${why}`);

describe('looking a name up', () => {
  it.each([
    ['ada lindgren', ADA.id, 'label'],
    ['آدا ليندغرين', ADA.id, 'alias'],
    ['the quay gang', TRUST.id, 'alias'],
    ['Ada', ADA.id, 'part'],
    ['Adda Lindgrenn', ADA.id, 'spelling'],
    ['Umar Hadad', OMAR.id, 'spelling'],
    ['عمر حدّاد', OMAR.id, 'alias'],
    ['Hadaad', OMAR.id, 'spelling'],
    ['Lindgrin', ADA.id, 'spelling'],
    ['Lingren', ADA.id, 'spelling'],
  ])('finds “%s”, and says how', (text, id, why) => {
    expect(found(text)[0]).toBe(`${id} ${why}`);
  });

  it('puts the exact name before parts of names', () => {
    const marn = entity('place:marn', 'Marn');
    const answers = lookUpName([...ENTITIES, marn], 'Marn', 10);
    expect(answers[0]).toMatchObject({ entity: { id: marn.id }, why: 'label' });
    expect(answers.slice(1).map(({ entity: { id } }) => id)).toContain(PORT.id);
  });

  it.each(['', '…', 'zz', 'a', 'constructor', '__proto__'])('finds nobody called “%s”', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('does not take the same consonants for the same name', () => {
    const consonants = entity('organization:al-hotda', 'Al Hotda');
    const answers = lookUpName([consonants, ...ENTITIES], 'Hadaad', 10);
    expect(answers.map(({ entity: { id } }) => id)).toEqual([OMAR.id]);
  });

  it('gives at most as many as asked for', () => {
    expect(found('marn', 1)).toHaveLength(1);
  });
});
