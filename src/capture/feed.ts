/** RSS, RDF and Atom feeds kept as files (.rss, .atom, .xml): each entry with a text or a headline is an article. Nothing is fetched. */
import { parseLanguageTag } from '../text/language.ts';
import {
  type ByteSource,
  type CaptureFormat,
  type CaptureOutcome,
  type ReadContext,
  refuse,
} from './capture-outcome.ts';
import { completeArticle, EMPTY_DRAFT } from './complete-article.ts';
import { type FeedItem, feedItems } from './feed-items.ts';
import { readPrintedDate } from './printed-date.ts';
import { recordBytes, safeAddress } from './record-fields.ts';
import { rootOf, XmlError } from './xml-stream.ts';

const name = 'feed@1';
const ROOTS = /^(?:rss|feed|rdf:rdf|rdf|\w+:feed|channel)$/i;

const isFeed = (head: Uint8Array<ArrayBuffer>): boolean => ROOTS.test(rootOf(head) ?? '');

export const feed: CaptureFormat = {
  name,
  extensions: ['.rss', '.atom', '.xml'],
  claims: isFeed,
  sniff: isFeed,
  read: readFeed,
};

async function* readFeed(source: ByteSource, context: ReadContext): AsyncGenerator<CaptureOutcome> {
  let number = 0;
  const items = feedItems(source);
  try {
    for (;;) {
      const step = await items.next();
      if (!step.done) {
        yield await readItem(step.value, ++number, context);
        continue;
      }
      const { root, fault } = step.value;
      if (fault !== null && /unclosed/.test(fault) && number > 0)
        yield refuse(
          context,
          'damaged',
          'The feed breaks off before its end; the entries before it were read.',
        );
      else if (number === 0) yield refuseEmpty(root, fault, context);
      return;
    }
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    yield refuse(context, error.code, error.message);
  }
}

function refuseEmpty(root: string | null, fault: string | null, context: ReadContext): CaptureOutcome {
  if (root === null)
    return refuse(context, fault === null ? 'empty' : 'damaged', 'The file holds no XML that can be read.');
  if (ROOTS.test(root)) return refuse(context, 'no-article', 'The feed holds no entry.');
  return refuse(
    context,
    'unsupported',
    `The XML file is no feed: its outermost element is “${root.slice(0, 80)}”.`,
  );
}

async function readItem(item: FeedItem, number: number, context: ReadContext): Promise<CaptureOutcome> {
  if (item.content === '' && item.headline === null)
    return refuse(context, 'bad-line', 'The entry has neither a headline nor a text.', number);
  const draft = {
    ...EMPTY_DRAFT,
    identifier: item.identifier,
    url: safeAddress(item.url),
    headline: item.headline,
    author: item.author,
    publisher: item.outlet,
    datePublished: readPrintedDate(item.date ?? ''),
    inLanguage: parseLanguageTag(item.language ?? ''),
    articleBody: item.content,
  };
  return completeArticle(draft, { bytes: recordBytes(item), line: number, parser: name }, context);
}
