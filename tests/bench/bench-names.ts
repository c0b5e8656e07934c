/**
 * Names at the size of a newspaper's archive: 500,000 labels to scan for, names to group, one key that 50,000 share.
 *
 * Grouping 10,000 articles is measured on the Reuters set where BACKSTORY_DATA has it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Entity, EntityId } from '../../src/entities/entity.ts';
import { findNames } from '../../src/entities/find-names.ts';
import { buildGazetteer } from '../../src/entities/gazetteer.ts';
import type { ArticleNames } from '../../src/entities/group/article-names.ts';
import { NameGroups } from '../../src/entities/group/group-names.ts';
import { buildNameSounds } from '../../src/entities/link-sounds.ts';
import { surfaceForms } from '../../src/entities/surface-forms.ts';
import type { TextParts } from '../../src/library/derive-archive.ts';
import { createMemoryBlockStore } from '../../src/library/disk/block-store.ts';
import { DiskReader } from '../../src/library/disk/disk-reader.ts';
import { namesOn } from '../../src/library/disk/names-on-disk.ts';
import { readCatalogue } from '../../src/library/disk/open-archive.ts';
import { writeArchive } from '../../src/library/disk/write-archive.ts';
import { listOf, namesMeant } from '../../src/library/name-list.ts';
import { openRecogniser } from '../../src/platform/node/open-recogniser.ts';
import { buildPrintSegment } from '../../src/quotes/print-segment.ts';
import { createTokens, tokenise } from '../../src/text/tokenise.ts';
import { type Figure, ratio } from './figures.ts';
import { makeNames, makeText, median } from './scan-work.ts';

const LENGTH = 100_000;
const REPEATS = 15;

const DATA = process.env.BACKSTORY_DATA ?? join(import.meta.dirname, '../../../shared/data');

function seedProse(): string {
  const names = readdirSync('seeds/articles').filter((name) => name.endsWith('.txt'));
  return names.map((name) => readFileSync(`seeds/articles/${name}`, 'utf8')).join('\n');
}

/** Milliseconds of processor time: minutes-long work on a machine that others use too. */
function time(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function clock(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const steady = (work: () => void) => median(Array.from({ length: REPEATS }, () => clock(work)));

const entityOf = (prefLabel: string, index: number): Entity => ({
  ...{ id: `person:n-${index}` as EntityId, type: 'person', prefLabel, altLabels: [], description: null },
  ...{ descriptionSource: null, when: null, where: null, participants: [], cues: [], sameAs: null },
});

const plain = (what: string, measured: string): Figure => ({ what, measured, target: '', isMet: null });
const atMost = (what: string, seconds: number, limit: number): Figure => ({
  ...{ what, measured: `${seconds.toFixed(1)} s`, target: `≤ ${limit} s`, isMet: seconds <= limit },
});

/** How many labels are scanned for, names share a given name, articles are grouped. */
interface NameSizes {
  readonly labels: number;
  readonly shared: number;
  readonly articles: number;
}

export async function benchNames({ labels, shared, articles }: NameSizes): Promise<Figure[]> {
  return [
    ...scanFigures(labels),
    ...(await misspeltFigures(Math.min(labels, MOST_COMPARED))),
    ...sharedKeyFigures(shared),
    ...(await reutersFigures(articles)),
  ];
}

function scanFigures(labels: number): Figure[] {
  const prose = seedProse();
  const names = makeNames(prose, labels);
  const entities = names.map(entityOf);
  const text = makeText(prose, names, LENGTH);
  let gazetteer = buildGazetteer([]);
  const built = time(() => {
    gazetteer = buildGazetteer(surfaceForms(entities));
  });
  let sounds = buildNameSounds([]);
  const heard = time(() => {
    sounds = buildNameSounds(entities);
  });
  const tokens = createTokens(text.length + 1);
  for (let warm = 0; warm < 5; warm++) findNames(gazetteer, text);
  const bare = steady(() => void tokenise(text, tokens));
  const scan = steady(() => void findNames(gazetteer, text));
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  const size = labels.toLocaleString('en');
  return [
    plain(`gazetteer of ${size} names`, `${built.toFixed(0)} ms, ${megabytes(gazetteer.buffer.byteLength)}`),
    plain(`sound keys of ${size} names`, `${heard.toFixed(0)} ms, ${megabytes(sounds.buffer.byteLength)}`),
    plain(`scan 100 KB for ${size} names`, `${scan.toFixed(2)} ms`),
    ratio(`scan 100 KB for ${size} names: times a bare fold-and-tokenise`, scan / bare, '≤', 3),
  ];
}

/** Names that are compared one by one, beside which those on the disk are measured: some seconds each time. */
const MOST_COMPARED = 100_000;

/** Names with a letter left out, each asked of a disk that was just opened. */
async function misspeltFigures(count: number): Promise<Figure[]> {
  const names = makeNames(seedProse(), count);
  const entities = names.map(entityOf);
  const { blocks: _, ...store } = createMemoryBlockStore();
  const parts: TextParts = {
    ...{ articles: [], passages: [], mentions: [], speakers: [] },
    ...{ authority: { entities, outlets: [] }, gazetteer: buildGazetteer([]), sounds: buildNameSounds([]) },
    prints: { segments: [buildPrintSegment([])] },
  };
  await writeArchive(store, parts);
  const asked = [3, 5, 8].map((part) => names[Math.floor((count * part) / 10)] as string);
  const misspelt = asked.map((name) => `${name.slice(0, -3)}${name.slice(-2)}`);
  const fromDisk: number[] = [];
  const oneByOne: number[] = [];
  for (const text of misspelt) {
    const needs = { index: null, damaged: () => {}, rescue: async () => [] };
    const reader = new DiskReader(store, (await readCatalogue(store))!, needs);
    const begun = process.cpuUsage();
    await reader.answer(() => namesMeant({ names: namesOn(reader, count) }, text, { limit: 5 }));
    const { user, system } = process.cpuUsage(begun);
    fromDisk.push((user + system) / 1000);
    const fresh = listOf(structuredClone(entities), () => 0);
    oneByOne.push(time(() => namesMeant({ names: fresh }, text, { limit: 5 })));
  }
  const what = `misspelt name among ${count.toLocaleString('en')}`;
  return [
    plain(`${what}, read of the disk`, `${median(fromDisk).toFixed(0)} ms`),
    ratio(`${what}: of comparing it with each`, median(fromDisk) / median(oneByOne), '≤', 0.2),
  ];
}

/** One article a name, all of which share a given name. */
function sharedKeyFigures(shared: number): Figure[] {
  const names = makeNames(seedProse(), shared).map((name) => `Mohammed ${name}`);
  const groups = new NameGroups();
  for (const name of names) groups.add(articleOf(name));
  const first = time(() => void groups.entities());
  groups.add(articleOf('Mohammed Lastcomer'));
  const more = time(() => void groups.entities());
  return [
    atMost(`group ${shared.toLocaleString('en')} names that share a given name`, first / 1000, 60),
    plain('one article more', `${more.toFixed(0)} ms`),
  ];
}

function articleOf(name: string): ArticleNames {
  const found = {
    start: 0,
    end: name.length,
    exact: name,
    type: 'person',
    confidence: 0.9,
    group: 0,
  } as const;
  return { text: name, language: 'en', names: [found] };
}

async function reutersFigures(articles: number): Promise<Figure[]> {
  const file = join(DATA, 'reuters21578/articles.jsonl.gz');
  const recognise = await openRecogniser();
  if (!existsSync(file) || !recognise) return [];
  const lines = gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .slice(0, articles);
  const texts = lines.map((line) => (JSON.parse(line) as { text: string }).text);
  const groups = new NameGroups();
  let tagged = 0;
  let counted = 0;
  for (const text of texts) {
    let names: ArticleNames['names'] = [];
    tagged += time(() => {
      names = recognise(text, 'en');
    });
    counted += time(() => groups.add({ text, language: 'en', names }));
  }
  let entities: readonly Entity[] = [];
  const grouped = time(() => {
    entities = groups.entities();
  });
  const built = time(() => {
    buildGazetteer(surfaceForms(entities));
    buildNameSounds(entities);
  });
  const [text = ''] = texts.slice(-1);
  const more = time(() => {
    groups.add({ text, language: 'en', names: recognise(text, 'en') });
    groups.entities();
  });
  const parts = [tagged, counted, grouped, built].map((part) => (part / 1000).toFixed(1));
  return [
    atMost(
      `names of ${articles.toLocaleString('en')} Reuters articles`,
      (tagged + counted + grouped + built) / 1000,
      60,
    ),
    plain('recognised, counted, grouped, gazetteer', `${parts.join(' + ')} s, ${entities.length} entities`),
    plain('one article more', `${more.toFixed(0)} ms`),
  ];
}
