/** The sample that ships for trying things on: it must show something of each, and say everywhere that it is one. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/archive/article.ts';
import type { MemoryArchive } from '../../src/library/archive.ts';
import { packCombined } from '../../src/library/holdings/combine-archive.ts';
import { lookUp } from '../../src/library/look-up.ts';
import { openPack } from '../../src/library/open-pack.ts';
import { searchArchive } from '../../src/library/search-archive.ts';
import { collectArticles } from '../../src/platform/node/collect-articles.ts';
import { openRecogniser } from '../../src/platform/node/open-recogniser.ts';
import { SAMPLE_PAGE, SAMPLE_SEARCHES, SAMPLE_SENTENCE } from '../../src/ui/archive/sample-page.ts';

const MARK = / \(sample\)$/;

describe('the sample archive', () => {
  let articles: readonly Article[];
  let archive: MemoryArchive;
  let bundledNames: ReadonlySet<string>;
  beforeAll(async () => {
    const seeds = await collectArticles(['seeds'], 'bundled');
    const sample = await collectArticles(['public/sample'], 'yours');
    expect(sample.refusals).toEqual([]);
    articles = sample.articles;
    bundledNames = new Set(seeds.authority.entities.map(({ id }) => id));
    const recognise = await openRecogniser();
    if (!recognise) throw new Error('the package holds no model of names');
    const sources = {
      ...{ bundled: seeds.articles, authority: seeds.authority, own: articles },
      ...{ mounted: [], corrections: [], recognise },
    };
    const packed = await packCombined(sources, () => Promise.reject(new Error('too large for memory')));
    if (!packed.ok) throw new Error(packed.error.message);
    const opened = await openPack(async (file) => packed.value.get(file) ?? null);
    if (!opened.ok) throw new Error(opened.error.message);
    archive = opened.value;
  }, 30_000);

  it('is three outlets, each saying that it is a sample', () => {
    const outlets = new Set(articles.map(({ publisher }) => publisher));
    expect([...outlets].sort()).toEqual([
      'Harbour Wire (sample)',
      'Ossel Courier (sample)',
      'Tarnholm Gazette (sample)',
    ]);
    expect(articles.length).toBe(14);
    expect(new Set(articles.map(({ inLanguage }) => inLanguage))).toEqual(new Set(['en', 'ar', 'he']));
    expect(articles.filter(({ datePublished }) => datePublished === null).length).toBe(1);
  });

  it('names nobody and nothing that the bundled articles name', () => {
    const own = new Set(articles.map(({ id }) => id));
    const named = archive.records
      .filter(({ article }) => own.has(article.id))
      .flatMap(({ entities }) => [...entities]);
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((id) => bundledNames.has(id))).toEqual([]);
  });

  it('has one person in several spellings and scripts, and events with their dates', () => {
    const entities = [...archive.entityOf.values()];
    const engineer = entities.find(({ prefLabel }) => prefLabel === 'Karim al-Halabi');
    expect(engineer?.altLabels.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Kareem Halaby', 'كريم الحلبي']),
    );
    const architect = entities.find(({ prefLabel }) => prefLabel === 'Noa Peretz');
    expect(architect?.altLabels.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Noa Perez', 'נועה פרץ']),
    );
    const storm = entities.find(({ prefLabel }) => prefLabel === 'Storm Brenna');
    expect(storm).toMatchObject({ type: 'event', when: { from: '2020-11-19', to: '2020-11-19' } });
  });

  it('prints the sentence that readers are told to try five times by three outlets, once with a word missing', () => {
    const tried = SAMPLE_SEARCHES.find(({ means }) => means === 'sampleTrySentence');
    const { printings } = lookUp(archive, tried?.query ?? '');
    expect(printings.length).toBe(4);
    expect(printings.flatMap(({ repeats }) => [1, ...repeats]).length).toBe(5);
    const changes = printings.flatMap(({ difference }) => difference.filter(({ kind }) => kind !== 'kept'));
    expect(changes.map(({ kind, text }) => [kind, text.trim()])).toEqual([['dropped', 'single']]);
  });

  it('prints a sentence again and again, once with a word missing, and a number that two outlets count differently', () => {
    const { printings } = lookUp(archive, SAMPLE_SENTENCE);
    const shown = printings.map(({ provenance }) => provenance.datePublished);
    expect(shown.slice(0, 3)).toEqual(['2018-03-12', '2018-03-13', '2018-03-15']);
    expect(printings[2]?.difference.some(({ kind }) => kind !== 'kept')).toBe(true);
    const crowd = lookUp(archive, 'By the evening 20,000 people had walked across it').printings;
    const gazette = crowd.find(({ provenance }) => provenance.publisher === 'Tarnholm Gazette (sample)');
    const changed = gazette?.difference.filter(({ kind }) => kind !== 'kept') ?? [];
    expect(changed.map(({ text, facts }) => [text, facts.length])).toEqual([
      ['20,000', 1],
      ['12,000', 1],
    ]);
  });

  it('answers every search that the reader is offered with samples alone', () => {
    for (const { query } of SAMPLE_SEARCHES) {
      const { passages } = searchArchive(archive, query, 50);
      const outlets = passages.map(({ provenance }) => provenance.publisher ?? '');
      expect(outlets.length, query).toBeGreaterThan(0);
      expect(
        outlets.filter((outlet) => !MARK.test(outlet)),
        query,
      ).toEqual([]);
    }
  });

  it('has a page to try it on, whose names it knows', () => {
    const { names } = lookUp(archive, SAMPLE_PAGE[0]);
    expect(names.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Lantern Bridge', 'Karim al-Halabi', 'Samira Dahl', 'Storm Brenna']),
    );
  });
});
