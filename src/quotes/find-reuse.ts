/**
 * Which stretches of a page were printed before, and where: the whole page in one pass.
 *
 * The naive version compares every sentence with every article. Here every run of four words of the page is looked up
 * in the index (a filter turns most away), the articles with most and rarest prints in common are read, and what they
 * share is aligned and judged sentence by sentence. O(page words + places found); every list is capped.
 */
import type { TextPosition } from '../text/position.ts';
import { splitSentences } from '../text/split-sentences.ts';
import { findHeadlineLists, markFormulas } from './boilerplate.ts';
import { judgePart, type SentenceWords, type SharedPart, showsRelation } from './judge-part.ts';
import { type PrintIndex, placesOfPrint } from './print-index.ts';
import { type Chain, chainShared, type Seed } from './share-runs.ts';
import {
  firstSentenceBehind,
  firstWordFrom,
  gramsOf,
  readSequence,
  type WordSequence,
} from './word-sequence.ts';

/** A part of one sentence of the page that an article, by its number in the index, prints too. */
export interface FoundPart extends SharedPart {
  readonly number: number;
  /** The sentence's place among the page's. */
  readonly sentence: number;
}

export interface PageReuse {
  readonly words: WordSequence;
  readonly sentences: readonly SentenceWords[];
  /** By sentence, best article first. */
  readonly parts: readonly (readonly FoundPart[])[];
}

export interface PrintedArticles {
  readonly index: PrintIndex;
  /** The words of the article with this number, null when it is not to be asked. */
  readonly wordsOf: (article: number) => WordSequence | null;
  /** Says whose words are asked for next; left out where all are in memory. */
  readonly need?: ((articles: Iterable<number>) => void) | undefined;
}

/** A run of so many words shows that page and article are related: in the rest of them less proves. */
const RELATED_WORDS = 10;
/** A phrase that the page repeats is looked up so often; its further sentences are answered as the first. */
const MOST_REPEATS = 4;
/** Articles read for one page, which bounds its time; those left out share the fewest and commonest prints. */
const MOST_READ = 400;
/** Printings listed of one sentence: more are a formula that no rule knows. */
const MOST_PRINTINGS = 50;
/** Seeds of one page, over all articles. */
const MOST_SEEDS = 200_000;

export function findReuse(text: string, articles: PrintedArticles): PageReuse {
  const words = readSequence(text);
  const sentences = sentencesOf(text, words);
  const voided = voidWords(text, words);
  const parts: FoundPart[][] = sentences.map(() => []);
  const likely = likelyArticles(words, articles.index);
  articles.need?.(likely.map(([number]) => number));
  for (const [number, seeds] of likely) {
    const article = articles.wordsOf(number);
    if (!article) continue;
    const texts = { page: words, article, voided };
    const chains = chainShared(words, article, seeds);
    const chained = chains.flatMap((chain) => [...bySentence(chain, sentences)]);
    const judge = (isRelated: boolean) =>
      chained.flatMap(([at, runs]) => {
        const part = judgePart(texts, runs, sentences[at]!, isRelated);
        return part ? [{ ...part, number, sentence: at }] : [];
      });
    const sure = judge(false);
    const isRelated =
      sure.some(({ longest }) => longest >= RELATED_WORDS) ||
      chains.some((chain) => showsRelation(texts, chain));
    const found = isRelated ? judge(true) : sure;
    for (const part of found) parts[part.sentence]!.push(part);
  }
  return { words, sentences, parts: answerRepeats(words, sentences, parts) };
}

/** The runs of a chain that reach into each sentence, with the sentence's place. O(runs + sentences). */
function* bySentence(chain: Chain, sentences: readonly SentenceWords[]): Generator<[number, Chain]> {
  let from = 0;
  for (let at = firstSentenceBehind(sentences, chain[0]!.page); at < sentences.length; at++) {
    const { first, end } = sentences[at]!;
    while (from < chain.length && chain[from]!.page + chain[from]!.length <= first) from++;
    if (from === chain.length) return;
    let to = from;
    while (to < chain.length && chain[to]!.page < end) to++;
    if (to > from) yield [at, chain.slice(from, to)];
  }
}

/** Most and rarest shared prints first. */
export function likelyArticles(words: WordSequence, index: PrintIndex): [number, Seed[]][] {
  const seeds = new Map<number, Seed[]>();
  const weight = new Map<number, number>();
  const repeats = new Map<number, number>();
  let count = 0;
  const grams = gramsOf(words);
  for (let page = 0; page < grams.length && count < MOST_SEEDS; page++) {
    const places = placesOfPrint(index, grams[page]!);
    if (!places || places.length === 0) continue;
    const seen = repeats.get(grams[page]!) ?? 0;
    if (seen >= MOST_REPEATS) continue;
    repeats.set(grams[page]!, seen + 1);
    count += places.length;
    for (const { article, at } of places) {
      const list = seeds.get(article);
      if (list) list.push({ page, article: at });
      else seeds.set(article, [{ page, article: at }]);
      weight.set(article, (weight.get(article) ?? 0) + 1 / places.length);
    }
  }
  const likely = [...seeds].sort(([a], [b]) => weight.get(b)! - weight.get(a)! || a - b);
  return likely.slice(0, MOST_READ);
}

function voidWords(text: string, words: WordSequence): Uint8Array {
  const voided = markFormulas(words);
  for (const { start, end } of findHeadlineLists(text)) {
    voided.fill(1, firstWordFrom(words, start), firstWordFrom(words, end));
  }
  return voided;
}

/** Sentences without a word are left out. */
function sentencesOf(text: string, words: WordSequence): SentenceWords[] {
  return splitSentences(text).flatMap((sentence: TextPosition) => {
    const first = firstWordFrom(words, sentence.start);
    const end = firstWordFrom(words, sentence.end);
    return first < end ? [{ first, end }] : [];
  });
}

/** A sentence that the page prints again has the answer of its first printing, moved. Better parts first; one an article. */
function answerRepeats(
  words: WordSequence,
  sentences: readonly SentenceWords[],
  parts: readonly FoundPart[][],
): FoundPart[][] {
  const known = new Map<string, number>();
  return parts.map((found, at) => {
    const { first, end } = sentences[at]!;
    const key = words.hash.subarray(first, end).join();
    const before = known.get(key);
    if (before === undefined) known.set(key, at);
    if (before === undefined || parts[before]!.length <= found.length) return bestByArticle(found);
    const by = first - sentences[before]!.first;
    return bestByArticle(parts[before]!.map((part) => movePart(part, by, at)));
  });
}

function movePart(part: FoundPart, by: number, sentence: number): FoundPart {
  const page = { first: part.page.first + by, last: part.page.last + by };
  return { ...part, page, sentence, runs: part.runs.map((run) => ({ ...run, page: run.page + by })) };
}

function bestByArticle(parts: readonly FoundPart[]): FoundPart[] {
  const sizeOf = ({ page, similarity }: FoundPart) => (page.last - page.first + 1) * similarity;
  const sorted = [...parts].sort((a, b) => sizeOf(b) - sizeOf(a) || a.number - b.number);
  const kept: FoundPart[] = [];
  for (const part of sorted) {
    if (kept.length === MOST_PRINTINGS) break;
    const isCovered = kept.some(
      ({ number, page }) =>
        number === part.number && page.first <= part.page.last && part.page.first <= page.last,
    );
    if (!isCovered) kept.push(part);
  }
  return kept;
}
