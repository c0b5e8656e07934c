/**
 * One record of schema.org NewsArticle fields, as JSON, to a draft. Every field but the text is optional, and one that
 * cannot be used counts as not printed; a record is refused only when there is nothing to archive. O(record).
 */
import { isDigest } from '../archive/digest.ts';
import { parseLanguageTag } from '../text/language.ts';
import { fail, type Result, succeed } from '../text/result.ts';
import type { ArticleDraft } from './complete-article.ts';
import { readPrintedDate } from './printed-date.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Fails with `bad-request` when the record is no object, has no text and no headline, or a text that is no string. */
export function parseNewsArticle(record: unknown): Result<ArticleDraft> {
  if (!isObject(record)) return fail('bad-request', 'The record is not a JSON object.');
  const body = record.articleBody;
  const headline = asText(record.headline);
  if (body !== undefined && body !== null && typeof body !== 'string') {
    return fail('bad-request', 'The field “articleBody” is not a text.');
  }
  if ((body ?? '').trim() === '' && headline === null) {
    return fail('bad-request', 'The record has neither “articleBody” nor “headline”.');
  }
  const provenance = isObject(record.provenance) ? record.provenance : {};
  return succeed({
    identifier: asText(record.identifier),
    url: asText(record.url),
    headline,
    author: asNames(record.author),
    publisher: asNames(record.publisher)[0] ?? null,
    datePublished: readPrintedDate(asText(record.datePublished) ?? ''),
    inLanguage: parseLanguageTag(asText(record.inLanguage) ?? ''),
    articleBody: body ?? '',
    republishedFrom: asText(provenance.republishedFrom),
    republishedBy: asText(provenance.republishedBy),
    origin: readOrigin(provenance),
  });
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Numbers too: identifiers are often printed without quotes. */
function asText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** A name, a list of names, `{name}` or a list of those. */
function asNames(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => asNames(item));
  const name = isObject(value) ? asText(value.name) : asText(value);
  return name === null ? [] : [name];
}

function readOrigin(provenance: JsonObject): ArticleDraft['origin'] {
  const digest = asText(provenance.digest);
  const file = asText(provenance.file);
  const curated = provenance.curated;
  return {
    capturedAt: asText(provenance.capturedAt),
    capturedFrom: asText(provenance.capturedFrom),
    license: asText(provenance.license),
    ...(digest !== null && isDigest(digest) ? { digest } : {}),
    ...(file === null ? {} : { file }),
    ...(Array.isArray(curated) ? { curated: curated.filter((field) => typeof field === 'string') } : {}),
  };
}
