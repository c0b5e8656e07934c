/**
 * An archive over its blocks on the disk (write-archive.ts): the same answers as of one in memory, with only what a
 * question asks for read. To open it is to read the catalogue, some 60 bytes an article.
 */
import type { Article, ArticleId } from '../../archive/article.ts';
import type { PassageId } from '../../archive/passage.ts';
import type { Outlet } from '../../entities/entity.ts';
import { buildPrintSegment, openPrintSegment, type PrintSegment } from '../../quotes/print-segment.ts';
import { newestOf, type PassageFacts } from '../../retrieval/passage-facts.ts';
import type { PassageIndex } from '../../retrieval/passage-index.ts';
import type { PassageRecords } from '../../retrieval/passage-record.ts';
import type { IsoDate } from '../../text/iso-date.ts';
import { fail, type Result, succeed } from '../../text/result.ts';
import type { Archive, ArticleShelf, Inventory, PrintedArticles } from '../archive.ts';
import { ownBuffer } from '../pack-sections.ts';
import { type BlockStore, openBlock } from './block-store.ts';
import { type Catalogue, openCatalogue } from './catalogue.ts';
import { type DiskNeeds, DiskReader } from './disk-reader.ts';
import { openHeadlines } from './headlines.ts';
import { knowledgeOn } from './knowledge-on-disk.ts';
import { entitiesAt, passagesNaming, passagesQuoting } from './name-parts.ts';
import { entitiesOn, namesOn, needOutletsOn, outletsOn } from './names-on-disk.ts';

/** What the pack tells of an archive that lies beside it. */
export interface DiskFacts {
  readonly builtAt: IsoDate | null;
  readonly entities: number;
  readonly outlets: readonly Outlet[];
}

/** What lies beside a pack, as far as it is opened with it. The index numbers passages as the catalogue does. */
export interface Beside {
  readonly index: PassageIndex;
  readonly blocks: BlockStore;
  /** null where there is none, or a damaged one. */
  readonly catalogue: Catalogue | null;
}

export function openDiskArchive(
  { index, blocks, catalogue }: Beside,
  facts: DiskFacts,
  needs: Omit<DiskNeeds, 'index'>,
): Result<Archive> {
  if (!catalogue) return fail('archive-damaged', 'The archive’s catalogue on the disk is damaged.');
  const reader = new DiskReader(blocks, catalogue, { ...needs, index: index.unread });
  const articles = shelfOf(reader, catalogue);
  let whole: Inventory | null = null;
  return succeed({
    ...{ index, articles, outlets: facts.outlets, builtAt: facts.builtAt, isRebuilt: false, unread: reader },
    records: recordsOn(reader, catalogue),
    step: (compute) => reader.step(compute),
    facts: factsOn(reader, catalogue),
    passagesOf: { get: (id) => passagesNaming(reader, id) },
    articlesFrom: (url) => articlesFrom(reader, catalogue, url),
    inventory: (stays) => {
      if (stays) return takeInventory(catalogue, stays);
      whole ??= takeInventory(catalogue);
      return whole;
    },
    headlinesWith: (letters, limit, stays) => headlinesWith(reader, catalogue, letters, limit, stays),
    prints: {
      get segments() {
        return [printsOn(reader)];
      },
    },
    printedArticles: printedOn(reader, catalogue),
    placeOf: { get: (id) => placeOfPassage(catalogue, id) },
    placesOf: { get: (id) => placesOfArticle(catalogue, id) },
    mentionsOf: {
      get: (id) => {
        const number = catalogue.numberOf(id);
        return number < 0 ? undefined : reader.article(number).mentions;
      },
    },
    entityOf: entitiesOn(reader, facts.entities),
    names: namesOn(reader, facts.entities),
    outletsPrinting: (id) => outletsOn(reader, id),
    needOutlets: (ids) => needOutletsOn(reader, ids),
    knowledge: knowledgeOn(reader, facts.entities),
  });
}

export async function readCatalogue(store: BlockStore): Promise<Catalogue | null> {
  const key = { part: 'catalogue', place: 0 } as const;
  const read = await store.read([key]);
  const bytes = read.ok ? openBlock(key, read.value[0] ?? null) : null;
  return bytes && openCatalogue(bytes);
}

function printsOn(reader: DiskReader): PrintSegment {
  return reader.part(
    'prints',
    (bytes) => openPrintSegment(ownBuffer(bytes)),
    () => buildPrintSegment([]),
  );
}

function recordsOn(reader: DiskReader, catalogue: Catalogue): PassageRecords {
  return {
    length: catalogue.passages,
    at: (place) => {
      if (place < 0 || place >= catalogue.passages) return undefined;
      const article = catalogue.articleOf(place);
      return reader.article(article).records[place - catalogue.firstOf(article)];
    },
    need: (places) => reader.needArticles(Array.from(places, (place) => catalogue.articleOf(place))),
  };
}

function factsOn(reader: DiskReader, catalogue: Catalogue): PassageFacts {
  let newest: string | null = null;
  const all = () => Array.from({ length: catalogue.articles }, (_, article) => article);
  const hasPassage = (article: number) => catalogue.firstOf(article) < catalogue.firstOf(article + 1);
  return {
    articleOf: catalogue.articleOf,
    firstOf: catalogue.firstOf,
    of: (article) => ({
      publisher: catalogue.publisherOf(article),
      republishedFrom: catalogue.sourceOf(article),
      datePublished: catalogue.dateOf(article),
      inLanguage: catalogue.languageOf(article),
    }),
    entitiesAt: (place) => entitiesAt(reader, place),
    quoting: (fits) => passagesQuoting(reader, fits),
    mayBeHeadline: catalogue.mayBeHeadline,
    newestDay: () => {
      newest ??= newestOf(new Set(all().filter(hasPassage).map(catalogue.dateOf)));
      return newest;
    },
  };
}

function shelfOf(reader: DiskReader, catalogue: Catalogue): ArticleShelf {
  return {
    size: catalogue.articles,
    has: (id) => catalogue.numberOf(id) >= 0,
    get: (id) => {
      const number = catalogue.numberOf(id);
      return number < 0 ? undefined : reader.article(number).article;
    },
    need: (ids) => {
      const numbers = Array.from(ids, (id) => catalogue.numberOf(id));
      reader.needArticles(numbers.filter((number) => number >= 0));
    },
  };
}

function articlesFrom(reader: DiskReader, catalogue: Catalogue, url: string): Article[] {
  const numbers = catalogue.mayBeFrom(url);
  reader.needArticles(numbers);
  return numbers.map((number) => reader.article(number).article).filter((article) => article.url === url);
}

function takeInventory(catalogue: Catalogue, stays?: (id: ArticleId) => boolean): Inventory {
  const outlets = new Set<string>();
  const bundled: ArticleId[] = [];
  let ownArticles = 0;
  for (let article = 0; article < catalogue.articles; article++) {
    if (stays && !stays(catalogue.idOf(article))) continue;
    const publisher = catalogue.publisherOf(article);
    if (publisher !== null) outlets.add(publisher);
    const collection = catalogue.collectionOf(article);
    if (collection === 'yours') ownArticles++;
    if (collection === 'bundled') bundled.push(catalogue.idOf(article));
  }
  return { outlets: [...outlets].sort(), ownArticles, bundled };
}

function headlinesWith(
  reader: DiskReader,
  catalogue: Catalogue,
  letters: string,
  limit: number,
  stays: (id: ArticleId) => boolean = () => true,
): string[] {
  const headlines = reader.part('headlines', openHeadlines, () => openHeadlines(new Uint8Array()));
  const numbers = headlines.beginning(letters, limit, (article) => stays(catalogue.idOf(article)));
  reader.needArticles(numbers);
  return numbers.flatMap((number) => reader.article(number).article.headline ?? []);
}

function printedOn(reader: DiskReader, catalogue: Catalogue): PrintedArticles {
  return {
    at: (number) => (number < catalogue.articles ? reader.article(number).article : undefined),
    idOf: catalogue.idOf,
    need: (numbers) => reader.needArticles(numbers),
  };
}

function placeOfPassage(catalogue: Catalogue, id: PassageId): number | undefined {
  const slash = id.lastIndexOf('/');
  const places = placesOfArticle(catalogue, id.slice(0, slash) as ArticleId) ?? [];
  const ordinal = id.slice(slash + 1);
  return /^(?:0|[1-9]\d*)$/.test(ordinal) ? places[Number(ordinal)] : undefined;
}

/** undefined also where the article has no passage. */
function placesOfArticle(catalogue: Catalogue, id: ArticleId): number[] | undefined {
  const number = catalogue.numberOf(id);
  if (number < 0) return undefined;
  const first = catalogue.firstOf(number);
  const count = catalogue.firstOf(number + 1) - first;
  return count === 0 ? undefined : Array.from({ length: count }, (_, at) => first + at);
}
