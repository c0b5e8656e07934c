import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deriveParts } from '../../../src/library/derive-archive.ts';
import { openPack } from '../../../src/library/open-pack.ts';
import { packArchive } from '../../../src/library/pack-archive.ts';
import { ARTICLES, archiveOf, authority } from '../invented-archive.ts';

const packed = packArchive(ARTICLES, authority());

/** Every file that a file imports values from, itself included. */
function reached(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const imports = /^(?:import|export) (?!type\b)[^;]*?from '(\.[^']+)';/gms;
  for (const [, path = ''] of readFileSync(entry, 'utf8').matchAll(imports))
    reached(join(dirname(entry), path), seen);
  return seen;
}

async function withManifest(change: object) {
  const files = new Map(await packed);
  const manifest = JSON.parse(new TextDecoder().decode(files.get('manifest.json'))) as object;
  files.set('manifest.json', new TextEncoder().encode(JSON.stringify({ ...manifest, ...change })));
  return async (file: string) => files.get(file) ?? null;
}

describe('opening a pack', () => {
  it('needs nothing that makes one', async () => {
    const files = await packed;
    const archive = await openPack(async (file) => files.get(file) ?? null);
    expect(archive.ok && [archive.value.isRebuilt, archive.value.records]).toEqual([
      false,
      archiveOf().records,
    ]);
  });

  it('of other rules is refused where nobody brings the rules, and made again where somebody does', async () => {
    const read = await withManifest({ analyzer: 'fold-00000000' });
    expect(await openPack(read)).toMatchObject({ ok: false, error: { code: 'archive-damaged' } });
    const again = await openPack(read, { derive: deriveParts });
    expect(again.ok && [again.value.isRebuilt, again.value.records]).toEqual([true, archiveOf().records]);
  });

  it('imports no rule that reads names, events or speakers out of articles', () => {
    const files = [...reached('src/library/open-pack.ts')].join('\n');
    expect(files).toContain('assemble-archive.ts');
    expect(files).not.toMatch(/derive-archive|group-names|archive-events|attribute-quotes|recognise-names/);
    expect([...reached('src/library/pack-archive.ts')].join('\n')).toMatch(/group-names/);
  });
});
