/** An archive on the disk answers as the same one in memory, whatever its blocks, its cache, and what of it is damaged. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/archive/article.ts';
import type { Archive } from '../../../src/library/archive.ts';
import { askArchive } from '../../../src/library/ask-archive.ts';
import { assembleArchive } from '../../../src/library/assemble-archive.ts';
import { citePassage } from '../../../src/library/cite-passage.ts';
import { deriveParts } from '../../../src/library/derive-archive.ts';
import { describeEntity } from '../../../src/library/describe-entity.ts';
import { joinArchives } from '../../../src/library/holdings/join-archives.ts';
import { listNames } from '../../../src/library/list-names.ts';
import { lookUp } from '../../../src/library/look-up.ts';
import { mentionsIn } from '../../../src/library/mentions-in.ts';
import { byPassages } from '../../../src/library/name-list.ts';
import { readArticle } from '../../../src/library/read-article.ts';
import { passagesForPage } from '../../../src/library/related-passages.ts';
import { findArticles, searchArchive, suggestQueries } from '../../../src/library/search-archive.ts';
import { seenPage } from '../../../src/library/seen-page.ts';
import { traceArticle } from '../../../src/library/trace-article.ts';
import { parseIsoDate } from '../../../src/text/iso-date.ts';
import type { Result } from '../../../src/text/result.ts';
import { ADA, allNames, article, authority, ENTITIES, OMAR } from '../../unit/invented-archive.ts';
import { layOnDisk } from '../../unit/library/disk/lay-on-disk.ts';

function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const SENTENCES = [
  'The bridge over the river Marn opened on a rainy day, and everybody came to see it.',
  'Ada Lindgren said: “The bridge will stand for a hundred years, and longer with some paint.”',
  'Omar Haddad, who chairs the library in Vell, called the reading room a harbour for a rainy day.',
  'The ferry of the island left the harbour late because of fog and a broken rope.',
  'On 12 June 2021 the council of Port Marn counted its boats and found one too many.',
  '桥梁在雨天开放。',
  'Lindgren walked home.',
];
const invented = fc.record({
  sentences: fc.array(fc.nat({ max: SENTENCES.length - 1 }), { minLength: 1, maxLength: 6 }),
  headline: fc.constantFrom(null, 'Bridge opened', 'A rainy day', 'Ferry late: fog', 'bridge  opened'),
  publisher: fc.constantFrom(null, 'Island News', 'Marn Post'),
  day: fc.constantFrom(null, '2021-06-12', '2021-06', '2020', '2022-01-01'),
  url: fc.constantFrom(null, 'https://a.example/1', 'https://a.example/2'),
});
type Invented = typeof invented extends fc.Arbitrary<infer T> ? T : never;

const toArticle = ({ sentences, headline, publisher, day, url }: Invented, at: number): Article =>
  article(
    `a${String(at).padStart(2, '0')}`,
    sentences.map((one) => `${SENTENCES[one]} Note ${at}.`).join('\n\n'),
    {
      headline,
      publisher,
      url,
      datePublished: day === null ? null : parseIsoDate(day),
      identifier: `n${at % 3}`,
    },
  );

const PAGE = `${SENTENCES[1]} ${SENTENCES[3]} Nobody knew why Omar Haddad laughed.`;
const ids = [0, 1, 2, 7].map((at) => `a${String(at).padStart(2, '0')}` as Article['id']);

const QUESTIONS: readonly ((archive: Archive) => unknown)[] = [
  ...[
    'bridge',
    'rainy day',
    '"rainy day"',
    'bridge -ferry',
    'bridge -"a hundred"',
    'harb',
    'brigde',
    '桥梁',
    'the',
  ],
  ...[
    'outlet:"Island News"',
    'bridge after:2021-06',
    'before:2021 ',
    'said:Lindgren',
    '-said:Lindgren bridge',
  ],
  ...[
    'person:"Ada Lindgren" rainy',
    'bridge -person:Haddad',
    'Omar Hadad',
    'Hadaad',
    'Lindgrin bridge',
    'Bridge opened',
    'lang:en fog',
  ],
  'everybody came to see the bridge over the river on a rainy day in the fog of the island',
].map((text) => (archive: Archive) => searchArchive(archive, text, 5));

const asksFor = (archive: Archive) => ({
  suggestions: ['br', 'ra', 'ad', 'isl', 'fog'].map((typed) => suggestQueries(archive, typed, 6)),
  articles: findArticles(archive, 'bridge', 5),
  looked: [lookUp(archive, 'Ada Lindgren'), lookUp(archive, SENTENCES[1] as string)],
  entities: [ADA, OMAR].map(({ id }) => describeEntity(archive, id)),
  names: [
    listNames(archive, { text: '', type: null, limit: 9 }),
    listNames(archive, { text: 'ada', type: 'person', limit: 9 }),
  ],
  read: ids.map((id) => readArticle(archive, id)),
  traced: ids.map((id) => traceArticle(archive, id)),
  cited: ids.map((id) => citePassage(archive, `${id}/0` as never, 'plain')),
  seen: ['https://a.example/1', null].map((url) => seenPage(archive, { text: PAGE, url })),
  related: passagesForPage(archive, {
    ...{ mentions: mentionsIn(archive.knowledge, PAGE), text: PAGE, limit: 5, lines: 'texts' },
    except: () => false,
  }),
  inventory: archive.inventory(),
  sizes: [archive.articles.size, archive.entityOf.size, archive.records.length, archive.builtAt],
  company: Array.from({ length: archive.knowledge.entities.length }, (_, at) =>
    [...(archive.knowledge.companions?.(at) ?? [])].sort(),
  ),
});

const memoryOf = (articles: readonly Article[]) =>
  assembleArchive(deriveParts(articles, authority(ENTITIES)), false);

const someArticles = fc.array(invented, { minLength: 1, maxLength: 14 }).map((all) => all.map(toArticle));

describe('an archive on the disk', () => {
  it('answers every question as the same archive in memory', async () => {
    await fc.assert(
      fc.asyncProperty(
        someArticles,
        fc.constantFrom(1, 700, 100_000),
        fc.constantFrom(0, 3_000, 1_000_000),
        async (articles, blockBytes, mostKept) => {
          const whole = memoryOf(articles);
          const disk = await (await layOnDisk(articles, { blockBytes, mostKept })).open();
          for (const question of [...QUESTIONS, asksFor])
            expect(need(await askArchive(disk, () => question(disk)))).toEqual(question(whole));
        },
      ),
      { numRuns: 12 },
    );
  });

  it('answers as one in memory with a young pack beside it', async () => {
    await fc.assert(
      fc.asyncProperty(someArticles, fc.nat({ max: 3 }), async (articles, gone) => {
        const [old, young] = [articles, [toArticle(YOUNG, 50)]];
        const lost = new Set(old.slice(0, gone).map(({ id }) => id));
        const whole = memoryOf(old);
        const disk = await (await layOnDisk(old, { blockBytes: 700, mostKept: 3_000 })).open();
        const joined = joinArchives(whole, memoryOf(young), lost);
        const joinedOnDisk = joinArchives(disk, memoryOf(young), lost);
        for (const question of [...QUESTIONS, asksFor])
          expect(need(await askArchive(joinedOnDisk, () => question(joinedOnDisk)))).toEqual(
            question(joined),
          );
        expect(joined.names.mostPrinted(3, ['person'])).toEqual(naivelyMostPrinted(joined).slice(0, 3));
      }),
      { numRuns: 8 },
    );
  });
});

const naivelyMostPrinted = (archive: Archive) =>
  [...new Map(allNames(archive).map((entity) => [entity.id, entity])).values()]
    .filter(({ type }) => type === 'person')
    .map((entity) => ({ entity, passages: archive.passagesOf.get(entity.id)?.length ?? 0 }))
    .sort(byPassages);

const YOUNG: Invented = {
  ...{ sentences: [0, 1], headline: 'Bridge opened', publisher: 'Marn Post', day: '2022-01-01' },
  url: 'https://a.example/2',
};
