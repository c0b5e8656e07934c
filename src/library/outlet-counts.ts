/** Which outlets print which forms of a name, counted: in memory when asked, on the disk when the archive is made. */
import type { Article } from '../archive/article.ts';
import type { EntityId } from '../entities/entity.ts';
import type { Mention } from '../entities/mention.ts';
import { fold } from '../text/tokenise.ts';

/** Articles by folded form and outlet. */
export type OutletCounts = ReadonlyMap<string, ReadonlyMap<string | null, number>>;

type NamingArticle = Pick<Article, 'publisher'> & { readonly mentions: readonly Mention[] };

/** Of articles with a passage that names it. */
export function countOutlets(articles: Iterable<NamingArticle>, id: EntityId): OutletCounts {
  const counts = new Map<string, Map<string | null, number>>();
  for (const { publisher, mentions } of articles) {
    const named = mentions.filter(({ entityId }) => entityId === id);
    for (const form of new Set(named.map(({ exact }) => fold(exact)))) {
      const outlets = counts.get(form) ?? new Map<string | null, number>();
      counts.set(form, outlets.set(publisher, (outlets.get(publisher) ?? 0) + 1));
    }
  }
  return counts;
}

/** Of two parts of an archive; `sign` -1 takes the second away. */
export function addOutletCounts(some: OutletCounts, others: OutletCounts, sign: 1 | -1): OutletCounts {
  const sums = new Map([...some].map(([form, outlets]) => [form, new Map(outlets)]));
  for (const [form, outlets] of others) {
    const known = sums.get(form) ?? new Map<string | null, number>();
    for (const [outlet, count] of outlets) {
      const sum = (known.get(outlet) ?? 0) + sign * count;
      if (sum > 0) known.set(outlet, sum);
      else known.delete(outlet);
    }
    sums.set(form, known);
  }
  return sums;
}
