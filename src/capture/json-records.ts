/**
 * What a JSON record is: an article of ours, or one of the shapes in which other programs export theirs (JSON Feed,
 * CSL-JSON, Zotero, Wallabag, Omnivore, Hypothesis). Told by fields that only that program writes. O(record).
 */
import { parseLanguageTag } from '../text/language.ts';
import { fail, type Result, succeed } from '../text/result.ts';
import { type ArticleDraft, EMPTY_DRAFT } from './complete-article.ts';
import { lineOfMarkup, textOfMarkup } from './markup-text.ts';
import { parseNewsArticle } from './news-article-json.ts';
import { readPrintedDate } from './printed-date.ts';
import { safeAddress } from './record-fields.ts';
import { draftOfReference, fullName } from './reference.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Shape {
  readonly name: string;
  fits(record: Fields): boolean;
  /** Null when there is nothing to archive. */
  draft(record: Fields): ArticleDraft | null;
}

/** Own property only: a key named `__proto__` or `constructor` says nothing. */
function own(record: unknown, key: string): unknown {
  return isFields(record) && Object.hasOwn(record, key) ? record[key] : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(record: unknown, ...keys: string[]): string | null {
  for (const key of keys) {
    const value = own(record, key);
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return null;
}

function list(record: unknown, key: string): readonly unknown[] {
  const value = own(record, key);
  return Array.isArray(value) ? value : [];
}

const has = (record: Fields, ...keys: string[]): boolean => keys.every((key) => Object.hasOwn(record, key));

function webPage(fields: {
  id: string | null;
  url: string | null;
  title: string | null;
  author?: readonly string[];
  outlet?: string | null;
  date?: string | null;
  language?: string | null;
  markup: string;
}): ArticleDraft | null {
  const headline = fields.title === null ? null : lineOfMarkup(fields.title) || null;
  const articleBody = textOfMarkup(fields.markup);
  if (headline === null && articleBody === '') return null;
  return {
    ...EMPTY_DRAFT,
    identifier: fields.id,
    url: safeAddress(fields.url),
    headline,
    author: (fields.author ?? []).map(lineOfMarkup).filter((name) => name !== ''),
    publisher: fields.outlet ?? null,
    datePublished: readPrintedDate(fields.date ?? ''),
    inLanguage: parseLanguageTag(fields.language ?? ''),
    articleBody,
  };
}

/** Zotero's own JSON, with or without the API's envelope. */
function zoteroFields(record: Fields): Fields | null {
  const data = own(record, 'data');
  const inner = isFields(data) ? data : record;
  return typeof own(inner, 'itemType') === 'string' ? inner : null;
}

function zoteroNames(item: Fields): string[] {
  const creators = list(item, 'creators');
  const authors = creators.filter((one) =>
    /^(?:author|journalist|contributor)?$/.test(text(one, 'creatorType') ?? ''),
  );
  return (authors.length > 0 ? authors : creators).map(
    (one) => text(one, 'name') ?? fullName(text(one, 'firstName'), text(one, 'lastName')),
  );
}

function zoteroDraft(record: Fields): ArticleDraft | null {
  const item = zoteroFields(record)!;
  const type = text(item, 'itemType');
  if (type === 'attachment') return null;
  const notes = [
    ...list(item, 'notes').map((note) => text(note, 'note') ?? (typeof note === 'string' ? note : null)),
    type === 'note' ? text(item, 'note') : null,
  ];
  return draftOfReference({
    identifier: text(item, 'key', 'itemKey', 'citationKey', 'itemID'),
    title: text(item, 'title', 'caseName', 'subject', 'nameOfAct'),
    authors: zoteroNames(item),
    date: text(item, 'date', 'dateDecided', 'dateEnacted'),
    url: text(item, 'url'),
    doi: text(item, 'DOI'),
    abstract: text(item, 'abstractNote') ?? notes.find((note) => note !== null) ?? '',
    language: text(item, 'language'),
    outlet: text(
      item,
      'publicationTitle',
      'blogTitle',
      'websiteTitle',
      'bookTitle',
      'proceedingsTitle',
      'publisher',
      'institution',
    ),
  });
}

function cslDate(record: Fields): string | null {
  for (const key of ['issued', 'published', 'original-date', 'submitted']) {
    const date = own(record, key);
    const [first] = list(date, 'date-parts');
    const parts = Array.isArray(first)
      ? first.map((part) => String(part)).filter((part) => /^\d{1,4}$/.test(part))
      : [];
    if (parts.length > 0) return parts.map((part, at) => part.padStart(at === 0 ? 4 : 2, '0')).join('-');
    const raw = text(date, 'raw', 'literal') ?? text(record, key);
    if (raw !== null) return raw;
  }
  return null;
}

function cslDraft(record: Fields): ArticleDraft | null {
  const authors = list(record, 'author').map(
    (one) =>
      text(one, 'literal') ??
      fullName(
        fullName(text(one, 'given'), text(one, 'non-dropping-particle', 'dropping-particle')),
        text(one, 'family'),
      ),
  );
  return draftOfReference({
    identifier: text(record, 'id', 'citation-key'),
    title: text(record, 'title', 'title-short'),
    authors,
    date: cslDate(record),
    url: text(record, 'URL'),
    doi: text(record, 'DOI'),
    abstract: text(record, 'abstract') ?? '',
    language: text(record, 'language'),
    outlet: text(record, 'container-title', 'publisher'),
  });
}

function annotationDraft(record: Fields): ArticleDraft | null {
  const [target] = list(record, 'target');
  const quotes = list(target, 'selector').filter((one) => text(one, 'type') === 'TextQuoteSelector');
  const quote = text(quotes[0], 'exact') ?? text(record, 'quote', 'highlight');
  if (quote === null) return null;
  const [title] = list(own(record, 'document'), 'title');
  return webPage({
    id: text(record, 'id'),
    url: text(target, 'source') ?? text(record, 'uri', 'url'),
    title: typeof title === 'string' ? title : text(own(record, 'document'), 'title'),
    markup: quote,
  });
}

function feedItemDraft(record: Fields): ArticleDraft | null {
  const authors = [...list(record, 'authors'), own(record, 'author')];
  return webPage({
    id: text(record, 'id'),
    url: text(record, 'url', 'external_url'),
    title: text(record, 'title'),
    author: authors.map((one) => text(one, 'name') ?? '').filter((name) => name !== ''),
    date: text(record, 'date_published', 'date_modified'),
    language: text(record, 'language'),
    markup: text(record, 'content_html', 'content_text', 'summary') ?? '',
  });
}

const SHAPES: readonly Shape[] = [
  { name: 'zotero', fits: (record) => zoteroFields(record) !== null, draft: zoteroDraft },
  {
    name: 'hypothesis',
    fits: (record) =>
      has(record, 'uri', 'target') ||
      (has(record, 'uri') && (has(record, 'quote') || has(record, 'highlight'))),
    draft: annotationDraft,
  },
  {
    name: 'wallabag',
    fits: (record) =>
      has(record, 'content', 'title') && (has(record, 'is_archived') || has(record, 'domain_name')),
    draft: (record) =>
      webPage({
        id: text(record, 'id'),
        url: text(record, 'url', 'given_url'),
        title: text(record, 'title'),
        author: list(record, 'published_by').map(String),
        outlet: text(record, 'domain_name'),
        date: text(record, 'published_at'),
        language: text(record, 'language'),
        markup: text(record, 'content') ?? '',
      }),
  },
  {
    name: 'omnivore',
    fits: (record) =>
      has(record, 'slug', 'title') && (has(record, 'savedAt') || has(record, 'readingProgress')),
    draft: (record) =>
      webPage({
        id: text(record, 'id'),
        url: text(record, 'url'),
        title: text(record, 'title'),
        author: [text(record, 'author') ?? ''],
        outlet: text(record, 'siteName'),
        date: text(record, 'publishedAt'),
        markup: text(record, 'content', 'description') ?? '',
      }),
  },
  {
    name: 'csl',
    fits: (record) =>
      has(record, 'type') &&
      !has(record, 'articleBody') &&
      !has(record, 'headline') &&
      (has(record, 'issued') ||
        has(record, 'container-title') ||
        list(record, 'author').some((one) => text(one, 'family', 'literal') !== null) ||
        has(record, 'id', 'title')),
    draft: cslDraft,
  },
  {
    name: 'json-feed',
    fits: (record) =>
      has(record, 'id') &&
      (has(record, 'content_html') || has(record, 'content_text') || has(record, 'date_published')),
    draft: feedItemDraft,
  },
];

/** Where programs put the list of their records, in the order they are looked for. */
const LISTS = [
  'items',
  'annotations',
  'articles',
  'rows',
  'entries',
  '@graph',
  'references',
  'results',
  'data',
];

/** The records inside a top-level object that is only a wrapper; null when it is a record itself. `outlet` is the wrapper's title. */
export function recordsWithin(value: unknown): { records: readonly unknown[]; outlet: string | null } | null {
  if (!isFields(value) || has(value, 'articleBody')) return null;
  const key = LISTS.find((name) => Array.isArray(own(value, name)));
  if (key === undefined) return null;
  return { records: list(value, key), outlet: has(value, 'version') ? text(value, 'title') : null };
}

/** Fails with `bad-request` and a sentence when the record holds nothing to archive. */
export function parseRecord(record: unknown, outlet: string | null): Result<ArticleDraft> {
  const shape = isFields(record) ? SHAPES.find((one) => one.fits(record)) : undefined;
  if (shape === undefined || !isFields(record)) {
    const isFeedItem = outlet !== null && isFields(record) && !has(record, 'articleBody', 'headline');
    const draft = isFeedItem ? feedItemDraft(record) : null;
    return draft === null ? parseNewsArticle(record) : succeed({ ...draft, publisher: outlet });
  }
  const draft = shape.draft(record);
  if (draft !== null)
    return succeed(outlet === null ? draft : { ...draft, publisher: draft.publisher ?? outlet });
  if (shape.name === 'hypothesis')
    return fail('bad-request', 'The annotation quotes no text: it is a note on the whole page.');
  return fail('bad-request', 'The record has neither a title nor a text.');
}
