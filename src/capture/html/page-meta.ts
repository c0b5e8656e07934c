/** A page's `<meta>` and `<link>` statements by name, whichever attribute carries it: OpenGraph, Dublin Core, and a hundred systems' own. O(head). */
import { flatten, type HtmlDocument } from './dom.ts';
import { decodeEntities } from './entities.ts';

export interface PageMeta {
  /** Values in order; keys in lower case with "." and ":" as printed. */
  all(key: string): readonly string[];
  /** The first value of the first of these keys that has one. */
  first(...keys: string[]): string | null;
}

/** A page of ten megabytes may hold no more. */
const MOST_META = 2_000;

export function readPageMeta(document: HtmlDocument): PageMeta {
  const values = new Map<string, string[]>();
  const nodes = document.querySelectorAll('meta');
  for (let at = 0; at < nodes.length && at < MOST_META; at++) {
    const node = nodes[at]!;
    const content = decodeEntities(flatten(node.getAttribute('content')));
    if (content === '') continue;
    const names = `${node.getAttribute('property') ?? ''} ${node.getAttribute('name') ?? ''} ${node.getAttribute('itemprop') ?? ''} ${node.getAttribute('http-equiv') ?? ''}`;
    for (const key of new Set(names.toLowerCase().split(/\s+/))) {
      if (key !== '') values.set(key, [...(values.get(key) ?? []), content]);
    }
  }
  const all = (key: string): readonly string[] => values.get(key) ?? [];
  return {
    all,
    first: (...keys) => keys.map((key) => all(key)[0]).find((value) => value !== undefined) ?? null,
  };
}
