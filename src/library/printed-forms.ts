/**
 * Which outlets print each form of a name, as far as the archive links it: a form is shown with them, so that no
 * outlet's word for somebody stands there as anybody's. One rule for all outlets. O(mentions of the name's articles) in
 * memory; a large archive counts them when it is made, for a name may stand in every second article.
 */
import type { Entity } from '../entities/entity.ts';
import { fold } from '../text/tokenise.ts';
import type { Archive } from './archive.ts';

export interface PrintedForm {
  readonly text: string;
  /** An outlet's own term, and no form that is recorded for everybody. */
  readonly isTerm: boolean;
  /** Most articles first; null is "no outlet printed". Empty where no article prints the form. */
  readonly outlets: readonly (string | null)[];
}

/** Every form once but the reference label, in the order of the record. */
export function printedForms(archive: Archive, entity: Entity): PrintedForm[] {
  const counts = archive.outletsPrinting(entity.id);
  const own = new Set(entity.altLabels.filter(({ usedBy }) => usedBy !== null).map(({ text }) => text));
  const texts = new Set(entity.altLabels.map(({ text }) => text));
  texts.delete(entity.prefLabel);
  return [...texts].map((text) => ({
    text,
    isTerm: own.has(text),
    outlets: [...(counts.get(fold(text)) ?? [])].sort(([, a], [, b]) => b - a).map(([outlet]) => outlet),
  }));
}
