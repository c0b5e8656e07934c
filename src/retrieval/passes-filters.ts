/** Whether a passage meets the filters, phrases and exclusions of a query. */
import type { EntityId } from '../entities/entity.ts';
import { firstDay, lastDay } from '../text/iso-date.ts';
import { fold } from '../text/tokenise.ts';
import type { Filters } from './filters.ts';
import { isUnfiltered, type ParsedQuery } from './parse-query.ts';
import type { PassageRecord } from './passage-record.ts';

/** A query whose names have been looked up: one set per name filter, any of its members will do. */
export interface ResolvedQuery extends ParsedQuery {
  readonly entitySets: readonly ReadonlySet<EntityId>[];
  /** The same for `-person:…` and its like. */
  readonly excludedEntitySets: readonly ReadonlySet<EntityId>[];
  /** What an unknown word may be a slip of, `near` being the indexed words like it: of a name, only that name's words. */
  readonly correct: (word: string, near: readonly string[]) => readonly string[];
}

/** Every passage passes. */
export function demandsNothing(query: ResolvedQuery): boolean {
  const { entitySets, excludedEntitySets, filters, without, phrases, excluded } = query;
  const demands = entitySets.length + excludedEntitySets.length + phrases.length + excluded.length;
  return demands === 0 && isUnfiltered(filters) && isUnfiltered(without);
}

export function passesFilters(record: PassageRecord, query: ResolvedQuery): boolean {
  const names = (set: ReadonlySet<EntityId>) => record.entities.some((entity) => set.has(entity));
  if (!query.entitySets.every(names) || query.excludedEntitySets.some(names)) return false;
  if (!isUnfiltered(query.filters) && !articleTests(record, query.filters).every(Boolean)) return false;
  if (!isUnfiltered(query.without) && articleTests(record, query.without).some(Boolean)) return false;
  if (query.phrases.length + query.excluded.length === 0) return true;
  const text = ` ${fold(record.passage.text)} `;
  const headline = ` ${fold(record.article.headline ?? '')} `;
  const holds = (parts: readonly string[]) =>
    text.includes(` ${parts.join(' ')} `) || headline.includes(` ${parts.join(' ')} `);
  return query.phrases.every(holds) && !query.excluded.some(holds);
}

/** One answer for each filter that is set; an undated article is neither before nor after anything. */
function articleTests({ article, speakers }: PassageRecord, filters: Filters): boolean[] {
  const { datePublished, inLanguage, publisher, provenance } = article;
  const outlets = [publisher, provenance.republishedFrom].map((name) => ` ${fold(name ?? '')} `);
  const said = speakers.quoted.map((name) => ` ${fold(name)} `);
  const { before, after } = filters;
  return [
    ...(before ? [datePublished !== null && lastDay(datePublished) < firstDay(before)] : []),
    ...(after ? [datePublished !== null && firstDay(datePublished) >= firstDay(after)] : []),
    ...filters.languages.map((language) => inLanguage?.toLowerCase().split('-')[0] === language),
    ...filters.outlets.map((outlet) => outlets.some((name) => name.includes(` ${fold(outlet)}`))),
    ...filters.saidBy.map((name) => fold(name) !== '' && said.some((one) => one.includes(` ${fold(name)} `))),
  ];
}
