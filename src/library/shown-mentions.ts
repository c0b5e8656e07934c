/**
 * The links of a page that are shown: as the reader's decisions have them, and those by sound only where the reader
 * wants them.
 *
 * The naive version leaves decisions to the pack, which is made anew after each of them: that takes its time, and the
 * pack knows recorded forms alone, while a page links surnames and spellings too. Here each link is asked about, O(mentions).
 */
import type { EntityId } from '../entities/entity.ts';
import type { MatchReason, Mention } from '../entities/mention.ts';
import { scriptOfWord } from '../text/romanise.ts';
import { words } from '../text/tokenise.ts';
import type { Archive } from './archive.ts';

type Named = Pick<Archive, 'entityOf' | 'decisions'>;

/** Told by dates and company; their words are no form of a name. */
const TOLD: ReadonlySet<MatchReason> = new Set(['event-date', 'event-context']);

/** Of every block, in the order given. `bySound`: also names in other scripts than their label's, and other spellings. */
export function shownMentions(
  archive: Named,
  bySound: boolean,
  blocks: readonly (readonly Mention[])[],
): Mention[][] {
  const decided = blocks.map((mentions) => mentions.flatMap((mention) => asDecided(archive, mention) ?? []));
  return bySound ? decided : withoutSound(archive, decided);
}

/** Null when it is no name any more. Whoever was split off and has no record yet changes nothing. */
function asDecided({ decisions, entityOf }: Named, mention: Mention): Mention | null {
  if (!decisions) return mention;
  const corrected = decisions.correct(mention);
  return corrected?.entityId && !entityOf.has(corrected.entityId) ? mention : corrected;
}

function withoutSound({ entityOf }: Named, blocks: readonly Mention[][]): Mention[][] {
  const isHeard = (exact: string, why: MatchReason, id: EntityId) =>
    why === 'spelling' ||
    (!TOLD.has(why) && scriptOf(exact) !== scriptOf(entityOf.get(id)?.prefLabel ?? exact));
  const kept = blocks.map((mentions) =>
    mentions.flatMap((mention) => {
      const { exact, why, entityId } = mention;
      const alternatives = mention.alternatives.filter((one) => !isHeard(exact, one.why, one.entityId));
      const isShown = entityId ? !isHeard(exact, why, entityId) : alternatives.length > 0;
      return isShown ? [{ ...mention, alternatives }] : [];
    }),
  );
  const named = new Set(
    kept.flat().flatMap(({ entityId, why }) => (entityId !== null && why !== 'surname' ? [entityId] : [])),
  );
  // A surname goes with the full name that settled it.
  return kept.map((mentions) =>
    mentions.filter(({ entityId, why }) => why !== 'surname' || entityId === null || named.has(entityId)),
  );
}

/** Of its first word. */
function scriptOf(name: string): string {
  return scriptOfWord(words(name)[0] ?? '');
}
