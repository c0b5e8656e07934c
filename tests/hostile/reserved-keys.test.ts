/**
 * TRUST B9, bar 11: names that JavaScript keeps for itself (`__proto__`, `constructor` …) as keys at every depth and as
 * every value, from an imported file through index, backup, restore and export, and back: nothing is polluted, nothing
 * lost. A merge as it would be written first shows that pollution would be seen.
 */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Article } from '../../src/archive/article.ts';
import { captureFile } from '../../src/capture/formats.ts';
import { deriveParts } from '../../src/library/derive-archive.ts';
import { checkBackup, restoreBackup, writeBackup } from '../../src/library/holdings/backup.ts';
import { toNewsArticleLine } from '../../src/library/holdings/export-articles.ts';
import { holdArticle } from '../../src/library/holdings/hold-article.ts';
import { createHoldingsStore } from '../../src/platform/browser/holdings/holdings-store.ts';
import {
  type HoldingsDatabase,
  openHoldingsDatabase,
} from '../../src/platform/browser/holdings/open-database.ts';
import { isWhole, recordFigure } from '../trust/figures.ts';

const ARTICLES = isWhole ? 10_000 : 200;
const A_FILE = 50;
const NOW = '2024-05-01T10:00:00Z';
const RESERVED = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__'],
  ...['__lookupSetter__', 'isPrototypeOf', 'length', 'then', 'toJSON', 'get', 'set', 'name', 'caller'],
];

const reserved = fc.constantFrom(...RESERVED);
/** JSON as text, because `JSON.stringify` writes no `__proto__` that a literal had. */
const { value: nested } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    reserved.map((word) => JSON.stringify(word)),
    fc.constant('{"polluted":true}'),
    fc
      .array(fc.tuple(reserved, tie('value')), { maxLength: 4 })
      .map((pairs) => `{${pairs.map(([key, value]) => `"${key}":${value}`).join(',')}}`),
    fc.array(tie('value'), { maxLength: 3 }).map((values) => `[${values.join(',')}]`),
  ),
}));

const articleLine = fc
  .record({ word: reserved, other: reserved, extra: nested, proto: nested, number: fc.nat(1e9) })
  .map(({ word, other, extra, proto, number }) => {
    const body = `The ${word} of the harbour met the ${other} at gate ${number}. ${word} said that it would stay.`;
    const fields = {
      ...{ identifier: `${word} ${number}`, headline: word, publisher: other, inLanguage: 'en' },
      ...{ author: [word, other], datePublished: '2021-05-12', articleBody: body },
    };
    const text = JSON.stringify(fields).slice(1, -1);
    return `{"__proto__":${proto},"constructor":${extra},"keywords":${extra},${text},"prototype":{"__proto__":${proto}}}`;
  });

const opened: HoldingsDatabase[] = [];
afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

async function newStore(name: string) {
  const database = await openHoldingsDatabase(name);
  opened.push(database);
  return createHoldingsStore(database);
}

async function read(lines: string): Promise<Article[]> {
  const context = { file: 'a.jsonl', collection: 'yours', capturedAt: null, sidecar: null } as const;
  const unused = {
    parseDocument: () => ({}) as never,
    loadPdf: async () => ({}) as never,
    unbrotli: () => new Uint8Array(),
  };
  const articles: Article[] = [];
  for await (const outcome of captureFile(new TextEncoder().encode(lines), {
    ...context,
    ...unused,
  } as never))
    if (outcome.ok) articles.push(outcome.article);
  return articles;
}

/** What no code of ours has put there. */
function polluted(): string[] {
  const found = [Object.prototype, Array.prototype, String.prototype, Function.prototype].flatMap((one) =>
    Object.keys(one),
  );
  return [...found, ...('polluted' in {} ? ['polluted'] : [])];
}

const wordsOf = ({ headline, publisher, author, articleBody, datePublished }: Article) => ({
  ...{ headline, publisher, author, articleBody, datePublished },
});

/** What is not the same after the whole way, by article. */
async function roundTrip(lines: readonly string[], at: number): Promise<string[]> {
  const articles = [...new Map((await read(lines.join('\n'))).map((one) => [one.id, one])).values()];
  const distinct = new Set(lines.map((line) => /"articleBody":"[^"]*"/.exec(line)?.[0])).size;
  const wrong = articles.length < distinct ? [`${articles.length} of ${distinct} read`] : [];
  const [first, second] = [await newStore(`keys-${at}`), await newStore(`keys-${at}-restored`)];
  const arrival = { job: null, addedAt: NOW, pending: [] };
  for (const article of articles)
    await first.commit({
      put: [{ holding: await holdArticle(article, arrival, first), articleBody: article.articleBody }],
    });
  const backup: string[] = [];
  for await (const line of writeBackup(first, NOW)) backup.push(line);
  const again = async function* () {
    yield* backup;
  };
  if (!(await checkBackup(again)).ok) wrong.push('the backup is refused');
  await restoreBackup(again, 'merge', second, NOW);
  const index = deriveParts(articles, { entities: [], outlets: [] });
  for (const article of articles) {
    const restored = await second.article(article.id);
    const [exported] = await read(toNewsArticleLine(article));
    for (const [way, one] of [
      ['restored', restored],
      ['exported', exported ?? null],
    ] as const)
      if (JSON.stringify(one && wordsOf(one)) !== JSON.stringify(wordsOf(article)))
        wrong.push(`${way} ${article.headline}`);
    const word = article.headline?.toLowerCase() ?? '';
    if (index.index.search({ words: [word.replaceAll('_', '')] }).length === 0)
      wrong.push(`${word} is not found`);
  }
  return wrong;
}

describe('keys that the language keeps for itself', () => {
  it(`pollute nothing and are lost nowhere, in ${ARTICLES} articles`, { timeout: 600_000 }, async () => {
    const wrong: string[] = [];
    for (let from = 0; from < ARTICLES; from += A_FILE) {
      const lines = fc.sample(articleLine, { numRuns: A_FILE, seed: from });
      wrong.push(...(await roundTrip(lines, from)));
      for (const database of opened.splice(0)) database.close();
    }
    const found = polluted();
    recordFigure({
      bar: '11 reserved keys through import, index, backup, restore and export: polluted objects, articles changed',
      pass: '0; 0 of 10,000',
      measured: `${found.length}; ${wrong.length} of ${ARTICLES.toLocaleString('en')}`,
      browser: 'node',
    });
    expect(found).toEqual([]);
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('pollute where objects are merged as one would first write it', () => {
    const merge = (target: Record<string, unknown>, source: Record<string, unknown>): void => {
      for (const [key, value] of Object.entries(source))
        if (typeof value === 'object' && value !== null) {
          target[key] ??= {};
          merge(target[key] as Record<string, unknown>, value as Record<string, unknown>);
        } else target[key] = value;
    };
    merge({}, JSON.parse('{"__proto__":{"polluted":true}}') as Record<string, unknown>);
    expect(polluted()).toContain('polluted');
    delete (Object.prototype as Record<string, unknown>).polluted;
    expect(polluted()).toEqual([]);
  });
});
