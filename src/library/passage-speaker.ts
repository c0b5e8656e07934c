/**
 * Whose words a passage holds: the one speaker of all its quotations, by reference label where the name is linked.
 * Two speakers, or one that the article does not name surely, is "not stated": a wrong name costs more than none.
 */
import type { Passage } from '../archive/passage.ts';
import type { EntityId } from '../entities/entity.ts';
import type { Mention } from '../entities/mention.ts';
import { attributeQuotes } from '../quotes/attribute-quotes.ts';

/** Of answers at most this sure, one in five was wrong in hand-read news. */
const SURE = 0.85;

/** One answer a passage, in the passages' order. `labelOf` gives an entity's reference label. */
export function speakersOf(
  articleBody: string,
  passages: readonly Passage[],
  mentions: readonly Mention[],
  labelOf: (id: EntityId) => string,
): (string | null)[] {
  const quotes = attributeQuotes(articleBody).map(({ start, end, speaker, speakerStart, confidence }) => ({
    ...{ start, end },
    speaker:
      speaker !== null && confidence > SURE
        ? (linkedLabel(mentions, speakerStart, labelOf) ?? speaker)
        : null,
  }));
  return passages.map((passage) => {
    const inside = quotes.filter(({ start, end }) => start < passage.end && passage.start < end);
    const [first, ...others] = new Set(inside.map(({ speaker }) => speaker));
    return first !== undefined && others.length === 0 ? first : null;
  });
}

function linkedLabel(
  mentions: readonly Mention[],
  at: number | null,
  labelOf: (id: EntityId) => string,
): string | null {
  if (at === null) return null;
  const mention = mentions.find(({ start, end, entityId }) => entityId !== null && start <= at && at < end);
  return mention?.entityId ? labelOf(mention.entityId) : null;
}
