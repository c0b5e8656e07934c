import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listMaterials } from '../../../../src/platform/node/materials.ts';

const root = join(import.meta.dirname, '../../../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');

interface Bill {
  readonly components: readonly { readonly name: string; readonly hashes?: readonly unknown[] }[];
}

describe('the bill of materials', () => {
  const bill = JSON.parse(listMaterials(JSON.parse(read('package-lock.json')))) as Bill;

  it('names every package that shipped code imports, each with its digest', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const names = bill.components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
    expect(bill.components.every(({ hashes }) => hashes?.length === 1)).toBe(true);
  });

  it('leaves development out', () => {
    const names = bill.components.map(({ name }) => name);
    expect(names).not.toContain('vitest');
    expect(names).not.toContain('@napi-rs/canvas');
  });

  it('refuses a package without a licence', () => {
    const packages = { '': { version: '1' }, 'node_modules/free': { version: '2.0.0' } };
    expect(() => listMaterials({ name: 'one', version: '1', packages })).toThrow(
      'free 2.0.0 states no licence.',
    );
  });

  it('names no package that the third-party list in the package leaves out', () => {
    const listed = read('public/THIRD-PARTY.txt').toLowerCase();
    const missing = bill.components
      .map(({ name }) => name)
      .filter((name) => !listed.includes(name.replace(/^@[^/]+\//, '')));
    expect(missing).toEqual([]);
  });
});
