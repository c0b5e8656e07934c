/**
 * Names on a page that the archive never spelled so: another script, another transliteration, a short first name.
 *
 * The naive version compares every name of the page with every label. Here the name's sound keys give a few entities
 * (link-sounds.ts) and compareParts decides between them, some 50 µs a candidate; a spelling is judged once.
 */
import { compareParts } from './compare-names.ts';
import type { CompareCode, Comparison } from './compare-reasons.ts';
import type { Entity, EntityType } from './entity.ts';
import type { EntityList } from './entity-list.ts';
import { blockingKeys } from './group/blocking-keys.ts';
import { isCyrillic, withoutEndings } from './group/inflection.ts';
import type { HeardCandidate } from './judge-hit.ts';
import { type NameSounds, soundingLike } from './link-sounds.ts';
import type { MatchReason } from './mention.ts';
import { type NameParts, partsOfName } from './name-parts.ts';
import { FORM_KINDS } from './surface-forms.ts';

/** Below this the names are likelier two than one. */
const LEAST_SCORE = 0.5;
/** Recogniser and archive disagree on what it is: only what is nearly the same to the letter. */
const LEAST_OF_OTHER_TYPE = 0.85;
/** Labels of one entity that are compared; the commonest come first. */
const MOST_LABELS = 12;
/** Candidates that a reader could choose from. */
const MOST_OFFERED = 4;
/** Short of the best by more than this is out of the running. */
const WIDEST_GAP = 0.25;

const REASONS: Readonly<Partial<Record<CompareCode, MatchReason>>> = {
  identical: 'alias',
  script: 'other-script',
};

/** Best first; empty when the archive knows nobody who may be called so. */
export function hearName(
  entities: EntityList,
  sounds: NameSounds,
  name: string,
  type: EntityType,
): HeardCandidate[] {
  const { parts, keys, isSingle } = blockingKeys(name, type);
  return hearAmong(entities, soundingLike(sounds, keys, isSingle), name, { parts, type, isSingle });
}

interface HeardName {
  readonly parts: NameParts;
  readonly type: EntityType;
  /** Of one word. */
  readonly isSingle: boolean;
}

/** The same among these entities alone. */
export function hearAmong(
  entities: EntityList,
  among: Iterable<number>,
  name: string,
  { parts, type, isSingle }: HeardName,
): HeardCandidate[] {
  const heard = Array.from(among).flatMap((entity) => {
    const candidate = compareWith(entities.at(entity) as Entity, entity, name, parts, type, isSingle);
    return candidate ? [candidate] : [];
  });
  heard.sort((a, b) => b.score - a.score || a.entity - b.entity);
  const best = heard[0]?.score ?? 0;
  return heard.filter(({ score }) => score >= best - WIDEST_GAP).slice(0, MOST_OFFERED);
}

function compareWith(
  entity: Entity,
  index: number,
  name: string,
  parts: NameParts,
  type: EntityType,
  isSingle: boolean,
): HeardCandidate | null {
  const isOther = entity.type !== type;
  const kind = isOther ? 'organization' : type;
  const least = isOther ? LEAST_OF_OTHER_TYPE : LEAST_SCORE;
  const own = [isOther ? partsOfName(name, kind) : parts];
  if (isCyrillic(name)) own.push(partsOfName(withoutEndings(name), kind));
  const isPersons = entity.type === 'person' || type === 'person';
  let best: HeardCandidate | null = null;
  const labels = [{ text: entity.prefLabel, isShort: false as boolean | undefined }, ...entity.altLabels];
  for (const { text, isShort } of labels.slice(0, MOST_LABELS)) {
    const { score, why } = compareAny(own, labelParts(text, kind), kind);
    if (score < least || (best && score <= best.score)) continue;
    // One word with a slip in it is another word: Poland, Holland.
    if (isSingle && (why.code === 'slip' || (isOther && why.code !== 'identical'))) continue;
    // "Bank of Marn" is Marn with words left out only to who takes both for bodies.
    if (isOther && why.code === 'short-form') continue;
    best = {
      entity: index,
      kind: isShort === true || (isPersons && isSingle) ? FORM_KINDS.short : FORM_KINDS.alias,
      score,
      why: REASONS[why.code] ?? 'spelling',
    };
  }
  return best;
}

/** The name as it stands, or, when that is surer, without its endings: then it is another spelling at best. */
function compareAny(own: readonly NameParts[], label: NameParts, type: EntityType): Comparison {
  const [plain, bare] = own.map((parts) => compareParts(parts, label, type)) as [Comparison, Comparison?];
  if (!bare || bare.score <= plain.score) return plain;
  return bare.why.code === 'identical' ? { ...bare, why: { ...bare.why, code: 'spelling' } } : bare;
}

/** Labels taken apart lately. */
const PARTS_KEPT = 20_000;
const partsKept = new Map<string, NameParts>();

export function labelParts(text: string, type: EntityType): NameParts {
  const key = `${type} ${text}`;
  let parts = partsKept.get(key);
  if (!parts) {
    parts = partsOfName(text, type);
    if (partsKept.size >= PARTS_KEPT) partsKept.clear();
    partsKept.set(key, parts);
  }
  return parts;
}
