/**
 * Which passages hold these words: MiniSearch behind a small door, the only file that knows it.
 *
 * Words are folded by our tokeniser, so that index, query, name scan and fingerprints agree; the engine's own
 * processing is switched off. Scoring is BM25 with Lucene's parameters (k1 1.2, b .75, no δ), which ranked better on
 * every news collection tried than the engine's defaults.
 */
import MiniSearch, { type Options } from 'minisearch';
import { words } from '../text/tokenise.ts';
import type { PassageRecord } from './passage-record.ts';

interface Indexed {
  readonly id: number;
  readonly text: string;
  readonly headline: string;
}

export interface LexicalHit {
  /** Place of the passage in the list that was indexed. */
  readonly passage: number;
  readonly score: number;
  /** Indexed words that matched, folded. */
  readonly words: readonly string[];
}

interface LexicalQuery {
  /** Folded words; each counts `weight(word)` times, 1 by default. */
  readonly words: readonly string[];
  readonly weight?: (word: string) => number;
  /** Complete the last word while it is typed. */
  readonly isLastWordOpen?: boolean;
  /** Of these words, also accept a slip of the keyboard. */
  readonly forgive?: ReadonlySet<string>;
}

export interface PassageIndex {
  /** Best first; ties by the passages' order. */
  search(query: LexicalQuery): LexicalHit[];
  /** Indexed words that begin so, most frequent first. */
  complete(prefix: string, limit: number): string[];
  /** Number of passages that hold a folded word. */
  passageCount(word: string): number;
  toJson(): string;
}

const BM25 = { k: 1.2, b: 0.75, d: 0 };
/** A word of the headline tells more of an article than one of its body, and stands in every passage of it. */
const HEADLINE_WEIGHT = 0.6;
/** A completed or corrected word is a guess: it counts less than the word itself. */
const GUESS_WEIGHTS = { prefix: 0.6, fuzzy: 0.35 };
/** Shorter words have too many neighbours at one slip. */
const SHORTEST_FORGIVEN = 5;
/** One slip in five letters, at most two. */
const SLIPS_PER_LETTER = 0.2;

const OPTIONS: Options<Indexed> = {
  fields: ['text', 'headline'],
  tokenize: words,
  processTerm: (word) => word,
};

export function buildPassageIndex(records: readonly PassageRecord[]): PassageIndex {
  const engine = new MiniSearch<Indexed>(OPTIONS);
  engine.addAll(
    records.map(({ passage, article }, id) => ({ id, text: passage.text, headline: article.headline ?? '' })),
  );
  return overEngine(engine);
}

/** Throws when the text is no index of this engine: callers digest it first. */
export function loadPassageIndex(json: string): PassageIndex {
  return overEngine(MiniSearch.loadJSON<Indexed>(json, OPTIONS));
}

function overEngine(engine: MiniSearch<Indexed>): PassageIndex {
  const counted = new Map<string, number>();
  return {
    search: ({ words: terms, weight, isLastWordOpen = false, forgive }) => {
      if (terms.length === 0) return [];
      const last = terms.length - 1;
      const found = engine.search(terms.join(' '), {
        tokenize: (text) => text.split(' '),
        bm25: BM25,
        boost: { text: 1, headline: HEADLINE_WEIGHT },
        boostTerm: (word) => weight?.(word) ?? 1,
        prefix: (_word, index) => isLastWordOpen && index === last,
        fuzzy: (word) => (forgive?.has(word) && word.length >= SHORTEST_FORGIVEN ? SLIPS_PER_LETTER : false),
        maxFuzzy: 2,
        weights: GUESS_WEIGHTS,
      });
      return found
        .map(({ id, score, match }) => ({ passage: id as number, score, words: Object.keys(match) }))
        .sort((a, b) => b.score - a.score || a.passage - b.passage);
    },
    complete: (prefix, limit) => {
      const found = engine.search(prefix, { tokenize: (text) => [text], prefix: true, bm25: BM25 });
      const counts = new Map<string, number>();
      for (const { match } of found) {
        for (const word of Object.keys(match))
          if (word.startsWith(prefix)) counts.set(word, (counts.get(word) ?? 0) + 1);
      }
      return [...counts]
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .slice(0, limit)
        .map(([word]) => word);
    },
    passageCount: (word) => {
      let count = counted.get(word);
      if (count === undefined) {
        count = engine.search(word, { tokenize: (text) => [text] }).length;
        counted.set(word, count);
      }
      return count;
    },
    toJson: () => JSON.stringify(engine),
  };
}
