/**
 * Names on pages against an archive that nobody wrote an authority file for.
 *
 * - ntrex: the same news in two languages. The archive is the documents of one, the page a document of the other;
 *   answered as `related` answers. Floor: a ranking by numbers and words in Latin letters only.
 * - n3: half of the documents (by a hash of the id) are the archive, the others pages. A link is right when the entity
 *   stands for the same resource in the archive. Reuters-128 was looked at while weights were set, the others were not.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Article, ArticleId } from '../../src/archive/article.ts';
import { EMPTY_AUTHORITY } from '../../src/entities/authority.ts';
import type { Recognise } from '../../src/entities/group/article-names.ts';
import type { Mention } from '../../src/entities/mention.ts';
import { withRecogniser } from '../../src/entities/name-knowledge.ts';
import type { MemoryArchive } from '../../src/library/archive.ts';
import { assembleArchive } from '../../src/library/assemble-archive.ts';
import { deriveParts, nameArchive } from '../../src/library/derive-archive.ts';
import { mentionsIn } from '../../src/library/mentions-in.ts';
import { relatedPassages } from '../../src/library/related-passages.ts';
import { openRecogniser } from '../../src/platform/node/open-recogniser.ts';
import type { RankedPassage } from '../../src/retrieval/ranked-passage.ts';
import { findRelated } from '../../src/retrieval/related.ts';
import type { LanguageTag } from '../../src/text/language.ts';
import type { Evaluate, Figure } from './figure.ts';

const FIRST = 10;

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 12)) >>> 0;
}

function article(id: string, articleBody: string, language: string): Article {
  return {
    id: id as ArticleId,
    ...{ identifier: id, url: null, headline: null, author: [], publisher: null, datePublished: null },
    inLanguage: language as LanguageTag,
    articleBody,
    provenance: {
      ...{ collection: 'yours', capturedAt: null, capturedFrom: null, republishedFrom: null },
      ...{
        republishedBy: null,
        digest: `sha256:${id}`,
        file: id,
        parser: 'eval',
        license: null,
        curated: [],
      },
    },
  };
}

function archiveOf(articles: readonly Article[], recognise: Recognise): MemoryArchive {
  const authority = nameArchive(articles, EMPTY_AUTHORITY, recognise);
  const archive = assembleArchive(deriveParts(articles, authority), false);
  return { ...archive, knowledge: withRecogniser(archive.knowledge, recognise) };
}

// ntrex

interface Language {
  readonly code: string;
  readonly name: string;
  readonly tag: string;
  readonly target: number | null;
}

const language = (code: string, name: string, tag: string, target: number | null = null): Language => ({
  ...{ code, name, tag, target },
});
const ENGLISH = language('eng', 'English', 'en');
const LANGUAGES = [
  language('arb', 'Arabic', 'ar', 0.85),
  language('heb', 'Hebrew', 'he', 0.85),
  language('rus', 'Russian', 'ru', 0.85),
  language('fas', 'Persian', 'fa'),
  language('ukr', 'Ukrainian', 'uk'),
  language('ell', 'Greek', 'el'),
  language('hin', 'Hindi', 'hi'),
  language('jpn', 'Japanese', 'ja'),
  language('kor', 'Korean', 'ko'),
  language('zho-CN', 'Chinese', 'zh'),
];

function readNtrex(data: string): Map<string, Map<string, string>> {
  const lines = gunzipSync(readFileSync(join(data, 'ntrex/sentences.jsonl.gz')))
    .toString('utf8')
    .split('\n');
  const documents = new Map<string, Map<string, string>>();
  for (const line of lines.filter(Boolean)) {
    const {
      doc,
      line: _,
      ...texts
    } = JSON.parse(line) as { doc: string; line: number } & Record<string, string>;
    const known = documents.get(doc) ?? new Map<string, string>();
    documents.set(doc, known);
    for (const [language, text] of Object.entries(texts))
      known.set(language, known.has(language) ? `${known.get(language)}\n\n${text}` : String(text));
  }
  return documents;
}

type Bag = ReadonlyMap<string, number>;

/** Terms by document frequency: tf saturated as in BM25, without length. */
function rank(page: Bag, archive: ReadonlyMap<string, Bag>): string[] {
  const frequency = new Map<string, number>();
  for (const bag of archive.values())
    for (const term of bag.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const score = (bag: Bag) => {
    let sum = 0;
    for (const [term, weight] of page) {
      const count = bag.get(term) ?? 0;
      if (count === 0) continue;
      const found = frequency.get(term) as number;
      const rarity = Math.log(1 + (archive.size - found + 0.5) / (found + 0.5));
      sum += rarity * weight * (count / (count + 1));
    }
    return sum;
  };
  const scored = [...archive]
    .map(([id, bag]) => ({ id, score: score(bag) }))
    .filter(({ score }) => score > 0);
  return scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
}

/** Numbers and words in Latin letters: what a page shares with any translation of it. */
function surfaceBag(text: string): Map<string, number> {
  const bag = new Map<string, number>();
  const western = text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) =>
    String((digit.charCodeAt(0) & 0xf) - (digit.charCodeAt(0) >= 0x0966 ? 6 : 0)),
  );
  for (const [word] of western.toLowerCase().matchAll(/\d+(?:[.,:]\d+)*|[a-z\u00c0-\u024f]{2,}/g))
    bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

function namesBag(mentions: readonly Mention[], bag: Map<string, number>): Map<string, number> {
  for (const { entityId, confidence } of mentions)
    if (entityId) bag.set(entityId, (bag.get(entityId) ?? 0) + confidence);
  return bag;
}

/** Page terms weigh by how often they stand there, damped. */
const damp = (bag: Bag) => new Map([...bag].map(([term, count]) => [term, count / (count + 1)]));

const reciprocal = (ids: readonly string[], right: string) => {
  const place = ids.slice(0, FIRST).indexOf(right);
  return place < 0 ? 0 : 1 / (place + 1);
};

/** Documents of one language by the product's own `related`, beside simpler rankings of the same archive. */
function evaluateDirection(
  documents: ReadonlyMap<string, ReadonlyMap<string, string>>,
  recognise: Recognise,
  page: Language,
  archived: Language,
): Figure {
  const articles = [...documents].map(([id, texts]) => article(id, texts.get(archived.code)!, archived.tag));
  const archive = archiveOf(articles, recognise);
  const surface = new Map(articles.map(({ id, articleBody }) => [id as string, surfaceBag(articleBody)]));
  const full = new Map(
    [...archive.mentionsOf].map(([id, mentions]) => [
      id as string,
      namesBag(mentions, new Map(surface.get(id) as Bag)),
    ]),
  );
  const sums = { related: 0, unheard: 0, names: 0, floor: 0 };
  for (const [id, texts] of documents) {
    const text = texts.get(page.code)!;
    const mentions = mentionsIn(archive.knowledge, text);
    const question = { mentions, text, limit: FIRST, lines: 'articles', except: () => false } as const;
    const idsOf = (passages: readonly RankedPassage[]) =>
      passages.map(({ passageId }) => archive.records[archive.placeOf.get(passageId)!]!.article.id as string);
    const floor = surfaceBag(text);
    sums.related += reciprocal(idsOf(relatedPassages(archive, question)), id);
    sums.unheard += reciprocal(idsOf(findRelated(archive, question)), id);
    sums.names += reciprocal(rank(damp(namesBag(mentions, new Map(floor))), full), id);
    sums.floor += reciprocal(rank(damp(floor), surface), id);
  }
  const mean = (sum: number) => sum / documents.size;
  return {
    set: `ntrex, ${page.name} page, ${archived.name} archive`,
    measure: 'MRR@10 of related',
    value: mean(sums.related),
    target: archived.target ?? page.target,
    peers: {
      'words by sound left out': mean(sums.unheard),
      'names and numbers': mean(sums.names),
      'numbers and Latin words': mean(sums.floor),
    },
  };
}

function evaluateNtrex(data: string, recognise: Recognise): Figure[] {
  const documents = readNtrex(data);
  return LANGUAGES.flatMap((other) => [
    evaluateDirection(documents, recognise, ENGLISH, other),
    ...(other.target === null ? [] : [evaluateDirection(documents, recognise, other, ENGLISH)]),
  ]);
}

// n3

interface Gold {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly { start: number; end: number; surface: string; entity: string }[];
}

function readGold(data: string, set: string): Gold[] {
  const lines = readFileSync(join(data, 'n3_news_el', `${set}.jsonl`), 'utf8').split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line) as Gold);
}

/** A linked name of a page whose right answer is known. */
interface Judged {
  readonly confidence: number;
  readonly isRight: boolean;
  readonly why: string;
  readonly exact: string;
  readonly label: string;
  /** The mention as marked, its resource, and the resource that the entity stands for. */
  readonly gold: string;
  readonly said: string;
}

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end;

/** For each entity, the resources it stands for in the archive, by number of mentions. */
function resourcesOf(archive: MemoryArchive, gold: readonly Gold[]): Map<string, Map<string, number>> {
  const resources = new Map<string, Map<string, number>>();
  for (const { id, mentions } of gold) {
    for (const { start, end, entityId } of archive.mentionsOf.get(id as ArticleId) ?? []) {
      const right = mentions.find((mention) => overlaps(mention, { start, end }));
      if (!entityId || !right) continue;
      const counts = resources.get(entityId) ?? new Map<string, number>();
      resources.set(entityId, counts.set(right.entity, (counts.get(right.entity) ?? 0) + 1));
    }
  }
  return resources;
}

const mostOf = (counts: ReadonlyMap<string, number>) => [...counts].sort((a, b) => b[1] - a[1])[0]![0];

interface LinkFigures {
  readonly judged: readonly Judged[];
  /** Mentions of pages whose resource the archive names, and how many of them were linked rightly. */
  readonly wanted: number;
  readonly found: number;
  readonly pairs: { readonly right: number; readonly linked: number; readonly wanted: number };
}

function linkHalf(gold: readonly Gold[], language: string, recognise: Recognise): LinkFigures {
  const isArchived = ({ id }: Gold) => hash(id) % 2 === 0;
  const archived = gold.filter(isArchived);
  const archive = archiveOf(
    archived.map(({ id, text }) => article(id, text, language)),
    recognise,
  );
  const resources = resourcesOf(archive, archived);
  const known = new Set(archived.flatMap(({ mentions }) => mentions.map(({ entity }) => entity)));
  const perResource = new Map<string, number>();
  for (const { mentions } of archived)
    for (const { entity } of mentions) perResource.set(entity, (perResource.get(entity) ?? 0) + 1);
  const judged: Judged[] = [];
  const pairs = { right: 0, linked: 0, wanted: 0 };
  let [wanted, found] = [0, 0];
  for (const { text, mentions } of gold.filter((one) => !isArchived(one))) {
    const links = mentionsIn(archive.knowledge, text).filter(({ entityId }) => entityId !== null);
    for (const right of mentions) {
      if (known.has(right.entity)) wanted++;
      pairs.wanted += perResource.get(right.entity) ?? 0;
      const link = links.find((one) => overlaps(one, right));
      const counts = link && resources.get(link.entityId as string);
      if (!link || !counts) continue;
      const isRight = mostOf(counts) === right.entity;
      const label = archive.entityOf.get(link.entityId!)!.prefLabel;
      const { confidence, why, exact } = link;
      judged.push({
        ...{ confidence, isRight, why, exact, label },
        gold: `${right.surface} ${right.entity}`,
        said: mostOf(counts),
      });
      if (isRight && known.has(right.entity)) found++;
      for (const [resource, count] of counts) {
        pairs.linked += count;
        if (resource === right.entity) pairs.right += count;
      }
    }
  }
  return { judged, wanted, found, pairs };
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
const SURE = 0.8;

/** Where confidence is shown as sure, in bins; printed beside the figures. */
function printReliability(name: string, judged: readonly Judged[]): void {
  const edges = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01];
  const bins = edges.slice(1).map((to, at) => {
    const inside = judged.filter(({ confidence }) => confidence >= edges[at]! && confidence < to);
    const right = share(inside.filter(({ isRight }) => isRight).length, inside.length);
    return `${edges[at]}–${Math.min(1, to)}: ${inside.length} links, ${right.toFixed(2)} right`;
  });
  console.error(`${name}: ${bins.join(' · ')}`);
}

function evaluateN3(data: string, recognise: Recognise): Figure[] {
  const sets = [
    ['Reuters-128', 'en', 'looked at'],
    ['RSS-500', 'en', 'not looked at'],
    ['News-100', 'de', 'not looked at'],
  ] as const;
  return sets.flatMap(([set, language, note]) => {
    const { judged, wanted, found, pairs } = linkHalf(readGold(data, set), language, recognise);
    printReliability(set, judged);
    const sure = judged.filter(({ confidence }) => confidence >= SURE);
    const name = `n3 ${set}, half against half, ${note}`;
    const figure = (measure: string, value: number, target: number | null): Figure => ({
      ...{ set: name, measure, value, target },
    });
    return [
      figure('right among links ≥ .8', share(sure.filter(({ isRight }) => isRight).length, sure.length), 0.8),
      figure('recall of names the archive has', share(found, wanted), null),
      figure('pairs of mentions, precision', share(pairs.right, pairs.linked), null),
      figure('pairs of mentions, recall', share(pairs.right, pairs.wanted), null),
    ];
  });
}

export const evaluate: Evaluate = async (data) => {
  const recognise = await openRecogniser();
  if (!recognise) throw new Error('There is no model of names to evaluate.');
  return [...evaluateNtrex(data, recognise), ...evaluateN3(data, recognise)];
};
