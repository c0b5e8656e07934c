/**
 * An archive to a pack for the command line, in a memory that holds none of its texts.
 *
 * The naive version keeps all articles with what was found in them until the last is read. Here they lie on a spool in
 * the order of their ids and are walked again and again: for names, for events, and, once all names are known, for
 * everything else, of which columns of numbers stay. A small archive is packed as ever; a large one holds texts, names
 * and index as the records that questions ask for (disk/, segments/), and is opened without being read.
 */
import { type PackSink, type SectionBytes, streamPack } from '../archive/pack.ts';
import { splitPassages } from '../archive/split-passages.ts';
import type { Authority } from '../entities/authority.ts';
import type { TellingArticle } from '../entities/events/archive-events.ts';
import type { Recognise } from '../entities/group/article-names.ts';
import { buildNameKnowledge } from '../entities/name-knowledge.ts';
import type { RecognisedName } from '../entities/recognise/recognised-name.ts';
import { buildPrintSegment } from '../quotes/print-segment.ts';
import type { PassageRecord } from '../retrieval/passage-record.ts';
import { packSegments } from '../retrieval/segments/packed-segments.ts';
import { openSegmentIndex } from '../retrieval/segments/segment-index.ts';
import type { SegmentStore } from '../retrieval/segments/segment-store.ts';
import { writeRecords } from '../retrieval/segments/write-records.ts';
import { buildPassageIndex } from '../retrieval/young-index.ts';
import { ANALYZER } from '../text/analyzer.ts';
import type { Result } from '../text/result.ts';
import { recordsOf } from './assemble-archive.ts';
import {
  deriveEach,
  deriveTexts,
  isCurated,
  nameTold,
  readNames,
  wordsOfArticles,
} from './derive-archive.ts';
import { ArchiveBlocks } from './disk/archive-blocks.ts';
import { encodeJson } from './disk/columns.ts';
import { writeLayout } from './disk/index-layout.ts';
import { PackedBlocks } from './disk/packed-blocks.ts';
import { BLOCK_BYTES } from './disk/write-archive.ts';
import { MOST_IN_MEMORY } from './holdings/combine-archive.ts';
import { factsOf, sectionsOf } from './pack-archive.ts';
import type { Spool } from './spool.ts';
import type { SpooledArticles } from './spooled-articles.ts';

/** Sections of a large pack: texts and names (disk/packed-blocks.ts), index (segments/packed-segments.ts). */
export const BLOCKS = 'blocks';
export const SEGMENTS = 'segments';
/** Fingerprints, as in a small pack; of a large one in parts, numbered on. */
export const printsSection = (part: number) => (part === 0 ? 'prints' : `prints.${part}`);

/** Passages in one part of the fingerprints: some 40 MB while it is made, and 31 parts to ask at a million. */
const PRINTED_AT_ONCE = 32_768;

export interface BakePorts {
  /** Where the pack goes. */
  readonly sink: PackSink;
  /** A new one. */
  readonly spool: () => Spool;
  /** An empty one. */
  readonly segments: () => Promise<SegmentStore>;
}

interface BakeOptions {
  readonly recognise: Recognise | null;
  /** More passages are a large archive. */
  readonly mostInMemory?: number;
}

/** Deterministic, as `packArchive` is. Throws where a port does. */
export async function bakeArchive(
  articles: SpooledArticles,
  given: Authority,
  { recognise, mostInMemory = MOST_IN_MEMORY }: BakeOptions,
  ports: BakePorts,
): Promise<PackCounts> {
  const entities =
    recognise && !isCurated(given)
      ? nameTold(new ToldArticles(articles, recognise, ports.spool()))
      : given.entities;
  const authority = { ...given, entities };
  return hasMore(articles, mostInMemory)
    ? bakeLarge(articles, authority, ports)
    : bakeSmall(articles, authority, ports.sink);
}

export interface PackCounts {
  readonly articles: number;
  readonly passages: number;
  readonly entities: number;
}

function hasMore(articles: Iterable<Parameters<typeof splitPassages>[0]>, passages: number): boolean {
  let count = 0;
  for (const article of articles) {
    count += splitPassages(article).length;
    if (count > passages) return true;
  }
  return false;
}

async function bakeSmall(
  articles: SpooledArticles,
  authority: Authority,
  sink: PackSink,
): Promise<PackCounts> {
  const parts = deriveTexts([...articles], authority);
  const records = recordsOf(parts.articles, parts.passages, parts.mentions, parts.speakers);
  const index = () => new TextEncoder().encode(buildPassageIndex(records).toJson());
  const facts = factsOf(parts);
  await streamPack(sectionsOf(parts, ['index', index], null), facts, sink);
  return facts.counts;
}

/** Articles with their names, recognised at the first walk and kept for the others. */
class ToldArticles implements Iterable<TellingArticle> {
  private readonly articles: SpooledArticles;
  private readonly recognise: Recognise;
  private readonly names: Spool;
  /** Where each article's names end; empty before the first walk. */
  private readonly ends: number[] = [];

  constructor(articles: SpooledArticles, recognise: Recognise, names: Spool) {
    this.articles = articles;
    this.recognise = recognise;
    this.names = names;
  }

  *[Symbol.iterator](): Generator<TellingArticle> {
    let at = 0;
    for (const article of this.articles) {
      const place = at++;
      const end = this.ends[place];
      if (end !== undefined) yield readNames(article, () => this.read(this.ends[place - 1] ?? 0, end));
      else {
        const told = readNames(article, this.recognise);
        this.names.append(new TextEncoder().encode(JSON.stringify(told.names)));
        this.ends.push(this.names.length);
        yield told;
      }
    }
  }

  private read(start: number, end: number): readonly RecognisedName[] {
    return JSON.parse(new TextDecoder().decode(this.names.read(start, end))) as readonly RecognisedName[];
  }
}

async function bakeLarge(
  articles: SpooledArticles,
  authority: Authority,
  ports: BakePorts,
): Promise<PackCounts> {
  const counts = { articles: articles.length, passages: 0, entities: authority.entities.length };
  const blocks = new PackedBlocks(ports.spool());
  const store = await ports.segments();
  async function* sections(): AsyncGenerator<readonly [string, SectionBytes]> {
    yield ['articles', articles.lines()];
    yield ['authority', linesOfAuthority(authority)];
    const firsts = await deriveLarge(articles, authority, blocks, store);
    counts.passages = firsts.at(-1) as number;
    yield [BLOCKS, blocks.bytes(encodeJson(authority.outlets))];
    yield [SEGMENTS, packSegments(store)];
    yield* printParts(articles, firsts);
  }
  await streamPack(sections(), () => ({ analyzer: ANALYZER, builtAt: articles.newest, counts }), ports.sink);
  return counts;
}

/** The JSON of the whole in pieces: no single string need hold it. */
function* linesOfAuthority({ entities, ...others }: Authority): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const rest = JSON.stringify(others).slice(1);
  yield encoder.encode('{"entities":[');
  for (const [at, entity] of entities.entries())
    yield encoder.encode(`${at === 0 ? '' : ','}${JSON.stringify(entity)}`);
  yield encoder.encode(rest === '}' ? ']}' : `],${rest}`);
}

/** Number of each article's first passage, and of all passages at the end. */
async function deriveLarge(
  articles: SpooledArticles,
  authority: Authority,
  blocks: PackedBlocks,
  store: SegmentStore,
): Promise<readonly number[]> {
  const knowledge = buildNameKnowledge(authority.entities);
  const archive = new ArchiveBlocks(authority, BLOCK_BYTES);
  const firsts = [0];
  function* records(): Generator<PassageRecord> {
    for (const derived of deriveEach(articles, knowledge)) {
      const { article, passages, mentions, speakers } = derived;
      const own = recordsOf([article], [passages], [mentions], [speakers]);
      for (const block of archive.add(derived, own)) blocks.add(block);
      firsts.push((firsts.at(-1) as number) + own.length);
      yield* own;
    }
  }
  need(await writeRecords(store, records()));
  for (const block of archive.end(knowledge)) blocks.add(block);
  need(await writeLayout(blocks.store, need(await openSegmentIndex(store)).layout));
  return firsts;
}

function* printParts(
  articles: SpooledArticles,
  firsts: readonly number[],
): Generator<readonly [string, SectionBytes]> {
  for (let from = 0, part = 0; from < articles.length; part++) {
    let to = from + 1;
    while (to < articles.length && (firsts[to + 1] as number) - (firsts[from] as number) <= PRINTED_AT_ONCE)
      to++;
    yield [
      printsSection(part),
      new Uint8Array(buildPrintSegment(wordsOfArticles(articles.from(from, to))).buffer),
    ];
    from = to;
  }
}

function need<T>(done: Result<T>): T {
  if (done.ok) return done.value;
  throw new Error(done.error.message);
}
