import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../../src/archive/article.ts';
import { articleIdOf } from '../../../../src/archive/article-id.ts';
import type { CaptureContext, CaptureOutcome } from '../../../../src/capture/capture-outcome.ts';
import { captureHeld } from '../../../../src/library/holdings/capture-held.ts';
import { exportWacz } from '../../../../src/library/holdings/export-wacz.ts';
import { sharePack } from '../../../../src/library/holdings/share-pack.ts';
import { PACK_FOLDER } from '../../../../src/library/holdings/tell-share-pack.ts';
import { BRIDGE, LIBRARY, REPRINT } from '../../invented-archive.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const never = () => {
  throw new Error('no document, no PDF');
};
const CONTEXT: CaptureContext = {
  ...{ file: 'backstory.zip', collection: 'yours', capturedAt: null, sidecar: null },
  ...{ parseDocument: never, loadPdf: never },
};

async function articlesOf(bytes: Bytes): Promise<CaptureOutcome[]> {
  const outcomes: CaptureOutcome[] = [];
  const source = (async function* () {
    for (let at = 0; at < bytes.length; at += 1_000) yield bytes.subarray(at, at + 1_000) as Bytes;
  })();
  for await (const outcome of captureHeld(source, CONTEXT)) outcomes.push(outcome);
  return outcomes;
}

/** With the ids that an import gives. */
const ARTICLES: readonly Article[] = await Promise.all(
  [BRIDGE, REPRINT, LIBRARY].map(async ({ id: _, ...article }) => ({
    ...article,
    id: await articleIdOf(article, article.provenance.file),
  })),
);

const ABOUT = { name: 'Harbour news', madeAt: '2024-05-01T10:00:00Z' };

const fieldsOf = ({ headline, author, publisher, datePublished, url, articleBody }: Article) => ({
  ...{ headline, author, publisher, datePublished, url, articleBody },
});
const byBody = (a: { articleBody: string }, b: { articleBody: string }) =>
  a.articleBody < b.articleBody ? -1 : 1;
const WANTED = ARTICLES.map(fieldsOf).sort(byBody);

async function* given() {
  yield* ARTICLES;
}

const takenFrom = (outcomes: readonly CaptureOutcome[]) =>
  outcomes.flatMap((one) => (one.ok ? [fieldsOf(one.article)] : [])).sort(byBody);

describe('a file of our own that holds articles whole', () => {
  it('gives back from a web archive what was written to it', async () => {
    const files = await exportWacz(given(), '2024-05-01T10:00:00Z');
    const zip = zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])), {
      level: 0,
    });
    expect(takenFrom(await articlesOf(zip as Bytes))).toEqual(WANTED);
  });

  it('gives back from a share pack what was packed', async () => {
    const zip = zipSync(Object.fromEntries(await sharePack(ARTICLES, null, ABOUT)));
    expect(takenFrom(await articlesOf(zip as Bytes))).toEqual(WANTED);
  });

  it('is refused whole, with the reason, when a byte of the pack is another', async () => {
    const files = new Map(await sharePack(ARTICLES, null, ABOUT));
    const shard = files.get(`${PACK_FOLDER}/pack.0.bin`)!.slice();
    shard[40]! ^= 1;
    files.set(`${PACK_FOLDER}/pack.0.bin`, shard);
    const outcomes = await articlesOf(zipSync(Object.fromEntries(files)) as Bytes);
    expect(outcomes).toMatchObject([{ ok: false, code: 'damaged' }]);
  });
});
