/**
 * An opened pack and a young one beside it, asked as one archive: what was saved a moment ago is found and matched,
 * what was removed is not. Nothing is derived here; see pack-young.ts. What is joined is joined when it is asked for,
 * since the old pack may lie on the disk. O(places of the old pack) to join, 3 ms at 100,000.
 */
import type { Article, ArticleId } from '../../archive/article.ts';
import type { PassageId } from '../../archive/passage.ts';
import type { EntityId } from '../../entities/entity.ts';
import type { EntityList } from '../../entities/entity-list.ts';
import { layBeside } from '../../entities/gazetteer.ts';
import { joinLabelWords } from '../../entities/label-words.ts';
import { companionsIn, type NameKnowledge, openNames } from '../../entities/name-knowledge.ts';
import { newestOf, type PassageFacts } from '../../retrieval/passage-facts.ts';
import type { PassageRecords } from '../../retrieval/passage-record.ts';
import { factsOf } from '../../retrieval/searchable.ts';
import type { IsoDate } from '../../text/iso-date.ts';
import type {
  Archive,
  ArticleShelf,
  EntityShelf,
  Inventory,
  MemoryArchive,
  PrintedArticles,
} from '../archive.ts';
import { newestDate } from '../assemble-archive.ts';
import { byPassages, joinLists, type NameList } from '../name-list.ts';
import { addOutletCounts, countOutlets, type OutletCounts } from '../outlet-counts.ts';
import { joinIndexes } from './join-indexes.ts';

/** The old archive, what of it stays, and the young one. */
interface Joined {
  readonly old: Archive;
  readonly young: MemoryArchive;
  readonly stays: (id: ArticleId) => boolean;
  /** Places in the old archive that are still there, ascending: numbered from 0, the young ones after. */
  readonly kept: Int32Array;
  /** By place in the old archive; -1 for those that are gone. */
  readonly placeNow: Int32Array;
}

/** `gone`: articles of the old pack that were removed, or put anew in the young one. Neither archive is changed. */
export function joinArchives(old: Archive, young: MemoryArchive, gone: ReadonlySet<ArticleId>): Archive {
  const joined = layTogether(old, young, gone);
  const { kept, stays } = joined;
  const articles = joinShelves(joined, gone);
  return {
    index: joinIndexes(old.index, kept, young.index),
    records: joinRecords(joined),
    facts: joinFacts(joined),
    passagesOf: { get: (id) => passagesNaming(joined, id) },
    articles,
    articlesFrom: (url) => [
      ...old.articlesFrom(url).filter(({ id }) => stays(id)),
      ...young.articlesFrom(url),
    ],
    inventory: joinInventories(joined),
    headlinesWith: (letters, limit, isAsked = () => true) => {
      const own = old.headlinesWith(letters, limit, (id) => stays(id) && isAsked(id));
      return [...own, ...young.headlinesWith(letters, limit - own.length, isAsked)];
    },
    prints: {
      get segments() {
        return [...old.prints.segments, ...young.prints.segments];
      },
    },
    printedArticles: joinPrinted(joined),
    placeOf: { get: (id) => placeOfPassage(joined, id) },
    placesOf: { get: (id) => placesOfArticle(joined, id) },
    mentionsOf: {
      get: (id) => young.mentionsOf.get(id) ?? (stays(id) ? old.mentionsOf.get(id) : undefined),
    },
    entityOf: joinEntities(joined),
    names: { ...joinLists(old.names, young.names), mostPrinted: mostPrintedIn(joined) },
    outletsPrinting: (id) => outletsPrinting(joined, gone, id),
    needOutlets: (ids) => old.needOutlets?.(ids),
    knowledge: joinKnowledge(joined),
    outlets: old.outlets,
    builtAt: newestDate(kept.length === old.records.length ? ages(joined) : datesIn(joined)),
    isRebuilt: old.isRebuilt,
    unread: old.unread,
    ...(old.step && { step: old.step }),
  };
}

/** Where nothing is gone: a woken background waits for each walk through all articles. */
const ages = ({ old, young }: Joined) => [{ datePublished: old.builtAt }, { datePublished: young.builtAt }];

function* datesIn({ old, young, kept }: Joined): Generator<Pick<Article, 'datePublished'>> {
  for (const datePublished of datesKept(factsOf(old), kept)) yield { datePublished };
  yield* young.articles.values();
}

function layTogether(old: Archive, young: MemoryArchive, gone: ReadonlySet<ArticleId>): Joined {
  const placeNow = new Int32Array(old.records.length);
  for (const id of gone) for (const place of old.placesOf.get(id) ?? []) placeNow[place] = -1;
  const kept = new Int32Array(placeNow.reduce((count, one) => count + one + 1, 0));
  let now = 0;
  for (let place = 0; place < placeNow.length; place++) {
    if (placeNow[place] === -1) continue;
    kept[now] = place;
    placeNow[place] = now++;
  }
  return { old, young, stays: (id) => !gone.has(id), kept, placeNow };
}

function joinShelves({ old, young, stays }: Joined, gone: ReadonlySet<ArticleId>): ArticleShelf {
  const left = [...gone].filter((id) => old.articles.has(id)).length;
  const isOld = (id: ArticleId) => !young.articles.has(id) && stays(id) && old.articles.has(id);
  return {
    size: old.articles.size - left + young.articles.size,
    has: (id) => young.articles.has(id) || isOld(id),
    get: (id) => young.articles.get(id) ?? (isOld(id) ? old.articles.get(id) : undefined),
    need: (ids) => old.articles.need?.(Array.from(ids).filter(isOld)),
  };
}

function joinRecords({ old, young, kept }: Joined): PassageRecords {
  return {
    length: kept.length + young.records.length,
    at: (place) =>
      place < kept.length ? old.records.at(kept[place] as number) : young.records.at(place - kept.length),
    need: (places) =>
      old.records.need?.(
        Array.from(places)
          .filter((place) => place < kept.length)
          .map((place) => kept[place] as number),
      ),
  };
}

/** Articles keep their numbers; the young ones are numbered behind the old. */
function joinFacts({ old, young, kept, placeNow }: Joined): PassageFacts {
  const [before, after] = [factsOf(old), factsOf(young)];
  const articles = placeNow.length === 0 ? 0 : before.articleOf(placeNow.length - 1) + 1;
  let newest: string | null = null;
  return {
    articleOf: (place) =>
      place < kept.length
        ? before.articleOf(kept[place] as number)
        : articles + after.articleOf(place - kept.length),
    firstOf: (article) =>
      article < articles
        ? (placeNow[before.firstOf(article)] as number)
        : kept.length + after.firstOf(article - articles),
    of: (article) => (article < articles ? before.of(article) : after.of(article - articles)),
    entitiesAt: (place) =>
      place < kept.length ? before.entitiesAt(kept[place] as number) : after.entitiesAt(place - kept.length),
    quoting: (fits) => {
      const places = new Set<number>();
      for (const place of before.quoting(fits))
        if (placeNow[place] !== -1) places.add(placeNow[place] as number);
      for (const place of after.quoting(fits)) places.add(kept.length + place);
      return places;
    },
    mayBeHeadline: (article, folded) =>
      article < articles
        ? before.mayBeHeadline(article, folded)
        : after.mayBeHeadline(article - articles, folded),
    newestDay: () => {
      newest ??= newestOf([...datesKept(before, kept), (after.newestDay() as IsoDate) || null]);
      return newest;
    },
  };
}

/** Each different one once. */
function datesKept(facts: PassageFacts, kept: Int32Array): Set<IsoDate | null> {
  const dates = new Set<IsoDate | null>();
  let before = -1;
  for (const place of kept) {
    const article = facts.articleOf(place);
    if (article !== before) dates.add(facts.of(article).datePublished);
    before = article;
  }
  return dates;
}

function passagesNaming({ old, young, kept, placeNow }: Joined, id: EntityId): number[] | undefined {
  const left = (old.passagesOf.get(id) ?? []).map((place) => placeNow[place] as number);
  const added = (young.passagesOf.get(id) ?? []).map((place) => kept.length + place);
  const places = [...left.filter((place) => place !== -1), ...added];
  return places.length > 0 ? places : undefined;
}

function placeOfPassage({ old, young, kept, placeNow }: Joined, id: PassageId): number | undefined {
  const added = young.placeOf.get(id);
  if (added !== undefined) return kept.length + added;
  const before = old.placeOf.get(id);
  const now = before === undefined ? -1 : (placeNow[before] as number);
  return now === -1 ? undefined : now;
}

function placesOfArticle({ old, young, stays, kept, placeNow }: Joined, id: ArticleId): number[] | undefined {
  const added = young.placesOf.get(id);
  if (added) return added.map((place) => kept.length + place);
  return stays(id) ? old.placesOf.get(id)?.map((place) => placeNow[place] as number) : undefined;
}

function joinInventories({ old, young, stays }: Joined): () => Inventory {
  let taken: Inventory | null = null;
  return () => {
    if (taken) return taken;
    const [before, after] = [old.inventory(stays), young.inventory()];
    taken = {
      outlets: [...new Set([...before.outlets, ...after.outlets])].sort(),
      ownArticles: before.ownArticles + after.ownArticles,
      bundled: [...before.bundled, ...after.bundled],
    };
    return taken;
  };
}

/** Fingerprints cannot be taken out of their segment; those of what is gone point at nothing from now on. */
function joinPrinted({ old, young, stays }: Joined): PrintedArticles {
  const before = old.articles.size;
  return {
    at: (number) => {
      if (number >= before) return young.printedArticles.at(number - before);
      const article = old.printedArticles.at(number);
      return article && (stays(article.id) ? article : withoutText(article));
    },
    idOf: (number) =>
      number < before ? old.printedArticles.idOf(number) : young.printedArticles.idOf(number - before),
    need: (numbers) => old.printedArticles.need?.(Array.from(numbers).filter((number) => number < before)),
  };
}

const withoutText = (article: Article): Article => ({ ...article, url: null, articleBody: '' });

function joinEntities({ old, young }: Joined): EntityShelf {
  return {
    size: old.entityOf.size + young.entityOf.size,
    has: (id) => young.entityOf.has(id) || old.entityOf.has(id),
    get: (id) => young.entityOf.get(id) ?? old.entityOf.get(id),
    need: (ids) => old.entityOf.need?.(Array.from(ids).filter((id) => !young.entityOf.has(id))),
  };
}

function mostPrintedIn(joined: Joined): NameList['mostPrinted'] {
  const { old, young } = joined;
  return (limit, types) => {
    const kept = old.names.mostPrinted(limit, types, passagesChanged(joined)).map((name) => ({
      ...name,
      entity: young.entityOf.get(name.entity.id) ?? name.entity,
    }));
    const added = young.names.mostPrinted(Number.POSITIVE_INFINITY, types);
    const fresh = added.filter(({ entity }) => !old.entityOf.has(entity.id));
    return [...kept, ...fresh].sort(byPassages).slice(0, limit);
  };
}

/** By how many passages names are in more, or fewer, than in the old archive. */
function passagesChanged({ old, young, placeNow }: Joined): Map<EntityId, number> {
  const change = new Map<EntityId, number>();
  const count = (ids: readonly EntityId[], by: 1 | -1) => {
    for (const id of ids) change.set(id, (change.get(id) ?? 0) + by);
  };
  const facts = factsOf(old);
  placeNow.forEach((now, place) => {
    if (now === -1) count(facts.entitiesAt(place), -1);
  });
  for (const { entities } of young.records) count(entities, 1);
  return change;
}

/** The young gazetteer is that of the names that the old one does not know. A name keeps the company of articles that are gone until the next whole pack. */
function joinKnowledge(joined: Joined): NameKnowledge {
  const { knowledge: before } = joined.old;
  const { knowledge: after } = joined.young;
  const entities: EntityList = {
    length: before.entities.length + after.entities.length,
    at: (place) =>
      place < before.entities.length
        ? before.entities.at(place)
        : after.entities.at(place - before.entities.length),
    need: (places) =>
      before.entities.need?.(Array.from(places).filter((place) => place < before.entities.length)),
  };
  const placeOf = (id: EntityId) => {
    const young = after.placeOf(id);
    return young < 0 ? before.placeOf(id) : before.entities.length + young;
  };
  return openNames({
    ...{ entities, placeOf, byId: joinEntities(joined) },
    gazetteer: () => layBeside(before.gazetteer, after.gazetteer, before.entities.length),
    sounds: () => before.sounds,
    eventRecords: () => [...before.eventRecords, ...after.eventRecords],
    labelWords: () => joinLabelWords(before.labelWords, after.labelWords),
    companions: () => {
      const added = companionsIn(entities, placeOf, namedIn(joined.young));
      return (entity) => {
        const own = entity < before.entities.length ? before.companions?.(entity) : undefined;
        return new Set([...(own ?? []), ...added(entity)]);
      };
    },
  });
}

/** Of what is gone the articles are read; they are few. */
function outletsPrinting({ old, young }: Joined, gone: ReadonlySet<ArticleId>, id: EntityId): OutletCounts {
  const named = new Set(old.passagesOf.get(id));
  const lost = [...gone].filter((one) => old.placesOf.get(one)?.some((place) => named.has(place)));
  old.articles.need?.(lost);
  const articles = lost.map((one) => ({
    publisher: old.articles.get(one)?.publisher ?? null,
    mentions: old.mentionsOf.get(one) ?? [],
  }));
  const left = addOutletCounts(old.outletsPrinting(id), countOutlets(articles, id), -1);
  return addOutletCounts(left, young.outletsPrinting(id), 1);
}

const namedIn = ({ mentionsOf }: MemoryArchive) =>
  Array.from(mentionsOf.values(), (mentions) => mentions.flatMap(({ entityId }) => entityId ?? []));
