import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addToGazetteer,
  buildGazetteer,
  type Gazetteer,
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
