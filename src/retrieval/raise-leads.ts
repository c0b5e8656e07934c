/**
 * The best articles once more, by their first words: news says there what it is about, and a headline asks for it.
 *
 * The naive version indexes first sentences as a field of their own. Here those of the first fifty articles are read
 * again, some 1,500 words, whatever the archive's size. Pairs of words that stand near each other were tried as well and
 * moved nothing beyond chance on any collection.
 */
import { analyseText, indexedForms, stemsOf } from '../text/stem-terms.ts';
import { postingsOfStem } from './lexical-query.ts';
import type { PassageIndex } from './passage-index.ts';
import { raiseFront } from './raise-front.ts';
import type { RankingWeights } from './ranking-weights.ts';
import { rarityOf, type ScoredPassage } from './scoring.ts';
import type { Searchable } from './searchable.ts';
import { isStopWord } from './stop-words.ts';

/** Words of an article's first two sentences; the first counts whole, the last next to nothing. */
const LEAD_WORDS = 40;
/** Code units that hold them in any language. */
const LEAD_LENGTH = 500;
/** Words of the question that are looked for. */
const MOST_WORDS = 60;

/** Rarity of a word of the question, under every term its forms are indexed by. */
interface Wanted {
  readonly rarity: number;
  readonly word: number;
}

/** Best first, as `hits` come. */
export function raiseLeads<Hit extends ScoredPassage>(
  archive: Searchable,
  hits: readonly Hit[],
  words: readonly string[],
  weights: RankingWeights,
): Hit[] {
  const { index } = archive;
  const wanted = wantedTerms(index, words.slice(0, MOST_WORDS));
  return raiseFront(archive, hits, (front) =>
    front.map(({ score, place, first }) => {
      const weight = first.article.headline === null ? weights.leadAlone : weights.lead;
      return score + weight * worthOfLead(first.passage.text, index.languageOf(place), wanted);
    }),
  );
}

function wantedTerms(index: PassageIndex, words: readonly string[]): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const language of index.languages) {
    const stems = stemsOf(words, language);
    words.forEach((word, at) => {
      const stem = stems[at] as string;
      if (isStopWord(word) || wanted.has(stem)) return;
      const holders = postingsOfStem(index.terms, stem)?.passages.length ?? 0;
      const rarity = rarityOf(holders, index.source.collection.passages);
      for (const form of indexedForms(stem)) wanted.set(form, { rarity, word: words.indexOf(word) });
    });
  }
  return wanted;
}

/** Each word of the question once, where it stands first. */
function worthOfLead(text: string, language: string, wanted: ReadonlyMap<string, Wanted>): number {
  const { stems } = analyseText(text.slice(0, LEAD_LENGTH), language, LEAD_WORDS);
  const seen = new Set<number>();
  let sum = 0;
  stems.slice(0, LEAD_WORDS).forEach((stem, place) => {
    const found = wanted.get(stem);
    if (found === undefined || seen.has(found.word)) return;
    seen.add(found.word);
    sum += found.rarity * (1 - place / LEAD_WORDS);
  });
  return sum;
}
