import { describe, expect, it } from 'vitest';
import type { Article, ArticleId } from '../../../src/archive/article.ts';
import type { PassageId } from '../../../src/archive/passage.ts';
import { creditsOf, lineage, orderByDay } from '../../../src/quotes/lineage.ts';
import type { Printing } from '../../../src/quotes/printing.ts';
import { article } from '../invented-archive.ts';

const BODY = 'The bridge will carry us to the islands for a hundred years.';
const given = (...articles: Article[]) => new Map(articles.map((one) => [one.id, one]));
const printing = (id: string, similarity = 1): Printing => ({
  ...{ articleId: id as ArticleId, passageId: `${id}/0` as PassageId, start: 0, end: 59, similarity },
  ...{ difference: [], evidence: 'verbatim', changed: [] },
});
const from = (outlet: string | null, datePublished: string | null, more = {}) => ({
  publisher: outlet,
  datePublished,
  ...more,
});

describe('a lineage', () => {
  it('stands in the order of dates, the closer of one day first, undated ones apart', () => {
    const articles = given(
      article('u', BODY, from('Undated Post', null)),
      article('c', BODY, from('Vell Courier', '2022-01-02')),
      article('a', BODY, from('Marn Daily', '2021-12-31')),
      article('b', BODY, from('Quay Times', '2022-01-02')),
    );
    const { dated, undated } = lineage(
      [printing('u'), printing('c', 0.7), printing('a'), printing('b')],
      articles,
    );
    expect(dated.map((entry) => entry.printing.articleId)).toEqual(['a', 'b', 'c']);
    expect(undated.map((entry) => entry.printing.articleId)).toEqual(['u']);
  });

  it('folds what an outlet printed again, and folds no undated printing into a dated one', () => {
    const articles = given(
      article('a', BODY, from('Marn Daily', '2021-06-01')),
      article('b', BODY, from('MARN DAILY', '2021-06-05')),
      article('c', BODY, from('Marn Daily', null)),
      article('d', BODY, from(null, '2021-06-02')),
      article('e', BODY, from(null, '2021-06-03')),
    );
    const { dated, undated } = lineage(
      ['a', 'b', 'c', 'd', 'e'].map((id) => printing(id)),
      articles,
    );
    expect(
      dated.map(({ printing: { articleId }, repeats }) => [articleId, repeats.map((one) => one.articleId)]),
    ).toEqual([
      ['a', ['b']],
      ['d', []],
      ['e', []],
    ]);
    expect(undated).toHaveLength(1);
  });

  it('chains a reprint to the earlier printing by the outlet it credits', () => {
    const source = { provenance: { ...article('x', '').provenance, republishedFrom: 'Marn Daily Net' } };
    const articles = given(
      article('a', BODY, from('Marn Daily', '2021-06-01')),
      article('b', BODY, from('Vell Courier', '2021-06-02', source)),
      article('c', `${BODY}\nSource: Vell Courier`, from('Quay Times', '2021-06-03')),
      article('d', `${BODY}\nSource: Nobody Known`, from('Island News', '2021-06-04')),
    );
    const { dated } = lineage(
      ['d', 'c', 'b', 'a'].map((id) => printing(id)),
      articles,
    );
    expect(dated.map((entry) => [entry.printing.articleId, entry.from])).toEqual([
      ['a', null],
      ['b', 'a'],
      ['c', 'b'],
      ['d', null],
    ]);
  });

  it('leaves out printings of articles that are not there', () => {
    expect(orderByDay([printing('gone')], given())).toEqual([]);
  });
});

describe('credits', () => {
  it.each([
    ['a byline', article('a', BODY, { author: ['Staff, Agencies'] }), [{ name: 'Agencies', how: 'agency' }]],
    [
      'a wire line',
      article('a', `PORT MARN, June 12 (Reuters) - ${BODY}`),
      [{ name: 'Reuters', how: 'agency' }],
    ],
    ['a source line', article('a', `${BODY}\n\nSource: Quay Times`), [{ name: 'Quay Times', how: 'source' }]],
    ['none', article('a', `(Laughter) - ${BODY} Sources said so.`, { author: ['Ada Lindgren'] }), []],
  ])('are read from %s', (_where, one, expected) => {
    expect(creditsOf(one)).toEqual(expected);
  });
});
