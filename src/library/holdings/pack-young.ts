/**
 * What a few changed articles add to a pack that is there, packed the same way by the import worker.
 *
 * The naive version packs everything again: a minute at 10,000 articles, for each saved page. Here only what changed
 * since the last young pack is read, and its gazetteer is that of the names that are new: the background lays the two
 * packs side by side and makes nothing (join-archives.ts). Three things wait for the next whole pack: earlier articles
 * are not read again for a name that is new, further forms of a name that is known, and new names by their sound.
 * O(names + words of what changed): 0.15 s beside 12,000 names, which the worker opens while the reader looks at what is
 * to be saved.
 */
import type { Article } from '../../archive/article.ts';
import {
  encodePack,
  type PackFiles,
  type ReadPackFile,
  readManifest,
  readSection,
} from '../../archive/pack.ts';
import { splitPassages } from '../../archive/split-passages.ts';
import type { Authority } from '../../entities/authority.ts';
import type { Entity, EntityId } from '../../entities/entity.ts';
import {
  addToGazetteer,
  buildGazetteer,
  type Gazetteer,
  layBeside,
  openGazetteer,
} from '../../entities/gazetteer.ts';
import type { Recognise } from '../../entities/group/article-names.ts';
import { buildNameSounds, openNameSounds } from '../../entities/link-sounds.ts';
import { openNameKnowledge, type WholeKnowledge } from '../../entities/name-knowledge.ts';
import { type SurfaceForm, surfaceForms } from '../../entities/surface-forms.ts';
import {
  buildPrintSegment,
  mergePrintSegments,
  openPrintSegment,
  type PrintSegment,
} from '../../quotes/print-segment.ts';
import { readSequence } from '../../quotes/word-sequence.ts';
import { buildPassageIndex, extendPassageIndex } from '../../retrieval/young-index.ts';
import { ANALYZER } from '../../text/analyzer.ts';
import type { TextPosition } from '../../text/position.ts';
import type { Result } from '../../text/result.ts';
import { fold } from '../../text/tokenise.ts';
import { newestDate, recordsOf } from '../assemble-archive.ts';
import { nameArchive } from '../derive-archive.ts';
import type { BlockStore } from '../disk/block-store.ts';
import { BESIDE } from '../disk/open-large-pack.ts';
import { readNames } from '../disk/read-names.ts';
import { mentionsIn } from '../mentions-in.ts';
import type { Annotations } from '../open-pack.ts';
import { decodeArticles, encodeArticles, onceEach, ownBuffer } from '../pack-sections.ts';
import { findSpeakers } from '../passage-speakers.ts';

/**
 * The names of a pack, without its articles: all that further articles are read with. Null when it is damaged.
 * `openBlocks`: what lies beside a large one.
 */
export async function openPackNames(
  readFile: ReadPackFile,
  openBlocks: (() => Promise<Result<BlockStore>>) | null = null,
): Promise<WholeKnowledge | null> {
  const read = onceEach(readFile);
  const manifest = await readManifest(read);
  if (!manifest.ok || manifest.value.analyzer !== ANALYZER) return null;
  if (Object.hasOwn(manifest.value.sections, BESIDE)) {
    const blocks = (await openBlocks?.()) ?? null;
    return blocks?.ok ? readNames(blocks.value, manifest.value.counts.entities) : null;
  }
  const [authority, gazetteer, sounds] = await Promise.all(
    ['authority', 'gazetteer', 'sounds'].map((name) => readSection(manifest.value, name, read)),
  );
  if (!authority?.ok || !gazetteer?.ok || !sounds?.ok) return null;
  const { entities } = JSON.parse(decoder.decode(authority.value)) as Authority;
  const opened = openGazetteer(ownBuffer(gazetteer.value));
  const heard = openNameSounds(ownBuffer(sounds.value));
  return opened && heard && openNameKnowledge(entities, opened, null, heard);
}

/** A young pack as it stands on the disk, to be added to. */
interface YoungPack extends Annotations {
  readonly articles: readonly Article[];
  /** That the pack beside it has no record of. */
  readonly entities: readonly Entity[];
  readonly gazetteer: Gazetteer;
  readonly index: string;
  readonly prints: PrintSegment;
}

/** Null when it cannot be added to. */
export async function openYoungPack(readFile: ReadPackFile): Promise<YoungPack | null> {
  const read = onceEach(readFile);
  const manifest = await readManifest(read);
  if (!manifest.ok || manifest.value.analyzer !== ANALYZER) return null;
  const sections = await Promise.all(YOUNG_SECTIONS.map((name) => readSection(manifest.value, name, read)));
  const whole = sections.flatMap((section) => (section.ok ? [section.value] : []));
  if (whole.length < YOUNG_SECTIONS.length) return null;
  const [articles, authority, annotations, index, forms, printed] = whole as SixSections;
  const gazetteer = openGazetteer(ownBuffer(forms));
  const prints = openPrintSegment(ownBuffer(printed));
  if (!gazetteer || !prints) return null;
  return {
    ...(JSON.parse(decoder.decode(annotations)) as Annotations),
    articles: decodeArticles(articles),
    entities: (JSON.parse(decoder.decode(authority)) as Authority).entities,
    index: decoder.decode(index),
    ...{ gazetteer, prints },
  };
}

type Section = Uint8Array<ArrayBuffer>;
type SixSections = [Section, Section, Section, Section, Section, Section];
const YOUNG_SECTIONS = ['articles', 'authority', 'annotations', 'index', 'gazetteer', 'prints'];

/**
 * `known`: the names of the pack that this one is laid beside. `before`: what lay there until now; where all of its
 * articles are put as they were, only the others are read.
 */
export function packYoung(
  put: readonly Article[],
  known: WholeKnowledge,
  recognise: Recognise,
  before: YoungPack | null = null,
): Promise<PackFiles> {
  const young = before && areAllPut(before.articles, put) ? before : startYoung();
  const fresh = put.filter(({ id }) => young.articles.every((article) => article.id !== id));
  const added = newNames(fresh, known, young.entities, recognise);
  const entities = [...young.entities, ...added];
  const gazetteer =
    added.length === 0
      ? young.gazetteer
      : addToGazetteer(young.gazetteer, formsBehind(added, young.entities.length));
  // Known names keep their places, because their sounds refer to them.
  const all = [...known.entities, ...entities];
  const both = layBeside(known.gazetteer, gazetteer, known.entities.length);
  const read = readArticles(fresh, openNameKnowledge(all, both, null, known.sounds));
  const records = recordsOf(fresh, read.passages, read.mentions, read.speakers);
  const prints = buildPrintSegment(fresh.map(({ articleBody }) => readSequence(articleBody)));
  return encodeYoung({
    articles: [...young.articles, ...fresh],
    ...{ entities, gazetteer },
    passages: [...young.passages, ...read.passages.map(spansOf)],
    mentions: [...young.mentions, ...read.mentions],
    speakers: [...young.speakers, ...read.speakers],
    index: extendPassageIndex(young.index, records),
    prints: mergePrintSegments(young.prints, prints),
  });
}

/** An article may be put anew, with other facts than before. */
function areAllPut(before: readonly Article[], put: readonly Article[]): boolean {
  const lines = new Map(put.map((article) => [article.id, JSON.stringify(article)]));
  return before.every((article) => lines.get(article.id) === JSON.stringify(article));
}

function startYoung(): YoungPack {
  const none = { articles: [], entities: [], passages: [], mentions: [], speakers: [] };
  const [gazetteer, prints] = [buildGazetteer([]), buildPrintSegment([])];
  return { ...none, gazetteer, index: buildPassageIndex([]).toJson(), prints };
}

const spansOf = (passages: readonly TextPosition[]) =>
  passages.map(({ start, end }) => [start, end] as const);

function encodeYoung(young: YoungPack): Promise<PackFiles> {
  const { articles, entities, passages, mentions, speakers } = young;
  const sections = new Map([
    ['articles', encodeArticles(articles)],
    ['authority', encode(JSON.stringify({ entities, outlets: [] } satisfies Authority))],
    ['annotations', encode(JSON.stringify({ passages, mentions, speakers } satisfies Annotations))],
    ['gazetteer', new Uint8Array(young.gazetteer.buffer)],
    ['sounds', new Uint8Array(buildNameSounds([]).buffer)],
    ['index', encode(young.index)],
    ['prints', new Uint8Array(young.prints.buffer)],
  ]);
  const counts = {
    articles: articles.length,
    passages: passages.reduce((sum, { length }) => sum + length, 0),
    entities: entities.length,
  };
  return encodePack(sections, { analyzer: ANALYZER, builtAt: newestDate(articles), counts });
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const encode = (text: string) => encoder.encode(text);

/** Names that neither the pack nor the young one has a record of, under any of their forms. */
function newNames(
  put: readonly Article[],
  known: WholeKnowledge,
  earlier: readonly Entity[],
  recognise: Recognise,
): Entity[] {
  const found = nameArchive(put, { entities: [], outlets: [] }, recognise).entities;
  const records = [recordedNames(known), recordsIn(earlier)];
  return found.filter(({ id, type, prefLabel }) =>
    records.every(({ ids, forms }) => !ids.has(id) && !forms.has(`${type} ${fold(prefLabel)}`)),
  );
}

/** `before`: entities in front of these in the list that the gazetteer is of. */
function formsBehind(added: readonly Entity[], before: number): SurfaceForm[] {
  return surfaceForms(added).map((form) => ({ ...form, entity: before + form.entity }));
}

interface RecordedNames {
  readonly ids: ReadonlySet<EntityId>;
  /** With their type in front. */
  readonly forms: ReadonlySet<string>;
}

const recorded = new WeakMap<WholeKnowledge, RecordedNames>();

/** Makes ready what {@link packYoung} asks these names first, a tenth of a second at 12,000 of them; made once. */
export function readyNames(known: WholeKnowledge): void {
  recordedNames(known);
}

function recordedNames(known: WholeKnowledge): RecordedNames {
  const before = recorded.get(known);
  if (before) return before;
  const made = recordsIn(known.entities);
  recorded.set(known, made);
  return made;
}

function recordsIn(entities: readonly Entity[]): RecordedNames {
  const ids = new Set<EntityId>();
  const forms = new Set<string>();
  for (const { id, type, prefLabel, altLabels } of entities) {
    ids.add(id);
    forms.add(`${type} ${fold(prefLabel)}`);
    for (const { text } of altLabels) forms.add(`${type} ${fold(text)}`);
  }
  return { ids, forms };
}

function readArticles(put: readonly Article[], knowledge: WholeKnowledge) {
  const labels = new Map(knowledge.entities.map(({ id, prefLabel }) => [id, prefLabel]));
  const passages = put.map(splitPassages);
  const mentions = put.map(({ articleBody, datePublished }) =>
    mentionsIn(knowledge, articleBody, datePublished),
  );
  const speakers = put.map(({ articleBody }, at) =>
    findSpeakers(articleBody, passages[at] ?? [], mentions[at] ?? [], (id) => labels.get(id) ?? id),
  );
  return { passages, mentions, speakers };
}
