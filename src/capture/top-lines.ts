/**
 * The lines at the top of a note that say where and when it was printed: "Harbour Gazette · 3 May 2021", "By Jane Doe",
 * "Outlet: Harbour Gazette". Naively a date anywhere above the text is the article's; here a line counts only when all
 * of it is understood, and the first that is not begins the text. O(lines looked at).
 */
import { findDates } from '../text/find-dates.ts';
import type { IsoDate } from '../text/iso-date.ts';
import { parseHeaderLine } from './header-lines.ts';
import { hasOutletNoun, isNameShaped } from './outlet-name.ts';

export interface TopLines {
  readonly publisher: string | null;
  readonly datePublished: IsoDate | null;
  readonly author: readonly string[];
  readonly republishedFrom: string | null;
  /** The text without them. */
  readonly rest: string;
}

/** Lines looked at: outlet, date, byline, source, and one to spare. */
const MOST_LINES = 5;
const LONGEST_LINE = 160;
const MOST_NAME_WORDS = 8;
const OUTLET_LABEL = /^(?:outlet|publisher|publication|newspaper|published (?:in|by)|site)\s*:\s*(.+)$/i;
const PARTING = /\s*[|·•–—]\s*|\s+-\s+|\s*,\s*|^[\s(]+|[\s)]+$/u;

type Found = Omit<TopLines, 'rest'>;

const NOTHING: Found = { publisher: null, datePublished: null, author: [], republishedFrom: null };

/** `text` without markup. */
export function takeTopLines(text: string): TopLines {
  let found = NOTHING;
  let rest = text;
  for (let taken = 0; taken < MOST_LINES; taken++) {
    const line = /^\s*([^\n]*)(?:\n|$)/.exec(rest);
    const told = line && readLine(line[1]!.trim());
    if (!told) break;
    found = {
      publisher: found.publisher ?? told.publisher,
      datePublished: found.datePublished ?? told.datePublished,
      author: found.author.length > 0 ? found.author : told.author,
      republishedFrom: found.republishedFrom ?? told.republishedFrom,
    };
    rest = rest.slice(line[0].length);
  }
  return { ...found, rest: rest.trim() };
}

/** Null for a line that is text. */
function readLine(line: string): Found | null {
  if (line === '' || line.length > LONGEST_LINE) return null;
  const label = OUTLET_LABEL.exec(line)?.[1];
  if (label !== undefined) return { ...NOTHING, publisher: label };
  const header = parseHeaderLine(line);
  if (header?.kind === 'date') return header.date && { ...NOTHING, datePublished: header.date };
  if (header?.kind === 'source') return { ...NOTHING, republishedFrom: header.name };
  if (header?.kind === 'byline') {
    const { author, publisher, date } = header;
    return { ...NOTHING, author, publisher, datePublished: date };
  }
  return readParts(line);
}

/** "Harbour Gazette, 3 May 2021, by Jane Doe", in any order. */
function readParts(line: string): Found | null {
  const [date, ...others] = findDates(line);
  if (others.length > 0 || (date && (date.kind !== 'dated' || date.from !== date.to))) return null;
  const bare = date ? `${line.slice(0, date.start)}|${line.slice(date.end)}` : line;
  const parts = bare.split(PARTING).filter((part) => part !== '');
  let found: Found = { ...NOTHING, datePublished: date?.kind === 'dated' ? date.from : null };
  for (const part of parts) {
    // A small "by" may go on a sentence, but not between an outlet and a date.
    const byline = parseHeaderLine(part.replace(/^by\b/, 'By'));
    const isOutlet = isNameShaped(part, MOST_NAME_WORDS) && (date !== undefined || hasOutletNoun(part));
    if (byline?.kind === 'byline') found = { ...found, author: byline.author };
    else if (isOutlet && found.publisher === null) found = { ...found, publisher: part };
    else return null;
  }
  return found;
}
