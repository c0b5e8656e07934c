/**
 * Which passages hold these words: MiniSearch behind a small door, the only file that builds it.
 *
 * Words are folded by our tokeniser and stand beside their ranking terms, so that index, query, name scan and
 * fingerprints agree; the engine's own processing is switched off. It keeps the dictionary (completion, slips) and the
 * counts; scores come from scoring.ts, which every tier shares.
 */
import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import { type StemLanguage, stemLanguageOf } from '../text/stem.ts';
import { analyseText, indexTerms } from '../text/stem-terms.ts';
import { dictionaryOf, type EnginePostings, readPostings, storedDictionary } from './engine-postings.ts';
import { isWord } from './lexical-query.ts';
import { composeIndex, type PassageIndex } from './passage-index.ts';
import type { PassageRecord } from './passage-record.ts';
import { collectionOf, type PostingsSource } from './scoring.ts';
import { lengthClassOf, lengthOfClass } from './segments/length-class.ts';

interface Indexed {
  readonly id: number;
  /** Terms, with a space between. */
  readonly text: string;
  readonly headline: string;
}

/** An index that is stored whole. */
export interface PackedIndex extends PassageIndex {
  toJson(): string;
}

/** Counted in words, stems left out; the engine counts distinct terms. */
interface Lengths {
  /** Of each passage, in order. */
  readonly passages: readonly number[];
  /** Of each article: how many passages, the words of its headline, and which of `languages` it is in. */
  readonly articles: readonly (readonly [passages: number, headline: number, language: number])[];
  /** Of the articles, each once, in the order they came. */
  readonly languages: readonly StemLanguage[];
}

interface Stored extends Counted {
  readonly engine: AsPlainObject;
}

const OPTIONS: Options<Indexed> = {
  fields: ['text', 'headline'],
  tokenize: (text) => (text === '' ? [] : text.split(' ')),
  processTerm: (term) => term,
};

interface Counted extends Lengths {
  readonly passages: number[];
  readonly articles: [passages: number, headline: number, language: number][];
  readonly languages: StemLanguage[];
}

export function buildPassageIndex(records: readonly PassageRecord[]): PackedIndex {
  const lengths: Counted = { passages: [], articles: [], languages: [] };
  const engine = new MiniSearch<Indexed>(OPTIONS);
  fill(engine, lengths, records);
  return overTerms(readPostings(dictionaryOf(engine), isWord), lengths, engine);
}

/**
 * What an index of further records would give as JSON: of those it was made of, then these, which begin with an article's
 * first. The stored form is added to as it stands, a tenth of what the engine takes to be made of it and told again.
 */
export function extendPassageIndex(json: string, records: readonly PassageRecord[]): string {
  const { engine, ...lengths } = JSON.parse(json) as Stored;
  const added = new MiniSearch<Indexed>(OPTIONS);
  fill(added, lengths, records);
  return JSON.stringify({ ...lengths, engine: behind(engine, added.toJSON()) });
}

/** The documents of two stored engines, the second's counted on from the first's. Changes the first. */
function behind(first: AsPlainObject, second: AsPlainObject): AsPlainObject {
  if (second.documentCount === 0) return first;
  const shift = (counted: object) =>
    Object.entries(counted).map(([document, value]) => [Number(document) + first.nextId, value] as const);
  const terms = new Map(first.index);
  for (const [term, fields] of second.index) {
    const known = terms.get(term) ?? {};
    for (const [field, counts] of Object.entries(fields))
      known[field] = { ...known[field], ...Object.fromEntries(shift(counts)) };
    terms.set(term, known);
  }
  const joined = (name: 'documentIds' | 'fieldLength' | 'storedFields') =>
    Object.assign(first[name], Object.fromEntries(shift(second[name])));
  const documents = first.documentCount + second.documentCount;
  const mean = (length: number, field: number) =>
    (length * first.documentCount + (second.averageFieldLength[field] ?? 0) * second.documentCount) /
    documents;
  return {
    ...first,
    documentCount: documents,
    nextId: first.nextId + second.nextId,
    documentIds: joined('documentIds'),
    fieldLength: joined('fieldLength'),
    storedFields: joined('storedFields'),
    averageFieldLength: second.averageFieldLength.map((own, field) =>
      mean(first.averageFieldLength[field] ?? own, field),
    ),
    index: [...terms],
  };
}

/** Changes both. */
function fill(engine: MiniSearch<Indexed>, lengths: Counted, records: readonly PassageRecord[]): void {
  const { languages } = lengths;
  let article: PassageRecord['article'] | null = null;
  let language = '';
  let headline = '';
  for (const record of records) {
    if (record.article !== article) {
      article = record.article;
      language = stemLanguageOf(article.inLanguage, article.articleBody);
      if (!languages.includes(language)) languages.push(language);
      const analysed = analyseText(article.headline ?? '', language);
      headline = indexTerms(analysed).join(' ');
      lengths.articles.push([0, analysed.words.length, languages.indexOf(language)]);
    }
    const analysed = analyseText(record.passage.text, language);
    engine.add({ id: lengths.passages.length, text: indexTerms(analysed).join(' '), headline });
    lengths.passages.push(analysed.words.length);
    lengths.articles.at(-1)![0]++;
  }
}

/** Throws when the text is no index of this engine: callers digest it first. */
export function loadPassageIndex(json: string): PackedIndex {
  const { engine, ...lengths } = JSON.parse(json) as Stored;
  const stored = storedDictionary(engine, () => MiniSearch.loadJS<Indexed>(engine, OPTIONS));
  return overTerms(readPostings(stored, isWord), lengths, engine);
}

function overTerms(
  terms: EnginePostings,
  lengths: Lengths,
  engine: MiniSearch<Indexed> | AsPlainObject,
): PackedIndex {
  const { articles, languages } = lengths;
  const source = toSource(terms, lengths);
  const articlesIn = new Map(languages.map((language) => [language, 0]));
  for (const [, , language] of articles)
    articlesIn.set(languages[language]!, articlesIn.get(languages[language]!)! + 1);
  const languageOf = (passage: number) => languages[articles[source.articleOf(passage)]![2]] as StemLanguage;
  return {
    ...composeIndex({ terms, source, articlesIn, languageOf, unread: null }),
    toJson: () => JSON.stringify({ ...lengths, engine }),
  };
}

/** As the segments keep it, so that a score does not depend on the tier. */
const roundLength = (words: number) => lengthOfClass(lengthClassOf(words));

const sum = (numbers: ArrayLike<number>) => Array.from(numbers).reduce((all, one) => all + one, 0);

function toSource(terms: EnginePostings, { passages, articles }: Lengths): PostingsSource {
  const articleOf = new Int32Array(passages.length);
  const articleLengths = new Int32Array(articles.length);
  const passageLengths = Int32Array.from(passages, roundLength);
  const headlineLengths = Int32Array.from(articles, ([, headline]) => roundLength(headline));
  let place = 0;
  articles.forEach(([count], article) => {
    for (let end = place + count; place < end; place++) {
      articleOf[place] = article;
      articleLengths[article]! += passageLengths[place] as number;
    }
  });
  const totals = {
    passages: passages.length,
    articles: articles.length,
    headed: articles.filter(([, headline]) => headline > 0).length,
    bodyWords: sum(passageLengths),
    headlineWords: sum(headlineLengths),
  };
  return {
    totals,
    collection: collectionOf(totals),
    postings: terms.postings,
    articleOf: (passage) => articleOf[passage] as number,
    articles: articles.length,
    passageLength: (passage) => passageLengths[passage] as number,
    articleLength: (article) => articleLengths[article] as number,
    headlineLength: (article) => headlineLengths[article] as number,
  };
}
