/**
 * The old tier beside MiniSearch and other engines on the same text: `node tests/bench/bench-segments.ts [sizes…]`.
 *
 * Segments lie on files and are read through the store; MiniSearch is in memory. Both index headline and body with the
 * same folded words; all answer the 20 best of any of the words.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { openSegmentFiles } from '../../src/platform/node/segment-store.ts';
import { createPassageScore } from '../../src/retrieval/segments/passage-score.ts';
import { createSegmentReader, type SegmentReader } from '../../src/retrieval/segments/segment-reader.ts';
import type { SegmentStore } from '../../src/retrieval/segments/segment-store.ts';
import { openSegmentWriter } from '../../src/retrieval/segments/segment-writer.ts';
import { topPassages } from '../../src/retrieval/segments/top-passages.ts';
import { isStopWord } from '../../src/retrieval/stop-words.ts';
import { words } from '../../src/text/tokenise.ts';
import { memory, need, quantile, time, timed, timedHere } from './cost.ts';
import { type Figure, printFigures, ratio } from './figures.ts';
import { type GrowthRow, type MeasuredIndex, toRow } from './growth.ts';
import { INDEX_PEERS, type IndexPeer } from './index-peers.ts';
import { benchPassages } from './passage-corpus.ts';

const LIMIT = 20;
const WEIGHTS = { headline: 2, body: 1, names: 1 };
const COMMON = ['the', 'said'];
const QUERIES = 200;
/** MiniSearch needs 19 s for 100,000 passages and does not exist at a million. */
const MOST_FOR_MINISEARCH = 100_000;
const LARGE = 100_000;

const rarityOf = (count: number, passages: number) => Math.log(1 + (passages - count + 0.5) / (count + 0.5));

/** Two words of one passage, neither of them common: what readers type. */
function twoWordQueries(size: number): string[][] {
  const step = Math.max(1, Math.floor(Math.min(size, 20_000) / QUERIES));
  const queries: string[][] = [];
  let place = 0;
  for (const { text } of benchPassages(Math.min(size, 20_000))) {
    if (place++ % step !== 0) continue;
    const some = [...new Set(words(text))].filter(
      (word) => word.length > 3 && !isStopWord(word) && !/\d/.test(word),
    );
    if (some.length > 4) queries.push([some[2] as string, some.at(-2) as string]);
  }
  return queries;
}

async function measure(ask: (query: readonly string[]) => unknown, queries: readonly string[][]) {
  for (const query of queries) await ask(query);
  const times: number[] = [];
  for (const query of queries) times.push(await time(() => ask(query)));
  const worst: number[] = [];
  for (const word of COMMON) {
    const runs: number[] = [];
    for (let run = 0; run < 5; run++) runs.push(await time(() => ask([word])));
    worst.push(quantile(runs, 0.5));
  }
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), common: Math.max(...worst) };
}

async function askSegments(reader: SegmentReader, terms: readonly string[]) {
  const loaded = need(await reader.load(terms));
  const score = createPassageScore(loaded, WEIGHTS);
  const scored = terms.map((term) => ({
    term,
    score: score(rarityOf(loaded.passageCount(term), loaded.passages)),
  }));
  return topPassages(loaded, { terms: scored, phrases: [], excluded: [], accepts: null, limit: LIMIT });
}

async function buildSegments(store: SegmentStore, size: number): Promise<void> {
  const writer = need(await openSegmentWriter(store, { analyzer: 'bench' }));
  for (const { number, startsArticle, headline, text } of benchPassages(size)) {
    const passage = { number, startsArticle, headline: words(headline), body: words(text), names: [] };
    need(await writer.add(passage));
  }
  need(await writer.flush('end'));
  for (let isMore = true; isMore; ) isMore = need(await writer.tidy());
}

async function measureSegments(
  size: number,
  queries: readonly string[][],
): Promise<MeasuredIndex & { readonly stepMs: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'backstory-segments-'));
  try {
    const store = need(await openSegmentFiles(folder));
    const buildMs = await time(() => buildSegments(store, size));
    store.close();
    const before = memory();
    const [first] = queries as [string[]];
    let again = store;
    let reader = createSegmentReader(again);
    const { ms: firstMs } = await timedHere(async () => {
      again = need(await openSegmentFiles(folder));
      reader = createSegmentReader(again);
      await askSegments(reader, first);
    });
    const speed = await measure((query) => askSegments(reader, query), queries);
    const used = memory() - before;
    const segments = reader.manifest?.segments ?? [];
    const bytes = segments.reduce((sum, segment) => sum + segment.bytes, 0);
    const lanes = `${segments.length} segments`;
    const near = await time(() => reader.near('goverment', 1, 10));
    const begun = await time(() => reader.complete('gov', 10));
    console.log(`${size}: ${lanes}, fuzzy ${near.toFixed(1)} ms, prefix ${begun.toFixed(1)} ms`);
    const stepMs = await longestStep(again, size);
    again.close();
    return { buildMs, bytes, memory: used, firstMs, ...speed, stepMs };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds of the longest step of a merge, here where no bench keeps texts for the collector to look through. */
async function longestStep(store: SegmentStore, passages: number): Promise<number> {
  const writer = need(await openSegmentWriter(store, { analyzer: 'bench' }));
  // So many that each segment they stand in is written anew.
  need(await writer.remove(Array.from({ length: Math.ceil(passages * 0.35) }, (_, at) => at)));
  let longest = 0;
  for (let isMore = true; isMore; ) {
    const step = await timedHere(() => writer.tidy());
    isMore = need(step.made);
    longest = Math.max(longest, step.ms);
  }
  return longest;
}

async function measureMiniSearch(size: number, queries: readonly string[][]): Promise<MeasuredIndex> {
  const options = { fields: ['text', 'headline'], tokenize: words, processTerm: (word: string) => word };
  const build = () => {
    const engine = new MiniSearch<{ id: number; text: string; headline: string }>(options);
    for (const { number, text, headline } of benchPassages(size)) engine.add({ id: number, text, headline });
    return engine;
  };
  let json = '';
  const buildMs = await time(() => {
    json = JSON.stringify(build());
  });
  const before = memory();
  let engine = new MiniSearch<{ id: number; text: string; headline: string }>(options);
  const ask = (query: readonly string[]) =>
    engine.search(query.join(' '), { boost: { headline: 2 } }).slice(0, LIMIT);
  const { ms: firstMs } = await timedHere(() => {
    engine = MiniSearch.loadJSON(json, options);
    ask(queries[0] as string[]);
  });
  const speed = await measure(ask, queries);
  const used = memory() - before;
  return { buildMs, bytes: Buffer.byteLength(json), memory: used, firstMs, ...speed };
}

async function measurePeer(
  { build }: IndexPeer,
  size: number,
  queries: readonly string[][],
): Promise<MeasuredIndex> {
  const { made: saved, ms: buildMs } = await timed(() => build(size));
  const before = memory();
  const { made: ask, ms: firstMs } = await timedHere(async () => {
    const opened = await saved.open();
    await opened(queries[0] as string[]);
    return opened;
  });
  const speed = await measure(ask, queries);
  return { buildMs, bytes: saved.bytes, memory: memory() - before, firstMs, ...speed };
}

function line(
  name: string,
  size: number,
  { buildMs, bytes, memory: used, firstMs, p50, p95, common }: MeasuredIndex,
): void {
  const parts = [
    `build ${(buildMs / 1000).toFixed(2)} s`,
    `${(bytes / size).toFixed(0)} B a passage`,
    `${used.toFixed(1)} MB`,
    `first ${firstMs.toFixed(1)} ms`,
    `two words ${p50.toFixed(2)} / ${p95.toFixed(2)} ms`,
    `common ${common.toFixed(2)} ms`,
  ];
  console.log(`${String(size).padStart(8)}  ${name.padEnd(11)} ${parts.join(' · ')}`);
}

/** Ratios for one size, and what they are made of; peers only where they exist. */
export async function benchSegments(
  size: number,
): Promise<{ readonly figures: Figure[]; readonly rows: GrowthRow[] }> {
  const queries = twoWordQueries(size);
  const ours = await measureSegments(size, queries);
  line('segments', size, ours);
  const rows = [toRow('segments', size, ours)];
  const figures: Figure[] = [];
  const what = (text: string) => `${size.toLocaleString('en')} passages: ${text}`;
  if (size <= MOST_FOR_MINISEARCH) {
    const mini = await measureMiniSearch(size, queries);
    const read = await time(() => {
      for (const _passage of benchPassages(size));
    });
    line('MiniSearch', size, mini);
    rows.push(toRow('MiniSearch', size, mini));
    // Promised of a large archive: a small one stays in the young tier.
    const limit = (value: number) => (size >= LARGE ? value : null);
    figures.push(
      ratio(what('index bytes, of MiniSearch’s'), ours.bytes / mini.bytes, '≤', limit(0.25)),
      // Both make the same passages first: that is the bench's time, not theirs.
      ratio(what('build, of MiniSearch’s'), (ours.buildMs - read) / (mini.buildMs - read), '≤', limit(0.25)),
      ratio(what('first answer: times faster than MiniSearch'), mini.firstMs / ours.firstMs, '≥', limit(40)),
      ratio(what('two words, median, of MiniSearch’s'), ours.p50 / mini.p50, '≤', limit(0.5)),
      ratio(what('memory, of MiniSearch’s'), ours.memory / mini.memory, '≤', limit(0.1)),
    );
  }
  for (const { peer, most } of INDEX_PEERS) {
    if (size > most) continue;
    const theirs = await measurePeer(peer, size, queries);
    line(peer.name, size, theirs);
    rows.push(toRow(peer.name, size, theirs));
    // Promised against the one that reads from a disk too, of a million.
    const limit = (value: number) => (size >= 10 * LARGE && peer.name === 'SQLite FTS5' ? value : null);
    const faster = (work: string) => what(`${work}: times faster than ${peer.name}`);
    figures.push(
      ratio(faster('first answer'), theirs.firstMs / ours.firstMs, null, null),
      ratio(faster('two words, p95'), theirs.p95 / ours.p95, '≥', limit(10)),
      ratio(faster('worst common word'), theirs.common / ours.common, '≥', limit(50)),
    );
  }
  figures.push(
    ratio(what('memory, MB'), ours.memory, '≤', 64),
    ratio(what('two words, p95 in ms'), ours.p95, '≤', 10),
    ratio(what('ms of a merge’s longest step'), ours.stepMs, '≤', 50),
  );
  return { figures, rows };
}

if (import.meta.main) {
  const sizes = process.argv.slice(2).map(Number);
  const figures: Figure[] = [];
  for (const size of sizes.length > 0 ? sizes : [1_000, 10_000])
    figures.push(...(await benchSegments(size)).figures);
  printFigures(figures);
}
