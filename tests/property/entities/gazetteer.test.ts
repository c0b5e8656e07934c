import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNames } from '../../../src/entities/find-names.ts';
import {
  addToGazetteer,
  buildGazetteer,
  candidatesOf,
  type Gazetteer,
  layBeside,
  openGazetteer,
} from '../../../src/entities/gazetteer.ts';
import type { SurfaceForm } from '../../../src/entities/surface-forms.ts';

const WORDS = ['north', 'bridge', 'club', 'of', 'harbour', 'Ellery', 'rowing', '!'];
const form: fc.Arbitrary<SurfaceForm> = fc.record({
  text: fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((words) => words.join(' ')),
  entity: fc.nat({ max: 40 }),
  kind: fc.constantFrom(0 as const, 1 as const, 3 as const),
});
const forms = fc.array(form, { maxLength: 60 });
const bytes = ({ buffer }: Gazetteer) => new Int32Array(buffer).join(' ');

describe('a gazetteer that forms are added to', () => {
  it('is to the byte the one built of all forms at once, and leaves the old one as it was', () => {
    fc.assert(
      fc.property(forms, forms, (before, added) => {
        const old = buildGazetteer(before);
        const asItWas = bytes(old);
        const stored = openGazetteer(old.buffer) as Gazetteer;
        expect(bytes(addToGazetteer(stored, added))).toBe(bytes(buildGazetteer([...before, ...added])));
        expect(bytes(old)).toBe(asItWas);
      }),
    );
  });

  it('holds when its tables have to grow', () => {
    const many = Array.from({ length: 3_000 }, (_, entity) => ({
      ...{ text: `Hut ${entity} of the alpine club`, entity, kind: 0 as const },
    }));
    for (const at of [0, 1, 700, 2_999, 3_000])
      expect(bytes(addToGazetteer(buildGazetteer(many.slice(0, at)), many.slice(at)))).toBe(
        bytes(buildGazetteer(many)),
      );
  });
});

describe('a gazetteer laid beside another', () => {
  const text = fc
    .array(fc.constantFrom(...WORDS, '.', 'القدس', 'قدس', 'والقدس', 'a'), { maxLength: 30 })
    .map((words) => words.join(' '));
  const arabic: SurfaceForm = { text: 'قدس', entity: 3, kind: 0 };
  const meanings = (gazetteer: Gazetteer, read: string) =>
    findNames(gazetteer, read).map(({ form: found, start, end }) => ({
      ...{ start, end, candidates: candidatesOf(gazetteer, found) },
    }));

  it('finds what one of both finds, with everybody whom either means', () => {
    fc.assert(
      fc.property(forms, forms, fc.boolean(), text, (before, after, isArabicYoung, read) => {
        const [old, young] = isArabicYoung ? [before, [...after, arabic]] : [[...before, arabic], after];
        const behind = young.map((one) => ({ ...one, entity: 41 + one.entity }));
        const both = layBeside(buildGazetteer(old), buildGazetteer(young), 41);
        expect(meanings(both, read)).toEqual(meanings(buildGazetteer([...old, ...behind]), read));
      }),
      { numRuns: 400 },
    );
  });
});
