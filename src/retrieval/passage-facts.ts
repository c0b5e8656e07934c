/**
 * What filters, orders and counts ask of many passages: everything but their texts, which may lie on the disk.
 *
 * The naive version asks the records, and a filter over a large archive reads all of its articles. O(1) a question.
 */
import type { Article } from '../archive/article.ts';
import type { EntityId } from '../entities/entity.ts';
import { type IsoDate, lastDay } from '../text/iso-date.ts';
import { fold } from '../text/tokenise.ts';
import type { PassageRecord, PassageRecords } from './passage-record.ts';

export interface ArticleFacts extends Pick<Article, 'publisher' | 'datePublished' | 'inLanguage'> {
  readonly republishedFrom: string | null;
}

export interface PassageFacts {
  /** Number of a passage's article; passages of one article lie next to each other. */
  articleOf(place: number): number;
  /** Place of an article's first passage. */
  firstOf(article: number): number;
  of(article: number): ArticleFacts;
  /** Entities linked in the passage, each once, in order of first mention. */
  entitiesAt(place: number): readonly EntityId[];
  /** Passages in which somebody is surely quoted by a name that fits. */
  quoting(fits: (name: string) => boolean): ReadonlySet<number>;
  /** False is certain. */
  mayBeHeadline(article: number, folded: string): boolean;
  /** The newest day that any article with a passage is printed on; empty where none is dated. */
  newestDay(): string;
}

/** Of records in memory. */
export function factsIn(records: PassageRecords): PassageFacts {
  const articleOf = new Int32Array(records.length);
  const firsts: number[] = [];
  for (let place = 0, before: Article | null = null; place < records.length; place++) {
    const { article } = at(place);
    if (article !== before) firsts.push(place);
    before = article;
    articleOf[place] = firsts.length - 1;
  }
  function at(place: number): PassageRecord {
    return records.at(place) as PassageRecord;
  }
  const articleAt = (article: number) => at(firsts[article] as number).article;
  let newest: string | null = null;
  return {
    articleOf: (place) => articleOf[place] as number,
    firstOf: (article) => firsts[article] as number,
    of: (article) => {
      const { publisher, datePublished, inLanguage, provenance } = articleAt(article);
      return { publisher, datePublished, inLanguage, republishedFrom: provenance.republishedFrom };
    },
    entitiesAt: (place) => at(place).entities,
    quoting: (fits) => {
      const places = new Set<number>();
      for (let place = 0; place < records.length; place++)
        if (at(place).speakers.quoted.some(fits)) places.add(place);
      return places;
    },
    mayBeHeadline: (article, folded) => fold(articleAt(article).headline ?? '') === folded,
    newestDay: () => {
      newest ??= newestOf(firsts.map((_, article) => articleAt(article).datePublished));
      return newest;
    },
  };
}

/** The last day of the newest; empty for none. */
export function newestOf(dates: Iterable<IsoDate | null>): string {
  let newest = '';
  for (const date of dates) {
    const day = date === null ? '' : lastDay(date);
    if (day > newest) newest = day;
  }
  return newest;
}
