import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, ArticleId } from '../../../../src/archive/article.ts';
import type { PackFiles } from '../../../../src/archive/pack.ts';
import type { Recognise } from '../../../../src/entities/group/article-names.ts';
import type { Archive, MemoryArchive } from '../../../../src/library/archive.ts';
import { joinArchives } from '../../../../src/library/holdings/join-archives.ts';
import { openPackNames, openYoungPack, packYoung } from '../../../../src/library/holdings/pack-young.ts';
import { openPack } from '../../../../src/library/open-pack.ts';
import { packArchive } from '../../../../src/library/pack-archive.ts';
import { seenPage } from '../../../../src/library/seen-page.ts';
import { allNames, article as invented } from '../../../unit/invented-archive.ts';

const WORDS = [
  'bridge',
  'harbour',
  'ferry',
  'council',
  'library',
  'painters',
  'winter',
  'lamps',
  'river',
  'market',
];
const PEOPLE = ['Velda Barcombe', 'Orrin Caldale', 'Tamsin Dorford', 'Bastian Fengate'];

/** Finds the invented people and nobody else. */
const recognise: Recognise = (text) =>
  PEOPLE.flatMap((exact, group) =>
    [...text.matchAll(new RegExp(exact, 'g'))].map(({ index }) => ({
      ...{ start: index, end: index + exact.length, exact, type: 'person' as const, confidence: 0.9, group },
    })),
  );

const textOf = (words: readonly number[], person: number) =>
  `${PEOPLE[person]} spoke of ${words.map((at) => WORDS[at]).join(' and of the ')} on that evening in the town hall.`;

const articles = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 30 }),
    words: fc.array(fc.nat({ max: WORDS.length - 1 }), { minLength: 2, maxLength: 12 }),
    person: fc.nat({ max: PEOPLE.length - 1 }),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
);
type Given = { id: number; words: number[]; person: number };

const toArticle = ({ id, words, person }: Given): Article =>
  invented(`n${String(id).padStart(3, '0')}`, textOf(words, person), { headline: `Note ${id}` });

async function open(files: PackFiles): Promise<MemoryArchive> {
  const opened = await openPack(async (file) => files.get(file) ?? null);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

const NO_NAMES = { entities: [], outlets: [] };

/** Before: the pack; changed: what it is laid beside, an article of the same number takes the older's place. */
async function join(before: readonly Article[], put: readonly Article[], removed: readonly ArticleId[]) {
  const files = await packArchive(before, NO_NAMES, recognise);
  const known = await openPackNames(async (file) => files.get(file) ?? null);
  if (!known) throw new Error('no names');
  const young = await open(await packYoung(put, known, recognise));
  return joinArchives(await open(files), young, new Set([...put.map(({ id }) => id), ...removed]));
}

const found = (archive: Archive, word: string) =>
  new Map(
    archive.index
      .search({ words: [word] })
      .map(({ passage, score }) => [archive.records.at(passage)!.passage.id, score] as const),
  );

describe('a young pack that is added to', () => {
  it('is that which is made of all its articles at once, whether some were put anew or taken back', async () => {
    await fc.assert(
      fc.asyncProperty(articles, articles, articles, async (old, first, second) => {
        const files = await packArchive(old.map(toArticle), NO_NAMES, recognise);
        const known = await openPackNames(async (file) => files.get(file) ?? null);
        if (!known) throw new Error('no names');
        const before = await packYoung(first.map(toArticle), known, recognise);
        const young = await openYoungPack(async (file) => before.get(file) ?? null);
        if (!young) throw new Error('no young pack');
        const kept = first.filter(({ id }) => second.every((one) => one.id !== id));
        for (const put of [[...kept, ...second], second, [...first, ...second.filter(isNotIn(first))]]) {
          const added = await open(await packYoung(put.map(toArticle), known, recognise, young));
          const anew = await open(await packYoung(put.map(toArticle), known, recognise));
          for (const word of [...WORDS, 'note']) expect(found(added, word)).toEqual(found(anew, word));
          expect([...added.articles.keys()].sort()).toEqual([...anew.articles.keys()].sort());
          expect(namedIn(added)).toEqual(namedIn(anew));
          for (const { articleBody: text } of put.map(toArticle))
            expect(printedIn(added, text)).toEqual(printedIn(anew, text));
        }
      }),
      { numRuns: 8 },
    );
  });
});

const isNotIn = (given: readonly Given[]) => (one: Given) => given.every(({ id }) => id !== one.id);
const namedIn = (archive: MemoryArchive) =>
  new Set(
    [...archive.mentionsOf].flatMap(([id, mentions]) =>
      mentions.map(({ exact, entityId }) => `${id} ${exact} ${entityId === null}`),
    ),
  );
const printedIn = (archive: MemoryArchive, text: string) =>
  new Set(
    seenPage(archive, { text }).reused.flatMap(({ printings }) =>
      printings.map(({ articleId }) => articleId),
    ),
  );

describe('a young pack beside an older one', () => {
  it('gives what one pack of all articles gives: the same passages for every word and every name', async () => {
    await fc.assert(
      fc.asyncProperty(articles, articles, fc.array(fc.nat({ max: 30 })), async (old, young, gone) => {
        const before = old.map(toArticle);
        const put = young.map(toArticle);
        const removed = before
          .map(({ id }) => id)
          .filter((id) => gone.some((one) => id === toArticle({ id: one, words: [0, 0], person: 0 }).id))
          .filter((id) => put.every((article) => article.id !== id));
        const joined = await join(before, put, removed);
        const stay = before.filter(
          ({ id }) => !removed.includes(id) && put.every((article) => article.id !== id),
        );
        const whole = await open(await packArchive([...stay, ...put], NO_NAMES, recognise));
        for (const word of WORDS) {
          expect(new Set(found(joined, word).keys())).toEqual(new Set(found(whole, word).keys()));
          expect(joined.index.passageCount(word)).toBe(whole.index.passageCount(word));
        }
        expect(joined.articles.size).toBe(whole.articles.size);
        expect(joined.builtAt).toBe(whole.builtAt);
        for (const [id, article] of whole.articles) expect(joined.articles.get(id)).toEqual(article);
        for (let place = 0; place < joined.records.length; place++)
          expect(joined.placeOf.get(joined.records.at(place)!.passage.id)).toBe(place);
        for (const id of removed) expect(joined.articles.has(id)).toBe(false);
        expect(new Set(joined.inventory().bundled)).toEqual(new Set(whole.inventory().bundled));
        const passagesNaming = (archive: Archive, label: string) =>
          allNames(archive)
            .filter(({ prefLabel }) => prefLabel === label)
            .flatMap(({ id }) =>
              (archive.passagesOf.get(id) ?? []).map((at) => archive.records.at(at)!.passage.id),
            )
            .sort();
        for (const person of PEOPLE)
          expect(passagesNaming(joined, person)).toEqual(passagesNaming(whole, person));
      }),
      { numRuns: 25 },
    );
  });

  it('scores as one pack of all articles where nothing went', async () => {
    await fc.assert(
      fc.asyncProperty(articles, async (all) => {
        const given = all.map(toArticle).sort((a, b) => (a.id < b.id ? -1 : 1));
        fc.pre(given.length > 1);
        const half = Math.ceil(given.length / 2);
        const joined = await join(given.slice(0, half), given.slice(half), []);
        const whole = await open(await packArchive(given, NO_NAMES, recognise));
        for (const word of WORDS)
          for (const [id, score] of found(whole, word))
            expect(found(joined, word).get(id)).toBeCloseTo(score, 9);
      }),
      { numRuns: 15 },
    );
  });

  it('matches a page with what was saved, and no more with what was removed', async () => {
    const [kept, removed, saved] = [
      { id: 1, words: [0, 1, 2, 3, 4, 5, 6], person: 0 },
      { id: 2, words: [9, 8, 7, 6, 5, 4, 3], person: 1 },
      { id: 3, words: [2, 4, 6, 8, 0, 9, 1], person: 2 },
    ].map(toArticle) as [Article, Article, Article];
    const joined = await join([kept, removed], [saved], [removed.id]);
    const printedBy = ({ articleBody }: Article) =>
      seenPage(joined, { text: articleBody }).reused.flatMap(({ printings }) =>
        printings.map(({ articleId }) => articleId),
      );
    expect(printedBy(saved)).toContain(saved.id);
    expect(printedBy(kept)).toContain(kept.id);
    expect(printedBy(removed)).not.toContain(removed.id);
  });
});
