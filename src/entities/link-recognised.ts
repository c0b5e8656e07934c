/**
 * The second pass over a block: what the recogniser's names add to the recorded forms.
 *
 * The naive version lets the recogniser overrule the gazetteer, and a recorded name is lost with every slip of its.
 * Here recorded forms stand, but for those inside one longer name of something else ("Marn" in "Bank of Marn"); a
 * recognised name fills what they leave open, by its sound. O(recognised names).
 */
import { detectLanguage } from '../text/detect-language.ts';
import type { TextPosition } from '../text/position.ts';
import { words } from '../text/tokenise.ts';
import { compareParts } from './compare-names.ts';
import type { Entity } from './entity.ts';
import type { HeardCandidate, JudgedHit } from './judge-hit.ts';
import { hearName, labelParts } from './link-heard.ts';
import { scanBySound } from './link-scan.ts';
import type { NameKnowledge } from './name-knowledge.ts';
import type { RecognisedName } from './recognise/recognised-name.ts';
import { FORM_KINDS } from './surface-forms.ts';

/** A name recognised with less than even chance is not worth a comparison. */
const LEAST_CERTAIN = 0.5;
/** From this score on a name by sound may speak for others on the page, when nobody else comes near. */
const SURE_SCORE = 0.9;
/** From this score on a longer name means the same as the recorded form inside it. */
const SAME = 0.5;

/** A name of several words on the page, and whom of the archive it may mean: it speaks for its words alone. */
export interface FullName {
  /** Folded. */
  readonly words: readonly string[];
  /** Entity and how surely, [0,1]. */
  readonly bearers: ReadonlyMap<number, number>;
}

export interface HeardBlock {
  readonly hits: readonly JudgedHit[];
  readonly fullNames: readonly FullName[];
  /** Single words that are people's names and mean nobody by themselves. */
  readonly loose: readonly TextPosition[];
}

/** Names of one text, unless there is no recogniser or nothing to find. */
export function recogniseFor(knowledge: NameKnowledge, text: string): readonly RecognisedName[] {
  const { recognise } = knowledge;
  return recognise && knowledge.sounds.hashes.length > 0 ? recognise(text, detectLanguage(text)) : [];
}

/** `names`: of the block, in reading order. Hits come back in reading order. */
export function addHeard(
  knowledge: NameKnowledge,
  text: string,
  given: readonly JudgedHit[],
  names: readonly RecognisedName[],
): HeardBlock {
  if (!knowledge.recognise) return { hits: given, fullNames: [], loose: [] };
  const certain = names.filter(({ confidence }) => confidence >= LEAST_CERTAIN);
  const hits = given.flatMap((hit) => withoutOthers(knowledge, hit, given, names) ?? []);
  const heard: JudgedHit[] = [];
  const fullNames: FullName[] = [];
  const loose: TextPosition[] = [];
  for (const name of certain) {
    const { start, end } = name;
    const own = hits.filter((hit) => overlap(hit, name));
    const candidates =
      own.length === 0 ? hearName(knowledge.entities, knowledge.sounds, name.exact, name.type) : [];
    if (candidates.length > 0) heard.push({ start, end, candidates, isSure: isSure(candidates) });
    const parts = words(name.exact);
    if (name.type !== 'person') continue;
    if (parts.length > 1) fullNames.push({ words: parts, bearers: bearersOf(own, candidates) });
    else if (own.length === 0 && candidates.length === 0) loose.push({ start, end });
  }
  for (const hit of scanBySound(knowledge.entities, knowledge.sounds, text, [...hits, ...heard])) {
    heard.push(hit);
    fullNames.push({ words: words(text.slice(hit.start, hit.end)), bearers: bearersOf([hit], []) });
  }
  return { hits: [...hits, ...heard].sort((a, b) => a.start - b.start), fullNames, loose };
}

/**
 * A recorded form inside a longer name keeps the candidates whom the longer name means too. Where several recorded
 * forms stand inside it, the recogniser took two names for one, and they stay.
 */
function withoutOthers(
  { entities }: NameKnowledge,
  hit: JudgedHit,
  hits: readonly JudgedHit[],
  names: readonly RecognisedName[],
): JudgedHit | null {
  const around = names.find(({ start, end }) => start <= hit.start && hit.end <= end);
  if (!around || words(around.exact).length <= wordsBetween(around, hit)) return hit;
  if (hits.some((other) => other !== hit && overlap(other, around))) return hit;
  const candidates = hit.candidates.filter(({ entity }) => {
    const { type, prefLabel, altLabels } = entities.at(entity) as Entity;
    const name = labelParts(around.exact, type);
    return [prefLabel, ...altLabels.flatMap(({ text, isShort }) => (isShort ? [] : [text]))].some(
      (label) => compareParts(name, labelParts(label, type), type).score >= SAME,
    );
  });
  return candidates.length === 0 ? null : { ...hit, candidates };
}

/** How many words of the name the hit covers. */
function wordsBetween(name: RecognisedName, hit: TextPosition): number {
  return words(name.exact.slice(hit.start - name.start, hit.end - name.start)).length;
}

function bearersOf(own: readonly JudgedHit[], heard: readonly HeardCandidate[]): Map<number, number> {
  const bearers = new Map<number, number>();
  for (const { candidates, isSure } of own)
    for (const { entity } of candidates) bearers.set(entity, isSure ? 1 : SAME);
  for (const { entity, score } of heard) bearers.set(entity, score);
  return bearers;
}

function isSure([best, second]: readonly HeardCandidate[]): boolean {
  return (
    best !== undefined && second === undefined && best.kind !== FORM_KINDS.short && best.score >= SURE_SCORE
  );
}

function overlap(a: TextPosition, b: TextPosition): boolean {
  return a.start < b.end && b.start < a.end;
}
