import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder } from '../../../src/retrieval/best-first.ts';
import { toQueryTerms } from '../../../src/retrieval/lexical-query.ts';
import { RANKING } from '../../../src/retrieval/ranking-weights.ts';
import { mergePostings, rarityOf, scoreFirst, scorePassages } from '../../../src/retrieval/scoring.ts';
import {
  buildPassageIndex,
  extendPassageIndex,
  loadPassageIndex,
} from '../../../src/retrieval/young-index.ts';
import { analyseText } from '../../../src/text/stem-terms.ts';
import { archiveOf, article } from '../../unit/invented-archive.ts';

const WORDS = ['bridge', 'bridges', 'bridged', 'open', 'opening', 'harbour', 'boat', 'boats', 'the', 'green'];
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(' '));
const archive = fc.array(fc.tuple(sentence, fc.option(sentence, { nil: null })), {
  minLength: 1,
  maxLength: 6,
});
const recordsOf = (texts: readonly (readonly [string, string | null])[]) =>
  archiveOf(texts.map(([body, headline], at) => article(`a${at}`, body, { headline }))).records;

describe('postings', () => {
  it('are what counting the texts gives, after a round through JSON and of an index that was added to as well', () => {
    fc.assert(
      fc.property(archive, fc.nat(6), fc.constantFrom(...WORDS, '~bridg', '~boat'), (texts, split, term) => {
        const records = recordsOf(texts);
        const counted = records.flatMap(({ passage, article }, place) => {
          const count = (text: string) => {
            const { words, stems } = analyseText(text, 'en');
            return (term.startsWith('~') ? stems : words).filter((one) => one === term).length;
          };
          const entry = [place, count(passage.text), count(article.headline ?? '')];
          return entry[1]! + entry[2]! > 0 ? [entry] : [];
        });
        const first = records.findIndex(({ article: { id } }) => id === `a${split}`);
        const before = first < 0 ? records : records.slice(0, first);
        const added = extendPassageIndex(buildPassageIndex(before).toJson(), records.slice(before.length));
        for (const index of [
          buildPassageIndex(records),
          loadPassageIndex(buildPassageIndex(records).toJson()),
          loadPassageIndex(added),
        ]) {
          const postings = index.terms.postings(term);
          const listed = Array.from(postings?.passages ?? [], (place, at) => [
            ...[place, postings!.body[at]!, postings!.headline[at]!],
          ]);
          expect(listed).toEqual(counted);
          expect(index.passageCount(term)).toBe(counted.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('merged are the sums of their counts', () => {
    const list = fc
      .uniqueArray(fc.tuple(fc.nat(20), fc.nat(3), fc.nat(3)), { selector: ([place]) => place })
      .map((entries) => entries.sort(([a], [b]) => a - b));
    const toPostings = (entries: readonly (readonly [number, number, number])[]) => ({
      passages: entries.map(([place]) => place),
      body: entries.map(([, body]) => body),
      headline: entries.map(([, , headline]) => headline),
    });
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 4 }), (lists) => {
        const sums = new Map<number, [number, number]>();
        for (const [place, body, headline] of lists.flat()) {
          const known = sums.get(place) ?? [0, 0];
          sums.set(place, [known[0] + body, known[1] + headline]);
        }
        const expected = [...sums].sort(([a], [b]) => a - b).map(([at, [b, h]]) => [at, b, h] as const);
        const merged = mergePostings(lists.map(toPostings))!;
        const listed = Array.from(merged.passages, (at, i) => [at, merged.body[i]!, merged.headline[i]!]);
        expect(listed).toEqual(expected);
      }),
    );
  });
});

describe('the first hits', () => {
  it('are those of the full ranking as deep as is asked, and all are counted', () => {
    fc.assert(
      fc.property(
        archive,
        fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }),
        fc.record({ passages: fc.integer({ min: 1, max: 3 }), articles: fc.integer({ min: 1, max: 3 }) }),
        (texts, words, depth) => {
          const { terms, languages, source } = buildPassageIndex(recordsOf(texts));
          const asked = toQueryTerms(terms, languages, { words }, RANKING);
          const covering = (coverage: number) => 0.8 + 0.2 * coverage;
          const all = inOrder(
            scorePassages(source, asked, RANKING).map((hit) => ({
              ...hit,
              score: hit.score * covering(hit.coverage),
            })),
          );
          const { hits, total } = scoreFirst(source, asked, RANKING, depth, covering);
          expect(total).toBe(all.length);
          expect(inOrder(hits)).toEqual(all.slice(0, hits.length));
          const articles = new Set(hits.map(({ passage }) => source.articleOf(passage)));
          const isDeep = hits.length >= depth.passages && articles.size >= depth.articles;
          expect(isDeep || hits.length === all.length).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the score of an article of one passage', () => {
  it('is BM25F over its words, as the formula says', () => {
    const weights = { ...RANKING, exact: 0, bestPassage: 0 };
    fc.assert(
      fc.property(archive, fc.constantFrom('bridge', 'harbour', 'green'), (texts, word) => {
        const records = recordsOf(texts);
        const stem = analyseText(word, 'en').stems[0];
        const counts = records.map(({ passage, article }) =>
          [passage.text, article.headline ?? ''].map((text) => analyseText(text, 'en').stems),
        );
        const average = (
          field: number,
          all = counts.map((one) => one[field]!.length).filter((n) => n > 0),
        ) => (all.length > 0 ? all.reduce((sum, n) => sum + n, 0) / all.length : 1);
        const hits = counts.filter((fields) => fields.flat().includes(stem!)).length;
        const expected = counts.map(([body = [], headline = []]) => {
          const count = (words: readonly string[], mean: number) =>
            words.filter((one) => one === stem).length / (1 - weights.b + (weights.b * words.length) / mean);
          const all = count(body, average(0)) + weights.headline * count(headline, average(1));
          return (rarityOf(hits, counts.length) * all * (weights.k1 + 1)) / (all + weights.k1);
        });
        const found = buildPassageIndex(records).search({ words: [word] }, weights);
        for (const { passage, score } of found) expect(score).toBeCloseTo(expected[passage]!, 9);
        expect(found.length).toBe(hits);
      }),
      { numRuns: 60 },
    );
  });
});
