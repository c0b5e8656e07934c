/** Whether a passage meets the filters, phrases and exclusions of a query. */
import type { EntityId } from '../entities/entity.ts';
import { firstDay, lastDay } from '../text/iso-date.ts';
import { fold } from '../text/tokenise.ts';
import type { ParsedQuery } from './parse-query.ts';
import type { PassageRecord } from './passage-record.ts';
import type { Filters } from './query.ts';

/** A query whose names have been looked up: one set per name filter, any of its members will do. */
export interface ResolvedQuery extends ParsedQuery {
  readonly entitySets: readonly ReadonlySet<EntityId>[];
}

export function passesFilters(record: PassageRecord, query: ResolvedQuery): boolean {
  if (!query.entitySets.every((set) => record.entities.some((entity) => set.has(entity)))) return false;
  if (!passesArticleFilters(record, query.filters)) return false;
  if (query.phrases.length + query.excluded.length === 0) return true;
  const text = ` ${fold(record.passage.text)} `;
  const headline = ` ${fold(record.article.headline ?? '')} `;
  const holds = (parts: readonly string[]) =>
    text.includes(` ${parts.join(' ')} `) || headline.includes(` ${parts.join(' ')} `);
  return query.phrases.every(holds) && !query.excluded.some(holds);
}

function passesArticleFilters({ article, speaker }: PassageRecord, filters: Filters): boolean {
  const { datePublished, inLanguage, publisher, provenance } = article;
  if (filters.before && !(datePublished && lastDay(datePublished) < firstDay(filters.before))) return false;
  if (filters.after && !(datePublished && firstDay(datePublished) >= firstDay(filters.after))) return false;
  if (!filters.languages.every((language) => inLanguage?.toLowerCase().split('-')[0] === language))
    return false;
  const outlets = [publisher, provenance.republishedFrom].map((name) => ` ${fold(name ?? '')} `);
  if (!filters.outlets.every((outlet) => outlets.some((name) => name.includes(` ${fold(outlet)}`))))
    return false;
  const said = ` ${fold(speaker ?? '')} `;
  return filters.saidBy.every((name) => fold(name) !== '' && said.includes(` ${fold(name)} `));
}
