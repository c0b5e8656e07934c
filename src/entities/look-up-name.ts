/**
 * Which entities a reader's words may mean: exactly first, then as part of a name, then by sound. Used for what a
 * person typed or selected, where a near miss is welcome; pages are linked by the stricter rules of link-mentions.
 */
import { soundKeys } from '../text/sound-key.ts';
import { fold } from '../text/tokenise.ts';
import type { Entity } from './entity.ts';

export interface NameAnswer {
  readonly entity: Entity;
  readonly why: 'label' | 'alias' | 'part' | 'spelling';
}

/** Fewer consonants than this sound like too many names. */
const FEWEST_CONSONANTS = 3;

/**
 * Best first; at most `limit`. Sound is asked only when letters found nothing, and not where the words are known to be
 * ordinary ones. O(labels): asked once per act of a reader, not per page.
 */
export function lookUpName(
  entities: readonly Entity[],
  text: string,
  limit: number,
  mayGoBySound = true,
): NameAnswer[] {
  const wanted = fold(text);
  if (wanted === '') return [];
  const byLetters = entities.flatMap((entity): NameAnswer[] => {
    const why = matchLetters(entity, wanted);
    return why ? [{ entity, why }] : [];
  });
  const answers = byLetters.length > 0 || !mayGoBySound ? byLetters : soundingLike(entities, text);
  answers.sort((a, b) => RANKS.indexOf(a.why) - RANKS.indexOf(b.why) || (a.entity.id < b.entity.id ? -1 : 1));
  return answers.slice(0, limit);
}

const RANKS: readonly NameAnswer['why'][] = ['label', 'alias', 'part', 'spelling'];
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

/** More words than this are no name. */
const MOST_NAME_WORDS = 5;

function soundingLike(entities: readonly Entity[], text: string): NameAnswer[] {
  const keys = soundKeys(text);
  if (keys.join('').length < FEWEST_CONSONANTS || keys.length > MOST_NAME_WORDS) return [];
  const found = soundsOf(entities).get(keys.join(' ')) ?? [];
  return found.map((entity) => ({ entity, why: 'spelling' }));
}

const sounds = new WeakMap<readonly Entity[], ReadonlyMap<string, readonly Entity[]>>();

/** Entities by the sound of each of their labels; made once for a list, some 10 µs a label. */
function soundsOf(entities: readonly Entity[]): ReadonlyMap<string, readonly Entity[]> {
  const known = sounds.get(entities);
  if (known) return known;
  const byKeys = new Map<string, Entity[]>();
  for (const entity of entities) {
    const labels = [entity.prefLabel, ...entity.altLabels.map(({ text }) => text)];
    for (const keys of new Set(labels.map((label) => soundKeys(label).join(' ')))) {
      const same = byKeys.get(keys);
      if (same) same.push(entity);
      else byKeys.set(keys, [entity]);
    }
  }
  sounds.set(entities, byKeys);
  return byKeys;
}
