/**
 * The pack of everything, bundled and own, kept in the database: made again by the worker after every change, opened by
 * the background. It is a cache: one that is damaged, or older than the articles, costs answers about the newest
 * articles until it is made again, never an article.
 */
import type { Article } from '../../../archive/article.ts';
import { packCombined } from '../../../library/holdings/combine-archive.ts';
import { curatedArticle } from '../../../library/holdings/holding.ts';
import { fail, type Result, succeed } from '../../../text/result.ts';
import { loadRecogniser } from '../name-tagger.ts';
import { openBundledArchive } from '../pack-reader.ts';
import { createHoldingsStore } from './holdings-store.ts';
import type { HoldingsDatabase } from './open-database.ts';
import { MADE_OF, presentState } from './pack-state.ts';

/** Does nothing while the pack is fresh. */
export async function renewPack(database: HoldingsDatabase): Promise<Result<null>> {
  const state = await presentState(database);
  if ((await database.get('marks', MADE_OF)) === state) return succeed(null);
  const bundled = await openBundledArchive();
  if (!bundled.ok) return bundled;
  const store = createHoldingsStore(database);
  const own: Article[] = [];
  for await (const { holding, articleBody } of store.articles())
    own.push(curatedArticle(holding, articleBody));
  const files = await packCombined({
    bundled: [...bundled.value.articles.values()],
    authority: { entities: bundled.value.knowledge.entities, outlets: bundled.value.outlets },
    own,
    corrections: (await store.corrections()).map(({ correction }) => correction),
    recognise: await loadRecogniser(),
  });
  return write(database, files, state);
}

async function write(
  database: HoldingsDatabase,
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  state: string,
): Promise<Result<null>> {
  const writing = database.transaction(['pack', 'marks'], 'readwrite');
  try {
    await writing.objectStore('pack').clear();
    for (const [name, bytes] of files) await writing.objectStore('pack').put(bytes, name);
    await writing.objectStore('marks').put(state, MADE_OF);
    await writing.done;
    return succeed(null);
  } catch (error) {
    await writing.done.catch(() => undefined);
    return (error as Error).name === 'QuotaExceededError'
      ? fail(
          'disk-full',
          'There is no room to index your newest articles; they are kept, and found again when there is.',
        )
      : fail('failed', (error as Error).message);
  }
}
