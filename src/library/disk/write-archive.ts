/**
 * An archive's parts into blocks on the disk (block-store.ts), so that a question reads what it needs. The mark that all
 * is there is written last: a writer that was killed writes the same blocks again. Memory beyond the parts: one batch.
 */
import type { Article } from '../../archive/article.ts';
import type { EntityId } from '../../entities/entity.ts';
import { labelWordsOf } from '../../entities/label-words.ts';
import type { PassageRecord } from '../../retrieval/passage-record.ts';
import type { Result } from '../../text/result.ts';
import { fold } from '../../text/tokenise.ts';
import { recordsOf } from '../assemble-archive.ts';
import type { TextParts } from '../derive-archive.ts';
import { countOutlets } from '../outlet-counts.ts';
import { packArticles, placesOfLines } from './article-blocks.ts';
import { type BlockKey, type BlockStore, openBlock, type Part, sealBlock } from './block-store.ts';
import { packCatalogue } from './catalogue.ts';
import { type Bytes, encodeJson, invertLists, joinColumns, packLists, packTexts } from './columns.ts';
import { ENTITIES_PER_BLOCK, type SummedForms } from './disk-reader.ts';
import { packEvents, packLabelWords } from './knowledge-on-disk.ts';
import { packLabels } from './labels.ts';
import { packSpellings } from './spellings.ts';

/** Of lines in one block: a question mostly wants one of them. Half as much is as quick, with twice the records. */
const BLOCK_BYTES = 8_000;
/** Written at once. */
const BATCH_BYTES = 4_000_000;

type Sealed = readonly [BlockKey, Bytes];

export async function writeArchive(
  store: BlockStore,
  parts: TextParts,
  blockBytes = BLOCK_BYTES,
): Promise<Result<null>> {
  let batch: Sealed[] = [];
  let size = 0;
  for (const [key, bytes] of blocksOf(parts, blockBytes)) {
    const block = sealBlock(key, bytes);
    batch.push([key, block]);
    size += block.length;
    if (size < BATCH_BYTES) continue;
    const written = await store.write(batch);
    if (!written.ok) return written;
    [batch, size] = [[], 0];
  }
  return store.write([...batch, DONE]);
}

const DONE_KEY: BlockKey = { part: 'done', place: 0 };
const DONE: Sealed = [DONE_KEY, sealBlock(DONE_KEY, new Uint8Array([1]))];

/** Whether everything was written, by this version. */
export async function isWritten(store: BlockStore): Promise<boolean> {
  const read = await store.read([DONE_KEY]);
  return read.ok && openBlock(DONE_KEY, read.value[0] ?? null) !== null;
}

function* blocksOf(parts: TextParts, blockBytes: number): Generator<Sealed> {
  const starts: { readonly starts: readonly number[] }[] = [];
  for (const block of packArticles(parts, blockBytes)) {
    yield [{ part: 'articles', place: starts.length }, block.bytes];
    starts.push({ starts: block.starts });
  }
  const counts = parts.passages.map(({ length }) => length);
  yield alone('catalogue', packCatalogue(parts.articles, counts, placesOfLines(starts)));
  const { entities } = parts.authority;
  for (let at = 0; at < entities.length; at += ENTITIES_PER_BLOCK)
    yield [
      { part: 'entities', place: at / ENTITIES_PER_BLOCK },
      encodeJson(entities.slice(at, at + ENTITIES_PER_BLOCK)),
    ];
  yield* nameBlocks(parts);
  const headlines = parts.articles.map(({ headline }) => (headline === null ? '' : ` ${fold(headline)}`));
  yield alone('headlines', new TextEncoder().encode(`${headlines.join('\n')}\n`));
  yield alone('gazetteer', new Uint8Array(parts.gazetteer.buffer));
  yield alone('sounds', new Uint8Array(parts.sounds.buffer));
  yield alone('prints', new Uint8Array(parts.prints.segments[0]!.buffer));
}

const alone = (part: Part, bytes: Bytes): Sealed => [{ part, place: 0 }, bytes];

/** As names' records lie: which outlets print their forms. */
function* formBlocks(
  { articles, mentions, authority }: TextParts,
  records: readonly PassageRecord[],
  places: ReadonlyMap<EntityId, number>,
): Generator<Sealed> {
  const naming = new Map<Article, Set<EntityId>>();
  for (const { article, entities } of records) {
    const named = naming.get(article) ?? new Set();
    for (const id of entities) named.add(id);
    naming.set(article, named);
  }
  const counts: NameForms[] = authority.entities.map(() => []);
  for (const [at, article] of articles.entries())
    for (const id of naming.get(article) ?? []) {
      const one = [{ publisher: article.publisher, mentions: mentions[at] ?? [] }];
      const own = counts[places.get(id) ?? -1];
      for (const [form, outlets] of countOutlets(one, id)) own?.push([form, [...outlets.keys()][0] ?? null]);
    }
  for (let at = 0; at < counts.length; at += ENTITIES_PER_BLOCK)
    yield [
      { part: 'forms', place: at / ENTITIES_PER_BLOCK },
      encodeJson(counts.slice(at, at + ENTITIES_PER_BLOCK).map(summed)),
    ];
}

/** A form and an outlet that prints it, an entry an article. */
type NameForms = [form: string, outlet: string | null][];

function summed(forms: NameForms): SummedForms {
  const sums = new Map<string, Map<string | null, number>>();
  for (const [form, outlet] of forms) {
    const outlets = sums.get(form) ?? new Map<string | null, number>();
    sums.set(form, outlets.set(outlet, (outlets.get(outlet) ?? 0) + 1));
  }
  return Array.from(sums, ([form, outlets]) => [form, [...outlets]] as const);
}

/** Who is named and quoted where. */
function* nameBlocks(parts: TextParts): Generator<Sealed> {
  const { authority, articles, passages, mentions, speakers } = parts;
  const ids = authority.entities.map(({ id }) => id);
  const places = new Map(ids.map((id, place) => [id, place]));
  const order = Uint32Array.from(ids.keys()).sort((a, b) =>
    (ids[a] as string) < (ids[b] as string) ? -1 : 1,
  );
  yield alone('names', joinColumns([order, ...packTexts(ids)]));
  yield alone('labels', packLabels(authority.entities));
  yield alone('events', packEvents(authority.entities));
  yield alone('words', packLabelWords(labelWordsOf(authority.entities)));
  const { buckets, words } = packSpellings(authority.entities);
  for (const [place, bucket] of buckets.entries()) yield [{ part: 'spelled', place }, bucket];
  yield alone('spellings', words);
  const placesOf = (some: readonly EntityId[]) => some.flatMap((id) => places.get(id) ?? []);
  const records = recordsOf(articles, passages, mentions, speakers);
  const named = packLists(records.map(({ entities }) => placesOf(entities)));
  yield alone('named', joinColumns([named.starts, named.values]));
  const naming = invertLists(named, ids.length);
  yield alone('naming', joinColumns([naming.starts, naming.values]));
  yield* formBlocks(parts, records, places);
  const company = packLists(
    mentions.map((list) => placesOf([...new Set(list.flatMap(({ entityId }) => entityId ?? []))])),
  );
  const inverted = invertLists(company, ids.length);
  yield alone('company', joinColumns([company.starts, company.values, inverted.starts, inverted.values]));
  const quoted = new Map<string, number[]>();
  for (const [place, record] of records.entries())
    for (const name of record.speakers.quoted) {
      const before = quoted.get(name);
      if (before) before.push(place);
      else quoted.set(name, [place]);
    }
  const said = packLists([...quoted.values()]);
  yield alone('said', joinColumns([said.starts, said.values, encodeJson([...quoted.keys()])]));
}
