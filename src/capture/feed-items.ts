/**
 * The entries of an RSS (0.9 to 2.0), RDF or Atom (0.3, 1.0) feed, one after the other.
 *
 * Libraries for feeds take the file as one text and understand forty extensions (60 KB compressed); an archive needs
 * seven fields of each entry, and an export of ten years of a blog is one feed of hundreds of megabytes. O(bytes).
 */
import type { ByteSource } from './capture-outcome.ts';
import { lineOfMarkup, textOfMarkup } from './markup-text.ts';
import { fromBase64 } from './mime.ts';
import { childrenOf, collectNodes, innerMarkup, textOf, type XmlNode } from './xml-node.ts';
import { readXml, type XmlTag } from './xml-stream.ts';

export interface FeedItem {
  readonly identifier: string | null;
  readonly url: string | null;
  readonly headline: string | null;
  readonly author: readonly string[];
  /** As printed, unread. */
  readonly date: string | null;
  /** Plain text; the full text where there is one, else the summary. */
  readonly content: string;
  /** Of the feed. */
  readonly outlet: string | null;
  readonly language: string | null;
}

/** What the feed says about itself, as far as it was read. */
export interface Feed {
  outlet: string | null;
  language: string | null;
  author: string[];
  /** The outermost element with its prefix; null where there was none. */
  root: string | null;
  /** The first fault of the markup that was passed over. */
  fault: string | null;
}

const ITEMS = new Set(['item', 'entry']);

/** Yields items as they end; its value is the feed. Throws `XmlError` for a hostile file. */
export async function* feedItems(source: ByteSource): AsyncGenerator<FeedItem, Feed> {
  const feed: Feed = { outlet: null, language: null, author: [], root: null, fault: null };
  const items: FeedItem[] = [];
  const handler = collectNodes(
    (tag, path) => {
      noteRoot(feed, tag, path);
      return ITEMS.has(tag.name.toLowerCase()) || isFeedField(tag, path);
    },
    (node, path) => {
      if (ITEMS.has(node.tag.name.toLowerCase())) items.push(readItem(node, feed, baseOf(path)));
      else noteFeed(feed, node, path);
    },
  );
  const reading = readXml(source, handler);
  for (;;) {
    const step = await reading.next();
    yield* items.splice(0);
    if (step.done) return { ...feed, fault: step.value };
  }
}

function noteRoot(feed: Feed, tag: XmlTag, path: readonly XmlTag[]): void {
  if (path.length > 0) return;
  feed.root = tag.prefix === '' ? tag.name : `${tag.prefix}:${tag.name}`;
  feed.language = tag.attributes.get('xml:lang') ?? null;
}

function isFeedField(tag: XmlTag, path: readonly XmlTag[]): boolean {
  const parent = path.at(-1)?.name.toLowerCase();
  return (
    (parent === 'channel' || parent === 'feed') &&
    ['title', 'language', 'author'].includes(tag.name.toLowerCase())
  );
}

function noteFeed(feed: Feed, node: XmlNode, path: readonly XmlTag[]): void {
  const name = node.tag.name.toLowerCase();
  if (path.length > 2) return;
  if (name === 'title' && node.tag.prefix !== 'media')
    feed.outlet ??= orNull(lineOfMarkup(constructText(node)));
  else if (name === 'language') feed.language ??= orNull(textOf(node).trim());
  else if (name === 'author' && path.at(-1)?.name === 'feed') feed.author.push(...personOf(node));
}

function readItem(node: XmlNode, feed: Feed, outerBase: string | null): FeedItem {
  const base = resolve(node.tag.attributes.get('xml:base') ?? null, outerBase) ?? outerBase;
  const first = (...names: string[]): XmlNode | null => {
    for (const name of names) {
      const found = childrenOf(node, name).filter(({ tag }) => isCore(tag));
      const filled = found.find((child) => textOf(child).trim() !== '' || child.children.length > 0);
      if (filled) return filled;
    }
    return null;
  };
  const title = first('title');
  const date = first('pubdate', 'published', 'issued', 'date', 'created', 'updated', 'modified');
  const source = childrenOf(node, 'source')[0];
  const outlet = source ? orNull(lineOfMarkup(textOf(childrenOf(source, 'title')[0] ?? null))) : null;
  return {
    identifier: orNull(textOf(first('guid', 'id')).trim()),
    url: resolve(linkOf(node), base),
    headline: title === null ? null : orNull(lineOfMarkup(constructText(title))),
    author: authorsOf(node, feed),
    date: orNull(textOf(date).trim()),
    content: contentOf(node),
    outlet: outlet ?? feed.outlet,
    language:
      node.tag.attributes.get('xml:lang') ?? orNull(textOf(first('language')).trim()) ?? feed.language,
  };
}

/** Media and podcast extensions repeat `title`, `content` and `description` with another meaning. */
function isCore({ prefix, namespace }: XmlTag): boolean {
  return (
    !/^(?:media|itunes|g|geo|georss|thr|slash|wfw|trackback)$/i.test(prefix) &&
    !/mrss|podcast|itunes/i.test(namespace)
  );
}

/** The text an Atom text construct stands for, as markup: plain text is escaped, base64 and XHTML undone. */
function constructText(node: XmlNode): string {
  const type = (node.tag.attributes.get('type') ?? '').toLowerCase();
  const mode = (node.tag.attributes.get('mode') ?? '').toLowerCase();
  const hasMarkup = node.children.some((child) => typeof child !== 'string');
  if (mode === 'base64' || /^(?:application\/octet-stream|image\/)/.test(type))
    return new TextDecoder().decode(fromBase64(textOf(node)));
  if (type === 'html' && hasMarkup) return textOf(node);
  if (hasMarkup) return innerMarkup(node);
  return type === 'text' ? textOf(node).replaceAll('&', '&amp;').replaceAll('<', '&lt;') : textOf(node);
}

function contentOf(node: XmlNode): string {
  const core = node.children.filter(
    (child): child is XmlNode => typeof child !== 'string' && isCore(child.tag),
  );
  for (const wanted of [
    'encoded',
    'content',
    'body',
    'fulltext',
    'description',
    'summary',
    'subtitle',
    'abstract',
  ]) {
    for (const child of core) {
      if (child.tag.name.toLowerCase() !== wanted || isMedium(child)) continue;
      const text = textOfMarkup(constructText(child));
      if (text !== '') return text;
    }
  }
  const podcast = childrenOf(node, 'summary').find(({ tag }) => tag.prefix === 'itunes');
  return textOfMarkup(textOf(podcast));
}

/** A picture or a film inside the feed. */
function isMedium({ tag }: XmlNode): boolean {
  const type = tag.attributes.get('type') ?? '';
  return /^(?:image|video|audio|application)\//i.test(type) && !/xhtml|octet-stream/i.test(type);
}

/** The nearest `xml:base`, made absolute by those around it. */
function baseOf(path: readonly XmlTag[]): string | null {
  return path.reduce<string | null>(
    (base, tag) => resolve(tag.attributes.get('xml:base') ?? null, base) ?? base,
    null,
  );
}

function resolve(address: string | null, base: string | null): string | null {
  if (address === null || base === null) return address;
  try {
    return new URL(address, base).href;
  } catch {
    return address;
  }
}

function linkOf(node: XmlNode): string | null {
  const links = childrenOf(node, 'link').filter(({ tag }) => isCore(tag));
  const isMain = ({ tag }: XmlNode) =>
    ['alternate', undefined].includes(tag.attributes.get('rel')?.toLowerCase());
  for (const link of [...links.filter(isMain)]) {
    const address = (link.tag.attributes.get('href') ?? textOf(link)).trim();
    if (address !== '') return address;
  }
  const guid = childrenOf(node, 'guid')[0];
  const isPermanent = guid?.tag.attributes.get('ispermalink') !== 'false';
  const address = isPermanent ? textOf(guid ?? null).trim() : '';
  return /^https?:\/\//i.test(address) ? address : null;
}

function authorsOf(node: XmlNode, feed: Feed): string[] {
  const own = childrenOf(node, 'author').flatMap(personOf);
  const named = own.length > 0 ? own : childrenOf(node, 'creator').flatMap(personOf);
  return [...new Set(named.length > 0 ? named : feed.author)];
}

/** `<name>`, or "jane@example.org (Jane Doe)", or the text. */
function personOf(node: XmlNode): string[] {
  const named = childrenOf(node, 'name')[0];
  const text = lineOfMarkup(textOf(named ?? node));
  if (named === undefined && childrenOf(node, 'email').length + childrenOf(node, 'uri').length > 0) return [];
  const bracketed =
    /^\S+@\S+\s*\(([^()]+)\)$/.exec(text)?.[1] ?? /^([^<>()]+?)\s*[<(]\S+@\S+[>)]$/.exec(text)?.[1];
  const name = (bracketed ?? text).trim();
  return name === '' ? [] : [name];
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
