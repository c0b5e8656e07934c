import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../src/archive/article.ts';
import { traceArticle } from '../../../src/library/trace-article.ts';
import type { ReprintedPart } from '../../../src/protocol/views.ts';
import { archiveOf, article, LIBRARY } from '../invented-archive.ts';

const HEAD = 'The city council will repair 30 of the wooden foot bridges before the winter regatta begins';
const QUAY = 'Everybody who rows on the lake should keep clear of the northern quay until further notice';
const FIRST = article('first', `It was mild. “${HEAD},” Ada Lindgren said. ${QUAY}.`, {
  ...{ datePublished: '2021-05-01', publisher: 'Vell Courier' },
});
const THEN = article('then', `Rain fell. ${HEAD.replace('30', '40').replace('will', 'will not')}, we read.`, {
  ...{ datePublished: '2021-05-02', publisher: 'Island News' },
});
const archive = archiveOf([FIRST, THEN, LIBRARY]);

function parts(id: string): readonly ReprintedPart[] {
  const traced = traceArticle(archive, id as ArticleId);
  if (!traced.ok) throw new Error(traced.error.message);
  return traced.value;
}

describe('the lineage of an archived article', () => {
  it('has the parts that others print, where they stand in its body, and never itself', () => {
    const [part, ...more] = parts('first');
    expect(more).toEqual([]);
    expect(FIRST.articleBody.slice(part!.start, part!.end)).toBe(HEAD);
    expect(part!.printings.map(({ provenance }) => provenance.articleId)).toEqual(['then']);
    expect(part!.articleCount).toBe(1);
    expect(parts('then').flatMap(({ printings }) => printings)).toMatchObject([
      { provenance: { articleId: 'first' }, role: 'first', speaker: 'Ada Lindgren' },
    ]);
  });

  it('calls nothing the earliest that was printed after the article itself', () => {
    expect(parts('first')).toMatchObject([{ role: 'first', printings: [{ role: 'reprint' }] }]);
    expect(parts('then')).toMatchObject([{ role: 'reprint', printings: [{ role: 'first' }] }]);
  });

  it('is empty for an article that nobody else prints, and fails for one that is not there', () => {
    expect(parts(LIBRARY.id)).toEqual([]);
    expect(traceArticle(archive, 'none' as ArticleId)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  it('shows in each difference which words are the facts that changed', () => {
    const [printing] = parts('first')[0]!.printings;
    expect(printing).toMatchObject({ evidence: 'reworded', changed: ['number', 'negation'] });
    const facts = printing!.difference.flatMap(({ kind, text, facts }) =>
      facts.map(({ start, end }) => `${kind} ${text.slice(start, end)}`),
    );
    expect(facts.sort()).toEqual(['added 40', 'added not', 'dropped 30']);
  });
});
