/** How much of other projects' test feeds is read as they expect, beside feedsmith. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from 'feedsmith';
import { type Feed, type FeedItem, feedItems } from '../../src/capture/feed-items.ts';
import { lineOfMarkup, textOfMarkup } from '../../src/capture/markup-text.ts';
import { readPrintedDate } from '../../src/capture/printed-date.ts';
import type { Figure } from './figure.ts';
import { bytesOf, flat, Tally } from './read-tally.ts';

interface Expected {
  title?: string;
  language?: string;
  items?: ExpectedItem[];
  entries?: ExpectedItem[];
}
interface ExpectedItem {
  title?: string;
  link?: string;
  links?: (string | { href?: string; rel?: string })[];
  pubDate?: string;
  published?: string;
  updated?: string;
  author?: string | { name?: string };
  authors?: { name?: string }[];
  content?: string | { type?: string; value?: string };
  description?: string;
  summary?: string;
}

async function readFeedFile(path: string): Promise<{ feed: Feed | null; items: FeedItem[] }> {
  const items: FeedItem[] = [];
  const reading = feedItems(bytesOf(path));
  try {
    for (;;) {
      const step = await reading.next();
      if (step.done) return { feed: step.value, items };
      items.push(step.value);
    }
  } catch {
    return { feed: null, items };
  }
}

const asPlain = (markup: unknown) => flat(lineOfMarkup(String(markup ?? '')));

function checkItem(expected: ExpectedItem, item: FeedItem | undefined, name: string, tally: Tally): void {
  const see = (field: string, wanted: unknown, got: unknown) => {
    if (flat(wanted) !== '')
      tally.check(flat(wanted) === flat(got), `${name} ${field}: ${flat(wanted)} / ${flat(got)}`);
  };
  see('title', asPlain(expected.title), item?.headline);
  const links = expected.links?.map((link) =>
    typeof link === 'string' ? link : ['alternate', undefined, ''].includes(link.rel) ? link.href : '',
  );
  // The suite keeps the last of several links of an entry, Backstory the first.
  see('link', links?.find((link) => link === item?.url) ?? expected.link ?? links?.[0], item?.url);
  const date = expected.pubDate ?? expected.published ?? expected.updated;
  see('date', readPrintedDate(date ?? '') ?? '', readPrintedDate(item?.date ?? ''));
  const author = typeof expected.author === 'string' ? expected.author : expected.author?.name;
  see('author', asPlain(asPlain(author ?? expected.authors?.[0]?.name)), asPlain(item?.author[0]));
  const construct = typeof expected.content === 'string' ? { value: expected.content } : expected.content;
  // Bytes of a film are no text of an article.
  const content = /^(?:video|application)\//.test(construct?.type ?? '') ? '' : construct?.value;
  see(
    'content',
    flat(textOfMarkup(content ?? expected.description ?? expected.summary ?? '')),
    item?.content,
  );
}

export async function feedFigures(data: string): Promise<Figure[]> {
  const tally = new Tally();
  const pairs = new Tally();
  const peer = new Tally();
  const root = join(data, 'fmt_feeds/gofeed');
  for (const folder of ['parser/rss', 'parser/atom', 'translator/rss', 'translator/atom']) {
    const files = readdirSync(join(root, folder));
    for (const file of files.filter((name) => name.endsWith('.xml'))) {
      const pair = join(root, folder, file.replace(/xml$/, 'json'));
      if (!files.includes(file.replace(/xml$/, 'json'))) continue;
      const expected = JSON.parse(readFileSync(pair, 'utf8')) as Expected;
      const { feed, items } = await readFeedFile(join(root, folder, file));
      const wantedItems = expected.items ?? expected.entries ?? [];
      pairs.check(
        feed !== null && items.length === wantedItems.length,
        `${file}: ${items.length} of ${wantedItems.length} entries`,
      );
      peer.check(countByPeer(join(root, folder, file)) === wantedItems.length, '');
      if (flat(expected.title) !== '')
        tally.check(
          asPlain(expected.title) === flat(feed?.outlet),
          `${file} title: ${expected.title} / ${feed?.outlet}`,
        );
      for (const [at, item] of wantedItems.entries()) checkItem(item, items[at], file, tally);
    }
  }
  const others = { feedsmith: peer.right / peer.wanted };
  return [
    pairs.figure('fmt_feeds', 'files read with all their entries', others),
    tally.figure('fmt_feeds', 'expected title, address, day, author and text'),
  ];
}

function countByPeer(path: string): number {
  try {
    const { feed } = parseFeed(readFileSync(path, 'utf8')) as {
      feed: { items?: unknown[]; entries?: unknown[] };
    };
    return (feed.items ?? feed.entries ?? []).length;
  } catch {
    return -1;
  }
}
