/**
 * The first search of a killed background over an archive of the reader's own that lies on the disk and, for
 * comparison, in the pack as small archives do; and an empty wake. Chromium. `node tests/bench/bench-wake-large.ts [sizes…]` after
 * `wxt build -b chrome --mode e2e`.
 *
 * The packs are made here and laid into the extension's databases: an import of so many articles reads names for
 * minutes, which is not what is measured. Texts, articles' facts and fingerprints are there, names are not.
 */
import { resolve } from 'node:path';
import { buildGazetteer } from '../../src/entities/gazetteer.ts';
import { buildNameSounds } from '../../src/entities/link-sounds.ts';
import type { TextParts } from '../../src/library/derive-archive.ts';
import { createMemoryBlockStore, PARTS, type Part } from '../../src/library/disk/block-store.ts';
import { writeLayout } from '../../src/library/disk/index-layout.ts';
import { writeArchive } from '../../src/library/disk/write-archive.ts';
import { packBeside, packParts } from '../../src/library/pack-archive.ts';
import type { DrivenBrowser, Page } from '../../src/platform/node/drive/driven-browser.ts';
import { launch } from '../../src/platform/node/drive/launch.ts';
import { buildPrintSegment } from '../../src/quotes/print-segment.ts';
import { readSequence } from '../../src/quotes/word-sequence.ts';
import { createMemorySegmentStore } from '../../src/retrieval/segments/memory-segment-store.ts';
import { openSegmentIndex } from '../../src/retrieval/segments/segment-index.ts';
import { LANES, type Lane } from '../../src/retrieval/segments/segment-store.ts';
import { writeRecords } from '../../src/retrieval/segments/write-records.ts';
import { buildPassageIndex } from '../../src/retrieval/young-index.ts';
import { ANALYZER } from '../../src/text/analyzer.ts';
import { type BenchArchive, benchArchive, recordsIn } from './bench-archive.ts';
import { timeEmptyWake, timeWakes } from './bench-wake.ts';
import { need } from './cost.ts';
import { type Figure, printFigures, ratio } from './figures.ts';

/** Passages beyond which an archive in the pack is not laid out: it takes minutes to no end. */
const MOST_IN_PACK = 10_000;
const SEARCH = { to: 'background', verb: 'search', argument: { text: 'government growth', limit: 10 } };
/** Base64 in one message to the browser. */
const MESSAGE_BYTES = 12_000_000;

type Key = string | readonly number[];
type Row = readonly [key: Key, value: Uint8Array];

/** Puts rows into a store of a database of the extension, which is made where it is not there. */
async function putRows(page: Page, database: string, store: string, rows: readonly Row[]): Promise<void> {
  let batch: [Key, string][] = [];
  let size = 0;
  const send = () =>
    page.evaluate(
      async (name, into, packed) => {
        const opened = await new Promise<IDBDatabase>((done, failed) => {
          // As segment-store.ts makes it; where it is there, it stays as it is.
          const opening = name === 'backstory' ? indexedDB.open(name) : indexedDB.open(name, 2);
          opening.onupgradeneeded = () => {
            for (const made of ['records', 'manifests', 'blocks']) opening.result.createObjectStore(made);
          };
          opening.onsuccess = () => done(opening.result);
          opening.onerror = () => failed(opening.error);
        });
        const writing = opened.transaction(into, 'readwrite');
        for (const [key, base64] of packed)
          writing.objectStore(into).put(
            Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)),
            key as IDBValidKey,
          );
        await new Promise<void>((done, failed) => {
          writing.oncomplete = () => done();
          writing.onerror = () => failed(writing.error);
        });
        opened.close();
      },
      database,
      store,
      batch,
    );
  for (const [key, value] of rows) {
    batch.push([key, Buffer.from(value).toString('base64')]);
    size += value.length * 1.4;
    if (size < MESSAGE_BYTES) continue;
    await send();
    [batch, size] = [[], 0];
  }
  await send();
}

/** As the worker leaves them when it has packed everything. `index`: number of the index's database. */
function putMarks(page: Page, index: number | null): Promise<void> {
  return page.evaluate(
    async (state, current) => {
      const { storage } = (
        globalThis as unknown as { chrome: { storage: { local: { set(one: object): Promise<void> } } } }
      ).chrome;
      await storage.local.set({ 'holds-own-articles': true });
      const opened = await new Promise<IDBDatabase>((done) => {
        const opening = indexedDB.open('backstory');
        opening.onsuccess = () => done(opening.result);
      });
      const writing = opened.transaction('marks', 'readwrite');
      const marks = writing.objectStore('marks');
      marks.put(true, 'holds-own-articles');
      marks.put(state, 'pack-made-of');
      marks.put({ current, last: current ?? 0, building: null, old: [] }, 'pack-index');
      await new Promise<void>((done) => {
        writing.oncomplete = () => done();
      });
      opened.close();
    },
    `0  ${ANALYZER}`,
    index,
  );
}

function partsOf({ articles, passages }: BenchArchive): TextParts {
  const none = articles.map(() => []);
  return {
    ...{ articles, passages, mentions: none, speakers: none },
    authority: { entities: [], outlets: [] },
    ...{ gazetteer: buildGazetteer([]), sounds: buildNameSounds([]) },
    prints: { segments: [buildPrintSegment(articles.map(({ articleBody }) => readSequence(articleBody)))] },
  };
}

async function layInto(page: Page, archive: BenchArchive, isBeside: boolean): Promise<void> {
  const parts = partsOf(archive);
  const pack = isBeside
    ? await packBeside(parts)
    : await packParts(parts, buildPassageIndex(recordsIn(archive)));
  await putRows(page, 'backstory', 'pack', [...pack]);
  if (isBeside) {
    const { blocks, ...texts } = createMemoryBlockStore();
    need(await writeArchive(texts, parts));
    const store = createMemorySegmentStore();
    need(await writeRecords(store, recordsIn(archive)));
    need(await writeLayout(texts, need(await openSegmentIndex(store)).layout));
    const parted = Array.from(blocks, ([name, bytes]): Row => {
      const [part, place] = name.split('/');
      return [[PARTS.indexOf(part as Part), Number(place)], bytes];
    });
    await putRows(page, 'backstory-index-1', 'blocks', parted);
    const rows = Array.from(store.records, ([name, bytes]): Row => {
      const [segment, lane, place] = name.split('/');
      return [[Number(segment), LANES.indexOf(lane as Lane), Number(place)], bytes];
    });
    await putRows(page, 'backstory-index-1', 'records', rows);
    await putRows(page, 'backstory-index-1', 'manifests', [['current', store.manifest as Uint8Array]]);
  }
  await putMarks(page, isBeside ? 1 : null);
}

interface Woken {
  /** Milliseconds to the first answer of a background that had to start. */
  readonly ms: number;
  /** MB that background and the asking page hold behind it. */
  readonly memory: number;
}

async function wakeWith(archive: BenchArchive, isBeside: boolean): Promise<Woken> {
  const browser: DrivenBrowser = await launch('chromium', {
    extensionDir: resolve('.output/chrome-mv3-e2e'),
  });
  try {
    // The page that makes the database.
    const page = await browser.openExtensionPage('archive.html');
    await page.waitFor(async () => {
      const found = await indexedDB.databases();
      return found.some(({ name }) => name === 'backstory');
    });
    await layInto(page, archive, isBeside);
    await page.close();
    const ms = await timeWakes(browser, 'options.html', SEARCH);
    await browser.collectGarbage();
    return { ms, memory: (await browser.extensionMemory()).held / 1e6 };
  } finally {
    await browser.close();
  }
}

export async function benchWakeLarge(sizes: readonly number[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of sizes) {
    const archive = benchArchive(size);
    const empty = await timeEmptyWake();
    const disk = await wakeWith(archive, true);
    const pack = size > MOST_IN_PACK ? null : await wakeWith(archive, false);
    const what = `own archive of ${size.toLocaleString('en')} passages, first search after the worker was killed`;
    const plain = (where: string, ms: number): Figure => ({
      ...{ what: `${what}: ${where}`, measured: `${ms.toFixed(0)} ms`, target: '', isMet: null },
    });
    figures.push(
      plain('empty wake', empty),
      plain('on the disk', disk.ms),
      ratio(`${what}: times an empty wake`, disk.ms / empty, '≤', 2),
      ratio(`${what}: MB held by background and page`, disk.memory, '≤', 64),
    );
    if (!pack) continue;
    figures.push(
      plain('in the pack', pack.ms),
      ratio(`${what}: of that in the pack`, disk.ms / pack.ms, '≤', 1),
      ratio(`${what}: memory, of that in the pack`, disk.memory / pack.memory, '≤', 1),
    );
  }
  return figures;
}

if (import.meta.main) {
  const sizes = process.argv.slice(2).map(Number);
  printFigures(await benchWakeLarge(sizes.length > 0 ? sizes : [10_000]));
}
