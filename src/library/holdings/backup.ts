/**
 * The whole of a reader's archive as one text of lines, and back.
 *
 *   {"backstory":"backup","format":1,"madeAt":"2024-05-01T10:00:00Z","articles":2,"corrections":1}
 *   {"rows":[{"holding":{…},"articleBody":"…"},…],"digest":"sha256:…"}       at most 50 articles a line
 *   {"corrections":[{"correction":{…},"madeAt":"…"}],"digest":"sha256:…"}
 *   {"packArticles":{"digest":"…","name":"…","articles":[…]},"digest":"sha256:…"}   format 2: loaded packs, if any,
 *   {"packs":[{"digest":"…","name":"…",…}],"digest":"sha256:…"}                     listed behind their articles
 *   {"end":3,"digest":"sha256:…"}                                            digest of the lines' digests
 *
 * The naive version writes one JSON text: it must be held whole twice, and half of it is nothing. Here lines stream;
 * each proves itself, the last proves that none is missing. A damaged backup is refused, by the line, before anything
 * is written.
 */
import { digestOf } from '../../archive/digest.ts';
import type { MountedPack } from '../../archive/mounted-pack.ts';
import { fail, type Result, succeed } from '../../text/result.ts';
import type { HeldArticle, HeldCorrection, HoldingsStore, Replaced } from './holdings-store.ts';
import type { PackShelf } from './pack-shelf.ts';
import {
  type PackRows,
  parseHeld,
  parseHeldCorrection,
  parseMountedPack,
  parsePackRows,
} from './parse-held.ts';

/** A backup without packs is written as version 0.2 reads it. */
const FORMAT = 1;
const FORMAT_WITH_PACKS = 2;
const ROWS_A_LINE = 50;

export interface BackupFacts {
  readonly madeAt: string;
  readonly articles: number;
  readonly corrections: number;
  /** Loaded packs. */
  readonly packs: number;
}

type BackupCorrection = Omit<HeldCorrection, 'sequence'>;

interface BackupLine {
  readonly rows?: readonly HeldArticle[];
  readonly corrections?: readonly BackupCorrection[];
  readonly packArticles?: PackRows;
  readonly packs?: readonly MountedPack[];
  readonly digest: string;
}

const encoder = new TextEncoder();
const digestText = (text: string) => digestOf(encoder.encode(text));

/** Lines with their line feed; the same archive gives the same lines but for `madeAt`. */
export async function* writeBackup(store: HoldingsStore, madeAt: string): AsyncGenerator<string> {
  const corrections = (await store.corrections()).map(({ sequence: _, ...held }) => held);
  const packs = (await store.packs.packs()).filter(({ isRemoved }) => !isRemoved);
  const format = packs.length > 0 ? FORMAT_WITH_PACKS : FORMAT;
  const header = { backstory: 'backup', format, madeAt, articles: await store.count() };
  const counted = packs.length > 0 ? { packs: packs.length } : {};
  yield `${JSON.stringify({ ...header, corrections: corrections.length, ...counted })}\n`;
  const digests: string[] = [];
  const line = async (content: Omit<BackupLine, 'digest'>): Promise<string> => {
    const digest = await digestText(JSON.stringify(content));
    digests.push(digest);
    return `${JSON.stringify({ ...content, digest })}\n`;
  };
  for await (const rows of inLines(store.articles())) yield await line({ rows });
  if (corrections.length > 0) yield await line({ corrections });
  for (const { digest, name } of packs)
    for await (const articles of inLines(store.packs.articlesOf(digest)))
      yield await line({ packArticles: { digest, name, articles } });
  if (packs.length > 0) yield await line({ packs });
  yield `${JSON.stringify({ end: digests.length, digest: await digestText(digests.join('\n')) })}\n`;
}

async function* inLines<T>(rows: AsyncIterable<T>): AsyncGenerator<T[]> {
  let some: T[] = [];
  for await (const row of rows) {
    some.push(row);
    if (some.length < ROWS_A_LINE) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

export type ReadLines = () => AsyncIterable<string>;

/** Reads all of it and proves it; nothing is written. Fails with a sentence that names the line. */
export async function checkBackup(read: ReadLines): Promise<Result<BackupFacts>> {
  let facts: BackupFacts | null = null;
  const digests: string[] = [];
  let number = 0;
  for await (const text of read()) {
    number++;
    const parsed = parseLine(text);
    if (!parsed) return damaged(`line ${number} is no JSON`);
    if (!facts) {
      if (parsed.backstory !== 'backup') return damaged('it does not begin as one');
      if (parsed.format !== FORMAT && parsed.format !== FORMAT_WITH_PACKS)
        return unknownFormat(parsed.format);
      facts = factsOf(parsed);
    } else if ('end' in parsed) {
      const isWhole =
        parsed.end === digests.length && parsed.digest === (await digestText(digests.join('\n')));
      return isWhole ? succeed(facts) : damaged('lines are missing or in another order');
    } else {
      const { digest, ...content } = parsed;
      if (digest !== (await digestText(JSON.stringify(content))))
        return damaged(`line ${number} was changed`);
      const unfit = await unfitRow(content);
      if (unfit !== null) return damaged(`line ${number} holds ${unfit} that this version does not know`);
      digests.push(digest as string);
    }
  }
  return damaged('its end is missing');
}

/** Digests prove that a line is as it was written, not by whom: each row is checked like any other foreign data. */
async function unfitRow(content: Record<string, unknown>): Promise<string | null> {
  for (const row of listOf(content.rows)) if ((await parseHeld(row)) === null) return 'an article';
  for (const row of listOf(content.corrections)) if (parseHeldCorrection(row) === null) return 'a decision';
  for (const row of listOf(content.packs)) if (parseMountedPack(row) === null) return 'a pack';
  if ('packArticles' in content && (await parsePackRows(content.packArticles)) === null)
    return 'an article of a pack';
  return null;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function unknownFormat(format: unknown): Result<never> {
  const reason = `This backup is of format ${String(format)}; this version reads ${FORMAT} and ${FORMAT_WITH_PACKS}.`;
  return fail('bad-request', `${reason} A newer Backstory wrote it: update this one. Nothing was changed.`);
}

function damaged(what: string): Result<never> {
  return fail('bad-request', `This backup cannot be used: ${what}. Nothing was changed.`);
}

function parseLine(text: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function factsOf({ madeAt, articles, corrections, packs }: Record<string, unknown>): BackupFacts {
  const counts = { articles: Number(articles), corrections: Number(corrections), packs: Number(packs ?? 0) };
  return { madeAt: String(madeAt), ...counts };
}

export interface RestoreReport {
  readonly restored: number;
  /** Held already, and left as they are. */
  readonly kept: number;
  readonly corrections: number;
  readonly packs: number;
}

/**
 * `merge` adds what is not held; `replace` first puts everything aside, from where {@link undoReplace} brings it back,
 * also when the rest was broken off. Ask {@link checkBackup} first: this passes over what it refuses.
 */
export async function restoreBackup(
  read: ReadLines,
  mode: 'merge' | 'replace',
  store: HoldingsStore,
  now: string,
): Promise<Result<RestoreReport>> {
  if (mode === 'merge') return mergeBackup(read, store);
  const aside = await putAside(store, now);
  if (!aside.ok) return aside;
  const merged = await mergeBackup(read, store);
  if (!merged.ok) return merged;
  const done = await store.commit({ replaced: { ...aside.value, isDone: true } });
  return done.ok ? merged : done;
}

/** The articles to the bin, the decisions beside them, in one step with the note of what they were; then the packs. */
async function putAside(store: HoldingsStore, at: string): Promise<Result<Replaced>> {
  const earlier = await store.replaced();
  // What was held before a restore that was broken off, not the part of a backup that it left.
  if (earlier && !earlier.isDone) {
    const undone = await undoReplace(store);
    if (!undone.ok) return undone;
  }
  const articleIds = (await store.holdings()).map(({ id }) => id);
  const held = await store.corrections();
  const replaced: Replaced = {
    ...{ at, articleIds, isDone: false, packs: await store.packs.packs() },
    corrections: held.map(({ sequence: _, ...correction }) => correction),
  };
  const undecide = held.map(({ sequence }) => sequence);
  const written = await store.commit({ remove: articleIds, undecide, replaced });
  if (!written.ok) return written;
  const removed = await store.packs.change(replaced.packs.map((pack) => ({ ...pack, isRemoved: true })));
  return removed.ok ? succeed(replaced) : removed;
}

/** Everything as it was before the last `replace`; what came with the backup goes to the bin. */
export async function undoReplace(store: HoldingsStore): Promise<Result<null>> {
  const replaced = await store.replaced();
  if (!replaced) return fail('not-found', 'There is nothing to take back.');
  const before = new Set(replaced.articleIds);
  // Only of those whose articles are still there.
  const packs = (await store.packs.packs()).map(
    (pack) => replaced.packs.find(({ digest }) => digest === pack.digest) ?? { ...pack, isRemoved: true },
  );
  const listed = await store.packs.change(packs);
  if (!listed.ok) return listed;
  return store.commit({
    remove: (await store.holdings()).map(({ id }) => id).filter((id) => !before.has(id)),
    restore: replaced.articleIds,
    undecide: (await store.corrections()).map(({ sequence }) => sequence),
    decide: replaced.corrections,
    replaced: null,
  });
}

async function mergeBackup(read: ReadLines, store: HoldingsStore): Promise<Result<RestoreReport>> {
  let report: RestoreReport = { restored: 0, kept: 0, corrections: 0, packs: 0 };
  for await (const text of read()) {
    const line = parseLine(text) ?? {};
    const rows = (await Promise.all(listOf(line.rows).map(parseHeld))).filter((row) => row !== null);
    const corrections = listOf(line.corrections)
      .map(parseHeldCorrection)
      .filter((row) => row !== null);
    const known = new Set((await store.corrections()).map(({ correction }) => JSON.stringify(correction)));
    const decide = corrections.filter(({ correction }) => !known.has(JSON.stringify(correction)));
    const put: HeldArticle[] = [];
    for (const row of rows) if ((await store.holding(row.holding.id)) === null) put.push(row);
    const written = await store.commit({ put, decide });
    if (!written.ok) return written;
    const packs = await restorePacks(line, store.packs);
    if (!packs.ok) return packs;
    report = {
      restored: report.restored + put.length,
      kept: report.kept + rows.length - put.length,
      corrections: report.corrections + decide.length,
      packs: report.packs + packs.value,
    };
  }
  return succeed(report);
}

/** Answers how many were listed: a pack's articles come in the lines before it is. */
async function restorePacks(line: Record<string, unknown>, shelf: PackShelf): Promise<Result<number>> {
  const loaded = (await shelf.packs()).filter(({ isRemoved }) => !isRemoved).map(({ digest }) => digest);
  const rows = 'packArticles' in line ? await parsePackRows(line.packArticles) : null;
  if (rows && !loaded.includes(rows.digest)) {
    const added = await shelf.add(rows.digest, rows.articles);
    if (!added.ok) return added;
  }
  const packs = listOf(line.packs)
    .map(parseMountedPack)
    .filter((pack) => pack !== null && !loaded.includes(pack.digest)) as MountedPack[];
  const listed = await shelf.change(packs);
  return listed.ok ? succeed(packs.length) : listed;
}
