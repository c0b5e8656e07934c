/** The Archive page's acts on the reader's own articles and decisions: each one transaction, each undoable. */
import type { ArticleId } from '../../archive/article.ts';
import type { ArchiveCalls, HoldingEdit, ImportView, StorageView } from '../../protocol/archive-calls.ts';
import type { Handlers } from '../../protocol/server.ts';
import { parseIsoDate } from '../../text/iso-date.ts';
import { fail, type Result, succeed } from '../../text/result.ts';
import { undoReplace } from './backup.ts';
import type { BackupReminder } from './backup-reminder.ts';
import { checkArchive } from './check-archive.ts';
import { createCorrectionHandlers } from './correct-names.ts';
import type { Curation, Holding, JobId } from './holding.ts';
import type { HeldArticle, HoldingsStore } from './holdings-store.ts';
import type { ImportJob, ImportProgress } from './import-job.ts';
import { createHoldingsList, toHoldingView } from './list-holdings.ts';
import { createPackHandlers } from './pack-calls.ts';

export interface ArchivePagePorts {
  readonly store: HoldingsStore;
  storage(): Promise<Pick<StorageView, 'usedBytes' | 'quotaBytes' | 'isPersistent'>>;
  /** Asks the browser; whatever it answers, {@link storage} tells afterwards. */
  persist(): Promise<void>;
  readonly reminder: BackupReminder;
  /** Whether the browser has cleared what was held. */
  isPurged(): Promise<boolean>;
  acknowledgePurge(): Promise<void>;
  /** Tells the background that articles or decisions changed. */
  changed(): void;
  /** ISO 8601. */
  now(): string;
}

export function createArchiveHandlers(ports: ArchivePagePorts): Handlers<ArchiveCalls, null> {
  const { store } = ports;
  const listHoldings = createHoldingsList(store);
  const told = <T>(written: Result<T>): Result<T> => {
    if (written.ok) ports.changed();
    return written;
  };
  const acted = async (write: Promise<Result<null>>): Promise<Result<null>> => told(await write);
  return {
    listHoldings: async () => succeed(await listHoldings()),
    editHolding: async ({ articleId, change }) => {
      const held = await readHeld(store, articleId);
      if (!held) return fail('not-found', 'This article is not in your archive any more.');
      const edited = editHolding(held.holding, change);
      if (!edited.ok) return edited;
      const written = await acted(store.commit({ put: [{ ...held, holding: edited.value }] }));
      return written.ok ? succeed(toHoldingView(edited.value)) : written;
    },
    labelHoldings: async ({ articleIds, field, add, remove }) => {
      const labelled = (labels: readonly string[]) => [
        ...new Set([...labels.filter((label) => !remove.includes(label)), ...add.map((one) => one.trim())]),
      ];
      const held = await Promise.all(articleIds.map((id) => readHeld(store, id)));
      const put = held.flatMap((one) =>
        one === null
          ? []
          : [{ ...one, holding: { ...one.holding, [field]: labelled(one.holding[field]).filter(Boolean) } }],
      );
      return acted(store.commit({ put }));
    },
    removeHoldings: ({ articleIds }) => acted(store.commit({ remove: articleIds })),
    restoreHoldings: ({ articleIds }) => acted(store.commit({ restore: articleIds })),
    listBin: async () => succeed((await store.bin()).map(toHoldingView)),
    emptyBin: () => acted(store.emptyBin()),
    undoReplace: () => acted(undoReplace(store)),
    listImports: async () => succeed((await store.jobs()).map((job) => toImportView(job)).sort(newestFirst)),
    readReport: async ({ job }) =>
      succeed((await store.report(job as JobId)).map(({ job: _, ...line }) => line)),
    describeStorage: async () => succeed(await describeStorage(ports)),
    keepStorage: async () => {
      await ports.persist();
      return succeed(await describeStorage(ports));
    },
    remindAfter: async ({ days }) => {
      await ports.reminder.remindAfter(days);
      return succeed(await describeStorage(ports));
    },
    acknowledgePurge: async () => {
      await ports.acknowledgePurge();
      return succeed(await describeStorage(ports));
    },
    checkArchive: async () => {
      const report = await checkArchive(store);
      if (report.ok && report.value.damaged.length > 0) ports.changed();
      return report;
    },
    readSetAside: async () =>
      succeed((await store.setAside()).map((row) => `${JSON.stringify(row)}\n`).join('')),
    ...createCorrectionHandlers(ports),
    ...createPackHandlers(store.packs, told),
  };
}

async function readHeld(store: HoldingsStore, id: ArticleId): Promise<HeldArticle | null> {
  const [holding, article] = await Promise.all([store.holding(id), store.article(id)]);
  return holding && article && { holding, articleBody: article.articleBody };
}

/** A field set back to what was captured is no correction any more. */
function editHolding(holding: Holding, { note, datePublished, ...fields }: HoldingEdit): Result<Holding> {
  const date = datePublished == null || datePublished === '' ? null : parseIsoDate(datePublished);
  if (datePublished && date === null)
    return fail('bad-request', `“${datePublished}” is no date: write 2024-05-31, 2024-05 or 2024.`);
  const wanted: Curation = {
    ...holding.curation,
    ...fields,
    ...(datePublished === undefined ? {} : { datePublished: date }),
  };
  const kept = Object.entries(wanted).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(holding.record[field as keyof Curation]),
  );
  return succeed({
    ...holding,
    curation: Object.fromEntries(kept) as Curation,
    note: note === undefined ? holding.note : note,
  });
}

/** `progress`: of the run under way, when there is one. */
export function toImportView(
  { id, startedAt, state, reason, files, cursor, counts }: ImportJob,
  { bytesRead, isIndexing }: Omit<ImportProgress, 'job'> = { bytesRead: 0, isIndexing: false },
): ImportView {
  const told = files.map(({ name, bytes }) => ({ name, bytes }));
  const place = { file: cursor.file, bytesRead, isIndexing };
  return { job: id, startedAt, state, reason, files: told, ...place, counts };
}

const newestFirst = (a: ImportView, b: ImportView) => (a.startedAt < b.startedAt ? 1 : -1);

async function describeStorage({ store, ...ports }: ArchivePagePorts): Promise<StorageView> {
  const [packs, { articles, texts, inBin, setAside }, replaced, isPurged, storage, reminder] =
    await Promise.all([
      store.packs.packs(),
      store.counts(),
      store.replaced(),
      ports.isPurged(),
      ports.storage(),
      ports.reminder.read(ports.now()),
    ]);
  return {
    packs: packs.filter(({ isRemoved }) => !isRemoved).length,
    ...{ articles, inBin, setAside, isBroken: texts !== articles, isPurged },
    replaced: replaced && { at: replaced.at, isDone: replaced.isDone, articles: replaced.articleIds.length },
    ...storage,
    ...reminder,
    isBackupDue: articles > 0 && reminder.isBackupDue,
  };
}
