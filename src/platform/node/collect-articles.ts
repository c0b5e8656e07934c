/**
 * Files and folders to articles and an authority file: what `bake` and `read` accept on the command line.
 *
 * Folders are walked in name order, so that the same tree gives the same pack on every system. `entities/` in a given
 * folder is its authority file; `*.sidecar.json` corrects the article beside it; dot-files are passed over.
 */
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Article } from '../../archive/article.ts';
import type { CaptureOutcome } from '../../capture/capture-outcome.ts';
import { captureFile, formatForName } from '../../capture/formats.ts';
import { parseDocument } from '../../capture/html/parse-document.ts';
import { type Authority, EMPTY_AUTHORITY, parseAuthority } from '../../entities/authority.ts';
import { loadPdf, unbrotli } from './unpack-libraries.ts';
import { UsageError } from './usage-error.ts';

type Refusal = Extract<CaptureOutcome, { ok: false }>;

export interface Collected {
  readonly articles: readonly Article[];
  readonly refusals: readonly Refusal[];
  readonly authority: Authority;
}

const SIDECAR = '.sidecar.json';
const AUTHORITY_FOLDER = 'entities';

/** Throws {@link UsageError} for a path that does not exist or an authority file that is wrong. */
export async function collectArticles(
  paths: readonly string[],
  collection: 'bundled' | 'yours',
): Promise<Collected> {
  const articles: Article[] = [];
  const refusals: Refusal[] = [];
  for await (const outcome of captureAll(paths, collection)) {
    if (outcome.ok) articles.push(outcome.article);
    else refusals.push(outcome);
  }
  return { articles, refusals, authority: await readAuthority(paths) };
}

/** Outcomes one by one, in the order of the paths; memory does not grow with their number. */
export async function* captureAll(
  paths: readonly string[],
  collection: 'bundled' | 'yours',
): AsyncGenerator<CaptureOutcome> {
  for (const path of paths) {
    for await (const file of filesUnder(path)) {
      const sidecar = await readFile(`${file.replace(/\.[^.]+$/, '')}${SIDECAR}`, 'utf8').catch(() => null);
      const ports = { parseDocument, loadPdf, unbrotli };
      const context = { file: basename(file), collection, capturedAt: null, sidecar, ...ports };
      try {
        yield* captureFile(chunksOfFile(file), context);
      } catch (error) {
        yield {
          ok: false,
          file: basename(file),
          code: 'binary',
          reason: `Could not be read: ${(error as Error).message}`,
        };
      }
    }
  }
}

async function* chunksOfFile(path: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const chunk of createReadStream(path)) yield new Uint8Array(chunk as Buffer);
}

/** A file named by the caller is always read; in folders, files of no known format are passed over. */
async function* filesUnder(path: string, isNamed = true): AsyncGenerator<string> {
  const facts = await stat(path).catch(() => null);
  if (!facts) throw new UsageError(`There is no file or folder ${path}.`);
  if (!facts.isDirectory()) {
    if (isNamed || formatForName(path) !== null) yield path;
    return;
  }
  for (const name of (await readdir(path)).sort()) {
    if (name.startsWith('.') || name.endsWith(SIDECAR) || (isNamed && name === AUTHORITY_FOLDER)) continue;
    yield* filesUnder(join(path, name), false);
  }
}

/** Throws {@link UsageError} for one that is wrong. */
export async function readAuthority(paths: readonly string[]): Promise<Authority> {
  const files = new Map<string, unknown>();
  for (const path of paths) {
    const folder = join(path, AUTHORITY_FOLDER);
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((file) => file.endsWith('.json')).sort()) {
      try {
        files.set(name, JSON.parse(await readFile(join(folder, name), 'utf8')));
      } catch (error) {
        throw new UsageError(`${join(folder, name)} is not JSON: ${(error as Error).message}`);
      }
    }
  }
  if (files.size === 0) return EMPTY_AUTHORITY;
  const authority = parseAuthority(files);
  if (!authority.ok) throw new UsageError(authority.error.message);
  return authority.value;
}
