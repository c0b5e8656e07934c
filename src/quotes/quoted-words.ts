/**
 * What the words between two marks look like: somebody's speech, or a title, a nickname, a term held at arm's length.
 *
 * Naively whatever stands between quotation marks was said. Here the capitals, the length and the words around decide.
 * O(1) a quotation: only its first characters are read.
 */
import type { Stream } from './speech-stream.ts';

/** At most so many words of a name in quotation marks or of a word held at arm's length: ‘Israel’, “the nightmare”. */
export const SCARE_WORDS = 3;
/** At most so many words of a title in capitals. */
const MOST_TITLE_WORDS = 8;

export function countWords({ text, quotes }: Stream, quote: number): number {
  const { start, end } = quotes[quote]!;
  return (
    text.slice(start, Math.min(end, start + 120)).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu)?.length ?? 0
  );
}

/** "who called Pell “a disaster”": between the verb and the lower-case words quoted stands nothing but a name. */
export function isVerbBeside({ text, tokens, quotes, lexicon }: Stream, at: number): boolean {
  const isLower = /^\p{Ll}/u.test(text.charAt(quotes[tokens[at]!.quote]!.start));
  let verb = at - 1;
  while (verb > at - 4 && tokens[verb]?.isCapital) verb--;
  return isLower && verb >= 0 && lexicon.opinionVerbs.has(tokens[verb]!.lower);
}

/** "Sad!": however short, a sentence of its own. */
export function isSentence({ text, quotes }: Stream, quote: number): boolean {
  const { start, end } = quotes[quote]!;
  return /^\p{Lu}/u.test(text.slice(start, start + 2)) && /[.!?…]$/.test(text.slice(end - 1, end));
}

/** A title, a nickname or a term in quotation marks is nobody's words: "the so-called “silent floor”", ‘Israel’. */
export function looksHeldAtArmsLength(
  { text, tokens, quotes, lexicon, sentences, sentenceOf }: Stream,
  quote: number,
  at: number,
  words: number,
): boolean {
  const { start, end } = quotes[quote]!;
  const { from } = sentences[sentenceOf[at]!]!;
  const before = words > 8 ? [] : tokens.slice(Math.max(from, at - 2), at);
  if (before.some(({ lower }) => lexicon.labels.has(lower) && !lexicon.verbs.has(lower))) return true;
  if (words > MOST_TITLE_WORDS || /[.!?,]/.test(text.slice(end - 1, end + 2))) return false;
  if (FORMULA.test(tokens[at + 1]?.lower ?? '')) return true;
  const isName = isInTitleCase(text.slice(start, end));
  const isCue = tokens[at - 1]?.kind === 'colon' || tokens[at - 1]?.kind === 'comma';
  return isName && !isCue && (words > SCARE_WORDS || tokens[at + 1]?.kind === 'word');
}

/** "under the “one ferry, two ports” formula" */
const FORMULA =
  /^(?:formula|rule|principle|policy|doctrine|theory|syndrome|clause|scheme|programme?|project|tour|award|prize)$/;
export const isInTitleCase = (quoted: string): boolean =>
  quoted.split(/\s+/).every((word) => /^[\p{Lu}\p{N}(#]/u.test(word) || /^(?:of|the|and|de|in)$/.test(word));
