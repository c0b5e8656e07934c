/**
 * Which of the lines above an article's text is its headline, which its masthead, which a photo caption.
 *
 * By shape only, since nothing else is there: a headline has at most 20 words and no full stop; a masthead is a name
 * with an outlet's noun, and the headline follows it; a caption points at a picture. Where the first line is a
 * sentence there is no headline: "none" is shown as such, and a wrong one would be cited. O(lines above the text).
 */
import { hasOrganisationNoun, hasOutletNoun, isNameShaped, isWebAddress, wordsOf } from './outlet-name.ts';

/** The longest of 2,225 BBC and 21,578 Reuters headlines have 9 and 17 words. */
const MOST_HEADLINE_WORDS = 20;
/** For scripts without spaces between words. */
const LONGEST_HEADLINE = 200;

const ENDS_SENTENCE = /(?<!\.\.)[.。।۔;,:]["'”’»)\]」』]*$/u;
const ENDS_ACRONYM = /(?:^|[\s("“‘])(?:\p{L}\.){2,}$/u;
const CAPTION_MARK =
  /(?:\((?:[^()]*\b)?(?:archives?|archival|file|file photo|photo|image|picture|courtesy|illustrative|left|right|centre|center)\b[^()]{0,60}\)|(?:\[|\()\s*(?:photo|image|credit|أرشيف|صورة)[^)\]]{0,60}[)\]])\s*\.?$|^\s*(?:photo|image|picture|caption|file photo|pictured|صورة|الصورة)\s*(?:by|credit|courtesy)?\s*:|\b(?:photo|image|picture)\s*(?:by|credit|courtesy|:|©)|©\s*\p{Lu}|^file(?::|\s[-–]\s)|أرشيف\)?$/iu;
/** Weaker signs, believed only of a line between headline and text. */
const CAPTION_HINT =
  /\b(?:pictured|photographed|seen (?:here|in|at|on|from)|looks? on|poses?|is shown|are shown|during|file (?:photo|image))\b/i;

/** Whether a line alone could be a headline or another title: short, no full stop, not a part of a sentence. */
export function isTitleShaped(line: string): boolean {
  const text = line.trim();
  if (
    text === '' ||
    text.length > LONGEST_HEADLINE ||
    /^\p{Ll}(?!\p{Lu})/u.test(text) ||
    !/\p{L}/u.test(text)
  ) {
    return false;
  }
  if (ENDS_SENTENCE.test(text) && !ENDS_ACRONYM.test(text)) return false;
  if (/^[-*•·]\s|https?:\/\/|pic\.twitter\.com|\(@\w+\)|^[@#]/i.test(text)) return false;
  if (/^["“«„].*["”»“]$/su.test(text)) return false;
  const words = wordsOf(text).length;
  return words <= MOST_HEADLINE_WORDS;
}

/** Whether a line says of itself that it stands under a picture: "(Archive)", "Photo: …", "file photo". */
export function isMarkedCaption(line: string): boolean {
  return line.length <= 300 && CAPTION_MARK.test(line.trim());
}

export interface Titles {
  /** Index among the candidates; null when none is a headline. */
  readonly headline: number | null;
  readonly masthead: number | null;
  /** A name or label above the headline that cannot be told to be the outlet's: left out, and believed of nobody. */
  readonly kicker: number | null;
  readonly captions: readonly number[];
}

/**
 * `candidates` are the title-shaped lines above the text, in order; `body` is the text's beginning, which repeats words
 * of the headline but not of the masthead.
 */
export function assignTitles(candidates: readonly string[], body: string): Titles {
  const captions = indexesOf(candidates, isMarkedCaption);
  const titles = indexesOf(candidates, (line) => !isMarkedCaption(line));
  const [first, second] = titles;
  if (first === undefined) return { headline: null, masthead: null, kicker: null, captions };
  const isName = second !== undefined && isMasthead(candidates[first]!, candidates[second]!, body);
  const isAbove = isName || (second !== undefined && isKicker(candidates[first]!, candidates[second]!, body));
  const masthead = isName ? first : null;
  const kicker = isAbove && !isName ? first : null;
  const headline = isAbove && second !== undefined ? second : first;
  const headlineText = candidates[headline]!;
  for (const at of titles) {
    if (at > headline && !isSameTitle(candidates[at]!, headlineText) && CAPTION_HINT.test(candidates[at]!)) {
      captions.push(at);
    }
  }
  return { headline, masthead, kicker, captions };
}

/** Equal but for case, spaces and punctuation. */
export function isSameTitle(a: string, b: string): boolean {
  return foldTitle(a) === foldTitle(b);
}

function foldTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function isMasthead(line: string, next: string, body: string): boolean {
  if (isWebAddress(line)) return true;
  if (isSameTitle(line, next) || !isNameShaped(line, 6)) return false;
  if (hasOutletNoun(line)) return wordsOf(line).length < wordsOf(next).length;
  return hasOrganisationNoun(line) && !repeatsWords(line, body);
}

/** One or two words of which the text takes up none, above a line of which it takes up half: "Top Story", "Le Monde". */
function isKicker(line: string, next: string, body: string): boolean {
  if (wordsOf(line).length > 2 || wordsOf(next).length < 4 || !isNameShaped(line, 2)) return false;
  const inBody = new Set(wordsOf(body.toLowerCase()));
  return !wordsOf(line.toLowerCase()).some((word) => inBody.has(word)) && repeatsWords(next, body);
}

/** Whether the body takes up at least half of the line's weighty words, as a lead does with its headline's. */
function repeatsWords(line: string, body: string): boolean {
  const inBody = new Set(wordsOf(body.toLowerCase()));
  const weighty = wordsOf(line.toLowerCase()).filter((word) => word.length > 3);
  const repeated = weighty.filter((word) => inBody.has(word)).length;
  return repeated * 2 >= weighty.length;
}

/** "New bridge opens | Harbour Gazette": the outlet printed behind the headline; null when what stands there is no outlet. */
export function splitOutletSuffix(headline: string): { headline: string; publisher: string } | null {
  const match = /^(.{8,}\S)\s+[|–—-]\s+([^|–—]{3,50})$/u.exec(headline);
  const [, title = '', name = ''] = match ?? [];
  if (!match || !isNameShaped(name, 5) || !hasOutletNoun(name)) return null;
  return { headline: title, publisher: name };
}

function indexesOf(lines: readonly string[], test: (line: string) => boolean): number[] {
  return lines.flatMap((line, at) => (test(line) ? [at] : []));
}
