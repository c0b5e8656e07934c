/** An archive too large for an index in memory: asked from the disk by a background that was killed, and mended. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import type { SearchView } from '../../src/protocol/views.ts';
import { articleLine, importFile, toBase64 } from './archive-story.ts';
import { BROWSERS, type Story, startStory } from './story.ts';

const ARTICLES = 24;
/** Together more than are indexed in memory. */
const PASSAGES_EACH = 100;

declare const chrome: { readonly runtime: { sendMessage(message: object): Promise<unknown> } };

const paragraph = (article: number, at: number) =>
  `On walk ${article} stop ${at} the guide showed the lamps of the old harbour. ${'Rain fell on the slow ferry and on the quiet park beside it. '.repeat(8)}`;

const LONG_WALKS = Array.from({ length: ARTICLES }, (_, article) =>
  articleLine(
    article,
    `Town walk ${article}`,
    Array.from({ length: PASSAGES_EACH }, (_, at) => paragraph(article, at)).join('\n\n'),
  ),
).join('\n');

/** As the views ask; null where the background was on its way out. */
const searched = (page: Page, text: string) =>
  page.evaluate(async (query) => {
    const answer = await chrome.runtime
      .sendMessage({ to: 'background', verb: 'search', argument: { text: query, limit: 10 } })
      .catch(() => null);
    return (answer as { readonly value?: unknown } | null)?.value ?? null;
  }, text) as Promise<SearchView | null>;

/** Where the number of a lane or part stands in a record's key. */
const POSTINGS = { store: 'records', at: 1, number: 5 } as const;
const TEXTS = { store: 'blocks', at: 0, number: 2 } as const;

/** One bit of every record of this kind, in the newest database; its name. */
const damage = (page: Page, kind: typeof POSTINGS | typeof TEXTS) =>
  page.evaluate(async ({ store, at, number }) => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    const newest =
      names
        .filter((name) => name.startsWith('backstory-index-'))
        .sort()
        .at(-1) ?? '';
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(newest);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    await new Promise<void>((resolve, reject) => {
      const writing = database.transaction(store, 'readwrite');
      writing.objectStore(store).openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
        if (!cursor) return;
        const bytes = cursor.value as Uint8Array;
        if (Array.isArray(cursor.primaryKey) && cursor.primaryKey[at] === number) {
          bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
          cursor.update(bytes);
        }
        cursor.continue();
      };
      writing.oncomplete = () => resolve();
      writing.onerror = () => reject(writing.error);
    });
    database.close();
    return newest;
  }, kind);

describe.each(BROWSERS)('an archive of many passages in $kind', ({ kind }) => {
  let story: Story;
  let page: Page;
  /** Passages that hold a word of every one. */
  let total: number;
  beforeAll(async () => {
    story = await startStory(kind);
    page = await story.browser.openExtensionPage('archive.html?tab=add');
    await importFile(page, 'walks.jsonl', toBase64(LONG_WALKS));
    ({ total } = await whenFound('lamps', (view) => view.total >= ARTICLES * PASSAGES_EACH));
  });
  afterAll(() => story.end());

  const whenFound = (text: string, fits: (view: SearchView) => boolean) =>
    waitUntil(
      async () => {
        const view = await searched(page, text);
        return view && fits(view) ? view : null;
      },
      { what: `an answer to “${text}”`, timeoutMs: 100_000 },
    );

  it('answers words, phrases, beginnings and slips after its background was killed', async () => {
    await story.browser.killBackground();
    const phrase = await whenFound('"walk 17 stop 42"', (view) => view.total === 1);
    expect(phrase.passages[0]?.snippet).toContain('walk 17 stop 42');
    for (const text of ['lamps 17', 'harb', 'harbuor lamsp'])
      expect((await searched(page, text))?.passages[0]?.snippet).toContain('harbour');
    expect((await searched(page, 'lamps'))?.total).toBe(total);
  });

  it('says that its index is damaged, and makes it again', async () => {
    const damaged = await damage(page, POSTINGS);
    await story.browser.killBackground();
    await whenFound('lamps', ({ hints }) => hints.includes('index-damaged'));
    const mended = await whenFound('lamps', ({ hints }) => hints.length === 0);
    expect(mended.total).toBe(total);
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toContain(
      damaged.replace(/\d+$/, (number) => String(Number(number) + 1)),
    );
  });

  it('shows the texts of own articles where their copies for searching are damaged, and makes these again', async () => {
    await damage(page, TEXTS);
    await story.browser.killBackground();
    const told = await whenFound('"walk 17 stop 42"', ({ hints }) => hints.includes('index-damaged'));
    expect(told.passages[0]?.snippet).toContain('walk 17 stop 42');
    const mended = await whenFound('lamps', ({ hints }) => hints.length === 0);
    expect(mended.total).toBe(total);
  });
});
