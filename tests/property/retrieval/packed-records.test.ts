import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  openRecords,
  type PackedKey,
  packDirectory,
} from '../../../src/retrieval/segments/packed-records.ts';

const KEY = fc.tuple(fc.nat(5), fc.nat(5), fc.nat(9));
const RECORDS = fc.uniqueArray(fc.tuple(KEY, fc.uint8Array({ maxLength: 9 })), {
  selector: ([key]) => key.join('/'),
});

async function pack(records: readonly (readonly [PackedKey, Uint8Array])[], notes: Uint8Array) {
  const listed = records.map(([key, { length }]) => ({ key, bytes: length }));
  const run = [
    ...packDirectory(listed, Uint8Array.from(notes)),
    ...records.flatMap(([, bytes]) => [...bytes]),
  ];
  return openRecords(async (start, end) =>
    end > run.length ? null : Uint8Array.from(run.slice(start, end)),
  );
}

describe('records packed one behind the other', () => {
  it('are read back by their keys, and no others', () =>
    fc.assert(
      fc.asyncProperty(RECORDS, KEY, fc.uint8Array({ maxLength: 5 }), async (records, foreign, notes) => {
        const opened = await pack(records, notes);
        expect([...opened!.notes]).toEqual([...notes]);
        for (const [key, bytes] of records) expect([...(await opened!.read(key))!]).toEqual([...bytes]);
        if (!records.some(([key]) => key.join() === foreign.join()))
          expect(await opened!.read(foreign)).toBeNull();
      }),
    ));

  it('are refused where the directory is cut short', async () => {
    const bytes = packDirectory([{ key: [1, 2, 3], bytes: 0 }], new Uint8Array(2));
    for (let length = 0; length < bytes.length; length++) {
      const read = async (start: number, end: number) => (end > length ? null : bytes.slice(start, end));
      expect(await openRecords(read)).toBeNull();
    }
  });

  it('are no more than four gigabytes', () => {
    const record = (place: number) => ({ key: [0, 0, place] as const, bytes: 2 ** 31 });
    expect(() => packDirectory([record(0), record(1)], new Uint8Array())).toThrow('in parts');
  });
});
