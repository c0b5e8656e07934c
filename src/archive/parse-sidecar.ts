/**
 * Sidecars: `<article file>.sidecar.json`, written by hand, corrects what the parser could not see. Only the fields
 * named here can be corrected, never the text; each corrected field is listed in `provenance.curated`.
 */
import { type IsoDate, parseIsoDate } from '../text/iso-date.ts';
import { type LanguageTag, parseLanguageTag } from '../text/language.ts';
import { fail, type Result, succeed } from '../text/result.ts';

/** A field that is absent stays as parsed; null corrects it to "known to be absent". */
export interface Sidecar {
  readonly identifier?: string | null;
  readonly url?: string | null;
  readonly headline?: string | null;
  readonly author?: readonly string[];
  readonly publisher?: string | null;
  readonly datePublished?: IsoDate | null;
  readonly inLanguage?: LanguageTag | null;
  readonly capturedAt?: string | null;
  readonly capturedFrom?: string | null;
  readonly republishedFrom?: string | null;
  readonly license?: string | null;
}

const TEXT_FIELDS = [
  'identifier',
  'url',
  'headline',
  'publisher',
  'capturedAt',
  'capturedFrom',
  'republishedFrom',
  'license',
];

/** Fails, with a sentence naming the field, on anything a hand could have mistyped: an unknown name, a wrong type, no date. */
export function parseSidecar(json: string): Result<Sidecar> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return fail('bad-request', 'The sidecar is not valid JSON.');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return fail('bad-request', 'The sidecar is not a JSON object.');
  }
  const entries: [string, unknown][] = [];
  for (const [field, value] of Object.entries(parsed)) {
    const problem = problemWith(field, value);
    if (problem !== null) return fail('bad-request', problem);
    entries.push([field, value]);
  }
  return succeed(Object.fromEntries(entries) as Sidecar);
}

function problemWith(field: string, value: unknown): string | null {
  if (field === 'author') {
    const isList = Array.isArray(value) && value.every((name) => typeof name === 'string');
    return isList ? null : 'The sidecar’s “author” must be a list of names.';
  }
  const isText = typeof value === 'string';
  if (value !== null && !isText) return `The sidecar’s “${field}” must be a text or null.`;
  if (TEXT_FIELDS.includes(field)) return null;
  if (field === 'datePublished') {
    const isDate = value === null || (isText && parseIsoDate(value) !== null);
    return isDate ? null : 'The sidecar’s “datePublished” must look like 2023-03-08, 2023-03 or 2023.';
  }
  if (field === 'inLanguage') {
    const isTag = value === null || (isText && parseLanguageTag(value) !== null);
    return isTag ? null : 'The sidecar’s “inLanguage” must be a language tag such as “en” or “ar”.';
  }
  return `The sidecar names “${field}”, which is no field that can be corrected.`;
}
