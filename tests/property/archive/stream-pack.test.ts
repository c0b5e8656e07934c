import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeDigest } from '../../../src/archive/digest.ts';
import { encodePack, streamPack } from '../../../src/archive/pack.ts';

const FACTS = { analyzer: 'words', builtAt: null, counts: { articles: 0, passages: 0, entities: 0 } };
const PIECES = fc.array(fc.uint8Array({ maxLength: 30 }), { maxLength: 6 });

describe('a pack written piece by piece', () => {
  it('is the same files as one of whole sections, the manifest last', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(PIECES, { maxLength: 5 }),
        fc.integer({ min: 1, max: 6 }),
        async (given, eights) => {
          const sections = given.map((pieces, at) => {
            const own = pieces.map((piece) => Uint8Array.from(piece));
            return { name: `s${at}`, own, whole: Uint8Array.from(own.flatMap((piece) => [...piece])) };
          });
          const files = new Map<string, Uint8Array<ArrayBuffer>>();
          const write = async (file: string, bytes: Uint8Array<ArrayBuffer>) => void files.set(file, bytes);
          const parts = sections.map(({ name, own }) => [name, own] as const);
          await streamPack(parts, () => FACTS, { write, digest: wholeDigest }, eights * 8);
          const whole = sections.map(({ name, whole: bytes }) => [name, bytes] as const);
          expect([...files]).toEqual([...(await encodePack(whole, FACTS, eights * 8))]);
          expect([...files.keys()].at(-1)).toBe('manifest.json');
        },
      ),
    ));
});
