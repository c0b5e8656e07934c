import { describe, expect, it } from 'vitest';
import {
  encodePack,
  type PackFiles,
  readManifest,
  readSection,
  SHARD_BYTES,
} from '../../../src/archive/pack.ts';

const FACTS = { analyzer: 'x', builtAt: null, counts: { articles: 0, passages: 0, entities: 0 } };

const readFrom = (files: PackFiles) => async (file: string) => files.get(file) ?? null;

async function manifestOf(files: PackFiles) {
  const manifest = await readManifest(readFrom(files));
  if (!manifest.ok) throw new Error(manifest.error.message);
  return manifest.value;
}

function flipped(bytes: Uint8Array<ArrayBuffer>, at: number) {
  const copy = bytes.slice();
  copy[at] = copy[at]! ^ 1;
  return copy;
}

describe('the body of a pack', () => {
  it('is one empty shard when there is nothing in it', async () => {
    const files = await encodePack(new Map([['empty', new Uint8Array()]]), FACTS);
    expect(files.get('pack.0.bin')).toEqual(new Uint8Array());
    expect(await readSection(await manifestOf(files), 'empty', readFrom(files))).toEqual({
      ok: true,
      value: new Uint8Array(),
    });
  });

  it('parts large sections into shards under the limit, and joins them again', async () => {
    const large = new Uint8Array(SHARD_BYTES * 2 + 5).map((_, at) => at % 251);
    const tail = new Uint8Array([1, 2, 3]);
    const sections = new Map([
      ['large', large],
      ['empty', new Uint8Array()],
      ['tail', tail],
    ]);
    const files = await encodePack(sections, FACTS);
    expect([...files.values()].every((bytes) => bytes.length <= SHARD_BYTES)).toBe(true);
    expect([...files.keys()]).toEqual(['pack.0.bin', 'pack.1.bin', 'pack.2.bin', 'manifest.json']);
    const manifest = await manifestOf(files);
    for (const [name, bytes] of sections) {
      const section = await readSection(manifest, name, readFrom(files));
      expect(section.ok && Buffer.compare(section.value, bytes)).toBe(0);
    }
    const other = await readSection(manifest, 'constructor', readFrom(files));
    expect(other).toMatchObject({ ok: false, error: { message: 'The pack has no section “constructor”.' } });
  });

  it('gives each shard bytes of its own, of which a database keeps no more than these', async () => {
    const files = await encodePack(new Map([['large', new Uint8Array(SHARD_BYTES * 2 + 5)]]), FACTS);
    for (const [file, bytes] of files)
      if (file !== 'manifest.json') expect(bytes.buffer.byteLength).toBe(bytes.length);
  });

  it('reads only the shards a section overlaps, and checks both halves of one that spans two', async () => {
    const spanning = new Uint8Array(16).fill(7);
    const files = await encodePack(
      new Map([
        ['before', new Uint8Array(24)],
        ['spanning', spanning],
        ['after', new Uint8Array(24)],
      ]),
      FACTS,
      32,
    );
    const reads: string[] = [];
    const manifest = await manifestOf(files);
    const section = await readSection(manifest, 'spanning', async (file) => {
      reads.push(file);
      return files.get(file) ?? null;
    });
    expect(section).toEqual({ ok: true, value: spanning });
    expect(reads).toEqual(['pack.0.bin', 'pack.1.bin']);
    for (const [file, at] of [
      ['pack.0.bin', 31],
      ['pack.1.bin', 0],
    ] as const) {
      const damaged = new Map(files).set(file, flipped(files.get(file)!, at));
      expect(await readSection(manifest, 'spanning', readFrom(damaged))).toMatchObject({
        error: { message: "The pack's section “spanning” is damaged: its digest differs." },
      });
    }
  });
});
