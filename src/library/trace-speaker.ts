/**
 * Whose words a printing is: the one person whom the article surely quotes with most of it, else not stated.
 * Who is quoted was read when the archive was made (passage-speakers.ts); a background never reads it again.
 */
import type { Printing } from '../quotes/printing.ts';
import type { Archive } from './archive.ts';

/** Share of the printing that must be that person's quoted words: the rest may be the words around them. */
const MOSTLY = 0.5;

/** Where some words of an article stand. */
type Part = Pick<Printing, 'articleId' | 'start' | 'end'>;

/** Everybody surely quoted in these words, in order; who is quoted around them is not. */
export function quotedIn(archive: Archive, { articleId, start, end }: Part): string[] {
  const speakers = (archive.placesOf.get(articleId) ?? [])
    .flatMap((place) => archive.records.at(place)!.speakers.quotes)
    .filter(([from, to]) => from < end && start < to)
    .flatMap(([, , speaker]) => speaker ?? []);
  return [...new Set(speakers)];
}

/** The reference label where the name is linked, else as printed; null when not stated or when two people speak. */
export function speakerOf(archive: Archive, { articleId, start, end }: Part): string | null {
  // A quotation that runs through several passages stands with each of them.
  const quotes = new Map<number, readonly [start: number, end: number, speaker: string | null]>();
  for (const place of archive.placesOf.get(articleId) ?? [])
    for (const quote of archive.records.at(place)!.speakers.quotes)
      if (quote[0] < end && start < quote[1]) quotes.set(quote[0], quote);
  let quoted = 0;
  for (const [from, to] of quotes.values()) quoted += Math.min(end, to) - Math.max(start, from);
  if (quoted < MOSTLY * (end - start)) return null;
  const names = new Set(Array.from(quotes.values(), ([, , speaker]) => speaker));
  return names.size === 1 ? [...names][0]! : null;
}
