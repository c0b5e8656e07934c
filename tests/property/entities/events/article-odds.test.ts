import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openArticleOdds } from '../../../../src/entities/events/article-odds.ts';
import {
  type ArticleTraits,
  compareTraits,
  type Rarity,
  rarityIn,
} from '../../../../src/entities/events/article-traits.ts';

const WORD = fc.integer({ min: 0, max: 60 }).map((number) => `w${number}`);
const COUNTS = fc
  .array(fc.tuple(WORD, fc.integer({ min: 1, max: 200 })), { maxLength: 12 })
  .map((all) => new Map(all));
const WORDS = fc.array(WORD, { maxLength: 4 }).map((all) => new Set(all));
const TRAITS: fc.Arbitrary<ArticleTraits> = fc.record({
  words: COUNTS,
  names: COUNTS,
  numbers: WORDS,
  years: WORDS,
});

const wordsOf = ({ words, names, numbers, years }: ArticleTraits) =>
  new Set([...words.keys(), ...names.keys(), ...numbers, ...years]);

/** As the words of article-odds.ts say it: every article is looked at. */
function naiveOdds(archive: ReadonlyMap<string, ArticleTraits>, a: string, b: string): number {
  const rarity = rarityIn([...archive.values()]);
  const sharing = (word: string) =>
    [...archive.values()].filter((traits) => wordsOf(traits).has(word)).length;
  const around = (own: string) => {
    const scores = [...archive].flatMap(([key, traits]): [string, number][] => {
      const theirs = wordsOf(traits);
      const shared = [...wordsOf(archive.get(own)!)].filter(
        (word) => theirs.has(word) && sharing(word) <= 400,
      );
      const score = shared.reduce((sum, word) => sum + Math.max(rarity(word), 0) ** 2, 0);
      return key === own || shared.length === 0 ? [] : [[key, score]];
    });
    scores.sort(([x, one], [y, other]) => other - one || (x < y ? -1 : 1));
    return [own, ...scores.slice(0, 30).map(([key]) => key)].map((key) => wordsOf(archive.get(key)!));
  };
  const near = [...around(a), ...around(b)];
  const lookAlikes: Rarity = (word) =>
    Math.log((near.length / 2 + 1) / (near.filter((words) => words.has(word)).length / 2 + 0.5));
  return compareTraits(archive.get(a)!, archive.get(b)!, { archive: rarity, lookAlikes });
}

describe('odds that two articles report one happening', () => {
  it('are those of every article looked at, to the last bit', () => {
    fc.assert(
      fc.property(
        fc.array(TRAITS, { minLength: 2, maxLength: 45 }),
        fc.nat(),
        fc.nat(),
        (all, one, other) => {
          const archive = new Map(all.map((traits, at) => [`a${at}`, traits]));
          const [a, b] = [`a${one % all.length}`, `a${other % all.length}`];
          const odds = openArticleOdds(archive);
          if (a === b) expect(odds(a, b)).toBeNull();
          // A second time too: nothing may be left of the first.
          else for (let time = 0; time < 2; time++) expect(odds(a, b)).toBe(naiveOdds(archive, a, b));
        },
      ),
      { numRuns: 60 },
    );
  });
});
