/**
 * Where an article's text ends and the foot of its page begins: links that are other headlines, "Exit mobile version",
 * credits, copyright, sources.
 *
 * Read from the end upwards. A single line without a full stop may be the last, cut-off sentence and is kept; two or
 * more title-shaped paragraphs after a finished sentence are links. O(lines of the foot).
 */
import { isBoilerplateLine, isRelatedHeading } from './boilerplate.ts';
import { type HeaderLine, parseHeaderLine } from './header-lines.ts';
import { isTitleShaped } from './headline.ts';
import { wordsOf } from './outlet-name.ts';

interface Foot {
  /** Index of the first line below the text. */
  readonly start: number;
  readonly dropped: readonly number[];
  /** Sources, dates and bylines printed below the text. */
  readonly facts: readonly { readonly at: number; readonly line: HeaderLine }[];
}

/** A site's list of links is rarely longer; an article that is a list is, and stays text. */
const MOST_LINKS = 15;
const FEWEST_LINKS = 2;
/** Mean words of a line: other articles' headlines have 7 to 12; items of a list (winners, fixtures, names) fewer. */
const LINK_WORDS = 6.5;
const CREDIT =
  /^[([]?\s*(?:additional\s+)?(?:reporting|writing|editing|edited|translated|compiled|written)\s+by\s+(.{2,140}?)[)\]]?\.?$/i;
const ENDS_SENTENCE = /[.!?…。！？؟۔।]["'”’»)\]」』*]*$/u;

/** `from` is the first line of the text, which itself is never foot. */
export function findFoot(lines: readonly string[], from: number): Foot {
  const dropped: number[] = [];
  const facts: { at: number; line: HeaderLine }[] = [];
  let start = lines.length;
  let links: number[] = [];
  const acceptLinks = (): void => {
    dropped.push(...links);
    links = [];
  };
  for (let at = lines.length - 1; at > from; at--) {
    const line = lines[at]!;
    if (line.trim() === '') continue;
    const fact = readFact(line);
    if (isRelatedHeading(line) && (links.length > 0 || start < lines.length)) acceptLinks();
    if (fact !== null || isBoilerplateLine(line) || isRelatedHeading(line)) {
      if (areLinks(lines, links)) acceptLinks();
      else if (links.length > 0) break;
      if (fact !== null) facts.push({ at, line: fact });
      dropped.push(at);
      start = at;
    } else if (isTitleShaped(line) && links.length < MOST_LINKS) {
      links.push(at);
    } else {
      if (ENDS_SENTENCE.test(line.trim()) && areLinks(lines, links)) acceptLinks();
      break;
    }
  }
  const first = dropped.reduce((least, at) => Math.min(least, at), start);
  return { start: first, dropped, facts: facts.reverse() };
}

function areLinks(lines: readonly string[], links: readonly number[]): boolean {
  if (links.length < FEWEST_LINKS) return false;
  const words = links.map((at) => wordsOf(lines[at]!).length);
  return Math.min(...words) >= 4 && words.reduce((sum, count) => sum + count, 0) >= LINK_WORDS * links.length;
}

function readFact(line: string): HeaderLine | null {
  const text = line.trim();
  const credit = CREDIT.exec(text);
  if (credit) {
    const names = credit[1]!.split(/[;,]|\sand\s/i)[0]!.trim();
    const isReporter = /reporting|written/i.test(text) && /^\p{Lu}/u.test(names);
    return { kind: 'byline', author: isReporter ? [names] : [], publisher: null, date: null };
  }
  return parseHeaderLine(text);
}
