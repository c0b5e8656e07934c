import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../src/archive/article.ts';
import { mapNames, traceName } from '../../../src/library/name-company.ts';
import type { CompanyView } from '../../../src/protocol/views.ts';
import { ADA, archiveOf, article, eid, OMAR, TRUST } from '../invented-archive.ts';

const archive = archiveOf([
  article('a', 'Ada Lindgren and Omar Haddad met.', {
    publisher: 'Island News',
    datePublished: '2021-03-01',
  }),
  article('b', 'Ada Lindgren spoke to the Harbour Trust.', {
    publisher: 'Island News',
    datePublished: '2021-03-01',
  }),
  article('c', 'Omar Haddad asked Ada Lindgren about the boats.', { publisher: null }),
]);
const ids = [...archive.articles.keys()];
const pairs = ({ names, links }: CompanyView) =>
  links.map(({ a, b, passages }) => [names[a]!.label, names[b]!.label, passages]);

describe('who appears with whom', () => {
  it('counts the passages that two names share', () => {
    const { company, articleIds } = mapNames(archive, ids, 10);
    expect(company.names[0]).toEqual({
      entityId: ADA.id,
      type: 'person',
      label: 'Ada Lindgren',
      passages: 3,
    });
    expect(pairs(company)).toEqual(
      expect.arrayContaining([
        ['Ada Lindgren', 'Omar Haddad', 2],
        ['Ada Lindgren', 'Harbour Trust', 1],
      ]),
    );
    expect(articleIds[0]).toEqual(ids);
  });

  it('looks at no other articles than those asked about', () => {
    const { company } = mapNames(archive, [ids[1]!, 'unknown' as ArticleId], 10);
    expect(company.names.map(({ entityId }) => entityId).sort()).toEqual([TRUST.id, ADA.id].sort());
    expect(pairs(company)).toEqual([['Harbour Trust', 'Ada Lindgren', 1]]);
  });

  it('keeps the most printed when there are more than asked for', () => {
    const { company } = mapNames(archive, ids, 2);
    expect(company.names.map(({ entityId }) => entityId)).toEqual([ADA.id, OMAR.id]);
    expect(company.links.length).toBe(1);
  });
});

describe('one name in pictures', () => {
  it('has its articles by outlet and date, and itself first among the names beside it', () => {
    const traced = traceName(archive, ADA.id);
    if (!traced.ok) throw new Error(traced.error.message);
    expect(traced.value.printed).toEqual([
      { outlet: 'Island News', date: '2021-03-01', articles: 2 },
      { outlet: null, date: null, articles: 1 },
    ]);
    expect(traced.value.company.names[0]!.entityId).toBe(ADA.id);
    expect(traced.value.archiveDate).toBe('2021-03-01');
  });

  it('is refused for a name that the archive does not know', () => {
    expect(traceName(archive, eid('person:nobody'))).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});
