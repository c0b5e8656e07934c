/**
 * What lists, filters, orders and counts ask of all articles, in columns that open without parsing; some 60 bytes an
 * article. The naive version reads the articles themselves: 4 KB each. Texts stand in blocks (article-blocks.ts).
 *
 *   firsts      (articles + 1) × u32   number of the article's first passage
 *   publisher, source, date, language, collection    articles × u32 each: place in the words' list, 0 for null
 *   url, headline    articles × u32    hash, 0 for null
 *   block, start     articles × u32    where its line stands
 *   ids, idStarts    the articles' ids, ascending
 *   words       JSON: every different outlet, date, language and collection, behind a null
 */
import type { Article, ArticleId } from '../../archive/article.ts';
import type { CollectionName } from '../../archive/provenance.ts';
import type { IsoDate } from '../../text/iso-date.ts';
import { NumberList } from '../../text/number-list.ts';
import { fold } from '../../text/tokenise.ts';
import {
  asNumbers,
  type Bytes,
  decodeJson,
  encodeJson,
  joinColumns,
  openTexts,
  splitColumns,
  TextsWriter,
} from './columns.ts';

const COLUMNS = 13;

/** Where an article's line stands. */
export interface LinePlace {
  readonly block: number;
  readonly start: number;
}

export interface Catalogue {
  readonly articles: number;
  readonly passages: number;
  firstOf(article: number): number;
  articleOf(place: number): number;
  idOf(article: number): ArticleId;
  /** -1 when there is none. */
  numberOf(id: ArticleId): number;
  publisherOf(article: number): string | null;
  sourceOf(article: number): string | null;
  dateOf(article: number): IsoDate | null;
  languageOf(article: number): Article['inLanguage'];
  collectionOf(article: number): CollectionName;
  mayBeHeadline(article: number, folded: string): boolean;
  /** Articles that may have this address, ascending. */
  mayBeFrom(url: string): number[];
  lineOf(article: number): LinePlace;
}

/** Never 0, which is "none". */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0 || 1;
}

/** Articles come in the order of their ids. */
export class CatalogueWriter {
  private readonly ids = new TextsWriter();
  private readonly words: (string | null)[] = [null];
  private readonly places = new Map<string | null, number>([[null, 0]]);
  private readonly columns = Array.from({ length: COLUMNS - 3 }, () => new NumberList());
  private passages = 0;

  /** `passages`: how many it has; `line`: where it stands. */
  add(article: Article, passages: number, { block, start }: LinePlace): void {
    const { publisher, provenance, datePublished, inLanguage, url, headline } = article;
    const hash = (text: string | null) => (text === null ? 0 : hashOf(text));
    const words = [publisher, provenance.republishedFrom, datePublished, inLanguage, provenance.collection];
    const hashes = [hash(url), hash(headline && fold(headline))];
    const row = [this.passages, ...words.map((word) => this.placeOf(word)), ...hashes, block, start];
    for (const [column, value] of row.entries()) (this.columns[column] as NumberList).push(value);
    this.ids.add(article.id);
    this.passages += passages;
  }

  /** No article may come after. */
  end(): Bytes {
    (this.columns[0] as NumberList).push(this.passages);
    return joinColumns([...this.columns.map(({ all }) => all), ...this.ids.end(), encodeJson(this.words)]);
  }

  private placeOf(word: string | null): number {
    const known = this.places.get(word);
    if (known !== undefined) return known;
    this.places.set(word, this.words.push(word) - 1);
    return this.words.length - 1;
  }
}

/** null where the bytes are no catalogue. */
export function openCatalogue(bytes: Bytes): Catalogue | null {
  const columns = splitColumns(bytes, COLUMNS);
  if (!columns) return null;
  const numbers = columns.slice(0, COLUMNS - 2).map(asNumbers);
  const [firsts, publisher, source, date, language, collection, url, headline, block, start, idStarts] =
    numbers as [Uint32Array, ...Uint32Array[]];
  const ids = openTexts(idStarts as Uint32Array, columns[COLUMNS - 2] as Bytes);
  const words = decodeJson<(string | null)[]>(columns[COLUMNS - 1] as Bytes);
  const articles = firsts.length - 1;
  const passages = firsts[articles] as number;
  const owners = ownersOf(firsts, passages);
  const word = (column: Uint32Array | undefined, article: number) =>
    words[column?.[article] as number] ?? null;
  return {
    ...{ articles, passages },
    firstOf: (article) => firsts[article] as number,
    articleOf: (place) => owners[place] as number,
    idOf: (article) => ids.at(article) as ArticleId,
    numberOf: (id) => placeOfId(articles, (article) => ids.at(article), id),
    publisherOf: (article) => word(publisher, article),
    sourceOf: (article) => word(source, article),
    dateOf: (article) => word(date, article) as IsoDate | null,
    languageOf: (article) => word(language, article) as Article['inLanguage'],
    collectionOf: (article) => word(collection, article) as CollectionName,
    mayBeHeadline: (article, folded) => headline?.[article] === hashOf(folded),
    mayBeFrom: (address) => placesOfValue(url as Uint32Array, hashOf(address)),
    lineOf: (article) => ({ block: block?.[article] as number, start: start?.[article] as number }),
  };
}

/** By passage, its article. */
function ownersOf(firsts: Uint32Array, passages: number): Uint32Array {
  const owners = new Uint32Array(passages);
  for (let article = 0; article + 1 < firsts.length; article++)
    owners.fill(article, firsts[article], firsts[article + 1]);
  return owners;
}

function placesOfValue(values: Uint32Array, wanted: number): number[] {
  const places: number[] = [];
  for (let at = values.indexOf(wanted); at >= 0; at = values.indexOf(wanted, at + 1)) places.push(at);
  return places;
}

/** Among `count` ids in ascending order; -1 for none. */
export function placeOfId(count: number, idAt: (place: number) => string, id: string): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (idAt(middle) < id) low = middle + 1;
    else high = middle;
  }
  return low < count && idAt(low) === id ? low : -1;
}
