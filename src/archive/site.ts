/**
 * Where an article without a printed outlet was read. A host is an address and no name: it stands in the outlet's place
 * as "read at news.test", never as who printed it. O(1).
 */
import type { Article } from './article.ts';

type Origin = Pick<Article, 'url'> & { readonly provenance: Pick<Article['provenance'], 'capturedFrom'> };

/** Leads on to wherever it is printed; nobody reads there. */
const RESOLVER = /^(?:dx\.)?doi\.org$/;

/** The host of the address that it was fetched from, else of its own; null where neither is known. */
export function siteOf({ url, provenance: { capturedFrom } }: Origin): string | null {
  const host = hostOf(capturedFrom) ?? hostOf(url);
  return host === null || RESOLVER.test(host) ? null : host.replace(/^www\./, '') || null;
}

/** What is said, in English, in the place of an outlet that is not printed. */
export function unprintedOutlet(origin: Origin): string {
  const site = siteOf(origin);
  return site === null ? 'no outlet printed' : `read at ${site}`;
}

/** Null where the name was made of the page's host: a saved page came in no file. */
export function fileOf({ provenance: { file, capturedFrom } }: Pick<Article, 'provenance'>): string | null {
  return file === pageFileName(capturedFrom) ? null : file;
}

/** What a page that is saved by hand is kept under; null for what is no address. */
export function pageFileName(address: string | null): string | null {
  const host = hostOf(address);
  return host === null ? null : `${host}.html`;
}

function hostOf(address: string | null): string | null {
  try {
    return address === null ? null : new URL(address).hostname;
  } catch {
    return null;
  }
}
