import { describe, expect, it } from 'vitest';
import { mentionsIn } from '../../../src/library/mentions-in.ts';
import { searchArchive, suggestQueries } from '../../../src/library/search-archive.ts';
import { findRelated, type PageQuestion } from '../../../src/retrieval/related.ts';
import { ADA, archiveOf, article, BRIDGE, OMAR, OPENING, PORT, TRUST } from '../invented-archive.ts';

function related(text: string, archive = archiveOf(), more: Partial<PageQuestion> = {}) {
  const mentions = mentionsIn(archive.knowledge, text);
  return findRelated(archive, {
    mentions,
    text,
    limit: 10,
    lines: 'passages',
    except: () => false,
    ...more,
  });
}
const articleOf = ({ passageId }: { passageId: string }) => passageId.split('/')[0];

describe('passages related to a page', () => {
  it('are led by those that share its names, whatever words it uses', () => {
    const names = article('n1', 'Ada Lindgren and Omar Haddad of the Harbour Trust were seen in Port Marn.');
    const wordy = article('n2', 'Seals sleep on grey rocks while gulls circle over grey water.');
    const page = 'Ada Lindgren met Omar Haddad in Port Marn. Grey seals slept.';
    const [first] = related(page, archiveOf([wordy, names]));
    expect(articleOf(first!)).toBe('n1');
    expect(new Set(first!.shared)).toEqual(new Set([ADA.id, OMAR.id, PORT.id]));
    expect(first!.evidence.entityOverlap).toBeGreaterThan(0);
  });

  it('are led by those that share an event among those that share a name', () => {
    const event = article('n1', 'Ada Lindgren spoke at the Marn Bridge opening.');
    const other = article('n2', 'Ada Lindgren spoke at the fair in autumn.');
    const [first] = related(
      'The Opening of the Marn Bridge made Ada Lindgren known.',
      archiveOf([other, event]),
    );
    expect(articleOf(first!)).toBe('n1');
    expect(first!.shared).toContain(OPENING.id);
    expect(first!.evidence.event).toBeGreaterThan(0);
  });

  it('weigh a rare name more than one that stands everywhere', () => {
    const articles = [
      ...Array.from({ length: 8 }, (_, at) => article(`m${at}`, `Omar Haddad counted boat ${at}.`)),
      article('rare', 'The Harbour Trust counted nothing.'),
    ];
    const [first] = related('Omar Haddad visited the Harbour Trust.', archiveOf(articles));
    expect(articleOf(first!)).toBe('rare');
    expect(first!.shared).toEqual([TRUST.id]);
  });

  it('leave out the page itself', () => {
    const archive = archiveOf();
    const except = (place: number) => archive.records[place]!.article.id === BRIDGE.id;
    const found = related(BRIDGE.articleBody, archive, { except }).map(articleOf);
    expect(found).not.toContain('a1');
    expect(found).toContain('a2');
    expect(articleOf(related(BRIDGE.articleBody, archive)[0]!)).toBe('a1');
  });

  it('are found by words alone where the page names nobody', () => {
    expect(related('A library that lends boats and books').map(articleOf)).toContain('a3');
  });

  it('are none for a page that shares nothing, or says nothing', () => {
    expect(related('Quantum chromodynamics on lattices')).toEqual([]);
    expect(related('')).toEqual([]);
    expect(related('the and of it is')).toEqual([]);
    expect(related('Ada Lindgren', archiveOf([]))).toEqual([]);
  });

  it('come ranked from one, scores falling, each the sum of its parts', () => {
    const found = related(BRIDGE.articleBody);
    expect(found.map(({ rank }) => rank)).toEqual(found.map((_, at) => at + 1));
    for (const [at, { score, evidence }] of found.entries()) {
      const { lexical, entityOverlap, event, recency } = evidence;
      expect(Math.min(lexical, entityOverlap, event, recency)).toBeGreaterThanOrEqual(0);
      expect(score).toBeCloseTo(lexical + entityOverlap + event + recency, 10);
      if (at > 0) expect(score).toBeLessThanOrEqual(found[at - 1]!.score);
    }
  });

  it('fold reprints into one line that names the others', () => {
    const text = 'Ada Lindgren said that the old bridge has never looked as green as it does this summer.';
    const twins = archiveOf([article('r1', text), article('r2', `By our staff. ${text}`)]);
    const [first, ...more] = related('Ada Lindgren and the green bridge', twins, { lines: 'texts' });
    expect([more.length, first!.alsoPrintedIn.length]).toEqual([0, 1]);
  });

  it('keep to the limit', () => {
    expect(related(BRIDGE.articleBody, archiveOf(), { limit: 1 })).toHaveLength(1);
  });

  it('survive words and pages that look like object properties', () => {
    const archive = archiveOf([article('p1', 'The constructor of __proto__ and toString built a bridge.')]);
    expect(related('constructor toString __proto__ valueOf', archive)).toHaveLength(1);
  });
});

describe('suggestions', () => {
  const labels = (typed: string, limit = 8) => suggestQueries(archiveOf(), typed, limit);

  it('begin with names, then headlines, outlets and words', () => {
    const kinds = labels('har').map(({ kind }) => kind);
    expect(kinds[0]).toBe('name');
    expect(kinds).toContain('word');
    expect(kinds.join(' ')).toMatch(/^(name )+(headline )*(outlet )*(word ?)*$/);
  });

  it('begin at two letters', () => {
    expect(labels('h')).toEqual([]);
    expect(labels('ha').length).toBeGreaterThan(0);
  });

  it('complete any word of a name, headline or outlet, in any spelling of case and marks', () => {
    expect(labels('LÍND')).toContainEqual({
      kind: 'name',
      query: 'person:"Ada Lindgren"',
      label: 'Ada Lindgren',
      type: 'person',
    });
    expect(labels('proud')).toContainEqual({
      kind: 'headline',
      query: '"A proud day"',
      label: 'A proud day',
      type: null,
    });
    expect(labels('cour')).toContainEqual({
      kind: 'outlet',
      query: 'outlet:"Vell Courier"',
      label: 'Vell Courier',
      type: null,
    });
  });

  it('keep the words that were typed before', () => {
    expect(labels('old libr')).toContainEqual({
      kind: 'word',
      query: 'old library',
      label: 'old library',
      type: null,
    });
  });

  it('offer only names that the archive prints', () => {
    expect(suggestQueries(archiveOf([]), 'lind', 8)).toEqual([]);
  });

  it('offer a name as a query that finds it in every spelling, with the name above the passages', () => {
    const { names, total } = searchArchive(archiveOf(), 'event:"Opening of the Marn Bridge"', 5);
    expect(names.map(({ entityId }) => entityId)).toEqual([OPENING.id]);
    expect(total).toBeGreaterThan(0);
  });

  it('offer queries that find something', () => {
    for (const { query } of ['har', 'bri', 'ada', 'isl'].flatMap((typed) => labels(typed)))
      expect(searchArchive(archiveOf(), query, 5).total).toBeGreaterThan(0);
  });

  it('keep to the limit', () => {
    expect(labels('ha', 2)).toHaveLength(2);
  });
});

describe('the search box', () => {
  it('offers names above passages, exact ones first', () => {
    const { names, passages } = searchArchive(archiveOf(), 'Ada Lindgren', 5);
    expect(names[0]).toMatchObject({ entityId: ADA.id, label: 'Ada Lindgren', why: 'label' });
    expect(names[0]!.passageCount).toBeGreaterThan(0);
    expect(passages[0]!.provenance).toMatchObject({
      articleId: 'a1',
      publisher: 'Vell Courier',
      author: ['Ingrid Vale'],
    });
  });

  it('corrects the words of a misspelt name to that name alone, and never calls them the same words', () => {
    const near = article('n1', 'The hadar lily stands by the window of the inn.');
    const misspelt = searchArchive(archiveOf([near, BRIDGE]), 'Umar Hadad ', 5);
    expect(misspelt.names.map(({ entityId }) => entityId)).toEqual([OMAR.id]);
    expect(misspelt.passages.map(({ provenance }) => provenance.articleId)).toEqual(['a1']);
    expect(misspelt.passages[0]!.evidence.sharedWords).toEqual([]);
  });

  it('does not correct two unknown words to one word of another person', () => {
    expect(searchArchive(archiveOf(), 'Hadad Qwistle ', 5)).toMatchObject({ names: [], total: 0 });
  });

  it('repeats the question with its hints', () => {
    expect(searchArchive(archiveOf(), '"open', 5)).toMatchObject({
      text: '"open',
      hints: ['unbalanced-quotes'],
    });
  });
});
