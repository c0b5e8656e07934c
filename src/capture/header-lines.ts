/**
 * The lines above an article's text that say who, when and from where: bylines, date lines, source lines.
 *
 * The naive version is a pattern per outlet, and breaks on the next one. Here a line is a date line when nothing is
 * left of it after dates, times, weekdays and label words are taken out, in whatever order it prints them; bylines and
 * source lines begin with their word. Only short lines are tried. O(line).
 */
import { findDates, type WrittenDate } from '../text/find-dates.ts';
import type { IsoDate } from '../text/iso-date.ts';
import { hasOutletNoun, isNameShaped } from './outlet-name.ts';

/** How a date is labelled, best first: an article's own date wins over the day a blog posted it and over its last change. */
export type DateRole = 'printed' | 'posted' | 'updated';

export type HeaderLine =
  | {
      readonly kind: 'date';
      /** Null for a date line whose date has no year or reads two ways. */
      readonly date: IsoDate | null;
      readonly role: DateRole;
      /** "Posted … by uprootedpalestinians": the name after "by". */
      readonly by: string | null;
    }
  | {
      readonly kind: 'byline';
      readonly author: readonly string[];
      readonly publisher: string | null;
      readonly date: IsoDate | null;
    }
  | { readonly kind: 'source'; readonly name: string };

const LONGEST_HEADER_LINE = 160;

const SOURCE = /^(?:source|sources|via|quelle|fuente|fuentes|источник|المصدر|נכתב ב|מקור)\s*[:：]\s*(.+)$/iu;
const REPUBLISHED =
  /^\(?(?:(?:this (?:article|story|post|report|text) )?(?:was )?(?:originally |first )(?:published|appeared|posted)(?: (?:in|on|by|at))|(?:re-?published|reprinted|reposted|taken|translated) (?:with permission )?from)\s+(?:the )?(.+?)\)?\.?$/i;
const BYLINE =
  /^(?:by|written by|story by|report by|author|authors|von|par|por|автор|авторы|بقلم|كتبه|كتب|إعداد|מאת)(?:\s*:\s*|\s+)(.+)$/iu;
const POSTED_BY = /(?:^|\s)(?:by|von|par|por|بواسطة|автор)\s+(\S.{0,59})$/iu;

const LABEL_WORDS = new Set(
  (
    'date dated published posted updated update modified created last first on at by in time publication issued release released edition issue ' +
    'publié publiée le mis à jour modifié veröffentlicht am aktualisiert um uhr stand datum erschienen publicado actualizado el fecha опубликовано обновлено дата г в ' +
    'التاريخ تاريخ النشر نشر نشرت في يوم الساعة آخر تحديث منذ פורסם תאריך ב עודכן בתאריך ' +
    'am pm gmt utc est edt pst pdt cet cest bst ist msk eet h hrs et'
  ).split(' '),
);
const WEEKDAYS = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag lunes martes miércoles jueves viernes sábado domingo ' +
    'понедельник вторник среда четверг пятница суббота воскресенье الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد ראשון שני שלישי רביעי חמישי שישי שבת יום'
  ).split(' '),
);
const UPDATED = /\b(?:updated|modified|aktualisiert|actualizado|mis à jour|обновлено)|تحديث|עודכן/iu;
const POSTED = /\bposted\b/i;

/** Null for a line that is none of these. */
export function parseHeaderLine(line: string): HeaderLine | null {
  const text = line.trim();
  if (text === '' || text.length > LONGEST_HEADER_LINE) return null;
  return parseSource(text) ?? parseDateLine(text) ?? parseByline(text);
}

function parseSource(text: string): HeaderLine | null {
  const name = (SOURCE.exec(text)?.[1] ?? REPUBLISHED.exec(text)?.[1])?.trim() ?? '';
  if (name === '' || name.length > 80) return null;
  return { kind: 'source', name };
}

function parseDateLine(text: string): HeaderLine | null {
  const dates = findDates(text);
  const ambiguous = /(?<![\d/.-])\d{1,2}\/\d{1,2}\/\d{4}(?![\d/])/.exec(text);
  if (dates.length === 0 && ambiguous === null) return null;
  let rest = text;
  for (const { start, end } of [...dates].reverse()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  if (ambiguous !== null) rest = rest.replace(ambiguous[0], ' ');
  const poster = POSTED_BY.exec(rest.trim());
  const by = poster?.[1]?.replace(/\s+in\s+\p{Lu}.*$/u, '').replace(/(?:[\s|•·,.-]|\son)+$/i, '') ?? null;
  if (poster) rest = rest.trim().slice(0, poster.index);
  if (!isFiller(rest)) return null;
  if (by !== null && !isPersonOrHandle(by)) return null;
  const { date, role } = bestDate(text, dates);
  // A bare "Saturday, 26 February" gives no date of publication; it may be the event's, and stays text.
  const isBare =
    date === null &&
    by === null &&
    ambiguous === null &&
    !/[:：]|\d{4}|\b(?:published|posted|updated)\b/i.test(text);
  if (isBare) return null;
  return by !== null && role === 'printed' && !POSTED.test(text)
    ? { kind: 'byline', author: splitAuthors(by), publisher: null, date }
    : { kind: 'date', date, role, by };
}

/** Whether nothing is left but labels, weekdays, times and punctuation. */
function isFiller(rest: string): boolean {
  const words = rest
    .toLowerCase()
    .replace(/\d{1,2}(?:[:.]\d{2,6}){1,3}/g, ' ')
    .replace(/[+-]\d{1,2}(?::?\d{2})?(?=\s|\)|$)/g, ' ')
    .match(/[\p{L}\p{M}]+|\p{N}+/gu);
  return (words ?? []).every((word) => LABEL_WORDS.has(word) || WEEKDAYS.has(word) || /^\d{4}$/.test(word));
}

function bestDate(text: string, dates: readonly WrittenDate[]): { date: IsoDate | null; role: DateRole } {
  let best: { date: IsoDate; role: DateRole } | null = null;
  let previousEnd = 0;
  for (const date of dates) {
    const label = text.slice(previousEnd, date.start);
    previousEnd = date.end;
    if (date.kind !== 'dated' || date.from !== date.to) continue;
    const role = UPDATED.test(label) ? 'updated' : POSTED.test(text) ? 'posted' : 'printed';
    if (best === null || rankOf(role) < rankOf(best.role)) best = { date: date.from, role };
  }
  return (
    best ?? { date: null, role: UPDATED.test(text) ? 'updated' : POSTED.test(text) ? 'posted' : 'printed' }
  );
}

/** 0 is best. */
export function rankOf(role: DateRole): number {
  return { printed: 0, posted: 1, updated: 2 }[role];
}

function parseByline(text: string): HeaderLine | null {
  const match = BYLINE.exec(text);
  const handle = /^by\s+([\w.-]{2,30})$/.exec(text)?.[1];
  if (handle !== undefined) return { kind: 'byline', author: [handle], publisher: null, date: null };
  const isMarked = /^[^:]{1,12}:/.test(text) || !/^\p{Ll}/u.test(text);
  if (!match || !isMarked || /[.!?。؟]["”’]?$/.test(text.replace(/\b(?:Jr|Sr|\p{Lu})\.$/u, ''))) return null;
  const [names = '', ...tail] = match[1]!.split(/\s*[|•·]\s*|\s+[-–—]\s+/);
  let written = names.replace(/,?\s*$/, '');
  let date: IsoDate | null = null;
  const dateInNames = findDates(written).at(0);
  if (dateInNames !== undefined && dateInNames.kind === 'dated') {
    date = dateInNames.from;
    written = written.slice(0, dateInNames.start).replace(/[\s,(]+(?:on\s*)?$/i, '');
  }
  let publisher: string | null = null;
  for (const part of tail) {
    const found = findDates(part).at(0);
    if (found?.kind === 'dated') date ??= found.from;
    else if (hasOutletNoun(part) && isNameShaped(part, 6)) publisher ??= part;
  }
  const affiliation = /^(.+?),\s*([^,]+)$/.exec(written);
  if (affiliation && hasOutletNoun(affiliation[2]!) && isNameShaped(affiliation[2]!, 6)) {
    written = affiliation[1]!;
    publisher ??= affiliation[2]!.trim();
  }
  const author = splitAuthors(written);
  if (author.length === 0 || !author.every(isPersonName)) return null;
  return { kind: 'byline', author, publisher, date };
}

/** Names as printed. A comma parts them only where full names stand on both sides: "Staff, Agencies" is one credit. */
function splitAuthors(text: string): string[] {
  const plain = text
    .replace(/\s+in\s+\p{Lu}[\p{L}\s]{1,30}$/u, '')
    .replace(
      /,\s*(?:[\p{L}-]+\s+){0,3}(?:correspondent|reporter|editor|writer|staff writer|columnist)$/iu,
      '',
    )
    .trim();
  const parts = plain.split(/\s*(?:;|\s&\s|\s(?:and|und|et|y|и)\s)\s*/u).flatMap((part) => {
    const names = part.split(/\s*,\s*/).filter((name) => name !== '');
    return names.every((name) => /\S\s+\S/.test(name)) ? names : [part];
  });
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** A person, or an account such as "jdoe_99". */
function isPersonOrHandle(name: string): boolean {
  return /^[\w.-]{2,30}$/.test(name) || isPersonName(name);
}

/** "Jane Doe", "JANE DOE", "Staff, Agencies", "The Associated Press", "حازم قاسم". */
function isPersonName(name: string): boolean {
  return name.length <= 60 && isNameShaped(name.replace(/[,.]/g, ''), 6) && !/^\p{Ll}/u.test(name);
}
