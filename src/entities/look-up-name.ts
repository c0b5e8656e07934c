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

/** Best first; at most `limit`. O(labels): asked once per act of a reader, not per page. */
export function lookUpName(entities: readonly Entity[], text: string, limit: number): NameAnswer[] {
  const wanted = fold(text);
  if (wanted === '') return [];
  const keys = soundKeys(text).join(' ');
  const soundable = keys.replaceAll(' ', '').length >= FEWEST_CONSONANTS && keys.split(' ').length <= 5;
  const ranks = ['label', 'alias', 'part', 'spelling'] as const;
  const answers = entities.flatMap((entity): NameAnswer[] => {
    const labels = [entity.prefLabel, ...entity.altLabels.map((label) => label.text)];
    const folded = labels.map(fold);
    if (folded[0] === wanted) return [{ entity, why: 'label' }];
    if (folded.includes(wanted)) return [{ entity, why: 'alias' }];
    if (wanted.length > 2 && folded.some((label) => ` ${label} `.includes(` ${wanted} `)))
      return [{ entity, why: 'part' }];
    if (soundable && labels.some((label) => soundKeys(label).join(' ') === keys))
      return [{ entity, why: 'spelling' }];
    return [];
  });
  answers.sort((a, b) => ranks.indexOf(a.why) - ranks.indexOf(b.why) || (a.entity.id < b.entity.id ? -1 : 1));
  return answers.slice(0, limit);
}
