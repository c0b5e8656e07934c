/**
 * Reads a news article as it was copied from a page: header, text, foot, in that order.
 *
 * The naive version takes the first line as headline and the rest as text; every seed breaks it. Here each line gets
 * one role. Header lines are read until the first line of text, foot lines from the end until the last sentence, and
 * what lies between loses only lines that are boilerplate beyond doubt. Kept lines are the file's exact text; a line
 * left out takes the blank lines above it along. Line breaks become "\n", nothing else changes. O(text).
 */
import type { IsoDate } from '../text/iso-date.ts';
import { isWrappedText } from '../text/split-paragraphs.ts';
import { isBoilerplateLine, isSectionLabel, rightsHolder } from './boilerplate.ts';
import { parseDateline } from './dateline.ts';
import { type DateRole, type HeaderLine, parseHeaderLine, rankOf } from './header-lines.ts';
import {
  assignTitles,
  isMarkedCaption,
  isSameTitle,
  isTitleShaped,
  splitOutletSuffix,
  type Titles,
} from './headline.ts';
import { findFoot } from './news-foot.ts';
import { wordsOf } from './outlet-name.ts';

export interface NewsLayout {
  readonly headline: string | null;
  readonly publisher: string | null;
  readonly author: readonly string[];
  readonly datePublished: IsoDate | null;
  readonly republishedFrom: string | null;
  /** Who put a text of another outlet on their own site: "Posted … by uprootedpalestinians". */
  readonly republishedBy: string | null;
  readonly articleBody: string;
  /** Lines left out of the body, as printed and in order: header lines, boilerplate, links at the foot. */
  readonly boilerplate: readonly string[];
  /** Lines left out because they stood under a picture. */
  readonly captions: readonly string[];
}

const GENERIC_SOURCE =
  /^(?:(?:news )?agenc(?:y|ies)|websites?|(?:the )?internet|social media|(?:the )?media|various|وكالات|الوكالات|مواقع)$/iu;
/** Headers have up to ten lines; what goes on is a list, and stays text. */
const MOST_HEADER_LINES = 16;
/** A caption under the standfirst stands among the first paragraphs. */
const LEAD_LINES = 4;

/** What is gathered about the article while its lines are read. */
interface Findings {
  publisher: string | null;
  author: readonly string[];
  date: { date: IsoDate; role: DateRole } | null;
  source: string | null;
  postedBy: string | null;
}

/** Never fails: a text without any of these is all body. `text` without byte order mark. */
export function layOutNews(text: string): NewsLayout {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const findings: Findings = { publisher: null, author: [], date: null, source: null, postedBy: null };
  const header = readHeader(lines, isWrappedText(text), findings);
  const dropped = new Set<number>(header.dropped);
  const captions = new Set<number>(header.captions);
  const foot = findFoot(lines, header.bodyLine);
  for (const at of foot.dropped) dropped.add(at);
  for (const { line } of foot.facts) note(line, findings);
  for (let at = header.bodyLine; at < foot.start; at++) {
    if (isBoilerplateLine(lines[at]!)) dropped.add(at);
  }
  for (const at of captionsInLead(lines, header.bodyLine, foot.start, dropped)) captions.add(at);
  const dateline = parseDateline(lines[header.bodyLine] ?? '');
  const suffix = header.headline === null ? null : splitOutletSuffix(header.headline);
  const outlets = nameOutlets(findings, [header.masthead, suffix?.publisher, dateline.publisher]);
  if (dateline.date !== null) findings.date ??= { date: dateline.date, role: 'printed' };
  const leftOut = new Set([...dropped, ...captions]);
  const articleBody = joinBody(lines, header.bodyLine, dateline.bodyStart, leftOut);
  if (articleBody === '') return allBody(lines);
  const left = [...dropped].sort((a, b) => a - b);
  const prefix = (lines[header.bodyLine] ?? '').slice(0, dateline.bodyStart);
  return {
    headline: suffix?.headline ?? header.headline,
    publisher: outlets.publisher ?? copyrightName(left.map((at) => lines[at]!)),
    author: findings.author,
    datePublished: findings.date?.date ?? null,
    republishedFrom: outlets.republishedFrom,
    republishedBy: outlets.republishedBy,
    articleBody,
    boilerplate: [...left.map((at) => lines[at]!), ...(prefix.trim() === '' ? [] : [prefix])],
    captions: [...captions].sort((a, b) => a - b).map((at) => lines[at]!.trim()),
  };
}

/** Nothing was left: what looks like header and foot alone is the text. */
function allBody(lines: readonly string[]): NewsLayout {
  return {
    headline: null,
    publisher: null,
    author: [],
    datePublished: null,
    republishedFrom: null,
    republishedBy: null,
    articleBody: lines.join('\n').trim(),
    boilerplate: [],
    captions: [],
  };
}

interface Header {
  readonly headline: string | null;
  readonly masthead: string | null;
  /** Index of the first line of text; the number of lines when there is none. */
  readonly bodyLine: number;
  readonly dropped: readonly number[];
  readonly captions: readonly number[];
}

function readHeader(lines: readonly string[], isWrapped: boolean, findings: Findings): Header {
  const titles: number[] = [];
  const facts: number[] = [];
  let at = 0;
  let seen = 0;
  for (; at < lines.length && seen < MOST_HEADER_LINES; at++) {
    const line = lines[at]!;
    if (line.trim() === '') continue;
    seen++;
    const fact = parseHeaderLine(line);
    if (fact !== null) note(fact, findings);
    if (fact !== null || isBoilerplateLine(line) || isSectionLabel(line)) facts.push(at);
    else if (isTitleShaped(line) && !(isWrapped && continues(lines, at))) titles.push(at);
    else break;
  }
  const bodyLine = at;
  const hasBody =
    lines.slice(bodyLine, bodyLine + 1).some((line) => line.trim() !== '') &&
    seen > titles.length + facts.length;
  if (!hasBody) return withoutSentences(lines, titles, facts);
  const start = lines
    .slice(bodyLine, bodyLine + 12)
    .join('\n')
    .slice(0, 4_000);
  const assigned = assignTitles(
    titles.map((index) => lines[index]!.trim()),
    start,
  );
  return placeTitles(lines, titles, facts, assigned, bodyLine);
}

/** Titles that are neither headline, masthead nor caption (a standfirst without a full stop) begin the body. */
function placeTitles(
  lines: readonly string[],
  titles: readonly number[],
  facts: readonly number[],
  assigned: Titles,
  firstSentence: number,
): Header {
  const lineOf = (index: number | null): number | null => (index === null ? null : titles[index]!);
  const headlineAt = lineOf(assigned.headline);
  const mastheadAt = lineOf(assigned.masthead);
  const headline = headlineAt === null ? null : lines[headlineAt]!.trim();
  const captions = assigned.captions.map((index) => titles[index]!);
  const dropped = [...facts];
  let bodyLine = firstSentence;
  for (const at of titles) {
    if (captions.includes(at)) continue;
    const isHeadline = headline !== null && isSameTitle(lines[at]!, headline);
    if (isHeadline || at === mastheadAt || at === lineOf(assigned.kicker)) dropped.push(at);
    else bodyLine = Math.min(bodyLine, at);
  }
  const repeatedInText = headline !== null && isSameTitle(lines[firstSentence] ?? '', headline);
  if (repeatedInText) dropped.push(firstSentence);
  return {
    headline,
    masthead: mastheadAt === null ? null : lines[mastheadAt]!.trim(),
    bodyLine: repeatedInText && bodyLine === firstSentence ? nextFilled(lines, firstSentence + 1) : bodyLine,
    dropped,
    captions,
  };
}

/** Nothing but titles: a list or a single line. A body is never taken apart to get a headline. */
function withoutSentences(
  lines: readonly string[],
  titles: readonly number[],
  facts: readonly number[],
): Header {
  const first = titles[0];
  const bodyLine = first ?? nextFilled(lines, 0);
  const dropped = first === undefined ? [] : [...facts];
  return { headline: null, masthead: null, bodyLine, dropped, captions: [] };
}

function nextFilled(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]!.trim() === '') at++;
  return at;
}

/** In a text wrapped at a fixed width: whether the line runs on into the next one. */
function continues(lines: readonly string[], at: number): boolean {
  const next = lines[at + 1]?.trim() ?? '';
  if (next === '' || parseHeaderLine(next) !== null) return false;
  return /^\p{Ll}/u.test(next) || wordsOf(lines[at]!).length > 8;
}

/** Files what a header or foot line says; the first of a kind wins, except that a better kind of date does. */
function note(line: HeaderLine, findings: Findings): void {
  if (line.kind === 'source') findings.source ??= line.name;
  if (line.kind === 'byline') {
    if (findings.author.length === 0) findings.author = line.author;
    findings.publisher ??= line.publisher;
    if (line.date !== null) findings.date ??= { date: line.date, role: 'printed' };
  }
  if (line.kind === 'date') {
    findings.postedBy ??= line.by;
    if (line.date === null) return;
    const isBetter = findings.date === null || rankOf(line.role) < rankOf(findings.date.role);
    if (isBetter) findings.date = { date: line.date, role: line.role };
  }
}

/**
 * Who printed it. A text that names its source was printed there: the source is the outlet, and who posted it republished
 * it. Where byline and source begin with the same name ("Al Mayadeen English", "Al Mayadeen Net"), that name is the
 * outlet's, and what follows are its desks. Without a source, the masthead, the headline's suffix or the dateline names it.
 */
function nameOutlets(
  findings: Findings,
  named: readonly (string | null | undefined)[],
): { publisher: string | null; republishedFrom: string | null; republishedBy: string | null } {
  const { source, postedBy } = findings;
  const own = [findings.publisher, ...named].filter((name) => name != null);
  if (source !== null) {
    // "Source: Agencies" says that others were used, not who printed it.
    if (GENERIC_SOURCE.test(source)) {
      return { publisher: own[0] ?? postedBy, republishedFrom: source, republishedBy: null };
    }
    const outlet = own[0] ?? sharedName(source, findings.author) ?? source;
    return { publisher: outlet, republishedFrom: source, republishedBy: postedBy };
  }
  const [publisher = postedBy, agency] = own;
  const isOther = agency !== undefined && publisher !== null && !isSameTitle(agency, publisher);
  return {
    publisher,
    republishedFrom: isOther ? agency : null,
    republishedBy: postedBy !== null && publisher !== postedBy ? postedBy : null,
  };
}

/** The words with which a source and a byline both begin, if both go on after them; at least two, since one may be a place. */
function sharedName(source: string, author: readonly string[]): string | null {
  const words = source.split(/\s+/);
  for (const name of author) {
    const others = name.split(/\s+/);
    let shared = 0;
    while (shared < words.length && words[shared]!.toLowerCase() === others[shared]?.toLowerCase()) shared++;
    if (shared >= 2) return words.slice(0, shared).join(' ');
  }
  return null;
}

/** Captions that say so themselves, among the first paragraphs of the text. */
function captionsInLead(
  lines: readonly string[],
  from: number,
  to: number,
  dropped: ReadonlySet<number>,
): number[] {
  const captions: number[] = [];
  let seen = 0;
  for (let at = from; at < to && seen < LEAD_LINES; at++) {
    if (lines[at]!.trim() === '' || dropped.has(at)) continue;
    seen++;
    if (seen > 1 && isTitleShaped(lines[at]!) && isMarkedCaption(lines[at]!)) captions.push(at);
  }
  return captions;
}

function copyrightName(lines: readonly string[]): string | null {
  for (const line of lines) {
    const name = rightsHolder(line);
    if (name !== null) return name;
  }
  return null;
}

function joinBody(lines: readonly string[], from: number, skip: number, left: ReadonlySet<number>): string {
  const kept: string[] = [];
  for (let at = from; at < lines.length; at++) {
    if (left.has(at)) {
      while (kept.length > 0 && kept.at(-1)!.trim() === '') kept.pop();
    } else {
      kept.push(at === from ? lines[at]!.slice(skip) : lines[at]!);
    }
  }
  return kept.join('\n').trim();
}
