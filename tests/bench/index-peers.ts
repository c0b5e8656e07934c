/**
 * What else searches in a browser, on the same passages and words: each is built, saved as it is meant to be saved,
 * opened again and asked for the best of any of the words. Headlines count twice where a peer can weigh.
 */
import { create, insertMultiple, load as loadOrama, type RawData, save, search } from '@orama/orama';
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { Index } from 'flexsearch';
import lunr from 'lunr';
import { words } from '../../src/text/tokenise.ts';
import { benchPassages } from './passage-corpus.ts';

type Ask = (query: readonly string[]) => unknown;

export interface IndexPeer {
  readonly name: string;
  /** Builds and saves: what a worker that was killed would find. */
  build(size: number): Promise<Saved>;
}

interface Saved {
  readonly bytes: number;
  open(): Promise<Ask>;
}

const LIMIT = 20;
const byteLength = (text: string) => Buffer.byteLength(text);

const orama: IndexPeer = {
  name: 'Orama',
  build: async (size) => {
    const schema = { headline: 'string', text: 'string' } as const;
    const database = create({ schema });
    const documents = Array.from(benchPassages(size), ({ headline, text }) => ({ headline, text }));
    await insertMultiple(database, documents, 1_000);
    const json = JSON.stringify(save(database));
    return {
      bytes: byteLength(json),
      open: async () => {
        const opened = create({ schema });
        loadOrama(opened, JSON.parse(json) as RawData);
        return (query) => search(opened, { term: query.join(' '), limit: LIMIT, boost: { headline: 2 } });
      },
    };
  },
};

const lunrPeer: IndexPeer = {
  name: 'Lunr',
  build: async (size) => {
    const builder = new lunr.Builder();
    builder.ref('id');
    builder.field('headline', { boost: 2 });
    builder.field('text');
    // Words as ours are: an array is taken as it stands.
    for (const { number, headline, text } of benchPassages(size))
      builder.add({ id: String(number), headline: words(headline), text: words(text) });
    const json = JSON.stringify(builder.build());
    return {
      bytes: byteLength(json),
      open: async () => {
        const opened = lunr.Index.load(JSON.parse(json) as object);
        return (query) => opened.query((asked) => asked.term([...query], {})).slice(0, LIMIT);
      },
    };
  },
};

const flexSearch: IndexPeer = {
  name: 'FlexSearch',
  build: async (size) => {
    const options = { tokenize: 'strict', encode: words } as const;
    const index = new Index(options);
    for (const { number, headline, text } of benchPassages(size)) index.add(number, `${headline} ${text}`);
    const parts: [string, string][] = [];
    await index.export((key, part) => void parts.push([key, part]));
    return {
      bytes: parts.reduce((sum, [, part]) => sum + byteLength(part ?? ''), 0),
      open: async () => {
        const opened = new Index(options);
        for (const [key, part] of parts) opened.import(key, part);
        return (query) => opened.search(query.join(' '), { limit: LIMIT, suggest: true });
      },
    };
  },
};

const fts5: IndexPeer = {
  name: 'SQLite FTS5',
  build: async (size) => {
    const sqlite = await sqlite3InitModule();
    const database = new sqlite.oo1.DB(':memory:');
    database.exec('create virtual table p using fts5(headline, text)');
    database.exec('begin');
    const insert = database.prepare('insert into p(rowid, headline, text) values (?, ?, ?)');
    for (const { number, headline, text } of benchPassages(size))
      insert.bind([number, words(headline).join(' '), words(text).join(' ')]).stepReset();
    insert.finalize();
    database.exec('commit');
    const bytes = sqlite.capi.sqlite3_js_db_export(database);
    database.close();
    return {
      bytes: bytes.length,
      open: async () => {
        const opened = new sqlite.oo1.DB(':memory:');
        const memory = sqlite.wasm.allocFromTypedArray(bytes);
        const { SQLITE_DESERIALIZE_FREEONCLOSE } = sqlite.capi;
        sqlite.capi.sqlite3_deserialize(
          opened.pointer as number,
          'main',
          memory,
          bytes.length,
          bytes.length,
          SQLITE_DESERIALIZE_FREEONCLOSE,
        );
        return (query) =>
          opened.exec({
            sql: `select rowid from p where p match ? order by bm25(p, 2, 1) limit ${LIMIT}`,
            bind: [query.map((word) => `"${word}"`).join(' OR ')],
            returnValue: 'resultRows',
          });
      },
    };
  },
};

/** Each with the size beyond which it is no longer asked: minutes to build, or no longer held in memory. */
export const INDEX_PEERS: readonly { readonly peer: IndexPeer; readonly most: number }[] = [
  { peer: orama, most: 10_000 },
  { peer: lunrPeer, most: 10_000 },
  { peer: flexSearch, most: 10_000 },
  { peer: fts5, most: 1_000_000 },
];
