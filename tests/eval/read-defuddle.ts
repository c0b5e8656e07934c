/**
 * The peer Defuddle, on a thread of its own: it takes longer for a page than all the other readers together.
 *
 * It reads the tree that the others read, and jsdom's where it finds nothing in that one. What one version of it makes of
 * a page never changes, so its readings are kept in node_modules/.cache and scored anew in every run.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { Defuddle } from 'defuddle/node';
import { parseDocument } from '../../src/capture/html/parse-document.ts';
import type { Reading } from './read.ts';

interface Asked {
  readonly html: string;
  readonly url: string | null;
}

const ROOT = join(import.meta.dirname, '../../node_modules');
const VERSION = readFileSync(join(ROOT, 'defuddle/package.json'), 'utf8').match(/"version": "([^"]+)"/)?.[1];
/** jsdom takes a second for a page of a megabyte; a larger one counts as not read. */
const LONGEST_FOR_JSDOM = 1_000_000;

/** It comes without types. */
const UNTYPED: string = 'jsdom';

/** Answers in the order of the questions; `close` ends the thread. */
export interface DefuddlePeer {
  read(page: Asked): Promise<Reading>;
  close(): Promise<number>;
}

export function startDefuddle(): DefuddlePeer {
  const worker = new Worker(new URL(import.meta.url));
  const waiting: ((reading: Reading) => void)[] = [];
  worker.on('message', (reading: Reading) => waiting.shift()?.(reading));
  const ask = (page: Asked) =>
    new Promise<Reading>((resolve) => {
      waiting.push(resolve);
      worker.postMessage(page);
    });
  return { read: (page) => kept(page, ask), close: () => worker.terminate() };
}

async function kept(page: Asked, ask: (page: Asked) => Promise<Reading>): Promise<Reading> {
  const key = createHash('sha256').update(`${VERSION}\n${page.url}\n${page.html}`).digest('hex');
  const file = join(ROOT, '.cache/backstory-read', `${key}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Reading;
  const reading = await ask(page);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(reading));
  return reading;
}

async function readPage({ html, url }: Asked): Promise<Reading> {
  const reading = await readTree(parseDocument(html), url);
  if (reading.body.trim() !== '' || html.length > LONGEST_FOR_JSDOM) return reading;
  const { JSDOM } = (await import(UNTYPED)) as {
    JSDOM: new (html: string, options: { url: string }) => { window: { document: unknown } };
  };
  const second = await readTree(new JSDOM(html, { url: url ?? 'https://example.org/' }).window.document, url);
  return second.body.trim() === '' ? reading : second;
}

async function readTree(document: unknown, url: string | null): Promise<Reading> {
  try {
    const found = await Defuddle(document as never, url ?? 'https://example.org/', { useAsync: false });
    return {
      body: parseDocument(found.content).body?.textContent ?? '',
      headline: found.title || null,
      byline: found.author || null,
      day: /^\d{4}-\d{2}-\d{2}/.exec(found.published)?.[0] ?? null,
    };
  } catch {
    return { body: '', headline: null, byline: null, day: null };
  }
}

if (!isMainThread) {
  // It prints a trace for every page whose linked data is damaged.
  console.error = () => undefined;
  let last = Promise.resolve();
  parentPort?.on('message', (page: Asked) => {
    last = last.then(async () => parentPort?.postMessage(await readPage(page)));
  });
}
