/**
 * The best articles once more, by their texts: what postings do not tell.
 *
 * Words of the question that stand together mean each other ("white house"), and news says first what it is about. The
 * naive version keeps positions of every word for every article; here the texts of the first fifty are read again,
 * some 5,000 words, whatever the archive's size. Articles behind those keep their order.
 */
import { stemLanguageOf } from '../text/stem.ts';
import { analyseText, indexedForms, stemsOf } from '../text/stem-terms.ts';
import type { PassageIndex } from './passage-index.ts';
import type { PassageRecord } from './passage-record.ts';
import type { RankingWeights } from './ranking-weights.ts';
import { rarityOf, type ScoredPassage } from './scoring.ts';
import { isStopWord } from './stop-words.ts';

/** Articles read again: beyond these, what texts add moved none into the first ten. */
const MOST_READ = 50;
/** Words further apart have nothing to do with each other. */
const WINDOW = 12;
/** Words of an article's first sentence or two; the first counts whole, the last next to nothing. */
const LEAD_WORDS = 25;
/** A page of a thousand words is no sequence to look for. */
const MOST_WORDS = 60;

interface WantedWord {
  /** Stands for the word in every language. */
  readonly key: string;
  readonly rarity: number;
}

/** Best first, as `hits` come. */
export function refineByText<Hit extends ScoredPassage>(
  { index, records }: { readonly index: PassageIndex; readonly records: readonly PassageRecord[] },
  hits: readonly Hit[],
  words: readonly string[],
  weights: RankingWeights,
): Hit[] {
  const { wanted, keyOf } = wantedWords(index, words.slice(0, MOST_WORDS));
  const factors = new Map<number, number>();
  for (const { passage, score } of hits) {
    if (factors.size >= MOST_READ) break;
    const article = index.source.articleOf(passage);
    if (factors.has(article)) continue;
    const bonus =
      weights.proximity * proximity(index, records[passage]!, wanted, keyOf, weights) +
      lead(records, passage, wanted, keyOf, weights);
    factors.set(article, 1 + bonus / score);
  }
  return hits
    .map((hit) => ({ ...hit, score: hit.score * (factors.get(index.source.articleOf(hit.passage)) ?? 1) }))
    .sort((a, b) => b.score - a.score || a.passage - b.passage);
}

function wantedWords(
  { languages, terms, source }: PassageIndex,
  words: readonly string[],
): { wanted: WantedWord[]; keyOf: Map<string, string> } {
  const keyOf = new Map<string, string>();
  const perLanguage = languages.map((language) => stemsOf(words, language));
  const wanted = words.flatMap((word, at) => {
    if (isStopWord(word)) return [];
    const stems = [...new Set(perLanguage.map((stems) => stems[at] as string))];
    const key = stems.join(' ');
    const forms = stems.flatMap(indexedForms);
    for (const form of forms) keyOf.set(form, key);
    const count = Math.max(0, ...forms.map((form) => terms.postings(form)?.passages.length ?? 0));
    return [{ key, rarity: rarityOf(count, source.collection.passages) }];
  });
  return { wanted, keyOf };
}

/** Neighbours of the question near each other in the passage, each pair like a term of its own. */
function proximity(
  { source }: PassageIndex,
  record: PassageRecord,
  wanted: readonly WantedWord[],
  keyOf: ReadonlyMap<string, string>,
  { k1, b }: RankingWeights,
): number {
  const { stems } = stemsIn(record, `${record.article.headline ?? ''}\n${record.passage.text}`);
  const places = new Map<string, number[]>();
  stems.forEach((stem, at) => {
    const key = keyOf.get(stem);
    if (key === undefined) return;
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  });
  const norm = 1 - b + (b * stems.length) / source.collection.averagePassage;
  let sum = 0;
  for (let at = 0; at + 1 < wanted.length; at++) {
    const [left, right] = [wanted[at] as WantedWord, wanted[at + 1] as WantedWord];
    const near = nearness(places.get(left.key) ?? [], places.get(right.key) ?? []) / norm;
    if (near > 0) sum += (Math.min(left.rarity, right.rarity) * near * (k1 + 1)) / (near + k1);
  }
  return sum;
}

/** 1 for each time the right word follows the left one, less the further apart they stand. */
function nearness(left: readonly number[], right: readonly number[]): number {
  let sum = 0;
  for (const i of left)
    for (const j of right) {
      const distance = Math.abs(j - i);
      if (distance > 0 && distance <= WINDOW) sum += 1 / (j > i ? distance : distance + 1);
    }
  return sum;
}

function lead(
  records: readonly PassageRecord[],
  passage: number,
  wanted: readonly WantedWord[],
  keyOf: ReadonlyMap<string, string>,
  weights: RankingWeights,
): number {
  const record = records[passage]!;
  const first = records[passage - record.passage.ordinal]!;
  const { stems } = stemsIn(record, first.passage.text.slice(0, LEAD_WORDS * 12));
  const places = stems.slice(0, LEAD_WORDS).map((stem) => keyOf.get(stem));
  const weight = record.article.headline === null ? weights.leadAlone : weights.lead;
  return wanted.reduce((sum, { key, rarity }) => {
    const place = places.indexOf(key);
    return place < 0 ? sum : sum + weight * rarity * (1 - place / LEAD_WORDS);
  }, 0);
}

function stemsIn({ article }: PassageRecord, text: string) {
  return analyseText(text, stemLanguageOf(article.inLanguage, article.articleBody));
}
