/**
 * The traits of many articles in numbers: four bytes for each different word of an article, and each word once.
 *
 * The naive version keeps them as they were read: maps and sets of some 8 KB an article, and ends at a few hundred
 * thousand. Here an article's maps are made again when it is compared.
 *
 *   entry    word · 64 + times, below 64; times 0: they follow as the next number
 *   article  | words | names | numbers | years |, each its count and its entries
 */
import { NumberList } from '../../text/number-list.ts';
import type { ArticleTraits } from './article-traits.ts';

const TIMES = 64;

export class PackedTraits {
  readonly keys: string[] = [];
  /** Every word of every article once. */
  readonly words: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly wordNumbers = new Map<string, number>();
  private readonly starts = new NumberList();
  private readonly entries = new NumberList();
  /** By word: the last article whose distinct words were asked for, and had it. */
  private seen = new Uint32Array(0);
  private asked = 0;

  add(key: string, { words, names, numbers, years }: ArticleTraits): void {
    this.numbers.set(key, this.keys.push(key) - 1);
    this.starts.push(this.entries.length);
    for (const counts of [words, names, onceEach(numbers), onceEach(years)]) {
      this.entries.push(counts.size);
      for (const [word, times] of counts) {
        this.entries.push(this.numberOf(word) * TIMES + (times < TIMES ? times : 0));
        if (times >= TIMES) this.entries.push(times);
      }
    }
  }

  get length(): number {
    return this.keys.length;
  }

  /** null for a key that is not among them. */
  articleOf(key: string): number | null {
    return this.numbers.get(key) ?? null;
  }

  /** null for a word of no article. */
  wordOf(word: string): number | null {
    return this.wordNumbers.get(word) ?? null;
  }

  /** As they were added. */
  traitsOf(article: number): ArticleTraits {
    const lists: Map<string, number>[] = [];
    this.walk(article, (list, word, times) => {
      while (lists.length <= list) lists.push(new Map());
      lists[list]?.set(this.words[word] as string, times);
    });
    const [words = new Map(), names = new Map(), numbers = new Map(), years = new Map()] = lists;
    return { words, names, numbers: new Set(numbers.keys()), years: new Set(years.keys()) };
  }

  /** Each different word of the article, in the order of its traits. */
  eachWord(article: number, visit: (word: number) => void): void {
    if (this.seen.length < this.words.length) this.seen = new Uint32Array(this.words.length * 2);
    const asked = ++this.asked;
    this.walk(article, (_, word) => {
      if (this.seen[word] === asked) return;
      this.seen[word] = asked;
      visit(word);
    });
  }

  private walk(article: number, visit: (list: number, word: number, times: number) => void): void {
    const entries = this.entries.all;
    let at = this.starts.all[article] as number;
    for (let list = 0; list < 4; list++)
      for (let left = entries[at++] as number; left > 0; left--) {
        const entry = entries[at++] as number;
        const times = entry % TIMES;
        visit(list, Math.floor(entry / TIMES), times > 0 ? times : (entries[at++] as number));
      }
  }

  private numberOf(word: string): number {
    const known = this.wordNumbers.get(word);
    if (known !== undefined) return known;
    this.wordNumbers.set(word, this.words.length);
    return this.words.push(word) - 1;
  }
}

const onceEach = (words: ReadonlySet<string>) => new Map(Array.from(words, (word) => [word, 1]));
