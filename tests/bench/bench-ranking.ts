/**
 * What reading the first articles again costs (src/README.md, decision 35): each question is answered with it and
 * without, by turns, so that whatever else the machine does falls on both. `node tests/bench/bench-ranking.ts [size]`
 */

import { parseQuery } from '../../src/retrieval/parse-query.ts';
import type { PassageRecord } from '../../src/retrieval/passage-record.ts';
import { RANKING, type RankingWeights } from '../../src/retrieval/ranking-weights.ts';
import { findRelated } from '../../src/retrieval/related.ts';
import { search } from '../../src/retrieval/search.ts';
import type { Searchable } from '../../src/retrieval/searchable.ts';
import { isStopWord } from '../../src/retrieval/stop-words.ts';
import { buildPassageIndex } from '../../src/retrieval/young-index.ts';
import { splitSentences } from '../../src/text/split-sentences.ts';
import { words } from '../../src/text/tokenise.ts';
import { benchRecords } from './bench-archive.ts';
import { quantile, time } from './cost.ts';
import { type Figure, printFigures, ratio } from './figures.ts';

const SIZE = 10_000;
const QUESTIONS = 60;
/** Each question's least counts: what the collector took from one run is no cost of the ranking. */
const TURNS = 3;
const WITHOUT: RankingWeights = { ...RANKING, neighbours: 0, wordParts: 0 };
/** What it may cost. */
const MOST_TIMES = 2;

type Ask = (archive: Searchable, text: string, weights: RankingWeights) => unknown;

const typed: Ask = (archive, text, weights) => {
  const query = { ...parseQuery(text), entitySets: [], excludedEntitySets: [], correct: () => [] };
  return search(archive, query, { limit: 10, lines: 'texts', weights });
};

const page: Ask = (archive, text, weights) =>
  findRelated(archive, { mentions: [], text, except: () => false, limit: 10, lines: 'texts', weights });

/** Two telling words, a sentence, and the text of an article. */
const KINDS: readonly (readonly [name: string, ask: Ask, question: (record: PassageRecord) => string])[] = [
  [
    'two words',
    typed,
    ({ passage }) => {
      const telling = words(passage.text).filter((word) => word.length > 3 && !isStopWord(word));
      return `${telling[1] ?? 'bridge'} ${telling.at(-2) ?? 'river'} `;
    },
  ],
  [
    'a sentence',
    typed,
    ({ passage: { text } }) => {
      const [{ start, end } = { start: 0, end: text.length }] = splitSentences(text);
      return `${words(text.slice(start, end)).join(' ')} `;
    },
  ],
  ['a page', page, ({ article }) => article.articleBody],
];

async function leastOf(answer: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) times.push(await time(answer));
  return Math.min(...times);
}

export async function benchRanking(size = SIZE): Promise<Figure[]> {
  const records = benchRecords(size);
  const archive = { records, index: buildPassageIndex(records), passagesOf: new Map() };
  const step = Math.max(1, Math.floor(records.length / QUESTIONS));
  const asked = records.filter((_, place) => place % step === 0);
  const figures: Figure[] = [];
  for (const [name, ask, question] of KINDS) {
    const texts = asked.map(question);
    const spent = { now: [] as number[], without: [] as number[] };
    // What comes first pays for what is compiled and read: the first questions do not count.
    for (const text of [...texts.slice(0, 5), ...texts]) {
      spent.now.push(await leastOf(() => ask(archive, text, RANKING)));
      spent.without.push(await leastOf(() => ask(archive, text, WITHOUT)));
    }
    const [now, without] = [spent.now, spent.without].map((times) => quantile(times.slice(5), 0.5));
    const what = `ranking of ${size.toLocaleString('en')} passages, ${name}`;
    figures.push(
      {
        ...{ what: `${what}: median`, measured: `${now!.toFixed(2)} ms` },
        ...{ target: '', isMet: null },
      },
      ratio(`${what}: times one that reads no article again`, now! / without!, '≤', MOST_TIMES),
    );
  }
  return figures;
}

if (import.meta.main) printFigures(await benchRanking(Number(process.argv[2] ?? SIZE)));
