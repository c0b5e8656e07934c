/** Invented passages and the naive search over them: every passage scored, all sorted. The segments must agree to the last bit. */
import fc from 'fast-check';
import type { AnalysedPassage } from '../../../src/retrieval/segments/analysed-passage.ts';
import { byRank, type SegmentHit } from '../../../src/retrieval/segments/best-hits.ts';
import { lengthClassOf, lengthOfClass } from '../../../src/retrieval/segments/length-class.ts';
import type { LoadedTerms } from '../../../src/retrieval/segments/loaded-terms.ts';
import type { TermScore } from '../../../src/retrieval/segments/scored-list.ts';
import type { SegmentStore } from '../../../src/retrieval/segments/segment-store.ts';

export const WORDS =
  'the of bridge river council vote rain harbour museum ferry قدس é 中 tramway tramways'.split(' ');

/** Common words first, as words are: word n about 1/n as often as the first. */
export function inventPassages(count: number, seed: number, from = 0): AnalysedPassage[] {
  let state = seed >>> 0;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const word = () => WORDS[Math.floor(WORDS.length ** (next(1000) / 1000)) - 1] as string;
  const some = (most: number) => Array.from({ length: next(most + 1) }, word);
  let headline = some(4);
  return Array.from({ length: count }, (_, place) => {
    const startsArticle = place === 0 || next(3) === 0;
    if (startsArticle) headline = some(4);
    return {
      number: from + place,
      startsArticle,
      headline,
      body: some(next(10) === 0 ? 160 : 24),
      names: some(3),
    };
  });
}

export interface Asked {
  readonly terms: readonly string[];
  readonly phrases: readonly (readonly string[])[];
  readonly excluded: readonly (readonly string[])[];
  readonly everyNth: number;
  readonly limit: number;
}

const word = fc.constantFrom(...WORDS, 'unheard');
export const asked: fc.Arbitrary<Asked> = fc.record({
  terms: fc.uniqueArray(word, { minLength: 1, maxLength: 5 }),
  phrases: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 2 }) },
  ),
  excluded: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.array(word, { minLength: 1, maxLength: 2 }), { maxLength: 2 }) },
  ),
  everyNth: fc.constantFrom(1, 1, 3),
  limit: fc.constantFrom(1, 3, 10, 1000),
});

export const accepts = ({ everyNth }: Asked) =>
  everyNth === 1 ? null : (number: number) => number % everyNth === 0;

/** BM25F with the weights of a headline; statistics from whoever sums them over the tiers. */
export function scoreFor(loaded: Pick<LoadedTerms, 'passages' | 'words'>, count: number): TermScore {
  const { passages, words } = loaded;
  const rarity = Math.log(1 + (passages - count + 0.5) / (count + 0.5));
  const norms = ([total]: readonly [number]) =>
    Float64Array.from(
      { length: 256 },
      (_, at) => 0.25 + (0.75 * lengthOfClass(at) * passages) / Math.max(1, total),
    );
  const [h, b, n] = [norms([words.headline]), norms([words.body]), norms([words.names])];
  return (headline, body, names, headlineClass, bodyClass, namesClass) => {
    const counts =
      (2 * headline) / (h[headlineClass] as number) +
      body / (b[bodyClass] as number) +
      (1.5 * names) / (n[namesClass] as number);
    return (rarity * counts * 2.2) / (counts + 1.2);
  };
}

const count = (words: readonly string[], word: string) => words.filter((other) => other === word).length;
const holds = ({ headline, body, names }: AnalysedPassage, word: string) =>
  [...headline, ...body, ...names].includes(word);

function holdsAll(passage: AnalysedPassage, phrase: readonly string[]): boolean {
  const [first] = phrase;
  if (phrase.length === 1 && first !== undefined) return holds(passage, first);
  return [passage.headline, passage.body].some((field) =>
    field.some((_, start) => phrase.every((word, place) => field[start + place] === word)),
  );
}

/** `statistics` by word, so that oracle and segments count deleted passages alike. */
export function naiveSearch(
  passages: readonly AnalysedPassage[],
  scores: ReadonlyMap<string, TermScore>,
  query: Asked,
): SegmentHit[] {
  const passes = accepts(query) ?? (() => true);
  return passages
    .filter((passage) => query.terms.some((term) => holds(passage, term)))
    .filter((passage) => query.phrases.every((phrase) => holdsAll(passage, phrase)))
    .filter((passage) => !query.excluded.some((phrase) => holdsAll(passage, phrase)))
    .filter(({ number }) => passes(number))
    .map((passage): SegmentHit => {
      const { headline, body, names } = passage;
      const classes = [headline, body, names].map(({ length }) => lengthClassOf(length)) as [
        number,
        number,
        number,
      ];
      let score = 0;
      for (const term of query.terms) {
        if (!holds(passage, term)) continue;
        const scoreOf = scores.get(term) as TermScore;
        score += scoreOf(count(headline, term), count(body, term), count(names, term), ...classes);
      }
      return { number: passage.number, score };
    })
    .sort(byRank)
    .slice(0, query.limit);
}

export class Killed extends Error {}

/** A store whose process dies at a write to come: before it is written, or before anybody hears that it was. */
export function mortal(store: SegmentStore) {
  let writesLeft = Number.POSITIVE_INFINITY;
  let isWritten = false;
  return {
    dieAfter: (writes: number, written: boolean) => {
      writesLeft = writes;
      isWritten = written;
    },
    revive: () => {
      writesLeft = Number.POSITIVE_INFINITY;
    },
    store: {
      ...store,
      readManifest: () => store.readManifest(),
      change: async (change) => {
        if (writesLeft-- > 0) return store.change(change);
        if (isWritten) await store.change(change);
        throw new Killed();
      },
    } satisfies SegmentStore,
  };
}
