/**
 * Who is quoted in a passage, and where: what an archive keeps, from which whose-words.ts tells whose words any of them
 * are. One whom the article does not name surely is nobody: a wrong name costs more than none.
 */
import type { Passage } from '../archive/passage.ts';
import type { EntityId } from '../entities/entity.ts';
import type { Mention } from '../entities/mention.ts';
import { attributeQuotes } from '../quotes/attribute-quotes.ts';
import type { PassageSpeakers } from '../retrieval/passage-record.ts';

/** Of answers at most this sure, one in five was wrong in hand-read news. */
const SURE = 0.85;

/** One answer a passage, in the passages' order. `labelOf` gives an entity's reference label. */
export function findSpeakers(
  articleBody: string,
  passages: readonly Passage[],
  mentions: readonly Mention[],
  labelOf: (id: EntityId) => string,
): PassageSpeakers[] {
  const quotes = attributeQuotes(articleBody).map(({ start, end, speaker, speakerStart, confidence }) => ({
    ...{ start, end },
    speaker:
      speaker !== null && confidence > SURE
        ? (linkedLabel(mentions, speakerStart, labelOf) ?? speaker)
        : null,
  }));
  return passages.map((passage) => {
    const inside = quotes.filter(({ start, end }) => start < passage.end && passage.start < end);
    const named = inside.flatMap(({ speaker }) => speaker ?? []);
    return {
      quoted: [...new Set(named)],
      quotes: inside.map(({ start, end, speaker }) => [start, end, speaker] as const),
    };
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
