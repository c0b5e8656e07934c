/**
 * The IndexedDB database of the reader's own archive, and its versions.
 *
 *   holdings   id → metadata, sketch bands, what the reader did      url, bands, job
 *   texts      id → the article's text, apart, because tables never need it
 *   bin        id → what was removed, until it is restored or emptied
 *   damaged    id → what failed its check, as it was found
 *   journal    1, 2, 3 … → what changed: index, names and fingerprints follow it
 *   jobs, reports, files   imports, what became of their files, and the files until an import ends
 *   packs, packArticles   what others made and the reader loaded: facts by digest, articles by digest and id
 *   pack       what follows from all articles, bundled and own, packed as the bundled archive is: a cache
 *   corrections, marks     the reader's decisions about names; small named values
 *
 * A new version is a new line in VERSIONS; it is never edited after a release, and each has a test that starts from
 * the version before.
 */
import { type DBSchema, type IDBPDatabase, openDB, type StoreNames } from 'idb';
import type { Article, ArticleId } from '../../../archive/article.ts';
import type { MountedPack } from '../../../archive/mounted-pack.ts';
import type { Holding, JobId } from '../../../library/holdings/holding.ts';
import type { HeldCorrection, JournalEntry } from '../../../library/holdings/holdings-store.ts';
import type { ImportJob, ReportLine } from '../../../library/holdings/import-job.ts';

/** Keys that cannot be computed by IndexedDB stand beside the row. */
interface HoldingRow {
  readonly id: ArticleId;
  readonly holding: Holding;
  readonly bands: readonly string[];
  /** See library/holdings/seal-holding.ts; rows of 0.2 have none until they are written again. */
  readonly seal?: string;
}

interface BinRow {
  readonly id: ArticleId;
  readonly holding: Holding;
  readonly articleBody: string;
  /** The import that replaced it; null when the reader removed it. */
  readonly job: JobId | null;
}

/** As found: of no form that could be relied on. */
interface DamagedRow {
  readonly id: ArticleId;
  readonly reason: string;
  readonly holding: unknown;
  readonly articleBody: unknown;
}

export interface HoldingsSchema extends DBSchema {
  holdings: {
    key: string;
    value: HoldingRow;
    indexes: { url: string; bands: string; job: string };
  };
  texts: { key: string; value: string };
  bin: { key: string; value: BinRow; indexes: { job: string } };
  damaged: { key: string; value: DamagedRow };
  journal: { key: number; value: Omit<JournalEntry, 'sequence'> };
  jobs: { key: string; value: ImportJob };
  reports: { key: number; value: ReportLine; indexes: { job: string } };
  files: { key: [string, number]; value: Blob };
  packs: { key: string; value: MountedPack };
  packArticles: { key: [digest: string, id: string]; value: Article; indexes: { id: string } };
  pack: { key: string; value: Uint8Array<ArrayBuffer> };
  corrections: { key: number; value: Omit<HeldCorrection, 'sequence'> };
  marks: { key: string; value: unknown };
}

export type HoldingsDatabase = IDBPDatabase<HoldingsSchema>;
export type HoldingsStoreName = StoreNames<HoldingsSchema>;

const NAME = 'backstory';

const VERSIONS: readonly ((database: HoldingsDatabase) => void)[] = [
  // 0.2.0: the reader's articles, imports and decisions.
  (database) => {
    const holdings = database.createObjectStore('holdings', { keyPath: 'id' });
    holdings.createIndex('url', 'holding.record.url');
    holdings.createIndex('bands', 'bands', { multiEntry: true });
    holdings.createIndex('job', 'holding.job');
    database.createObjectStore('texts');
    database.createObjectStore('bin', { keyPath: 'id' }).createIndex('job', 'job');
    database.createObjectStore('damaged', { keyPath: 'id' });
    database.createObjectStore('journal', { autoIncrement: true });
    database.createObjectStore('jobs', { keyPath: 'id' });
    database.createObjectStore('reports', { autoIncrement: true }).createIndex('job', 'job');
    database.createObjectStore('files');
    database.createObjectStore('pack');
    database.createObjectStore('corrections', { autoIncrement: true });
    database.createObjectStore('marks');
  },
  // 1.0.0: packs that others made.
  (database) => {
    database.createObjectStore('packs', { keyPath: 'digest' });
    database.createObjectStore('packArticles').createIndex('id', 'id');
  },
];

export const DATABASE_VERSION = VERSIONS.length;

/** Whether {@link openHoldingsDatabase} rejected because a newer Backstory wrote the database: nothing of it was touched. */
export function isNewerDatabase(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'VersionError';
}

/** Rejects where the browser gives no database (a private window of some browsers), the stored one is damaged, or newer. */
export function openHoldingsDatabase(name = NAME): Promise<HoldingsDatabase> {
  return openDB<HoldingsSchema>(name, DATABASE_VERSION, {
    upgrade: (database, from, _to, upgrading) => {
      // An upgrade that fails is told by the opening, which rejects; nobody waits for its transaction besides.
      upgrading.done.catch(() => undefined);
      for (const version of VERSIONS.slice(from)) version(database);
    },
    // Another window still has the older version open: it lets go, and opens again when asked next.
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  });
}
