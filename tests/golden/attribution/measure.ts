/** Reading and counting of the hand-marked attributions, for the golden test and the evaluation alike. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Guess } from './nearest-verb.ts';

interface GoldQuote {
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
  readonly exact: string;
  readonly indirect?: true;
}

export interface Item {
  readonly text: string;
  readonly quotes: readonly GoldQuote[];
}

/** `gold`: quotations with a stated speaker. `wrong` counts speakers given to words that have none, too. */
export interface Figures {
  gold: number;
  right: number;
  wrong: number;
  notStated: number;
}

const SEEDS = new URL('../../../seeds/articles/', import.meta.url);
const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

/** The five bundled articles with every quotation marked. */
export function readArticles(): Item[] {
  return readdirSync(new URL('.', import.meta.url))
    .filter((file) => /^\d.*\.json$/.test(file))
    .map((file) => {
      const { article, quotes } = readJson(file) as { article: string; quotes: GoldQuote[] };
      return { text: readFileSync(new URL(article, SEEDS), 'utf8'), quotes };
    });
}

/** Quotations of third-party news by place alone: `[start, end]`, and where the text prints the speaker's name. */
export interface JudgedArticle {
  readonly set: string;
  readonly id: string;
  /** Rules were mended after "first" was judged, and a few after "second". */
  readonly part: 'first' | 'second';
  readonly quotes: readonly (readonly [number, number] | readonly [number, number, number, number])[];
}

export const readJudged = (): JudgedArticle[] => readJson('news-judged.json') as JudgedArticle[];

export const readItems = (part: string): Item[] => readJson(`${part}.json`) as Item[];

/** More than half of the gold words, and not a whole page. */
function matches(guess: Guess, gold: GoldQuote): boolean {
  const shared = Math.min(guess.end, gold.end) - Math.max(guess.start, gold.start);
  return shared > (gold.end - gold.start) / 2 && guess.end - guess.start < 2.2 * (gold.end - gold.start) + 20;
}

export function countAnswers(
  items: readonly Item[],
  isIndirect: boolean,
  attribute: (text: string) => readonly Guess[],
  isSame = (guess: string, gold: string): boolean => guess === gold,
): Figures {
  const figures: Figures = { gold: 0, right: 0, wrong: 0, notStated: 0 };
  for (const { text, quotes } of items) {
    const guesses = attribute(text);
    const used = new Set<Guess>();
    for (const gold of quotes) {
      const guess = guesses.find((candidate) => matches(candidate, gold));
      if (guess) used.add(guess);
      if ((gold.indirect === true) !== isIndirect) continue;
      if (gold.speaker !== null) figures.gold++;
      const answer = guess?.speaker ?? null;
      if (answer === null) figures.notStated += gold.speaker === null ? 0 : 1;
      else if (gold.speaker !== null && isSame(answer, gold.speaker)) figures.right++;
      else figures.wrong++;
    }
    figures.wrong += guesses.filter((guess) => !used.has(guess) && guess.speaker !== null).length;
  }
  return figures;
}

/** "Charles Exley" for "Charles E. Exley": one name's words, in order, inside the other's. */
export function isSamePerson(guess: string, gold: string): boolean {
  const [short, long] = [guess.split(/\s+/), gold.split(/\s+/)].sort((a, b) => a.length - b.length);
  let at = 0;
  for (const word of long!) if (word === short![at]) at++;
  return at === short!.length;
}

/** For rules that do not make names full: the surname is enough. */
export const sharesSurname = (guess: string, gold: string): boolean =>
  guess === gold || gold.split(' ').at(-1)!.toLowerCase() === guess.split(' ').at(-1)!.toLowerCase();
