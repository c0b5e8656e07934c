import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPassages } from '../../../src/archive/split-passages.ts';
import { MOST_READ, raiseFront } from '../../../src/retrieval/raise-front.ts';
import { raiseNeighbours } from '../../../src/retrieval/raise-neighbours.ts';
import { countByWords, raiseWordParts, seekParts } from '../../../src/retrieval/raise-word-parts.ts';
import { RANKING } from '../../../src/retrieval/ranking-weights.ts';
import type { ScoredPassage } from '../../../src/retrieval/scoring.ts';
import { buildPassageIndex } from '../../../src/retrieval/young-index.ts';
import { words } from '../../../src/text/tokenise.ts';
import { article } from '../../unit/invented-archive.ts';

const WORDS = ['bridge', 'ferry', 'ferries', 'quay', 'lantern', 'orchard', 'flute', 'the', 'green', 'mayor'];
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 10 })
  .map((found) => found.join(' '));
const texts = fc.array(sentence, { minLength: 2, maxLength: 12 });
/** One passage an article, best first. */
const hitsOf = (scores: readonly number[]): ScoredPassage[] =>
  scores
    .map((score, passage) => ({ passage, score, coverage: 1 }))
    .sort((a, b) => b.score - a.score || a.passage - b.passage);
/** One passage an article; nothing else of an archive is read. */
function archiveOfTexts(bodies: readonly string[]) {
  const records = bodies.flatMap((body, at) => {
    const printed = article(`a${at}`, body, { headline: null });
    return splitPassages(printed).map((passage) => ({
      ...{ passage, article: printed, names: [], entities: [] },
      speakers: { quoted: [], quotes: [] },
    }));
  });
  return { records, index: buildPassageIndex(records), passagesOf: new Map() };
}
const scored = (hits: readonly ScoredPassage[]) =>
  new Map(hits.map(({ passage, score }) => [passage, score]));

describe('the first articles, raised', () => {
  const scores = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 150 });

  it('take their passages with them, and nothing that was not read passes them', () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 3 }), fc.nat(5), (given, each, gain) => {
        const articleOf = (passage: number) => Math.floor(passage / each);
        const hits = hitsOf(given);
        const facts = { articleOf, firstOf: (one: number) => one * each };
        const records = { at: (place: number) => ({ place }) };
        const archive = { index: { source: { articleOf } }, facts, records } as never;
        const shown: number[] = [];
        const raised = raiseFront<ScoredPassage>(archive, hits, (front) => {
          shown.push(...front.map(({ first }) => articleOf((first as never as { place: number }).place)));
          return front.map(({ score, place }) => score + gain * (articleOf(place) % 2));
        });
        expect(shown).toEqual(
          [...new Set(hits.map(({ passage }) => articleOf(passage)))].slice(0, MOST_READ),
        );
        const best = new Map<number, number>();
        for (const { passage, score } of hits)
          best.set(articleOf(passage), Math.max(best.get(articleOf(passage)) ?? 0, score));
        const read = hits.findIndex(({ passage }) => !shown.includes(articleOf(passage)));
        const end = read < 0 ? hits.length : read;
        const expected = hits.slice(0, end).map(({ passage, score, coverage }) => {
          const top = best.get(articleOf(passage))!;
          return { passage, coverage, score: score * ((top + gain * (articleOf(passage) % 2)) / top) };
        });
        expect(raised.slice(0, end)).toEqual(
          expected.sort((a, b) => b.score - a.score || a.passage - b.passage),
        );
        expect(raised.slice(end)).toEqual(hits.slice(end));
      }),
    );
  });
});

describe('neighbours', () => {
  const given = texts.chain((bodies) =>
    fc.tuple(
      fc.constant(bodies),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: bodies.length, maxLength: bodies.length }),
    ),
  );

  it('raise an article by the mean of the scores around it, as counting every pair gives', () => {
    fc.assert(
      fc.property(given, fc.constantFrom(0.5, 1, 2), ([bodies, scores], weight) => {
        const raised = scored(raiseNeighbours(archiveOfTexts(bodies), hitsOf(scores), weight));
        const vectors = vectorsOf(bodies);
        const top = Math.max(...scores);
        scores.forEach((score, at) => {
          let [sum, total] = [0.1 * (score / top) ** 3, 0.1];
          scores.forEach((other, place) => {
            const share = place === at ? 0 : cosine(vectors[at]!, vectors[place]!) ** 2;
            sum += share * (other / top) ** 3;
            total += share;
          });
          const expected = top * Math.cbrt((score / top) ** 3 + (weight * sum) / total);
          expect(raised.get(at)).toBeCloseTo(expected, 2);
          expect(raised.get(at)).toBeGreaterThanOrEqual(score);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('leave equal texts of equal scores equal to the last bit, wherever they stand', () => {
    fc.assert(
      fc.property(given, fc.nat(), ([bodies, scores], pick) => {
        const twin = pick % bodies.length;
        const archive = archiveOfTexts([...bodies, bodies[twin]!]);
        const raised = scored(raiseNeighbours(archive, hitsOf([...scores, scores[twin]!]), 1));
        expect(raised.get(bodies.length)).toBe(raised.get(twin));
      }),
      { numRuns: 60 },
    );
  });
});

describe('parts of words', () => {
  it('raise an article by what counting them in its whole text gives', () => {
    fc.assert(
      fc.property(texts, sentence, (bodies, question) => {
        const archive = archiveOfTexts(bodies);
        const asked = words(question);
        const weight = RANKING.wordParts * Math.min(1, Math.sqrt(6 / asked.length));
        const raised = scored(raiseWordParts(archive, hitsOf(bodies.map(() => 1)), asked, RANKING));
        const { index } = archive;
        const { passages, averageArticle } = index.source.collection;
        const rarity = (word: string) => {
          const count = index.passageCount(word);
          return Math.log(1 + (passages - count + 0.5) / (count + 0.5));
        };
        const telling = [...new Set(asked)].filter((word) => word !== 'the');
        const worths = new Map<string, number>();
        for (const word of telling) {
          const parts = new Set(partsOf(word));
          for (const part of parts)
            worths.set(part, Math.max(worths.get(part) ?? 0, rarity(word) / Math.sqrt(parts.size)));
        }
        const all = [...worths.values()].reduce((sum, one) => sum + one, 0);
        const rarities = telling.reduce((sum, word) => sum + rarity(word), 0);
        bodies.forEach((body, at) => {
          const held = words(body).flatMap(partsOf);
          let gain = 0;
          for (const [part, worth] of worths) {
            const count =
              held.filter((one) => one === part).length /
              (0.25 + (0.75 * words(body).length) / averageArticle);
            gain += ((worth * rarities) / all) * ((2.2 * count) / (count + 1.2));
          }
          expect(raised.get(at)).toBeCloseTo(1 + weight * gain, 9);
        });
      }),
      { numRuns: 60 },
    );
  });
});

function partsOf(word: string): string[] {
  const bounded = `_${word}_`;
  return bounded.length <= 4 ? [bounded] : [...bounded].slice(3).map((_, at) => bounded.slice(at, at + 4));
}

/** Of this file's own words, by hand: "ferry" and "ferries" have one stem, "the" tells nothing. */
function vectorsOf(bodies: readonly string[]): Map<string, number>[] {
  const counts = bodies.map((body) => {
    const found = new Map<string, number>();
    for (const word of body.split(' '))
      if (word !== 'the') {
        const stem = word === 'ferries' ? 'ferry' : word;
        found.set(stem, (found.get(stem) ?? 0) + 1);
      }
    return found;
  });
  const holders = (stem: string) => counts.filter((one) => one.has(stem)).length;
  return counts.map(
    (one) =>
      new Map(
        [...one].map(([stem, count]) => [
          stem,
          (1 + Math.log(count)) * Math.log((bodies.length + 1) / holders(stem)),
        ]),
      ),
  );
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const dot = (x: ReadonlyMap<string, number>, y: ReadonlyMap<string, number>) =>
    [...x].reduce((sum, [stem, worth]) => sum + worth * (y.get(stem) ?? 0), 0);
  const lengths = Math.sqrt(dot(a, a) * dot(b, b));
  return lengths === 0 ? 0 : dot(a, b) / lengths;
}

describe('parts of words', () => {
  it('are as many sought in a text as counted word by word', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abé1中'), minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 30 }),
        fc.array(word, { minLength: 1, maxLength: 4 }),
        (read, asked) => {
          const parts = asked.flatMap((one) => [...partsOf(one)]);
          const wanted = new Map(parts.map((part) => [part, 1]));
          expect(seekParts(wanted)(read)).toEqual(countByWords(wanted)(read));
        },
      ),
      { numRuns: 500 },
    );
  });
});
