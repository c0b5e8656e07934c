import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/archive/article.ts';
import { splitPassages } from '../../../src/archive/split-passages.ts';
import type { Archive } from '../../../src/library/archive.ts';
import { joinIndexes } from '../../../src/library/holdings/join-indexes.ts';
import { mentionsIn } from '../../../src/library/mentions-in.ts';
import { relatedPassages } from '../../../src/library/related-passages.ts';
import { rankSearch, suggestQueries } from '../../../src/library/search-archive.ts';
import { answerFrom } from '../../../src/retrieval/answer-from.ts';
import { analyseRecords } from '../../../src/retrieval/segments/analyse-record.ts';
import { createMemorySegmentStore } from '../../../src/retrieval/segments/memory-segment-store.ts';
import { openSegmentIndex, type SegmentIndex } from '../../../src/retrieval/segments/segment-index.ts';
import type { SegmentStore } from '../../../src/retrieval/segments/segment-store.ts';
import { openSegmentWriter, type SegmentWriter } from '../../../src/retrieval/segments/segment-writer.ts';
import { buildPassageIndex } from '../../../src/retrieval/young-index.ts';
import { ANALYZER } from '../../../src/text/analyzer.ts';
import type { Result } from '../../../src/text/result.ts';
import { ADA, archiveOf, article, PORT } from '../../unit/invented-archive.ts';
import { Killed, mortal } from './segments-model.ts';

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const WORDS =
  'the of bridge bridges bridged river council councils voted rain harbour museum ferry ferries Lindgren'.split(
    ' ',
  );
const FOREIGN = ['الجسر', 'ليندغرين', 'ميناء', '桥', '河', 'Линдгрен', 'мост'];
const LANGUAGES = ['en', 'en', 'fr', 'ar'] as const;

interface Invented {
  readonly words: readonly number[];
  readonly headline: readonly number[] | null;
  readonly language: (typeof LANGUAGES)[number];
  readonly day: number;
}

const word = fc.nat(WORDS.length + FOREIGN.length - 1);
const invented: fc.Arbitrary<Invented> = fc.record({
  words: fc.array(word, { minLength: 1, maxLength: 30, size: 'max' }),
  headline: fc.option(fc.array(word, { minLength: 1, maxLength: 4 }), { nil: null }),
  language: fc.constantFrom(...LANGUAGES),
  day: fc.integer({ min: 1, max: 28 }),
});

const textOf = (words: readonly number[]) =>
  words.map((at) => WORDS[at] ?? FOREIGN[at - WORDS.length]).join(' ');

/** Later ones have later ids; every third is long enough for several passages. */
function toArticle({ words, headline, language, day }: Invented, place: number): Article {
  const sentences = Array.from({ length: place % 3 === 0 ? 9 : 2 }, (_, at) => `${textOf(words)} ${at}.`);
  return article(`n${String(place).padStart(4, '0')}`, sentences.join(' '), {
    headline: headline && textOf(headline),
    datePublished: `2021-06-${String(day).padStart(2, '0')}`,
    inLanguage: language,
  });
}

const recordsOf = (articles: readonly Article[]) =>
  articles.flatMap((one) => splitPassages(one).map((passage) => ({ article: one, passage })));

type Step =
  | { readonly kind: 'add'; readonly articles: readonly Invented[] }
  | { readonly kind: 'remove'; readonly every: number }
  | { readonly kind: 'tidy'; readonly times: number }
  | { readonly kind: 'kill'; readonly after: number; readonly isWritten: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      articles: fc.array(invented, { minLength: 1, maxLength: 5 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('remove' as const), every: fc.integer({ min: 2, max: 6 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('tidy' as const), times: fc.integer({ min: 1, max: 9 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('kill' as const), after: fc.nat(4), isWritten: fc.boolean() }),
  },
);

/** The old tier and its owner, who knows which articles were written and which of them were removed. */
class OldTier {
  readonly mortal = mortal(createMemorySegmentStore());
  readonly articles: Article[] = [];
  readonly removed = new Set<number>();
  private writer: SegmentWriter | null = null;
  /** The last passage that this writer has or found. */
  private last = -1;

  get store(): SegmentStore {
    return this.mortal.store;
  }

  /** After a kill, too: what is not there yet is added, what is still there is removed. */
  async open(): Promise<void> {
    this.mortal.revive();
    const bounds = { analyzer: ANALYZER, flushPostings: 250, stepBytes: 300, stepPostings: 50 };
    this.writer = unwrap(await openSegmentWriter(this.store, bounds));
    this.last = this.writer.manifest.segments.at(-1)?.lastNumber ?? -1;
    await this.write();
  }

  private async write(): Promise<void> {
    const writer = this.writer as SegmentWriter;
    for (const passage of analyseRecords(recordsOf(this.articles))) {
      if (passage.number <= this.last) continue;
      unwrap(await writer.add(passage));
      this.last = passage.number;
    }
    unwrap(await writer.flush(null));
    unwrap(await writer.remove([...this.removed]));
  }

  async act(step: Step): Promise<void> {
    const writer = this.writer as SegmentWriter;
    if (step.kind === 'add') {
      for (const one of step.articles) this.articles.push(toArticle(one, this.articles.length));
      await this.write();
    } else if (step.kind === 'remove') {
      recordsOf(this.articles).forEach(({ article }, number) => {
        if (Number(article.id.slice(1)) % step.every === 1) this.removed.add(number);
      });
      unwrap(await writer.remove([...this.removed]));
    } else if (step.kind === 'tidy')
      for (let time = 0; time < step.times; time++) unwrap(await writer.tidy());
    else this.mortal.dieAfter(step.after, step.isWritten);
  }
}

const query = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 4 }).map(textOf),
  fc.array(word, { minLength: 8, maxLength: 14 }).map(textOf),
  fc.array(word, { minLength: 2, maxLength: 3 }).map((words) => `"${textOf(words)}"`),
  fc.tuple(word, word).map(([one, other]) => `${textOf([one])} -${textOf([other])} `),
  fc.constantFrom(
    ...[
      'bri',
      'fer',
      'harbour mus',
      'brigde ',
      'fery museem ',
      'counicl ',
      'person:lindgren river',
      'lang:fr the',
    ],
    ...['after:2021-06-10 bridge', 'the '],
  ),
);

/** The same question of the archive in two tiers and of one index over all that is left. */
async function compare<T>(tiered: Archive, whole: Archive, question: (archive: Archive) => T): Promise<void> {
  const answer = unwrap(await answerFrom(tiered.index.unread, () => question(tiered)));
  expect(answer).toEqual(question(whole));
}

async function openTiers(old: OldTier, young: readonly Invented[], goneEvery: number) {
  const index: SegmentIndex = unwrap(await openSegmentIndex(old.store));
  const left: Article[] = [];
  const kept: number[] = [];
  recordsOf(old.articles).forEach(({ article }, number) => {
    const place = Number(article.id.slice(1));
    if (old.removed.has(number) || place % goneEvery === 2) return;
    kept.push(number);
    if (left.at(-1) !== article) left.push(article);
  });
  const newest = young.map((one, at) => toArticle(one, old.articles.length + at));
  const whole = archiveOf([...left, ...newest], [ADA, PORT]);
  const youngIndex = buildPassageIndex(archiveOf(newest, [ADA, PORT]).records);
  const tiered = { ...whole, index: joinIndexes(index, Int32Array.from(kept), youngIndex) };
  return { index, whole, tiered };
}

describe('an archive in two tiers', () => {
  it('answers as one index does, after any additions, removals, merges and kills', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 2, maxLength: 14 }),
        fc.array(invented, { maxLength: 5 }),
        fc.constantFrom(3, 5, 1000),
        fc.array(query, { minLength: 3, maxLength: 5 }),
        async (steps, young, goneEvery, queries) => {
          const old = new OldTier();
          await old.open();
          await old.act({
            kind: 'add',
            articles: [{ words: [2, 3], headline: null, language: 'en', day: 1 }],
          });
          for (const step of steps) {
            try {
              await old.act(step);
            } catch (error) {
              if (!(error instanceof Killed)) throw error;
              await old.open();
            }
          }
          await old.open();
          const { index, whole, tiered } = await openTiers(old, young, goneEvery);
          expect(index.damage).toEqual([]);
          for (const text of queries) {
            await compare(tiered, whole, (archive) =>
              rankSearch(archive, text, { limit: 40, lines: 'texts' }),
            );
            await compare(tiered, whole, (archive) => suggestQueries(archive, text, 8));
            const page = { text: `${text} ${text}`, mentions: mentionsIn(whole.knowledge, text), limit: 20 };
            const asked = { ...page, lines: 'articles', except: (place: number) => place === 1 } as const;
            await compare(tiered, whole, (archive) => relatedPassages(archive, asked));
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});
