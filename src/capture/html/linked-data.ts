/**
 * What a page's JSON-LD says about its article: one flat record of schema.org fields.
 *
 * The naive version takes the first block's fields. Pages print several (the site, the breadcrumbs, five related
 * articles), in a list, an `@graph` or nested in `mainEntity`, and often not quite as JSON. Here every object is looked
 * at, and the article is the one that is about this page. O(length of the blocks).
 */
import { flatten, type HtmlDocument } from './dom.ts';
import { decodeEntities } from './entities.ts';

type JsonObject = Readonly<Record<string, unknown>>;

export interface LinkedArticle {
  readonly headline: string | null;
  readonly author: readonly string[];
  /** Those of the authors that the page says are no people. */
  readonly organisations: readonly string[];
  readonly publisher: string | null;
  /** As printed. */
  readonly datePublished: string | null;
  readonly dateModified: string | null;
  readonly inLanguage: string | null;
  readonly url: string | null;
  readonly articleBody: string | null;
  /** What the page says of its own access; null when it says nothing. */
  readonly isFree: boolean | null;
}

const ARTICLE =
  /(?:Article|BlogPosting|SocialMediaPosting|DiscussionForumPosting|Report|Review|Reportage\w*|NewsItem|AnalysisNewsArticle|CreativeWork|WebPage|Recipe)$/;
const TRUE_ARTICLE = /(?:Article|Posting|Report|Review|Reportage\w*)$/;
/** Enough for every site seen; a page made to exhaust the reader has more. */
const MOST_OBJECTS = 5_000;
const DEEPEST = 12;

/** The record of the article that the page is about; null where its JSON-LD knows none. `addresses`: the page's own. */
export function readLinkedArticle(
  document: HtmlDocument,
  addresses: readonly string[],
  title: string | null,
): LinkedArticle | null {
  const objects = readObjects(document);
  const byId = new Map<string, JsonObject>();
  for (const object of objects) {
    const id = asText(object['@id']);
    if (id !== null && Object.keys(object).length > 1 && !byId.has(id)) byId.set(id, object);
  }
  const ranked = objects
    .filter((object) => typesOf(object).some((type) => ARTICLE.test(type)))
    .map((object, at) => ({ object, at, rank: rankOf(object, addresses, title) }))
    .sort((a, b) => b.rank - a.rank || a.at - b.at);
  const best = ranked[0]?.object;
  if (best === undefined) return null;
  const follow = (value: unknown): unknown => {
    const id = isObject(value) ? asText(value['@id']) : null;
    return id !== null && isObject(value) && value.name === undefined ? (byId.get(id) ?? value) : value;
  };
  const article = toArticle(best, follow, ranked[0]!.rank >= 4);
  // The page's own record may say when where the article's does not.
  const dated = ranked.find(({ object, rank }) => rank % 4 >= 2 && asText(object.datePublished) !== null);
  return { ...article, datePublished: article.datePublished ?? asText(dated?.object.datePublished) };
}

function rankOf(object: JsonObject, addresses: readonly string[], title: string | null): number {
  const own = [object.url, object['@id'], object.mainEntityOfPage]
    .map((value) => (isObject(value) ? (asText(value['@id']) ?? asText(value.url)) : asText(value)))
    .map((value) => sameAddress(value));
  const isHere = addresses.some((address) => own.includes(sameAddress(address)));
  const headline = flatten(asText(object.headline) ?? asText(object.name)).toLowerCase();
  const isTitled = headline.length > 8 && (title ?? '').toLowerCase().includes(headline.slice(0, 40));
  return (
    (typesOf(object).some((type) => TRUE_ARTICLE.test(type)) ? 4 : 0) +
    (isHere ? 2 : 0) +
    (isTitled ? 2 : 0) +
    (asText(object.articleBody) !== null ? 1 : 0) +
    (asText(object.datePublished) !== null ? 1 : 0)
  );
}

function sameAddress(value: string | null): string {
  return (value ?? '').replace(/^https?:\/\/(?:www\.|m\.|amp\.)?/i, '').replace(/[?#].*$|\/$/g, '');
}

function toArticle(
  object: JsonObject,
  follow: (value: unknown) => unknown,
  isArticle: boolean,
): LinkedArticle {
  const body = textOf(object.articleBody) ?? (isArticle ? textOf(object.text) : null);
  const free = object.isAccessibleForFree;
  return {
    headline: textOf(object.headline) ?? (isArticle ? textOf(object.name) : null),
    author: namesOf(object.author ?? object.creator, follow),
    organisations: namesOf(organisationsIn(object.author ?? object.creator, follow), follow),
    publisher: namesOf(object.publisher ?? object.sourceOrganization, follow)[0] ?? null,
    datePublished: asText(object.datePublished) ?? (isArticle ? asText(object.dateCreated) : null),
    dateModified: asText(object.dateModified),
    inLanguage: isObject(object.inLanguage)
      ? asText(object.inLanguage.alternateName)
      : asText(object.inLanguage),
    url: asText(object.url) ?? addressOf(object.mainEntityOfPage),
    articleBody: body,
    isFree: free === undefined ? null : !/^false$/i.test(String(free)),
  };
}

function addressOf(value: unknown): string | null {
  return isObject(value) ? (asText(value['@id']) ?? asText(value.url)) : asText(value);
}

/** Names of people or organisations, whether printed as text, object, list or reference. */
function namesOf(value: unknown, follow: (value: unknown) => unknown): string[] {
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((item) => namesOf(item, follow));
  const target = follow(value);
  const name = isObject(target)
    ? (textOf(target.name) ?? namesOf(target.name, follow)[0] ?? null)
    : textOf(target);
  return name === null ? [] : [name];
}

function organisationsIn(value: unknown, follow: (value: unknown) => unknown): unknown[] {
  const items = Array.isArray(value) ? value.slice(0, 50) : [value];
  return items.filter((item) => {
    const target = follow(item);
    return isObject(target) && typesOf(target).some((type) => /Organi[sz]ation$/.test(type));
  });
}

function readObjects(document: HtmlDocument): JsonObject[] {
  const objects: JsonObject[] = [];
  const scripts = document.querySelectorAll('script[type*="ld+json" i]');
  for (const script of Array.from(scripts).slice(0, 100)) {
    collect(parseLoosely(script.textContent ?? ''), objects, 0);
  }
  return objects;
}

function collect(value: unknown, into: JsonObject[], depth: number): void {
  if (depth > DEEPEST || into.length > MOST_OBJECTS) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, into, depth + 1);
  } else if (isObject(value)) {
    into.push(value);
    for (const item of Object.values(value)) if (typeof item === 'object') collect(item, into, depth + 1);
  }
}

/** JSON, or what a template made of it: in a comment or CDATA, with raw line breaks in strings, with a comma too many. */
function parseLoosely(text: string): unknown {
  const bare = text
    .trim()
    .replace(/^(?:\/\*|\/\/)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*\/)?/, '')
    .replace(/(?:\/\*|\/\/)?\s*(?:\]\]>|-->)\s*(?:\*\/)?;?$/, '')
    .replace(/;\s*$/, '');
  const attempts = [
    (): string => bare,
    (): string => escapeBreaks(bare),
    (): string => escapeBreaks(bare).replace(/,(\s*[}\]])/g, '$1'),
  ];
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt());
    } catch {
      // The next attempt forgives more.
    }
  }
  return null;
}

function escapeBreaks(json: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters are what makes it no JSON
  return json.replace(/[\u0000-\u001f]+/g, ' ').replace(/\\(?!["\\/bfnrtu])/g, '\\\\');
}

function typesOf(object: JsonObject): string[] {
  const type = object['@type'];
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string');
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asText(value: unknown): string | null {
  if (Array.isArray(value)) return asText(value[0]);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Text that may hold markup or entities, as reading systems put them there. */
function textOf(value: unknown): string | null {
  const text = asText(value);
  if (text === null) return null;
  const plain = decodeEntities(
    text
      .replace(/<(?:br|\/p|\/div|\/h\d|\/li)\b[^<>]{0,200}>/gi, '\n')
      .replace(/<\/?[a-z][^<>]{0,2000}>/gi, ' '),
  );
  return plain.trim() === '' ? null : plain.trim();
}
