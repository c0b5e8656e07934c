/**
 * A text as what its narrator says: words and stops, with each quotation as one word.
 *
 * The naive version matches cue patterns against the raw text and finds "said" inside the quoted words. Here quoted words
 * are out of sight, so "“…,” said Pell, “…”" is four tokens. Sentences are cut on the same tokens, since a quotation's
 * own full stop ends the narrator's sentence only at times. O(text).
 */
import type { TextPosition } from '../text/position.ts';
import { splitParagraphs } from '../text/split-paragraphs.ts';
import type { Lexicon } from './cues/cue-table.ts';
import { findQuoted, type QuotedSpan } from './quotation-marks.ts';
import { findNarrator, findSpokenLines } from './speech-lines.ts';

type TokenKind = 'word' | 'quote' | 'stop' | 'comma' | 'colon' | 'dash' | 'bracket';

export interface Token extends TextPosition {
  readonly kind: TokenKind;
  /** As printed, without a possessive ending. */
  readonly text: string;
  readonly lower: string;
  readonly isCapital: boolean;
  readonly isPossessive: boolean;
  /** Index into {@link Stream.quotes}; -1 for words. */
  readonly quote: number;
}

/** Tokens [from, to) of one paragraph. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly paragraph: number;
  /** It begins behind a quotation that ends in a stop, so its first words may still tell who said that. */
  readonly isSoftStart: boolean;
}

export interface Stream {
  readonly text: string;
  readonly lexicon: Lexicon;
  readonly quotes: readonly QuotedSpan[];
  readonly paragraphs: readonly TextPosition[];
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly sentenceOf: Int32Array;
  /** Token index of each quotation. */
  readonly tokenOfQuote: Int32Array;
  readonly paragraphOfQuote: Int32Array;
  /** Words that occur in lower case: a sentence's first word among them is no name. */
  readonly lowerSeen: ReadonlySet<string>;
  /** Words, in lower case, that have a capital inside a sentence: names even where they begin one. */
  readonly capitalSeen: ReadonlySet<string>;
}

const TOKEN =
  /(?:\p{L}\.){2,}|[\p{L}\p{M}\p{N}]+(?:[’'‘&@_״׳-][\p{L}\p{M}\p{N}]+|(?<=\p{N})[.,]\p{N}+)*|[.,;:!?…،؛؟。]|[()[\]]|[-–—]+/gu;
const ABBREVIATED = new Set(
  'mr mrs ms dr prof gen sen rep gov lt col capt maj sgt st jr sr no inc corp co ltd vs rev hon messrs mme mlle cllr supt det insp sig dott'.split(
    ' ',
  ),
);
/** "Peabody and Co. He said": such a stop ends the sentence, too. */
const FORM = /^(?:inc|corp|co|ltd|jr|sr)$/;
const NEW_SENTENCE = /^\s+(?:He|She|It|They|The|But|And|In|An?|At|On|This|However|We)\s/;
const ENDS_QUOTE = /[.!?…。؟]["'’”]?$/u;
const ASKS = /[!?؟]["'’”]?$/u;
/** "…, he said." and "…, said Anna Pell." at the end of a paragraph. */
const TAIL = /[,?!]\s+(?:(?:[\p{L}.’'-]+\s+){1,4}(\p{Ll}+)|(\p{Ll}+)(?:\s+\p{Lu}[\p{L}.’'-]*){1,4})\.?$/u;
const KINDS: Readonly<Record<string, TokenKind>> = {
  ...{ ',': 'comma', '،': 'comma', ';': 'comma', '؛': 'comma', ':': 'colon' },
  ...{ '(': 'bracket', ')': 'bracket', '[': 'bracket', ']': 'bracket' },
};

export function readStream(text: string, lexicon: Lexicon): Stream {
  const paragraphs = splitParagraphs(text);
  const quotes = quotesOf(text, paragraphs, lexicon);
  const tokens: Token[] = [];
  const bounds: number[] = [];
  const tokenOfQuote = new Int32Array(quotes.length);
  const paragraphOfQuote = new Int32Array(quotes.length);
  let next = 0;
  for (const [number, { start, end }] of paragraphs.entries()) {
    bounds.push(tokens.length);
    let from = start;
    for (; next < quotes.length && quotes[next]!.outerStart < end; next++) {
      const { outerStart, outerEnd } = quotes[next]!;
      addWords(text, from, outerStart, tokens);
      tokenOfQuote[next] = tokens.length;
      paragraphOfQuote[next] = number;
      tokens.push({
        ...{ start: outerStart, end: outerEnd, kind: 'quote', text: '', lower: '' },
        ...{ isCapital: false, isPossessive: false, quote: next },
      });
      from = outerEnd;
    }
    addWords(text, from, end, tokens);
  }
  bounds.push(tokens.length);
  const base = { text, lexicon, quotes, paragraphs, tokens, tokenOfQuote, paragraphOfQuote };
  const sentences = cutSentences(base, bounds);
  const sentenceOf = new Int32Array(tokens.length);
  for (const [number, { from, to }] of sentences.entries()) sentenceOf.fill(number, from, to);
  return {
    ...base,
    sentences,
    sentenceOf,
    lowerSeen: wordsInLowerCase(text),
    capitalSeen: capitalsInside(text),
  };
}

function quotesOf(text: string, paragraphs: readonly TextPosition[], lexicon: Lexicon): QuotedSpan[] {
  const lines = findSpokenLines(text, paragraphs, lexicon);
  const quotes = paragraphs.flatMap((paragraph, at) => lines[at] ?? findQuoted(text, [paragraph]));
  return quotes.map((quote, at) => {
    if (quote.isClosed) return quote;
    const next = quotes[at + 1];
    const goesOn = next !== undefined && text.slice(quote.outerEnd, next.outerStart).trim() === '';
    const end = goesOn ? -1 : findNarrator(text, quote.start, quote.end, lexicon);
    return end < 0
      ? cutTail(text, quote, lexicon)
      : { ...quote, end: withoutComma(text, end), outerEnd: end };
  });
}

const withoutComma = (text: string, end: number): number => (text[end - 1] === ',' ? end - 1 : end);

/** "‘We said it clearly, he said.: a quotation without a closing mark ends before the cue that ends its paragraph. */
function cutTail(text: string, quote: QuotedSpan, lexicon: Lexicon): QuotedSpan {
  if (quote.isClosed) return quote;
  const from = Math.max(quote.start, quote.end - 60);
  const tail = TAIL.exec(text.slice(from, quote.end));
  if (!tail || !lexicon.verbs.has(tail[1] ?? tail[2]!)) return quote;
  const end = from + tail.index;
  return end > quote.start ? { ...quote, end, outerEnd: end } : quote;
}

function addWords(text: string, from: number, to: number, tokens: Token[]): void {
  for (const { 0: match, index } of text.slice(from, to).matchAll(TOKEN)) {
    const start = from + index;
    const previous = tokens.at(-1);
    if (match === '.' && previous?.kind === 'word' && previous.end === start && isShortened(previous)) {
      const isEnd = FORM.test(previous.lower) && NEW_SENTENCE.test(text.slice(start + 1, start + 12));
      if (!isEnd) continue;
    }
    if (isLooseEnding(text, match, start) && previous?.kind === 'word') {
      tokens[tokens.length - 1] = { ...previous, isPossessive: true };
      continue;
    }
    const kind = /^[\p{L}\p{M}\p{N}]/u.test(match)
      ? 'word'
      : (KINDS[match] ?? (/^[-–—]/.test(match) ? 'dash' : 'stop'));
    const ending = /[’'‘]s$/u.exec(match)?.[0] ?? '';
    const word = match.slice(0, match.length - ending.length);
    const isPluralPossessive =
      /s$/i.test(word) && /[’']/.test(text.charAt(start + match.length)) && start + match.length < to;
    tokens.push({
      ...{ start, end: start + word.length, kind, text: word, lower: word.toLowerCase() },
      isCapital: /^(?:\p{Lu}|\p{Lt}|(?:al|el|ez|ad|as|an|at|ash|d|l|t)[-’']\p{Lu}|[a-z]{1,2}\p{Lu})/u.test(
        word,
      ),
      isPossessive: ending !== '' || isPluralPossessive,
      quote: -1,
    });
  }
}

/** "Pell 's deputy", as corpora part it. */
function isLooseEnding(text: string, match: string, start: number): boolean {
  return match === 's' && /[’']/.test(text.charAt(start - 1)) && text.charAt(start - 2) === ' ';
}

function isShortened({ text, lower }: Token): boolean {
  return /^\p{Lu}$/u.test(text) || ABBREVIATED.has(lower);
}

/** Where a stop ends a sentence: before a capital, a quotation or the end of the paragraph. */
function cutSentences(
  stream: Pick<Stream, 'text' | 'tokens' | 'quotes'>,
  bounds: readonly number[],
): Sentence[] {
  const { text, tokens, quotes } = stream;
  const sentences: Sentence[] = [];
  for (let paragraph = 0; paragraph + 1 < bounds.length; paragraph++) {
    let from = bounds[paragraph]!;
    const end = bounds[paragraph + 1]!;
    let isSoftStart = false;
    for (let at = from; at < end; at++) {
      const token = tokens[at]!;
      const next = at + 1 < end ? tokens[at + 1]! : null;
      const quoted = token.quote < 0 ? null : quotes[token.quote]!;
      const words = quoted === null ? '' : text.slice(Math.max(quoted.start, quoted.end - 3), quoted.end);
      const endsByQuote =
        ENDS_QUOTE.test(words) && next !== null && (next.isCapital || next.kind === 'quote');
      const endsByStop =
        token.kind === 'stop' &&
        (next === null || next.kind !== 'word' || next.isCapital || !/^\p{Ll}/u.test(next.text));
      if (next !== null && !endsByQuote && !endsByStop) continue;
      // A stop behind a stop belongs to the sentence before.
      if (next?.kind === 'stop') continue;
      sentences.push({ from, to: at + 1, paragraph, isSoftStart });
      from = at + 1;
      isSoftStart = endsByQuote;
    }
  }
  return sentences;
}

/** Whether the words of a quotation end in a question or exclamation mark. */
export function asksOrExclaims({ text, quotes }: Stream, quote: number): boolean {
  const { start, end } = quotes[quote]!;
  return ASKS.test(text.slice(Math.max(start, end - 3), end));
}

/** Whether a comma, inside or outside the marks, says that the sentence goes on behind the quotation. */
export function endsInComma({ text, quotes }: Stream, quote: number): boolean {
  const { end, outerEnd } = quotes[quote]!;
  return /^\s*[,،]/.test(text.slice(end, outerEnd + 2).replace(/[”"’'»“‘«」』›]/u, ''));
}

function wordsInLowerCase(text: string): Set<string> {
  const seen = new Set<string>();
  for (const [word] of text.matchAll(/(?<![\p{L}\p{M}\p{N}’'-])\p{Ll}[\p{L}\p{M}]*/gu)) seen.add(word);
  return seen;
}

function capitalsInside(text: string): Set<string> {
  const seen = new Set<string>();
  for (const [word] of text.matchAll(/(?<=[\p{Ll},] )\p{Lu}[\p{L}\p{M}]*/gu)) seen.add(word.toLowerCase());
  return seen;
}

/** The tokens' span in the text. */
export function spanOf({ tokens }: Stream, from: number, to: number): TextPosition {
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end };
}
