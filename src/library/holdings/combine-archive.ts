/**
 * The bundled archive and the reader's own as one: one set of names, one index, one lineage of printings.
 *
 * The naive version keeps two archives and asks both; a name then has two cards, and a reprint across them is never
 * seen. Here the reader's articles get names of their own, the bundled authority file takes in those it knows, and the
 * reader's decisions have the last word; loaded packs bring articles and no names. The result is packed like the
 * bundled archive, so that a woken background opens it in the same way; a large one stays on the disk.
 */
import type { Article } from '../../archive/article.ts';
import type { PackFiles } from '../../archive/pack.ts';
import type { Authority } from '../../entities/authority.ts';
import { applyCorrections, type CorrectedNames, type Correction } from '../../entities/correction.ts';
import type { Entity } from '../../entities/entity.ts';
import type { Recognise } from '../../entities/group/article-names.ts';
import type { PassageRecord } from '../../retrieval/passage-record.ts';
import { buildPassageIndex } from '../../retrieval/young-index.ts';
import { type Result, succeed } from '../../text/result.ts';
import { fold } from '../../text/tokenise.ts';
import { recordsOf } from '../assemble-archive.ts';
import { deriveTexts, nameArchive, type TextParts } from '../derive-archive.ts';
import { packBeside, packParts } from '../pack-archive.ts';

export interface CombinedSources {
  readonly bundled: readonly Article[];
  readonly authority: Authority;
  /** Of loaded packs: what stands in them and among the reader's or the bundled articles too is theirs. */
  readonly mounted: readonly Article[];
  readonly own: readonly Article[];
  readonly corrections: readonly Correction[];
  readonly recognise: Recognise;
}

/**
 * Archives of more passages than this stay on the disk: MiniSearch's JSON, read whole at each wake, then costs more
 * than reading postings (measured: 104 ms at 2,000 passages, 257 at 10,000, against 30), and so do texts.
 */
export const MOST_IN_MEMORY = 2_000;

/** Passages by their places in the archive. */
type WriteLarge = (parts: TextParts, records: readonly PassageRecord[]) => Promise<Result<null>>;

/** `writeLarge` is asked to keep an archive that is too large for a pack. */
export async function packCombined(
  sources: CombinedSources,
  writeLarge: WriteLarge,
): Promise<Result<PackFiles>> {
  const { mounted, bundled, own } = sources;
  const parts = deriveTexts([...mounted, ...bundled, ...own], combinedAuthority(sources));
  const { articles, passages, mentions, speakers } = parts;
  const records = recordsOf(articles, passages, mentions, speakers);
  if (records.length <= MOST_IN_MEMORY) return succeed(await packParts(parts, buildPassageIndex(records)));
  const written = await writeLarge(parts, records);
  return written.ok ? succeed(await packBeside(parts)) : written;
}

function combinedAuthority({ authority, mounted, own, corrections, recognise }: CombinedSources): Authority {
  const found = nameArchive([...mounted, ...own], { entities: [], outlets: [] }, recognise).entities;
  const corrected = applyCorrections(absorb(authority.entities, found), corrections);
  const entities = corrected.entities.flatMap((entity) => withoutRefused(entity, corrected));
  return { ...authority, entities: entities.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** Forms that the reader refused are matched no more; an entity without a form is none. */
function withoutRefused(entity: Entity, { isRefused }: CorrectedNames): Entity[] {
  const altLabels = entity.altLabels.filter(({ text }) => !isRefused(text, entity.id));
  if (!isRefused(entity.prefLabel, entity.id)) return [{ ...entity, altLabels }];
  const [first, ...others] = altLabels;
  return first ? [{ ...entity, prefLabel: first.text, altLabels: others }] : [];
}

/** A name that a hand-written record knows by any of its forms is that record; its other forms join it. */
function absorb(written: readonly Entity[], found: readonly Entity[]): Entity[] {
  const owners = new Map<string, number | null>();
  for (const [place, entity] of written.entries())
    for (const form of formsOf(entity)) {
      const key = `${entity.type} ${fold(form)}`;
      owners.set(key, owners.has(key) && owners.get(key) !== place ? null : place);
    }
  const known = written.map((entity) => ({ ...entity, altLabels: [...entity.altLabels] }));
  const others = found.filter((entity) => {
    const owner = owners.get(`${entity.type} ${fold(entity.prefLabel)}`) ?? null;
    if (owner === null) return true;
    const record = known[owner]!;
    const forms = new Set(formsOf(record));
    record.altLabels.push(...entity.altLabels.filter(({ text }) => !forms.has(text)));
    return false;
  });
  return [...known, ...others];
}

const formsOf = ({ prefLabel, altLabels }: Pick<Entity, 'prefLabel' | 'altLabels'>) => [
  prefLabel,
  ...altLabels.map(({ text }) => text),
];
