/**
 * Blocks of an archive on the disk as questions ask for them, at once, out of what was read: what was not read yet ends
 * the run, is read in one go with whatever else was said to be needed, and the question is asked again
 * (answer-from.ts). Articles stay until they outgrow MOST_KEPT, and never go while a question is open.
 */
import type { Article, ArticleId } from '../../archive/article.ts';
import type { PassageId } from '../../archive/passage.ts';
import { splitPassages } from '../../archive/split-passages.ts';
import type { Entity } from '../../entities/entity.ts';
import { answerFrom, holdBack, type Unread } from '../../retrieval/answer-from.ts';
import { type Result, succeed } from '../../text/result.ts';
import { recordsOf } from '../assemble-archive.ts';
import { type ReadArticle, readLine } from './article-blocks.ts';
import { type BlockKey, type BlockStore, openBlock, type Part } from './block-store.ts';
import type { Catalogue } from './catalogue.ts';
import { asNumbers, type Bytes, decodeJson } from './columns.ts';

/** Records of names in one block: what a card and the names around it ask for. */
export const ENTITIES_PER_BLOCK = 128;
/** Characters of articles' lines: some 20 MB of the background's 64, a few thousand articles. */
const MOST_KEPT = 4_000_000;

export interface DiskNeeds {
  /** The index that the same questions ask; null where it is in memory. */
  readonly index: Unread | null;
  /** Told once: what is damaged, in a sentence. */
  readonly damaged: (message: string) => void;
  /** Articles as they are kept elsewhere, for those whose block is damaged; those that are not there are left out. */
  readonly rescue: (ids: readonly ArticleId[]) => Promise<readonly Article[]>;
  readonly mostKept?: number;
}

/** Of one name: its folded forms, each with the outlets that print it and in how many articles. */
export type SummedForms = readonly (readonly [
  form: string,
  outlets: readonly (readonly [outlet: string | null, articles: number])[],
])[];

/** Ends a run of which nothing after this point would be of use. */
class Missed extends Error {}

/** What the runs of one question missed. */
class Missing {
  readonly parts = new Set<Part>();
  readonly articles = new Set<number>();
  readonly entities = new Set<number>();
  readonly forms = new Set<number>();
  readonly spelled = new Set<number>();

  get isNone(): boolean {
    const { parts, articles, entities, forms, spelled } = this;
    return parts.size + articles.size + entities.size + forms.size + spelled.size === 0;
  }
}

/** What is asked for by its number. */
type Numbered = 'articles' | 'entities' | 'forms' | 'spelled';

/** By their place in a question: what they gave, and the place of the step behind them. */
interface Steps {
  readonly made: Map<number, { readonly value: unknown; readonly next: number }>;
  next: number;
}

/** What one question has begun to read, each thing once. */
class Reading {
  private readonly begun = new Missing();
  private readonly read: (missing: Missing) => Promise<Result<null>>;
  private reads: Promise<Result<null>>[] = [];

  constructor(read: (missing: Missing) => Promise<Result<null>>) {
    this.read = read;
  }

  start({ parts, articles, entities, forms, spelled }: Missing): void {
    const fresh = new Missing();
    const add = <One>(all: Set<One>, before: Set<One>, into: Set<One>) => {
      for (const one of all) {
        if (before.has(one)) continue;
        before.add(one);
        into.add(one);
      }
    };
    add(parts, this.begun.parts, fresh.parts);
    add(articles, this.begun.articles, fresh.articles);
    add(entities, this.begun.entities, fresh.entities);
    add(forms, this.begun.forms, fresh.forms);
    add(spelled, this.begun.spelled, fresh.spelled);
    if (fresh.isNone) return;
    const reading = this.read(fresh);
    // Awaited when the index has read its own.
    reading.catch(() => undefined);
    this.reads.push(reading);
  }

  async done(): Promise<Result<null>> {
    const read = await Promise.all(this.reads);
    this.reads = [];
    return read.find(({ ok }) => !ok) ?? succeed(null);
  }
}

/** Of parts with one block: what was made of it. */
type Opened = Partial<Record<Part, unknown>>;

export class DiskReader implements Unread {
  private readonly store: BlockStore;
  private readonly catalogue: Catalogue;
  private readonly needs: DiskNeeds;
  private readonly opened: Opened = {};
  private readonly bytes = new Map<Part, Bytes | null>();
  private readonly articles = new Map<number, ReadArticle>();
  private readonly entities = new Map<number, readonly Entity[]>();
  private readonly forms = new Map<number, readonly SummedForms[]>();
  private readonly spelled = new Map<number, Uint32Array>();
  private kept = 0;
  private openQuestions = 0;
  private isFlawed = false;
  /** Of the run under way; null between runs. */
  private missing: Missing | null = null;
  private steps: Steps = { made: new Map(), next: 0 };

  constructor(store: BlockStore, catalogue: Catalogue, needs: DiskNeeds) {
    this.store = store;
    this.catalogue = catalogue;
    this.needs = needs;
  }

  get isMissing(): boolean {
    return this.missing !== null && (!this.missing.isNone || (this.needs.index?.isMissing ?? false));
  }

  get isDamaged(): boolean {
    return this.isFlawed || (this.needs.index?.isDamaged ?? false);
  }

  /** What `open` made of the part, once; `none` where it is damaged. */
  part<T>(part: Part, open: (bytes: Bytes) => T | null, none: () => T): T {
    if (part in this.opened) return this.opened[part] as T;
    this.need(part);
    const bytes = this.bytes.get(part) ?? null;
    const made = bytes && open(bytes);
    if (made === null) this.noteDamage(part);
    this.bytes.delete(part);
    this.opened[part] = made ?? none();
    return this.opened[part] as T;
  }

  /** Says that all of them are asked for next. */
  need(...parts: readonly Part[]): void {
    if (!this.expect(...parts)) throw new Missed();
  }

  /** Says that they will be asked for: they are read meanwhile. Whether they are there already. */
  expect(...parts: readonly Part[]): boolean {
    const unread = parts.filter((part) => !(part in this.opened) && !this.bytes.has(part));
    for (const part of unread) this.note().parts.add(part);
    return unread.length === 0;
  }

  /** See Searchable.step: only what missed nothing is kept, so the steps before it were the same ones. */
  step<T>(compute: () => T): T {
    const { steps } = this;
    const place = steps.next++;
    const known = steps.made.get(place);
    if (known) {
      steps.next = known.next;
      return known.value as T;
    }
    const value = compute();
    if (!this.isMissing) steps.made.set(place, { value, next: steps.next });
    return value;
  }

  article(number: number): ReadArticle {
    return this.articles.get(number) ?? this.miss('articles', [number]);
  }

  needArticles(numbers: Iterable<number>): void {
    this.needAll('articles', numbers);
  }

  /** The block with this number. */
  entityBlock(block: number): readonly Entity[] {
    return this.entities.get(block) ?? this.miss('entities', [block]);
  }

  needEntities(blocks: Iterable<number>): void {
    this.needAll('entities', blocks);
  }

  /** Of the names in the block with this number. */
  formsBlock(block: number): readonly SummedForms[] {
    return this.forms.get(block) ?? this.miss('forms', [block]);
  }

  needForms(blocks: Iterable<number>): void {
    this.needAll('forms', blocks);
  }

  /** See spellings.ts. */
  spelledBucket(bucket: number): Uint32Array {
    return this.spelled.get(bucket) ?? this.miss('spelled', [bucket]);
  }

  needSpelled(buckets: Iterable<number>): void {
    this.needAll('spelled', buckets);
  }

  private needAll(kind: Numbered, numbers: Iterable<number>): void {
    const read: ReadonlyMap<number, unknown> = this[kind];
    const unread = Array.from(numbers).filter((number) => !read.has(number));
    if (unread.length > 0) this.miss(kind, unread);
  }

  private miss(kind: Numbered, unread: readonly number[]): never {
    const missing = this.note()[kind];
    for (const number of unread) missing.add(number);
    throw new Missed();
  }

  private note(): Missing {
    if (this.missing) return this.missing;
    throw new Error('The archive on the disk was asked outside of a question: use askArchive.');
  }

  async answer<T>(question: () => T): Promise<Result<T>> {
    this.openQuestions++;
    const made: Steps['made'] = new Map();
    const reading = new Reading((missing) => this.read(missing));
    try {
      for (;;) {
        let missing = new Missing();
        const ran = await answerFrom(this.needs.index, () => {
          missing = new Missing();
          const given = this.run(question, missing, made);
          // While the index reads what it missed itself.
          reading.start(missing);
          return given;
        });
        if (!ran.ok) return ran;
        if (missing.isNone) return succeed(ran.value());
        const read = await reading.done();
        if (!read.ok) return read;
      }
    } finally {
      if (--this.openQuestions === 0) this.forget();
    }
  }

  private run<T>(question: () => T, missing: Missing, made: Steps['made']): () => T {
    this.missing = missing;
    this.steps = { made, next: 0 };
    const given = holdBack(question);
    this.missing = null;
    return given;
  }

  /** Those read first go first. */
  private forget(): void {
    const most = this.needs.mostKept ?? MOST_KEPT;
    for (const [number, { size }] of this.articles) {
      if (this.kept <= most) return;
      this.articles.delete(number);
      this.kept -= size;
    }
  }

  private async read({ parts, articles, entities, forms, spelled }: Missing): Promise<Result<null>> {
    const byBlock = Map.groupBy(articles, (number) => this.catalogue.lineOf(number).block);
    const keys: BlockKey[] = [
      ...Array.from(parts, (part) => ({ part, place: 0 })),
      ...Array.from(entities, (place) => ({ part: 'entities' as const, place })),
      ...Array.from(forms, (place) => ({ part: 'forms' as const, place })),
      ...Array.from(spelled, (place) => ({ part: 'spelled' as const, place })),
      ...Array.from(byBlock.keys(), (place) => ({ part: 'articles' as const, place })),
    ];
    const read = await this.store.read(keys);
    if (!read.ok) return read;
    for (const [at, key] of keys.entries()) {
      const payload = openBlock(key, read.value[at] ?? null);
      if (key.part === 'articles') await this.takeArticles(payload, byBlock.get(key.place) ?? []);
      else if (key.part === 'entities') this.take(this.entities, key, payload);
      else if (key.part === 'forms') this.take(this.forms, key, payload);
      else if (key.part === 'spelled') this.takeSpelled(key, payload);
      else this.bytes.set(key.part, payload);
    }
    return succeed(null);
  }

  private take<T>(into: Map<number, readonly T[]>, { part, place }: BlockKey, payload: Bytes | null): void {
    const list = payload && parsed(() => decodeJson<readonly T[]>(payload));
    if (!list) this.noteDamage(part);
    into.set(place, list ?? []);
  }

  private takeSpelled({ part, place }: BlockKey, payload: Bytes | null): void {
    if (!payload) this.noteDamage(part);
    this.spelled.set(place, payload ? asNumbers(payload) : new Uint32Array());
  }

  private async takeArticles(payload: Bytes | null, numbers: readonly number[]): Promise<void> {
    const lost: number[] = [];
    for (const number of numbers) {
      const { start } = this.catalogue.lineOf(number);
      const read = payload && parsed(() => readLine(payload, start));
      if (read && read.article.id === this.catalogue.idOf(number)) this.keep(number, read);
      else lost.push(number);
    }
    if (lost.length === 0) return;
    this.noteDamage('articles');
    const found = await this.needs.rescue(lost.map((number) => this.catalogue.idOf(number)));
    const byId = new Map(found.map((article) => [article.id, article]));
    for (const number of lost)
      this.keep(number, this.rescued(number, byId.get(this.catalogue.idOf(number)) ?? null));
  }

  private keep(number: number, read: ReadArticle): void {
    this.articles.set(number, read);
    this.kept += read.size;
  }

  /** From elsewhere, without names; an article that is nowhere has as many passages, without words. */
  private rescued(number: number, kept: Article | null): ReadArticle {
    const count = this.catalogue.firstOf(number + 1) - this.catalogue.firstOf(number);
    const passages = kept ? splitPassages(kept) : [];
    const article = kept && passages.length === count ? kept : this.withoutText(number);
    const spoken = article === kept ? passages : emptyPassages(article, count);
    return { article, records: recordsOf([article], [spoken], [[]], [[]]), mentions: [], size: 0 };
  }

  private withoutText(number: number): Article {
    const { catalogue } = this;
    return {
      id: catalogue.idOf(number),
      ...{ identifier: null, url: null, headline: null, author: [], articleBody: '' },
      publisher: catalogue.publisherOf(number),
      datePublished: catalogue.dateOf(number),
      inLanguage: catalogue.languageOf(number),
      provenance: {
        collection: catalogue.collectionOf(number),
        republishedFrom: catalogue.sourceOf(number),
        ...{ capturedAt: null, capturedFrom: null, republishedBy: null, license: null },
        ...{ digest: '', file: '', parser: '', curated: [] },
      },
    };
  }

  private noteDamage(part: Part): void {
    if (!this.isFlawed) this.needs.damaged(`Of the archive’s ${part} on the disk a part is damaged.`);
    this.isFlawed = true;
  }
}

function parsed<T>(parse: () => T): T | null {
  try {
    return parse();
  } catch {
    return null;
  }
}

function emptyPassages({ id: articleId }: Article, count: number) {
  return Array.from({ length: count }, (_, ordinal) => ({
    ...{ id: `${articleId}/${ordinal}` as PassageId, articleId, ordinal },
    ...{ start: 0, end: 0, text: '' },
  }));
}
