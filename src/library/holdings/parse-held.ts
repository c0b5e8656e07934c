/**
 * An article out of a backup file, which anybody may have written: every field is read by name and checked, nothing is
 * spread or merged. What comes out is safe to be stored and drawn; what does not fit is refused, never repaired.
 */
import type { Article, ArticleId } from '../../archive/article.ts';
import { articleIdOf } from '../../archive/article-id.ts';
import { isDigest } from '../../archive/digest.ts';
import { inPack, type MountedPack, plainName } from '../../archive/mounted-pack.ts';
import type { Provenance } from '../../archive/provenance.ts';
import type { Correction } from '../../entities/correction.ts';
import type { EntityId, EntityType } from '../../entities/entity.ts';
import { parseIsoDate } from '../../text/iso-date.ts';
import { parseLanguageTag } from '../../text/language.ts';
import type { Curation, Holding, JobId } from './holding.ts';
import type { HeldArticle, HeldCorrection } from './holdings-store.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Thrown inside this file only. */
class Unfit extends Error {}

/** Null when anything is not as this version writes it, or when the id is not that of the content. */
export async function parseHeld(value: unknown): Promise<HeldArticle | null> {
  try {
    const { holding, articleBody } = fieldsOf(value);
    const held = readHolding(fieldsOf(holding));
    const body = text(articleBody);
    const { id: _, ...record } = held.record;
    const id = await articleIdOf({ ...record, articleBody: body }, record.provenance.file);
    return id === held.id ? { holding: held, articleBody: body } : null;
  } catch (error) {
    if (error instanceof Unfit) return null;
    throw error;
  }
}

function readHolding(fields: Fields): Holding {
  const record = readRecord(fieldsOf(fields.record));
  if (record.id !== fields.id) throw new Unfit();
  return {
    id: record.id,
    record,
    curation: readCuration(fieldsOf(fields.curation)),
    length: number(fields.length),
    addedAt: text(fields.addedAt),
    job: textOrNull(fields.job) as JobId | null,
    tags: texts(fields.tags),
    collections: texts(fields.collections),
    note: textOrNull(fields.note),
    reprintOf: idOrNull(fields.reprintOf),
    versionOf: idOrNull(fields.versionOf),
    sketch: list(fields.sketch).map(number),
  };
}

function readRecord(fields: Fields): Omit<Article, 'articleBody'> {
  return {
    id: idOf(fields.id),
    identifier: textOrNull(fields.identifier),
    url: textOrNull(fields.url),
    headline: textOrNull(fields.headline),
    author: texts(fields.author),
    publisher: textOrNull(fields.publisher),
    datePublished: dateOrNull(fields.datePublished),
    inLanguage: languageOrNull(fields.inLanguage),
    provenance: readProvenance(fieldsOf(fields.provenance)),
  };
}

function readProvenance(fields: Fields): Provenance {
  const digest = text(fields.digest);
  if (!isDigest(digest)) throw new Unfit();
  return {
    collection: 'yours',
    capturedAt: textOrNull(fields.capturedAt),
    capturedFrom: textOrNull(fields.capturedFrom),
    republishedFrom: textOrNull(fields.republishedFrom),
    republishedBy: textOrNull(fields.republishedBy),
    digest,
    file: text(fields.file),
    parser: text(fields.parser),
    license: textOrNull(fields.license),
    curated: texts(fields.curated),
  };
}

function readCuration(fields: Fields): Curation {
  return {
    ...('headline' in fields && { headline: textOrNull(fields.headline) }),
    ...('author' in fields && { author: texts(fields.author) }),
    ...('publisher' in fields && { publisher: textOrNull(fields.publisher) }),
    ...('datePublished' in fields && { datePublished: dateOrNull(fields.datePublished) }),
    ...('inLanguage' in fields && { inLanguage: languageOrNull(fields.inLanguage) }),
    ...('url' in fields && { url: textOrNull(fields.url) }),
  };
}

/** Some articles of a pack, of which the backup says more behind them. Null as {@link parseHeld}. */
export async function parsePackRows(value: unknown): Promise<PackRows | null> {
  try {
    const { digest, name, articles } = fieldsOf(value);
    const [pack, plain] = [text(digest), packName(name)];
    if (!isDigest(pack)) throw new Unfit();
    const read = await Promise.all(list(articles).map((one) => readPackArticle(fieldsOf(one), plain)));
    return { digest: pack, name: plain, articles: read };
  } catch (error) {
    if (error instanceof Unfit) return null;
    throw error;
  }
}

/** As a pack is listed, and in no other form. */
function packName(value: unknown): string {
  const name = plainName(value);
  if (name === null || name !== value) throw new Unfit();
  return name;
}

export interface PackRows {
  readonly digest: string;
  readonly name: string;
  readonly articles: readonly Article[];
}

async function readPackArticle(fields: Fields, pack: string): Promise<Article> {
  const article = inPack({ ...readRecord(fields), articleBody: text(fields.articleBody) }, pack);
  if ((await articleIdOf(article, article.provenance.file)) !== article.id) throw new Unfit();
  return article;
}

/** Null when it is no loaded pack as this version lists them. */
export function parseMountedPack(value: unknown): MountedPack | null {
  try {
    const fields = fieldsOf(value);
    const [digest, name] = [text(fields.digest), packName(fields.name)];
    if (!isDigest(digest)) throw new Unfit();
    return {
      ...{ digest, name },
      madeAt: textOrNull(fields.madeAt),
      loadedAt: text(fields.loadedAt),
      articles: number(fields.articles),
      words: number(fields.words),
      newest: dateOrNull(fields.newest),
      isRemoved: false,
    };
  } catch (error) {
    if (error instanceof Unfit) return null;
    throw error;
  }
}

/** Null when it is no decision that this version knows. */
export function parseHeldCorrection(value: unknown): Omit<HeldCorrection, 'sequence'> | null {
  try {
    const { correction, madeAt } = fieldsOf(value);
    return { correction: readCorrection(fieldsOf(correction)), madeAt: text(madeAt) };
  } catch (error) {
    if (error instanceof Unfit) return null;
    throw error;
  }
}

function readCorrection(fields: Fields): Correction {
  const entity = () => entityId(fields.entityId);
  switch (fields.kind) {
    case 'not-this':
      return { kind: 'not-this', form: text(fields.form), entityId: entity() };
    case 'same-as':
      return { kind: 'same-as', entityId: entity(), into: entityId(fields.into) };
    case 'split':
      return { kind: 'split', entityId: entity(), forms: texts(fields.forms), label: text(fields.label) };
    case 'rename':
      return { kind: 'rename', entityId: entity(), label: text(fields.label) };
    case 'retype':
      return { kind: 'retype', entityId: entity(), type: entityType(fields.type) };
    case 'add-alias':
      return { kind: 'add-alias', entityId: entity(), text: text(fields.text) };
    case 'ignore':
      return { kind: 'ignore', form: text(fields.form) };
    default:
      throw new Unfit();
  }
}

const ID = /^a[0-9a-f]{20}$/;
const ENTITY = /^(?:person|organization|place|event):[a-z0-9-]{1,200}$/;

const ENTITY_TYPES: readonly EntityType[] = ['person', 'organization', 'place', 'event'];

function entityType(value: unknown): EntityType {
  const type = ENTITY_TYPES.find((one) => one === value);
  if (type === undefined) throw new Unfit();
  return type;
}

function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unfit();
  return value as Fields;
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new Unfit();
  return value;
}

const textOrNull = (value: unknown) => (value === null ? null : text(value));

function number(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Unfit();
  return value;
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Unfit();
  return value;
}

const texts = (value: unknown) => list(value).map(text);

function idOf(value: unknown): ArticleId {
  const id = text(value);
  if (!ID.test(id)) throw new Unfit();
  return id as ArticleId;
}

const idOrNull = (value: unknown) => (value === null ? null : idOf(value));

function entityId(value: unknown): EntityId {
  const id = text(value);
  if (!ENTITY.test(id)) throw new Unfit();
  return id as EntityId;
}

function dateOrNull(value: unknown): Article['datePublished'] {
  if (value === null) return null;
  const date = parseIsoDate(text(value));
  if (date === null) throw new Unfit();
  return date;
}

function languageOrNull(value: unknown): Article['inLanguage'] {
  if (value === null) return null;
  const tag = parseLanguageTag(text(value));
  if (tag === null) throw new Unfit();
  return tag;
}
