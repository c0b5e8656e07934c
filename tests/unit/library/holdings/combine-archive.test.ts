import { describe, expect, it } from 'vitest';
import type { Article } from '../../../../src/archive/article.ts';
import { inPack } from '../../../../src/archive/mounted-pack.ts';
import type { Correction } from '../../../../src/entities/correction.ts';
import type { MemoryArchive } from '../../../../src/library/archive.ts';
import { packCombined } from '../../../../src/library/holdings/combine-archive.ts';
import { openPack } from '../../../../src/library/open-pack.ts';
import { toProvenanceView } from '../../../../src/library/passage-view.ts';
import { openRecogniser } from '../../../../src/platform/node/open-recogniser.ts';
import { succeed } from '../../../../src/text/result.ts';
import { BRIDGE, LIBRARY, REPRINT } from '../../invented-archive.ts';

const opened = await openRecogniser();
if (!opened) throw new Error('no model of names');
const recognise = opened;
const NOTHING = {
  bundled: [],
  authority: { entities: [], outlets: [] },
  own: [],
  mounted: [],
  corrections: [],
};

async function combined(sources: {
  readonly own?: readonly Article[];
  readonly mounted?: readonly Article[];
  readonly corrections?: readonly Correction[];
}): Promise<MemoryArchive> {
  const packed = await packCombined({ ...NOTHING, ...sources, recognise }, async () => succeed(null));
  if (!packed.ok) throw new Error(packed.error.message);
  const opened = await openPack(async (file) => packed.value.get(file) ?? null);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

const inHarbour = (article: Article) => inPack(article, 'Harbour news');
const labelsOf = (archive: MemoryArchive) => archive.knowledge.entities.map(({ prefLabel }) => prefLabel);

describe('an archive with a loaded pack', () => {
  it('holds its articles, each saying from which pack it is', async () => {
    const archive = await combined({ own: [LIBRARY], mounted: [BRIDGE, REPRINT].map(inHarbour) });
    const told = [...archive.articles.values()].map((article) => toProvenanceView(article).collection);
    expect(told.sort()).toEqual(['bundled', 'pack:Harbour news', 'pack:Harbour news']);
    expect(archive.records.map(({ article }) => article.id)).toContain(BRIDGE.id);
    expect(labelsOf(archive)).toContain('Ada Lindgren');
  });

  it('counts an article that the reader has too as the reader’s', async () => {
    const archive = await combined({ own: [BRIDGE], mounted: [BRIDGE].map(inHarbour) });
    expect(archive.articles.get(BRIDGE.id)?.provenance.collection).toBe('bundled');
    expect(archive.articles.size).toBe(1);
  });

  it('leaves the reader’s decisions the last word about its names', async () => {
    const before = await combined({ own: [BRIDGE] });
    const { id } = before.knowledge.entities.find(({ prefLabel }) => prefLabel === 'Ada Lindgren')!;
    const corrections = [{ kind: 'rename', entityId: id, label: 'Ada M. Lindgren' } as const];
    const archive = await combined({ own: [BRIDGE], mounted: [REPRINT].map(inHarbour), corrections });
    expect(archive.entityOf.get(id)?.prefLabel).toBe('Ada M. Lindgren');
    expect(labelsOf(archive)).not.toContain('Ada Lindgren');
  });
});
