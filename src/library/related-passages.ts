/** Archived passages that belong to a page, whatever script either is in: the page is heard (hear-page.ts), then ranked. */
import type { Mention } from '../entities/mention.ts';
import type { RankedPassage } from '../retrieval/ranked-passage.ts';
import { findRelated, type PageQuestion } from '../retrieval/related.ts';
import { factsOf } from '../retrieval/searchable.ts';
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
  const heard = new Map<number, number>();
  for (const { passages } of heardPostings(archive, page.text).values())
    for (const place of Array.from(passages)) heard.set(place, (heard.get(place) ?? 0) + 1);
  const isHeard = (count: number | undefined) => (count ?? 0) >= LEAST_HEARD;
  if (!page.mentions.some(isLinked) && ![...heard.values()].some(isHeard)) return [];
  return relatedPassages(
    archive,
    only(archive, page, (passage) => isHeard(heard.get(passage))),
  );
}

/** Only what shares a name with the page, in the page's own script. */
export function passagesUnheard(archive: Archive, page: PageQuestion): RankedPassage[] {
  return page.mentions.some(isLinked)
    ? findRelated(
        archive,
        only(archive, page, () => false),
      )
    : [];
}

/** The same question, for passages that name somebody or something the page names, or that belong otherwise. */
function only(archive: Archive, page: PageQuestion, belongs: (passage: number) => boolean): PageQuestion {
  const facts = factsOf(archive);
  const named = new Set(page.mentions.map(({ entityId }) => entityId));
  const shares = (passage: number) => facts.entitiesAt(passage).some((entity) => named.has(entity));
  return { ...page, except: (passage) => page.except(passage) || !(shares(passage) || belongs(passage)) };
}

const isLinked = ({ entityId }: Mention) => entityId !== null;
