/** Databases of the reader's archive as released versions of Backstory wrote them, with something in every store. */
import { type IDBPDatabase, openDB } from 'idb';
import { articleIdOf } from '../../../../../src/archive/article-id.ts';
import { sketchBands, sketchOf } from '../../../../../src/archive/text-sketch.ts';
import { BRIDGE, LIBRARY } from '../../../invented-archive.ts';

/**
 * Stores as each released version made them, copied from it and never edited: the newest version must open all of
 * them. A release that changes the stores adds its own here.
 */
export const RELEASED: Readonly<
  Record<string, { version: number; create: (database: IDBPDatabase) => void }>
> = {
  '0.2.0': { version: 1, create: createFirstStores },
  '1.0.0': {
    version: 2,
    create: (database) => {
      createFirstStores(database);
      database.createObjectStore('packs', { keyPath: 'digest' });
      database.createObjectStore('packArticles').createIndex('id', 'id');
    },
  },
};

function createFirstStores(database: IDBPDatabase): void {
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
}

/** An article's row in the words of 0.2.0. */
async function rowOf({ id: _, articleBody, ...fields }: typeof BRIDGE) {
  const provenance = { ...fields.provenance, collection: 'yours' };
  const id = await articleIdOf({ ...fields, articleBody }, provenance.file);
  const sketch = sketchOf(articleBody);
  const holding = {
    ...{ id, record: { id, ...fields, provenance }, curation: { headline: 'Set right' }, length: 20 },
    ...{ addedAt: '2024-05-01T10:00:00Z', job: 'job-1', tags: ['to read'], collections: ['Harbour'] },
    ...{ note: 'A note', reprintOf: null, versionOf: null, sketch },
  };
  return { id, holding, articleBody, bands: sketchBands(sketch) };
}

/** Answers the id of the one article that is held. */
export async function writeAsReleased(release: string, name: string): Promise<string> {
  const { version, create } = RELEASED[release]!;
  const database = await openDB(name, version, { upgrade: (opened) => create(opened) });
  const [kept, removed] = [await rowOf(BRIDGE), await rowOf(LIBRARY)];
  await database.put('holdings', { id: kept.id, holding: kept.holding, bands: kept.bands });
  await database.put('texts', kept.articleBody, kept.id);
  await database.put('bin', {
    id: removed.id,
    holding: removed.holding,
    articleBody: removed.articleBody,
    job: null,
  });
  await database.put('journal', { kind: 'put', id: kept.id });
  await database.put('jobs', {
    ...{ id: 'job-1', startedAt: '2024-05-01T10:00:00Z', state: 'running', reason: null },
    files: [{ name: 'a.jsonl', bytes: 3, columns: null }],
    ...{ cursor: { file: 0, outcome: 1 }, versions: 'replace' },
    counts: { added: 1, updated: 0, duplicates: 0, reprints: 0, rejected: 0 },
  });
  await database.put('reports', {
    ...{ job: 'job-1', file: 'a.jsonl', line: null, outcome: 'added', articleId: kept.id, reason: null },
  });
  await database.put('files', new Blob(['{}\n']), ['job-1', 0]);
  await database.put('corrections', {
    correction: { kind: 'ignore', form: 'May' },
    madeAt: '2024-05-02T08:00:00Z',
  });
  await database.put('marks', true, 'holds-own-articles');
  await database.put('pack', new Uint8Array([1, 2, 3]), 'manifest.json');
  database.close();
  return kept.id;
}
