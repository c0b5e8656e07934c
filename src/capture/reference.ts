/**
 * One entry of a bibliography, in whatever format, as an article: the abstract (or an attached text) is its text; a
 * reference without one is kept by its headline, so that a page that names the work can find it. O(entry).
 */
import { toIsoDate } from '../text/iso-date.ts';
import { parseLanguageTag } from '../text/language.ts';
import { type ArticleDraft, EMPTY_DRAFT } from './complete-article.ts';
import { lineOfMarkup, textOfMarkup } from './markup-text.ts';
import { readPrintedDate } from './printed-date.ts';
import { safeAddress } from './record-fields.ts';

/** What our own citations say where a format wants a title and the article prints no headline; read as none. */
export const NO_HEADLINE = '[no headline printed]';

export interface Reference {
  readonly identifier: string | null;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly date: string | null;
  readonly url: string | null;
  readonly doi: string | null;
  readonly abstract: string;
  readonly language: string | null;
  /** Newspaper or journal, else the publisher. */
  readonly outlet: string | null;
}

/** Null when it has neither title nor text. */
export function draftOfReference(reference: Reference): ArticleDraft | null {
  const title = lineOfMarkup(reference.title ?? '');
  const headline = title === NO_HEADLINE ? null : title || null;
  const articleBody = textOfMarkup(reference.abstract);
  if (headline === null && articleBody === '') return null;
  const doi = /10\.\d{4,9}\/\S+/.exec(reference.doi ?? '')?.[0] ?? null;
  return {
    ...EMPTY_DRAFT,
    identifier: reference.identifier,
    url: safeAddress(reference.url) ?? safeAddress(doi === null ? null : `https://doi.org/${doi}`),
    headline,
    author: reference.authors.map(lineOfMarkup).filter((name) => name !== ''),
    publisher: lineOfMarkup(reference.outlet ?? '') || null,
    datePublished: readReferenceDate(reference.date ?? ''),
    inLanguage: parseLanguageTag(reference.language ?? ''),
    articleBody,
  };
}

/** "2013/01/05/Winter", "2001 Jan", "1999-00-00": year first, parts that are not known left out; else as printed. */
function readReferenceDate(date: string): ArticleDraft['datePublished'] {
  const parts = /^\s*(\d{4})(?:[/-](\d{1,2})?(?:[/-](\d{1,2})?)?)?(?:[/T ].*)?$/.exec(date);
  if (parts === null)
    return readPrintedDate(date) ?? readPrintedDate(/\b(?:1[5-9]|20)\d\d\b/.exec(date)?.[0] ?? '');
  const [year, month, day] = parts.slice(1).map((part) => Number(part ?? 0) || null);
  return (
    toIsoDate(year ?? 0, month ?? null, month ? (day ?? null) : null) ?? toIsoDate(year ?? 0, null, null)
  );
}

/** "Jane Doe" from what formats keep apart. */
export function fullName(given: string | null | undefined, family: string | null | undefined): string {
  return [given, family].filter((part) => part !== null && part !== undefined && part !== '').join(' ');
}

const SUFFIX = /^(?:jr|sr|junior|senior|esq|ph\.?d|m\.?d|[ivx]{1,4}|\d(?:st|nd|rd|th))\.?$/i;

/**
 * "Jane Doe" from "Doe, Jane"; "Jane Doe Jr." from "Doe, Jr., Jane" (BibTeX) or "Doe, Jane, Jr." (RIS). Of more parts
 * and no suffix are names of organisations ("Council on Bridges, Roads, Canals and Ports"), which stay as they are.
 */
export function unsortName(name: string): string {
  const parts = name
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [family = '', second = '', third = ''] = parts;
  if (parts.length < 3) return parts.length === 2 ? `${second} ${family}` : family;
  if (parts.length === 3 && SUFFIX.test(second)) return `${third} ${family} ${second}`;
  if (parts.length === 3 && SUFFIX.test(third)) return `${second} ${family} ${third}`;
  return name.trim();
}
