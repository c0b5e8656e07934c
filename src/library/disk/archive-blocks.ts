/**
 * An archive's articles into blocks, one article after the other: full blocks of texts at once, columns of all articles
 * and names at the end. Memory: the columns, some 250 bytes an article, and the names; never a text.
 */
import type { Authority } from '../../entities/authority.ts';
import type { EntityId } from '../../entities/entity.ts';
import type { Gazetteer } from '../../entities/gazetteer.ts';
import { labelWordsOf } from '../../entities/label-words.ts';
import type { NameSounds } from '../../entities/link-sounds.ts';
import type { PassageRecord } from '../../retrieval/passage-record.ts';
import { ByteWriter } from '../../retrieval/segments/byte-writer.ts';
import { fold } from '../../text/tokenise.ts';
import type { DerivedArticle } from '../derive-archive.ts';
import { ArticleBlocks } from './article-blocks.ts';
import type { BlockKey, Part } from './block-store.ts';
import { CatalogueWriter } from './catalogue.ts';
import { type Bytes, encodeJson, invertLists, joinColumns, ListsWriter, TextsWriter } from './columns.ts';
import { ENTITIES_PER_BLOCK } from './disk-reader.ts';
import { FormCounts } from './form-counts.ts';
import { packEvents, packLabelWords } from './knowledge-on-disk.ts';
import { packLabels } from './labels.ts';
import { packSpellings } from './spellings.ts';

export type Block = readonly [BlockKey, Bytes];

const encoder = new TextEncoder();

export class ArchiveBlocks {
  private readonly authority: Authority;
  private readonly places: ReadonlyMap<EntityId, number>;
  private readonly texts: ArticleBlocks;
  private readonly catalogue = new CatalogueWriter();
  private readonly headlines = new ByteWriter();
  private readonly forms = new FormCounts();
  /** Names by passage, names by article, quoted people by passage. */
  private readonly named = new ListsWriter();
  private readonly company = new ListsWriter();
  private readonly quoted = new ListsWriter();
  private readonly speakers = new Map<string, number>();

  constructor(authority: Authority, blockBytes: number) {
    this.authority = authority;
    this.places = new Map(authority.entities.map(({ id }, place) => [id, place]));
    this.texts = new ArticleBlocks(blockBytes);
  }

  /** In the order of their ids; answers the blocks that are full. `records`: its passages. */
  *add(derived: DerivedArticle, records: readonly PassageRecord[]): Generator<Block> {
    const { article, mentions } = derived;
    this.catalogue.add(article, records.length, this.texts.add(derived));
    this.headlines.raw(encoder.encode(article.headline === null ? '\n' : ` ${fold(article.headline)}\n`));
    for (const { entities, speakers } of records) {
      this.named.add(this.placesOf(entities).map(([, place]) => place));
      this.quoted.add(speakers.quoted.map((name) => this.numberOf(name)));
    }
    this.forms.add(derived, this.placesOf(new Set(records.flatMap(({ entities }) => entities))));
    const together = this.placesOf(new Set(mentions.flatMap(({ entityId }) => entityId ?? [])));
    this.company.add(together.map(([, place]) => place));
    yield* this.closed(false);
  }

  /** No article may come after. */
  *end({ gazetteer, sounds }: { gazetteer: Gazetteer; sounds: NameSounds }): Generator<Block> {
    yield* this.closed(true);
    yield alone('catalogue', this.catalogue.end());
    const { entities } = this.authority;
    yield* inBlocks('entities', entities);
    yield* this.names();
    yield* inBlocks('forms', this.forms.end(entities.length));
    yield alone('headlines', this.headlines.take());
    yield alone('gazetteer', new Uint8Array(gazetteer.buffer));
    yield alone('sounds', new Uint8Array(sounds.buffer));
  }

  private *closed(isEnd: boolean): Generator<Block> {
    const full = this.texts.take(isEnd);
    if (full) yield [{ part: 'articles', place: full.place }, full.bytes];
  }

  /** Who is named and quoted where. */
  private *names(): Generator<Block> {
    const { entities } = this.authority;
    const ids = entities.map(({ id }) => id);
    const order = Uint32Array.from(ids.keys()).sort((a, b) =>
      (ids[a] as string) < (ids[b] as string) ? -1 : 1,
    );
    const texts = new TextsWriter();
    for (const id of ids) texts.add(id);
    yield alone('names', joinColumns([order, ...texts.end()]));
    yield alone('labels', packLabels(entities));
    yield alone('events', packEvents(entities));
    yield alone('words', packLabelWords(labelWordsOf(entities)));
    const spellings = packSpellings(entities);
    for (const [place, bucket] of spellings.buckets.entries()) yield [{ part: 'spelled', place }, bucket];
    yield alone('spellings', spellings.words);
    const named = this.named.end();
    yield alone('named', joinColumns([named.starts, named.values]));
    const naming = invertLists(named, ids.length);
    yield alone('naming', joinColumns([naming.starts, naming.values]));
    const company = this.company.end();
    const inverted = invertLists(company, ids.length);
    yield alone('company', joinColumns([company.starts, company.values, inverted.starts, inverted.values]));
    const said = invertLists(this.quoted.end(), this.speakers.size);
    yield alone('said', joinColumns([said.starts, said.values, encodeJson([...this.speakers.keys()])]));
  }

  private placesOf(some: Iterable<EntityId>): (readonly [EntityId, number])[] {
    return Array.from(some).flatMap((id) => {
      const place = this.places.get(id);
      return place === undefined ? [] : [[id, place] as const];
    });
  }

  private numberOf(speaker: string): number {
    const known = this.speakers.get(speaker) ?? this.speakers.size;
    this.speakers.set(speaker, known);
    return known;
  }
}

const alone = (part: Part, bytes: Bytes): Block => [{ part, place: 0 }, bytes];

/** So many records of names as one asks for together. */
function* inBlocks(part: Part, records: Iterable<unknown>): Generator<Block> {
  let block: unknown[] = [];
  let place = 0;
  for (const record of records) {
    if (block.push(record) < ENTITIES_PER_BLOCK) continue;
    yield [{ part, place: place++ }, encodeJson(block)];
    block = [];
  }
  if (block.length > 0) yield [{ part, place }, encodeJson(block)];
}
