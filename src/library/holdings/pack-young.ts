/**
 * What a few changed articles add to a pack that is there, packed the same way by the import worker.
 *
 * The naive version packs everything again: a minute at 10,000 articles, for each saved page. Here only what changed is
 * read; its gazetteer alone is that of all names, so that the background lays the two packs side by side and makes
 * nothing (join-archives.ts). Three things wait for the next whole pack: earlier articles are not read again for a name
 * that is new, further forms of a name that is known, and new names by their sound. O(names + words of what changed):
 * 0.15 s beside 12,000 names, which the worker opens while the reader looks at what is to be saved.
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
import { addToGazetteer, openGazetteer } from '../../entities/gazetteer.ts';
import type { Recognise } from '../../entities/group/article-names.ts';
import { buildNameSounds, openNameSounds } from '../../entities/link-sounds.ts';
import { type NameKnowledge, openNameKnowledge } from '../../entities/name-knowledge.ts';
import { type SurfaceForm, surfaceForms } from '../../entities/surface-forms.ts';
import { buildPrintSegment } from '../../quotes/print-segment.ts';
import { readSequence } from '../../quotes/word-sequence.ts';
import { buildPassageIndex } from '../../retrieval/young-index.ts';
import { ANALYZER } from '../../text/analyzer.ts';
import type { Result } from '../../text/result.ts';
import { fold } from '../../text/tokenise.ts';
import { newestDate, recordsOf } from '../assemble-archive.ts';
import { nameArchive } from '../derive-archive.ts';
import type { BlockStore } from '../disk/block-store.ts';
import { BESIDE } from '../disk/open-large-pack.ts';
import { readNames } from '../disk/read-names.ts';
import { mentionsIn } from '../mentions-in.ts';
import type { Annotations } from '../open-pack.ts';
import { findSpeakers } from '../passage-speakers.ts';

/**
 * The names of a pack, without its articles: all that further articles are read with. Null when it is damaged.
 * `openBlocks`: what lies beside a large one.
 */
export async function openPackNames(
  readFile: ReadPackFile,
  openBlocks: (() => Promise<Result<BlockStore>>) | null = null,
): Promise<NameKnowledge | null> {
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
  const { entities } = JSON.parse(new TextDecoder().decode(authority.value)) as Authority;
  const opened = openGazetteer(gazetteer.value.slice().buffer);
  const heard = openNameSounds(sounds.value.slice().buffer);
  return opened && heard && openNameKnowledge(entities, opened, null, heard);
}

/** A shard holds parts of several sections. */
function onceEach(readFile: ReadPackFile): ReadPackFile {
  const asked = new Map<string, ReturnType<ReadPackFile>>();
  return (file) => {
    const reading = asked.get(file) ?? readFile(file);
    asked.set(file, reading);
    return reading;
  };
}

/** `known`: the names of the pack that this one is laid beside. */
export function packYoung(
  put: readonly Article[],
  known: NameKnowledge,
  recognise: Recognise,
): Promise<PackFiles> {
  const added = newNames(put, known, recognise);
  const entities = [...known.entities, ...added];
  // Known names keep their places, because their sounds refer to them.
  const gazetteer =
    added.length === 0
      ? known.gazetteer
      : addToGazetteer(known.gazetteer, formsBehind(added, known.entities.length));
  const annotations = readArticles(put, openNameKnowledge(entities, gazetteer, null, known.sounds));
  const { passages, mentions, speakers } = annotations;
  const index = buildPassageIndex(recordsOf(put, passages, mentions, speakers));
  const prints = buildPrintSegment(put.map(({ articleBody }) => readSequence(articleBody)));
  const spans = passages.map((list) => list.map(({ start, end }) => [start, end] as const));
  const sections = new Map([
    ['articles', encode(put.map((article) => `${JSON.stringify(article)}\n`).join(''))],
    ['authority', encode(JSON.stringify({ entities: added, outlets: [] } satisfies Authority))],
    ['annotations', encode(JSON.stringify({ passages: spans, mentions, speakers } satisfies Annotations))],
    ['gazetteer', new Uint8Array(gazetteer.buffer)],
    ['sounds', new Uint8Array(buildNameSounds([]).buffer)],
    ['index', encode(index.toJson())],
    ['prints', new Uint8Array(prints.buffer)],
  ]);
  const counts = { articles: put.length, passages: passages.flat().length, entities: added.length };
  return encodePack(sections, { analyzer: ANALYZER, builtAt: newestDate(put), counts });
}

const encoder = new TextEncoder();
const encode = (text: string) => encoder.encode(text);

/** Names that the pack has no record of under any of its forms. */
function newNames(put: readonly Article[], known: NameKnowledge, recognise: Recognise): Entity[] {
  const found = nameArchive(put, { entities: [], outlets: [] }, recognise).entities;
  const { ids, forms } = recordedNames(known);
  return found.filter(({ id, type, prefLabel }) => !ids.has(id) && !forms.has(`${type} ${fold(prefLabel)}`));
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

const recorded = new WeakMap<NameKnowledge, RecordedNames>();

/** Makes ready what {@link packYoung} asks these names first, a tenth of a second at 12,000 of them; made once. */
export function readyNames(known: NameKnowledge): void {
  recordedNames(known);
}

function recordedNames(known: NameKnowledge): RecordedNames {
  const before = recorded.get(known);
  if (before) return before;
  const ids = new Set<EntityId>();
  const forms = new Set<string>();
  for (const { id, type, prefLabel, altLabels } of known.entities) {
    ids.add(id);
    forms.add(`${type} ${fold(prefLabel)}`);
    for (const { text } of altLabels) forms.add(`${type} ${fold(text)}`);
  }
  recorded.set(known, { ids, forms });
  return { ids, forms };
}

function readArticles(put: readonly Article[], knowledge: NameKnowledge) {
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
