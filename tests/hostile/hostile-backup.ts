/** A sound backup of an archive in which every field that a reader writes says what the attacker wants. */
import { captureFile } from '../../src/capture/formats.ts';
import type { EntityId } from '../../src/entities/entity.ts';
import { writeBackup } from '../../src/library/holdings/backup.ts';
import { holdArticle } from '../../src/library/holdings/hold-article.ts';
import type { HeldArticle, HoldingsStore } from '../../src/library/holdings/holdings-store.ts';

/** Base64 of its bytes; `jsonl` are the articles, `strings` what is written into tags, notes, curated fields and decisions. */
export async function hostileBackup(jsonl: string, strings: readonly string[]): Promise<string> {
  const nowhere = { holdingsWithBands: async () => [], holdingsAt: async () => [] };
  const held: HeldArticle[] = [];
  const bytes = new TextEncoder().encode(jsonl) as Uint8Array<ArrayBuffer>;
  const context = { file: 'backup.jsonl', collection: 'yours', capturedAt: null, sidecar: null } as const;
  const unused = {
    parseDocument: () => ({}) as never,
    loadPdf: async () => ({}) as never,
    unbrotli: () => new Uint8Array(),
  };
  for await (const outcome of captureFile(bytes, { ...context, ...unused } as never)) {
    if (!outcome.ok) throw new Error(outcome.reason);
    const { articleBody } = outcome.article;
    const arrival = { job: null, addedAt: '2026-01-01T00:00:00Z', pending: [] };
    const holding = await holdArticle(outcome.article, arrival, nowhere as unknown as HoldingsStore);
    const said = strings[held.length % strings.length]!;
    const curation = { headline: said, author: [said], publisher: said, url: said };
    held.push({
      holding: { ...holding, curation, tags: [said], collections: [said], note: said },
      articleBody,
    });
  }
  const entityId = 'place:cairo' as EntityId;
  const corrections = strings.flatMap((said) => [
    { kind: 'add-alias', entityId, text: said } as const,
    { kind: 'rename', entityId, label: said } as const,
    { kind: 'ignore', form: said } as const,
  ]);
  const store = {
    corrections: async () =>
      corrections.map((correction, sequence) => ({ sequence, correction, madeAt: '2026-01-01T00:00:00Z' })),
    count: async () => held.length,
    packs: { packs: async () => [] },
    async *articles() {
      yield* held;
    },
  };
  let text = '';
  for await (const line of writeBackup(store as unknown as HoldingsStore, '2026-01-01T00:00:00Z'))
    text += line;
  return Buffer.from(text).toString('base64');
}
