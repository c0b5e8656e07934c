/** A misspelt name means of an archive on the disk whom it means of one in memory, in any script and however many there are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entity, EntityType } from '../../../src/entities/entity.ts';
import { askArchive } from '../../../src/library/ask-archive.ts';
import { namesMeant } from '../../../src/library/name-list.ts';
import { ARTICLES, archiveOf, entity } from '../../unit/invented-archive.ts';
import { layOnDisk, need } from '../../unit/library/disk/lay-on-disk.ts';

const FIRST = ['Ada', 'Omar', 'Ingrid', 'Nadia', 'J.', 'عمر', 'Олег', 'אדה', '明', 'Al', 'Jean-Marie'];
const LAST = [
  'Lindgren',
  'Haddad',
  'al-Sayed',
  'Vale',
  'حداد',
  'Линдгрен',
  'חדאד',
  '李',
  'Ko',
  'van der Meer',
  'BMW',
];
const EXTRA = ['', ' Trust', ' Bridge', ' Club', ' II', ' United'];
const TYPES: readonly EntityType[] = ['person', 'organization', 'place', 'event'];

const label = fc
  .tuple(fc.constantFrom(...FIRST), fc.constantFrom(...LAST), fc.constantFrom(...EXTRA))
  .map(([first, last, extra]) => `${first} ${last}${extra}`);
const named = fc.tuple(fc.constantFrom(...TYPES), label, fc.array(label, { maxLength: 2 }));

const toEntity = ([type, prefLabel, forms]: [EntityType, string, string[]], at: number): Entity =>
  entity(`${type}:n${String(at).padStart(4, '0')}`, prefLabel, { forms });

/** A word or two of the lists with a letter changed, left out, doubled or two swapped. */
const misspelt = fc
  .tuple(
    fc.array(fc.constantFrom(...FIRST, ...LAST), { minLength: 1, maxLength: 3 }),
    fc.nat(),
    fc.constantFrom('', 'e', 'n', 'ss'),
    fc.boolean(),
  )
  .map(([words, at, letter, isKept]) => {
    const text = words.join(' ');
    const cut = at % text.length;
    return text.slice(0, cut) + letter + text.slice(isKept ? cut : cut + 1);
  });

describe('a misspelt name', () => {
  it('means of an archive on the disk whom it means of one in memory', async () => {
    const answered = { names: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(named, { minLength: 1, maxLength: 400, size: 'max' }),
        fc.array(misspelt, { minLength: 1, maxLength: 8 }),
        async (all, asked) => {
          const names = all.map(toEntity);
          const whole = archiveOf(ARTICLES, names);
          const disk = await (await layOnDisk(ARTICLES, { names })).open();
          for (const text of asked)
            for (const types of [null, ['person'] as const]) {
              const meant = namesMeant(whole, text, { limit: 1_000, types });
              answered.names += meant.filter(({ why }) => why === 'spelling').length;
              const found = await askArchive(disk, () => namesMeant(disk, text, { limit: 1_000, types }));
              expect(need(found)).toEqual(meant);
            }
        },
      ),
      // The example: one word of the name sounds like it, another is spelled like it.
      {
        numRuns: 12,
        examples: [[[['person', 'Ada Lindgren', ['Nadia van der Meer']]], ['J. Naia Al']]],
      },
    );
    expect(answered.names).toBeGreaterThan(0);
  });
});
