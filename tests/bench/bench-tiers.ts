/**
 * The product's own search (ranking, leads, reprints, snippets) over an index on the disk and over one in memory, which
 * give the same answers: `node tests/bench/bench-tiers.ts [sizes…]`. Texts and names are in memory for both.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinIndexes } from '../../src/library/holdings/join-indexes.ts';
import { openSegmentFiles } from '../../src/platform/node/segment-store.ts';
import { answerFrom } from '../../src/retrieval/answer-from.ts';
import { parseQuery } from '../../src/retrieval/parse-query.ts';
import type { PassageIndex } from '../../src/retrieval/passage-index.ts';
import type { PassageRecord } from '../../src/retrieval/passage-record.ts';
import { search } from '../../src/retrieval/search.ts';
import { factsOf } from '../../src/retrieval/searchable.ts';
import { openSegmentIndex } from '../../src/retrieval/segments/segment-index.ts';
import { openSegmentWriter } from '../../src/retrieval/segments/segment-writer.ts';
import { writeRecords } from '../../src/retrieval/segments/write-records.ts';
import { isStopWord } from '../../src/retrieval/stop-words.ts';
import { buildPassageIndex, extendPassageIndex, loadPassageIndex } from '../../src/retrieval/young-index.ts';
import { ANALYZER } from '../../src/text/analyzer.ts';
import { words } from '../../src/text/tokenise.ts';
import { benchRecords } from './bench-archive.ts';
import { memory, need, quantile, time, timed, timedHere } from './cost.ts';
import { type Figure, printFigures, ratio } from './figures.ts';
import { type GrowthRow, type MeasuredIndex, toRow } from './growth.ts';

const QUERIES = 150;
const COMMON = ['the ', 'said '];
const LARGE = 100_000;
/** Articles that were saved since the large index was made. */
const YOUNG = 64;

/** Two words of one passage, neither of them common: what readers type. */
function twoWordQueries(records: readonly PassageRecord[]): string[] {
  const step = Math.max(1, Math.floor(records.length / QUERIES));
  return records.flatMap(({ passage }, place) => {
    if (place % step !== 0) return [];
    const some = [...new Set(words(passage.text))].filter(
      (word) => word.length > 3 && !isStopWord(word) && !/\d/.test(word),
    );
    return some.length > 4 ? [`${some[2]} ${some.at(-2)} `] : [];
  });
}

async function ask(records: readonly PassageRecord[], index: PassageIndex, text: string) {
  const correct = (_word: string, near: readonly string[]) => near;
  const query = { ...parseQuery(text), entitySets: [], excludedEntitySets: [], correct };
  const archive = { records, index, passagesOf: new Map() };
  return need(await answerFrom(index.unread, () => search(archive, query, { limit: 10, lines: 'texts' })));
}

async function measureQueries(records: readonly PassageRecord[], index: PassageIndex) {
  const queries = twoWordQueries(records);
  for (const query of queries) await ask(records, index, query);
  const times: number[] = [];
  for (const query of queries) times.push(await time(() => ask(records, index, query)));
  const worst: number[] = [];
  for (const word of COMMON) {
    const runs: number[] = [];
    for (let run = 0; run < 5; run++) runs.push(await time(() => ask(records, index, word)));
    worst.push(quantile(runs, 0.5));
  }
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), common: Math.max(...worst) };
}

interface Disk extends MeasuredIndex {
  /** Milliseconds until an article that was just saved is found, the large index being open. */
  readonly addMs: number;
}

async function measureDisk(records: readonly PassageRecord[]): Promise<Disk> {
  const folder = mkdtempSync(join(tmpdir(), 'backstory-tiers-'));
  try {
    const made = need(await openSegmentFiles(folder));
    const buildMs = await time(async () => need(await writeRecords(made, records)));
    made.close();
    const [query = ''] = twoWordQueries(records);
    const before = memory();
    const { made: opened, ms: firstMs } = await timedHere(async () => {
      const store = need(await openSegmentFiles(folder));
      const index = need(await openSegmentIndex(store));
      await ask(records, index, query);
      return { store, index };
    });
    const { store, index } = opened;
    const speed = await measureQueries(records, index);
    const used = memory() - before;
    const bytes = need(await openSegmentWriter(store, { analyzer: ANALYZER })).manifest.segments;
    const addMs = await timeSaved(records, index);
    store.close();
    const size = bytes.reduce((sum, segment) => sum + segment.bytes, 0);
    return { ...speed, firstMs, buildMs, bytes: size, memory: used, addMs };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Median of so many: the first runs code that nothing has compiled. */
const SAVES = 5;

/** One more article beside those that were saved before, as the worker adds it and the background then reads it. */
async function timeSaved(records: readonly PassageRecord[], large: PassageIndex): Promise<number> {
  const articles = new Set<PassageRecord['article']>();
  const young = records.filter(({ article }) => articles.size < YOUNG && articles.add(article));
  const saved = young.filter(({ article }) => article === young.at(-1)?.article);
  const before = buildPassageIndex(young.slice(0, -saved.length)).toJson();
  const [all, kept] = [[...records, ...young], Int32Array.from(records.keys())];
  const [query = ''] = twoWordQueries(saved);
  const times: number[] = [];
  for (let run = 0; run < SAVES; run++) {
    const { ms } = await timedHere(async () => {
      const added = loadPassageIndex(extendPassageIndex(before, saved));
      await ask([...all], joinIndexes(large, kept, added), query);
    });
    times.push(ms);
  }
  return quantile(times, 0.5);
}

async function measureMemory(records: readonly PassageRecord[]): Promise<MeasuredIndex> {
  const { made: json, ms: buildMs } = await timed(() => buildPassageIndex(records).toJson());
  const [query = ''] = twoWordQueries(records);
  const before = memory();
  const { made: index, ms: firstMs } = await timedHere(async () => {
    const opened = loadPassageIndex(json);
    await ask(records, opened, query);
    return opened;
  });
  const speed = await measureQueries(records, index);
  return { ...speed, firstMs, buildMs, bytes: Buffer.byteLength(json), memory: memory() - before };
}

/** Ratios for one size, and what they are made of. Targets are promised of a large archive. */
export async function benchTiers(
  size: number,
): Promise<{ readonly figures: Figure[]; readonly rows: GrowthRow[] }> {
  const records = benchRecords(size);
  // Found of the records before anything is measured: they are in memory for both.
  factsOf({ records });
  const disk = await measureDisk(records);
  const whole = await measureMemory(records);
  const what = (text: string) => `search of ${size.toLocaleString('en')} passages: ${text}`;
  const limit = (value: number) => (size >= LARGE ? value : null);
  return {
    rows: [toRow('product, index on disk', size, disk), toRow('product, index in memory', size, whole)],
    figures: [
      ratio(what('first answer, times faster from disk'), whole.firstMs / disk.firstMs, null, null),
      ratio(what('two words, p95, of that in memory'), disk.p95 / whole.p95, null, null),
      ratio(what('worst common word, of that in memory'), disk.common / whole.common, null, null),
      ratio(what('index bytes, of those in memory'), disk.bytes / whole.bytes, '≤', limit(0.25)),
      ratio(what('build, of that in memory'), disk.buildMs / whole.buildMs, '≤', limit(0.5)),
      ratio(what('memory of the index, of that in memory'), disk.memory / whole.memory, '≤', limit(0.25)),
      ratio(what('memory of the index, MB'), disk.memory, '≤', 64),
      ratio(what('ms until a saved article is found'), disk.addMs, '≤', 50),
    ],
  };
}

if (import.meta.main) {
  const sizes = process.argv.slice(2).map(Number);
  const figures: Figure[] = [];
  for (const size of sizes.length > 0 ? sizes : [1_000, 10_000]) {
    const measured = await benchTiers(size);
    for (const row of measured.rows) console.log(row.passages, row.engine, row.measured);
    figures.push(...measured.figures);
  }
  printFigures(figures);
}
