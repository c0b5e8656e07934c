/** Of which articles and decisions the packs in the database were made, and by which rules. */
import type { ArticleId } from '../../../archive/article.ts';
import { ANALYZER } from '../../../text/analyzer.ts';
import { newestEntry } from './holdings-store.ts';
import type { HoldingsDatabase } from './open-database.ts';

/** The mark of the pack of everything, written with it in one transaction; deleted when the pack proves unreadable. */
export const MADE_OF = 'pack-made-of';
/** The mark of the young pack beside it, likewise. Without the number, from before 1.0.0, it held the forms of all names. */
export const YOUNG_MADE_OF = 'young-pack-made-of-2';
/** The mark of a damaged index: what, in a sentence. Taken away with the next pack of everything. */
export const INDEX_DAMAGED = 'pack-index-damaged';
/** Its files are kept under their name behind this. */
export const YOUNG_FOLDER = 'young/';

export interface YoungState {
  /** The pack that it is laid beside, and the state that both together follow. */
  readonly beside: string | null;
  readonly madeOf: string;
  /** Articles that changed between the two. */
  readonly changed: readonly ArticleId[];
}

/** Null when there is no pack. */
export async function readMadeOf(database: HoldingsDatabase): Promise<string | null> {
  return ((await database.get('marks', MADE_OF)) as string | undefined) ?? null;
}

export async function readYoungState(database: HoldingsDatabase): Promise<YoungState | null> {
  return ((await database.get('marks', YOUNG_MADE_OF)) as YoungState | undefined) ?? null;
}

/**
 * Articles count by the journal, decisions by their numbers, loaded packs by digest and name, rules by the analyzer's
 * fingerprint: whatever changes, this does.
 */
export async function presentState(database: HoldingsDatabase): Promise<string> {
  const [newest, decisions, packs] = await Promise.all([
    newestEntry(database),
    database.getAllKeys('corrections'),
    database.getAll('packs'),
  ]);
  const loaded = packs.filter(({ isRemoved }) => !isRemoved);
  const others = loaded.map(({ digest, name }) => `${digest}/${encodeURIComponent(name)}`);
  return `${newest} ${[...decisions, ...others].join(',')} ${ANALYZER}`;
}

export async function arePacksStale(database: HoldingsDatabase): Promise<boolean> {
  const [state, madeOf, young, isDamaged] = await Promise.all([
    presentState(database),
    readMadeOf(database),
    readYoungState(database),
    isIndexDamaged(database),
  ]);
  return isDamaged || (madeOf !== state && (young?.beside !== madeOf || young.madeOf !== state));
}

/** A part of the index on the disk cannot be read: answers are given without it until all is packed anew. */
export async function isIndexDamaged(database: HoldingsDatabase): Promise<boolean> {
  return (await database.get('marks', INDEX_DAMAGED)) !== undefined;
}

interface PackState {
  /** The last entry of the journal that the pack follows. */
  readonly journal: number;
  readonly others: string;
}

/** Null, no pack, follows nothing. */
export function parsePackState(state: string | null): PackState {
  const [journal = '', ...others] = (state ?? `0  ${ANALYZER}`).split(' ');
  return { journal: Number(journal) || 0, others: others.join(' ') };
}
