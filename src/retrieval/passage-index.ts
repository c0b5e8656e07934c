/**
 * Which passages hold these words: MiniSearch behind a small door, the only file that builds it.
 *
 * Words are folded by our tokeniser and stand beside their ranking terms, so that index, query, name scan and
 * fingerprints agree; the engine's own processing is switched off. It keeps the dictionary (completion, slips) and the
 * counts; scores come from scoring.ts, which every tier shares.
 */
import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import { stemLanguageOf } from '../text/stem.ts';
import { analyseText, indexTerms } from '../text/stem-terms.ts';
import { type EnginePostings, readPostings } from './engine-postings.ts';
import { isWord, type LexicalQuery, toQueryTerms } from './lexical-query.ts';
import type { PassageRecord } from './passage-record.ts';
import { RANKING, type RankingWeights } from './ranking-weights.ts';
import { type PostingsSource, type ScoredPassage, scorePassages } from './scoring.ts';

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
  toJson(): string;
}

/** Counted in words, stems left out; the engine counts distinct terms. */
interface Lengths {
  /** Of each passage, in order. */
  readonly passages: readonly number[];
  /** Of each article: how many passages, and the words of its headline. */
  readonly articles: readonly (readonly [passages: number, headline: number])[];
}

interface Stored extends Lengths {
  readonly languages: readonly string[];
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
  const languages = new Map<string, number>();
  const lengths = { passages: [] as number[], articles: [] as [number, number][] };
  let article: PassageRecord['article'] | null = null;
  let language = '';
  let headline = '';
  for (const [id, record] of records.entries()) {
    if (record.article !== article) {
      article = record.article;
      language = stemLanguageOf(article.inLanguage, article.articleBody);
      languages.set(language, (languages.get(language) ?? 0) + 1);
      const analysed = analyseText(article.headline ?? '', language);
      headline = indexTerms(analysed).join(' ');
      lengths.articles.push([0, analysed.words.length]);
    }
    const analysed = analyseText(record.passage.text, language);
    engine.add({ id, text: indexTerms(analysed).join(' '), headline });
    lengths.passages.push(analysed.words.length);
    lengths.articles.at(-1)![0]++;
  }
  const fewest = lengths.articles.length * RARE_LANGUAGE;
  const common = [...languages].filter(([, count]) => count >= fewest).map(([name]) => name);
  return overEngine(engine, lengths, common.sort());
}

/** Throws when the text is no index of this engine: callers digest it first. */
export function loadPassageIndex(json: string): PassageIndex {
  const { engine, languages, ...lengths } = JSON.parse(json) as Stored;
  return overEngine(MiniSearch.loadJS<Indexed>(engine, OPTIONS), lengths, languages);
}

function overEngine(
  engine: MiniSearch<Indexed>,
  lengths: Lengths,
  languages: readonly string[],
): PassageIndex {
  const terms = readPostings(engine, isWord);
  const source = toSource(terms, lengths);
  const passageCount = (word: string) => terms.count(word);
  return {
    ...{ terms, source, languages, passageCount },
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
    toJson: () => JSON.stringify({ languages, ...lengths, engine }),
  };
}

function toSource(terms: EnginePostings, { passages, articles }: Lengths): PostingsSource {
  const articleOf = new Int32Array(passages.length);
  const articleLengths = new Int32Array(articles.length);
  let place = 0;
  articles.forEach(([count], article) => {
    for (let end = place + count; place < end; place++) {
      articleOf[place] = article;
      articleLengths[article]! += passages[place] as number;
    }
  });
  const words = articleLengths.reduce((sum, length) => sum + length, 0);
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
    passageLength: (passage) => passages[passage] as number,
    articleLength: (article) => articleLengths[article] as number,
    headlineLength: (article) => articles[article]![1],
  };
}
