/**
 * What stands before the first word of a news text on its own line: " date 2023-08-28 Islam Times - …",
 * "(Harbour News) — …", "LONDON, May 3 (Reuters) - …".
 *
 * A label, a date and an outlet's name belong to the header and are taken off. A dateline with a place stays in the
 * body, since the place is what the article says, not who says it; its outlet and its year, if printed, are read. O(line).
 */
import { findDates } from '../text/find-dates.ts';
import type { IsoDate } from '../text/iso-date.ts';
import { hasOutletNoun, isNameShaped } from './outlet-name.ts';

interface Dateline {
  /** Where in the line the body begins, in UTF-16 units; 0 when nothing is taken off. */
  readonly bodyStart: number;
  readonly publisher: string | null;
  readonly date: IsoDate | null;
}

/** No dateline is longer. */
const REACH = 140;
const DASH = String.raw`\s*(?:[-–—]|--)\s+`;
const DATE_LABEL = /^\s*(?:date|dated|published|posted(?: on)?|التاريخ|дата|datum|fecha)?\s*:?\s*/iu;
const NAME_THEN_DASH = new RegExp(
  String.raw`^([^\s()“”"‘’.,:;!?-][^()“”"‘.,:;!?]{0,59}?)${DASH}(?=[\p{Lu}\p{Lo}\d“"‘'«(\[])`,
  'u',
);
const NAME_IN_BRACKETS = new RegExp(
  String.raw`^\(([^()\n]{2,50})\)(?:${DASH}|\s*:\s+|\s+)(?=[\p{Lu}\p{Lo}\d“"‘'«])`,
  'u',
);
const PLACE_THEN_NAME =
  /^(\p{Lu}[\p{L}\s.,’'/-]{1,50}?)(?:,?\s*(?:\p{L}{3,9}\.?\s+\d{1,2}|\d{1,2}\.?\s+\p{L}{3,9})(?:,?\s+\d{4})?)?\s*\(([^()\n]{2,50})\)\s*(?:[-–—:]|--)/u;

/** `line` is the first line of the body as it stands in the file. */
export function parseDateline(line: string): Dateline {
  const head = line.slice(0, REACH);
  const dated = readDatePrefix(head);
  const rest = head.slice(dated.end);
  const bracketed = NAME_IN_BRACKETS.exec(rest);
  if (bracketed && isNameShaped(bracketed[1]!, 5)) {
    return { bodyStart: dated.end + bracketed[0].length, publisher: bracketed[1]!.trim(), date: dated.date };
  }
  const named = NAME_THEN_DASH.exec(rest);
  if (named && isOutletBeforeDash(named[1]!, dated.end > 0)) {
    return { bodyStart: dated.end + named[0].length, publisher: named[1]!.trim(), date: dated.date };
  }
  const placed = PLACE_THEN_NAME.exec(rest);
  if (placed && isNameShaped(placed[2]!, 5)) {
    const written = findDates(placed[0]).find((date) => date.kind === 'dated' && date.from === date.to);
    const date = dated.date ?? (written?.kind === 'dated' ? written.from : null);
    return { bodyStart: dated.end, publisher: placed[2]!.trim(), date };
  }
  return { bodyStart: dated.end, publisher: null, date: dated.date };
}

/** A date only counts as a prefix when it is labelled, or when a dash, a bar or a bracket parts it from the text. */
function readDatePrefix(head: string): { end: number; date: IsoDate | null } {
  const label = DATE_LABEL.exec(head)?.[0] ?? '';
  const first = findDates(head).at(0);
  if (first?.kind !== 'dated' || first.from !== first.to || first.start !== label.length) {
    return { end: 0, date: null };
  }
  const separator = /^\s*(?:[-–—|:]\s*|(?=\())|^\s+/.exec(head.slice(first.end))?.[0] ?? '';
  const isLabelled = label.trim() !== '';
  if (!isLabelled && separator.trim() === '' && head[first.end + separator.length] !== '(') {
    return { end: 0, date: null };
  }
  return { end: first.end + separator.length, date: first.from };
}

/** All capitals are a place ("GENEVA - "); after a date prefix any name is the outlet's, elsewhere it must carry an outlet's noun. */
function isOutletBeforeDash(name: string, afterDate: boolean): boolean {
  if (!isNameShaped(name, 5)) return false;
  const isPlace = /^[\p{Lu}\s]+$/u.test(name) && !hasOutletNoun(name);
  return hasOutletNoun(name) || (afterDate && !isPlace);
}
