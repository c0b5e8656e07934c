/** Archived passages that belong to a page, whatever script either is in: the page is heard (hear-page.ts), then ranked. */
import type { RankedPassage } from '../retrieval/ranked-passage.ts';
import { findRelated, type PageQuestion } from '../retrieval/related.ts';
import type { Archive } from './archive.ts';
import { type HeardArchive, heardPostings, hearPage } from './hear-page.ts';

/** Words of a passage that sound like the page's: two are found in any two texts, three in those on one matter. */
const LEAST_HEARD = 3;

/** Best first. */
export function relatedPassages(archive: HeardArchive, page: PageQuestion): RankedPassage[] {
  return findRelated(hearPage(archive, page.text), page);
}

/** The same for a page that nobody asked about: only what shares a name with it, in whatever script. */
export function passagesForPage(archive: Archive, page: PageQuestion): RankedPassage[] {
  if (page.mentions.some(({ entityId }) => entityId !== null)) return relatedPassages(archive, page);
  const heard = new Map<number, number>();
  for (const { passages } of heardPostings(archive, page.text).values())
    for (const place of Array.from(passages)) heard.set(place, (heard.get(place) ?? 0) + 1);
  const isHeard = (count: number | undefined) => (count ?? 0) >= LEAST_HEARD;
  if (![...heard.values()].some(isHeard)) return [];
  return relatedPassages(archive, page).filter(({ passageId }) =>
    isHeard(heard.get(archive.placeOf.get(passageId) as number)),
  );
}
