/**
 * Which entities a reader's words may mean: exactly first, then as part of a name, then misspelt. Used for what a
 * person typed or selected, where a near miss is welcome; pages are linked by the stricter rules of link-mentions.
 */
import { fold } from '../text/tokenise.ts';
import type { Entity } from './entity.ts';
import { spelledLike } from './spelled-like.ts';

export interface NameAnswer {
  readonly entity: Entity;
  readonly why: 'label' | 'alias' | 'part' | 'spelling';
}

/**
 * Best first; at most `limit`. Other spellings are asked only when letters found nothing, and not where the words are
 * known to be ordinary ones. O(labels): asked once per act of a reader, not per page.
 */
export function lookUpName(
  entities: readonly Entity[],
  text: string,
  limit: number,
  mayBeMisspelt = true,
): NameAnswer[] {
  const wanted = fold(text);
  if (wanted === '') return [];
  const byLetters = entities.flatMap((entity): NameAnswer[] => {
    const why = matchLetters(entity, wanted);
    return why ? [{ entity, why }] : [];
  });
  if (byLetters.length === 0 && mayBeMisspelt)
    return spelledLike(entities, text)
      .slice(0, limit)
      .map((entity) => ({ entity, why: 'spelling' }));
  return byLetters.sort(byRank).slice(0, limit);
}

type Ranked = Pick<NameAnswer, 'why'> & { readonly entity: Pick<Entity, 'id'> };

/** Equals by their ids. */
export const byRank = (a: Ranked, b: Ranked) =>
  RANKS.indexOf(a.why) - RANKS.indexOf(b.why) || (a.entity.id < b.entity.id ? -1 : 1);

const RANKS: readonly NameAnswer['why'][] = ['label', 'alias', 'part'];
/** Two letters stand in too many names to be a part of one. */
const SHORTEST_PART = 3;

function matchLetters(entity: Entity, wanted: string): NameAnswer['why'] | null {
  if (fold(entity.prefLabel) === wanted) return 'label';
  let isPart = wanted.length >= SHORTEST_PART && ` ${fold(entity.prefLabel)} `.includes(` ${wanted} `);
  for (const { text } of entity.altLabels) {
    const label = fold(text);
    if (label === wanted) return 'alias';
    isPart ||= wanted.length >= SHORTEST_PART && ` ${label} `.includes(` ${wanted} `);
  }
  return isPart ? 'part' : null;
}
