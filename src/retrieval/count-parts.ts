/**
 * How often runs of four letters stand in the words of a text.
 *
 * Naively every word is cut into its runs, each a string that is looked up. Here the text is read letter by letter and
 * nothing is made: of most letters the pair with the one before already tells that no wanted run ends there. O(length).
 */
import { eachStretch, words } from '../text/tokenise.ts';

/** Letters of a part, the word's ends counted as letters: three join too much, five were no better. */
const LETTERS = 4;
/** A word's end. */
const END = '_';
const END_UNIT = END.charCodeAt(0);
/** Of pairs of letters, told apart by their last bits. */
const PAIRS = 1 << 12;
const pairOf = (before: number, unit: number) => (before * 61 + unit) & (PAIRS - 1);

/** Runs of so many letters of the word with its ends; all of it where it is shorter. */
export function partsOf(word: string): string[] {
  const bounded = END + word + END;
  const parts = [bounded.slice(0, LETTERS)];
  for (let end = LETTERS + 1; end <= bounded.length; end++) parts.push(bounded.slice(end - LETTERS, end));
  return parts;
}

/** Plain letters and digits as they fold, all else as a word's end. */
const PLAIN_FOLD = Uint8Array.from({ length: 0x80 }, (_, unit) => {
  const sign = String.fromCharCode(unit).toLowerCase();
  return /[a-z0-9]/.test(sign) ? sign.charCodeAt(0) : END_UNIT;
});

export class PartCounter {
  /** Of the text read last, by part. */
  readonly counts = new Map<string, number>();
  /** Words of that text. */
  words = 0;
  private readonly wanted: ReadonlySet<string>;
  private readonly endsHere = new Uint8Array(PAIRS);
  /** The last four letters, two and two: 16 bits each. */
  private older = (END_UNIT << 16) | END_UNIT;
  private newer = (END_UNIT << 16) | END_UNIT;

  /** `wanted`: parts of words of two letters and more. */
  constructor(wanted: Iterable<string>) {
    this.wanted = new Set(wanted);
    for (const part of this.wanted)
      this.endsHere[pairOf(part.charCodeAt(LETTERS - 2), part.charCodeAt(LETTERS - 1))] = 1;
  }

  read(text: string): void {
    this.counts.clear();
    this.words = 0;
    eachStretch(text, (start, end, isAllPlain) => {
      if (isAllPlain)
        for (let at = start; at < end; at++) this.push(PLAIN_FOLD[text.charCodeAt(at)] as number);
      else for (const word of words(text.slice(start, end))) this.pushWord(word);
    });
    this.push(END_UNIT);
  }

  private pushWord(word: string): void {
    this.push(END_UNIT);
    for (let at = 0; at < word.length; at++) this.push(word.charCodeAt(at));
    this.push(END_UNIT);
  }

  private push(unit: number): void {
    const before = this.newer & 0xffff;
    if (unit === END_UNIT) {
      if (before === END_UNIT) return;
      this.words++;
    }
    this.older = (this.older << 16) | (this.newer >>> 16);
    this.newer = (before << 16) | unit;
    if (this.endsHere[pairOf(before, unit)] === 0) return;
    const part = String.fromCharCode(this.older >>> 16, this.older & 0xffff, before, unit);
    if (this.wanted.has(part)) this.counts.set(part, (this.counts.get(part) ?? 0) + 1);
  }
}
