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
import { type EnginePostings, readPostings } from './engine-postings.ts';
import { isWord, type LexicalQuery, toQueryTerms } from './lexical-query.ts';
import type { PassageRecord } from './passage-record.ts';
import { RANKING, type RankingWeights } from './ranking-weights.ts';
import { type PostingsSource, type ScoredPassage, scorePassages } from './scoring.ts';
import { lengthClassOf, lengthOfClass } from './segments/length-class.ts';

interface Indexed {
  readonly id: number;
  /** Terms, with a space between. */
  readonly text: string;
  readonly headline: string;
}

export type LexicalHit = Pick<ScoredPassage, 'passage' | 'score'>;

export interface PassageIndex {
  /** Best first; ties by the passages' order. */
  search(query: LexicalQuery, weights?: RankingWeights): ScoredPassage[];
  /** Indexed words that begin so, most frequent first. */
  complete(prefix: string, limit: number): string[];
  /** Number of passages that hold a folded word. */
  passageCount(word: string): number;
  readonly terms: EnginePostings;
  readonly source: PostingsSource;
  /** Whose stemmers the archive's texts went through; a question goes through all of them. */
  readonly languages: readonly string[];
  /** The one that this passage's text went through. */
  languageOf(passage: number): StemLanguage;
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

interface Stored extends Lengths {
  readonly engine: AsPlainObject;
}

/** Below this share of the articles a language is more often mistaken than meant; its words are found as they stand. */
const RARE_LANGUAGE = 0.02;

const OPTIONS: Options<Indexed> = {
  fields: ['text', 'headline'],
  tokenize: (text) => (text === '' ? [] : text.split(' ')),
  processTerm: (term) => term,
};

export function buildPassageIndex(records: readonly PassageRecord[]): PassageIndex {
  const engine = new MiniSearch<Indexed>(OPTIONS);
  const languages: StemLanguage[] = [];
  const lengths = { passages: [] as number[], articles: [] as [number, number, number][], languages };
  let article: PassageRecord['article'] | null = null;
  let language = '';
  let headline = '';
  for (const [id, record] of records.entries()) {
    if (record.article !== article) {
      article = record.article;
      language = stemLanguageOf(article.inLanguage, article.articleBody);
      if (!languages.includes(language)) languages.push(language);
      const analysed = analyseText(article.headline ?? '', language);
      headline = indexTerms(analysed).join(' ');
      lengths.articles.push([0, analysed.words.length, languages.indexOf(language)]);
    }
    const analysed = analyseText(record.passage.text, language);
    engine.add({ id, text: indexTerms(analysed).join(' '), headline });
    lengths.passages.push(analysed.words.length);
    lengths.articles.at(-1)![0]++;
  }
  return overEngine(engine, lengths);
}

/** Throws when the text is no index of this engine: callers digest it first. */
export function loadPassageIndex(json: string): PassageIndex {
  const { engine, ...lengths } = JSON.parse(json) as Stored;
  return overEngine(MiniSearch.loadJS<Indexed>(engine, OPTIONS), lengths);
}

function overEngine(engine: MiniSearch<Indexed>, lengths: Lengths): PassageIndex {
  const languages = commonLanguages(lengths);
  const terms = readPostings(engine, isWord);
  const source = toSource(terms, lengths);
  const passageCount = (word: string) => terms.count(word);
  return {
    ...{ terms, source, languages, passageCount },
    languageOf: (passage) =>
      lengths.languages[lengths.articles[source.articleOf(passage)]![2]] as StemLanguage,
    search: (query, weights = RANKING) =>
      scorePassages(source, toQueryTerms(terms, languages, query, weights), weights).sort(
        (a, b) => b.score - a.score || a.passage - b.passage,
      ),
    complete: (prefix, limit) =>
      terms
        .wordsFrom(prefix)
        .map((word) => ({ word, count: passageCount(word) }))
        .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
        .slice(0, limit)
        .map(({ word }) => word),
    toJson: () => JSON.stringify({ ...lengths, engine }),
  };
}

/** As the segments keep it, so that a score does not depend on the tier. */
const roundLength = (words: number) => lengthOfClass(lengthClassOf(words));

function commonLanguages({ articles, languages }: Lengths): StemLanguage[] {
  const counts = languages.map((_, place) => articles.filter(([, , language]) => language === place).length);
  return languages.filter((_, place) => counts[place]! >= articles.length * RARE_LANGUAGE).sort();
}

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
  const words = passages.reduce((sum, length) => sum + length, 0);
  const headlines = articles.map(([, headline]) => headline).filter((headline) => headline > 0);
  const average = (sum: number, count: number) => (count > 0 && sum > 0 ? sum / count : 1);
  return {
    collection: {
      passages: passages.length,
      averageArticle: average(words, articles.length),
      averagePassage: average(words, passages.length),
      averageHeadline: average(
        headlines.reduce((sum, length) => sum + length, 0),
        headlines.length,
      ),
    },
    postings: terms.postings,
    articleOf: (passage) => articleOf[passage] as number,
    articles: articles.length,
    passageLength: (passage) => passageLengths[passage] as number,
    articleLength: (article) => articleLengths[article] as number,
    headlineLength: (article) => headlineLengths[article] as number,
  };
}
