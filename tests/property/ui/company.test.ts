/** Who appears with whom: arranging names moves them, changes no link, and never makes lines longer. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arrangeCompany, type Company, drawCompany } from '../../../src/ui/charts/draw-company.ts';

const companies: fc.Arbitrary<Company> = fc.integer({ min: 1, max: 9 }).chain((count) => {
  const pairs = Array.from({ length: count }, (_, a) =>
    Array.from({ length: count - a - 1 }, (_, b) => ({ a, b: a + b + 1 })),
  ).flat();
  return fc.record({
    names: fc.constant(
      Array.from({ length: count }, (_, at) => ({
        label: `name ${at}`,
        type: 'person' as const,
        passages: at + 1,
      })),
    ),
    links: fc
      .tuple(fc.subarray(pairs), fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 }))
      .map(([chosen, weights]) =>
        chosen.map((pair, at) => ({ ...pair, passages: weights[at % weights.length] ?? 1 })),
      ),
  });
});

const lengthOf = ({ links }: Company) =>
  links.reduce((sum, { a, b, passages }) => sum + passages * Math.abs(a - b), 0);

/** By labels, whatever the order. */
const toldOf = ({ names, links }: Company) =>
  links
    .map(({ a, b, passages }) => `${[names[a]?.label, names[b]?.label].sort().join(' + ')}: ${passages}`)
    .sort();

it('keeps every name and every link, and makes the lines no longer', () => {
  fc.assert(
    fc.property(companies, (company) => {
      const arranged = arrangeCompany(company);
      expect([...arranged.names].sort((a, b) => a.passages - b.passages)).toEqual(company.names);
      expect(toldOf(arranged)).toEqual(toldOf(company));
      expect(lengthOf(arranged)).toBeLessThanOrEqual(lengthOf(company));
    }),
  );
});

it('draws inside of its width, whoever is chosen', () => {
  const measure = (text: string) => text.length * 7;
  fc.assert(
    fc.property(companies, fc.integer({ min: 240, max: 800 }), fc.nat(8), (company, width, chosen) => {
      const drawing = drawCompany(company, { width, measure, number: String }, chosen);
      for (const shape of drawing.shapes) {
        if (shape.kind === 'arc') {
          expect(shape.x + shape.reach + shape.thickness / 2).toBeLessThanOrEqual(width);
          expect(Math.max(shape.y1, shape.y2)).toBeLessThan(drawing.height);
        }
        if (shape.kind === 'words') expect(shape.x - measure(shape.text)).toBeGreaterThanOrEqual(-0.001);
      }
    }),
  );
});
