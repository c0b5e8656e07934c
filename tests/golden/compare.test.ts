/** Pairs of names written for the project: the decision may not get worse. Add a case by adding a line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nameKeys } from '../../src/entities/compare-keys.ts';
import { compareNames } from '../../src/entities/compare-names.ts';
import type { NameType } from '../../src/entities/name-parts.ts';

interface Case {
  readonly left: string;
  readonly right: string;
  readonly same: boolean;
  readonly type?: NameType;
}
const cases = JSON.parse(readFileSync(join(import.meta.dirname, 'compare.json'), 'utf8')) as Case[];

describe('pairs of names', () => {
  it.each(cases)('$left – $right: $same', ({ left, right, same, type }) => {
    const answer = compareNames(left, right, type);
    expect(answer.same, JSON.stringify(answer)).toBe(same);
  });

  it('gives names that are the same a key in common', () => {
    const apart = cases.filter(({ left, right, same, type }) => {
      const keys = new Set(nameKeys(left, type));
      return same && !nameKeys(right, type).some((key) => keys.has(key));
    });
    expect(apart).toEqual([]);
  });
});
