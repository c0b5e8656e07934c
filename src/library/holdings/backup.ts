/**
 * The whole of a reader's archive as one text of lines, and back.
 *
 *   {"backstory":"backup","format":1,"madeAt":"2024-05-01T10:00:00Z","articles":2,"corrections":1}
 *   {"rows":[{"holding":{…},"articleBody":"…"},…],"digest":"sha256:…"}       at most 50 articles a line
 *   {"corrections":[{"correction":{…},"madeAt":"…"}],"digest":"sha256:…"}
 *   {"end":3,"digest":"sha256:…"}                                            digest of the lines' digests
 *
 * The naive version writes one JSON text: it must be held whole twice, and half of it is nothing. Here lines stream;
 * each proves itself, the last proves that none is missing. A damaged backup is refused, by the line, before anything
 * is written.
 */
import { digestOf } from '../../archive/digest.ts';
import { fail, type Result, succeed } from '../../text/result.ts';
import type { HeldArticle, HeldCorrection, HoldingsStore } from './holdings-store.ts';
import { parseHeld, parseHeldCorrection } from './parse-held.ts';

const FORMAT = 1;
const ROWS_A_LINE = 50;

export interface BackupFacts {
  readonly madeAt: string;
  readonly articles: number;
  readonly corrections: number;
}

type BackupCorrection = Omit<HeldCorrection, 'sequence'>;

interface BackupLine {
  readonly rows?: readonly HeldArticle[];
  readonly corrections?: readonly BackupCorrection[];
  readonly digest: string;
}

const encoder = new TextEncoder();
const digestText = (text: string) => digestOf(encoder.encode(text));

/** Lines with their line feed; the same archive gives the same lines but for `madeAt`. */
export async function* writeBackup(store: HoldingsStore, madeAt: string): AsyncGenerator<string> {
  const corrections = (await store.corrections()).map(({ sequence: _, ...held }) => held);
  const header = { backstory: 'backup', format: FORMAT, madeAt, articles: await store.count() };
  yield `${JSON.stringify({ ...header, corrections: corrections.length })}\n`;
  const digests: string[] = [];
  const line = async (content: Omit<BackupLine, 'digest'>): Promise<string> => {
    const digest = await digestText(JSON.stringify(content));
    digests.push(digest);
    return `${JSON.stringify({ ...content, digest })}\n`;
  };
  let rows: HeldArticle[] = [];
  for await (const held of store.articles()) {
    rows.push(held);
    if (rows.length < ROWS_A_LINE) continue;
    yield await line({ rows });
    rows = [];
  }
  if (rows.length > 0) yield await line({ rows });
  if (corrections.length > 0) yield await line({ corrections });
  yield `${JSON.stringify({ end: digests.length, digest: await digestText(digests.join('\n')) })}\n`;
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
      if (parsed.format !== FORMAT)
        return fail(
          'bad-request',
          `This backup is of format ${String(parsed.format)}; this version reads ${FORMAT}.`,
        );
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
  return null;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

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

function factsOf({ madeAt, articles, corrections }: Record<string, unknown>): BackupFacts {
  return { madeAt: String(madeAt), articles: Number(articles), corrections: Number(corrections) };
}

export interface RestoreReport {
  readonly restored: number;
  /** Held already, and left as they are. */
  readonly kept: number;
  readonly corrections: number;
}

/**
 * `merge` adds what is not held; `replace` first moves everything that is held to the bin, from which it can be taken
 * back. Ask {@link checkBackup} first: this passes over what it refuses.
 */
export async function restoreBackup(
  read: ReadLines,
  mode: 'merge' | 'replace',
  store: HoldingsStore,
): Promise<Result<RestoreReport>> {
  if (mode === 'replace') {
    const emptied = await store.commit({
      remove: (await store.holdings()).map(({ id }) => id),
      undecide: (await store.corrections()).map(({ sequence }) => sequence),
    });
    if (!emptied.ok) return emptied;
  }
  let report: RestoreReport = { restored: 0, kept: 0, corrections: 0 };
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
    report = {
      restored: report.restored + put.length,
      kept: report.kept + rows.length - put.length,
      corrections: report.corrections + decide.length,
    };
  }
  return succeed(report);
}
