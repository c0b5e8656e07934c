import { describe, expect, it } from 'vitest';
import { seenPage } from '../../../src/library/seen-page.ts';
import { traceSentence } from '../../../src/library/trace-articles.ts';
import { whoseWords } from '../../../src/library/whose-words.ts';
import { archiveOf, article } from '../invented-archive.ts';

const BRIDGE = 'The old bridge will carry our children to the quiet islands until the stone itself gives way';
const LATE = article('late', `It was mild. “${BRIDGE},” Ada Lindgren said. Then rain fell.`, {
  ...{ datePublished: '2022-03-01', url: 'https://late.example/bridge' },
});
const EARLY = article('early', `Everybody came to the quay. “${BRIDGE}.” Rain fell.`, {
  datePublished: '2021-03-01',
});
const UNDATED = article('undated', `${BRIDGE}, we read.`, { datePublished: null });
const archive = archiveOf([LATE, UNDATED, EARLY]);

describe('a page', () => {
  it('shows its reused sentences with all printings, earliest first, undated last', () => {
    const page = `Here is news of our own, and then this. ${BRIDGE}. We asked nobody.`;
    const { reused, share, same } = seenPage(archive, { text: page });
    expect(reused.map(({ start, end }) => page.slice(start, end))).toEqual([BRIDGE]);
    expect(reused[0]!.printings.map(({ articleId }) => articleId)).toEqual(['early', 'late', 'undated']);
    for (const { articleId, start, end } of reused[0]!.printings) {
      expect(archive.articles.get(articleId)!.articleBody.slice(start, end)).toBe(BRIDGE);
    }
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThan(0.7);
    expect(same).toBeNull();
  });

  it('is said to be an archived article, by its words or by its address, which is then no earlier printing', () => {
    expect(seenPage(archive, { text: LATE.articleBody }).same).toEqual({ articleId: 'late', by: 'text' });
    const { same, reused } = seenPage(archive, { text: LATE.articleBody, url: LATE.url });
    expect(same).toEqual({ articleId: 'late', by: 'url' });
    expect(reused[0]!.printings.map(({ articleId }) => articleId)).toEqual(['early', 'undated']);
  });

  it('is every version of it that was kept from its address, and none of them an earlier printing', () => {
    const newer = article('newer', `${LATE.articleBody} The wind turned.`, { url: LATE.url });
    const both = archiveOf([LATE, newer, UNDATED, EARLY]);
    const { same, reused } = seenPage(both, { text: newer.articleBody, url: LATE.url });
    expect(same?.by).toBe('url');
    expect(reused[0]!.printings.map(({ articleId }) => articleId)).toEqual(['early', 'undated']);
  });

  it('is no archived article for repeating one of its sentences', () => {
    expect(seenPage(archive, { text: `${BRIDGE}. `.repeat(50) }).same?.articleId).not.toBe('late');
  });

  it('may be empty, and so may the archive', () => {
    const nothing = { reused: [], share: 0, same: null };
    expect(seenPage(archive, { text: '' })).toEqual(nothing);
    expect(seenPage(archiveOf([]), { text: BRIDGE })).toEqual(nothing);
  });
});

describe('a selected sentence', () => {
  it('is traced to its printings, with the speaker where the article names one', () => {
    const printings = traceSentence(archive, `“${BRIDGE}”`);
    expect(printings.map((printing) => [printing.articleId, whoseWords(archive, printing).speaker])).toEqual([
      ['early', null],
      ['late', 'Ada Lindgren'],
      ['undated', null],
    ]);
  });

  it('is traced by eight of its words', () => {
    const part =
      'They promised us “to the quiet islands until the stone itself” and nothing beyond that, as everybody in town remembers.';
    expect(traceSentence(archive, part).map(({ evidence }) => evidence)).toEqual(Array(3).fill('verbatim'));
  });

  it('is traced in other words and another order', () => {
    const reworded =
      'Until the stone itself gives way our children will be carried to the quiet islands by the old bridge';
    expect(traceSentence(archive, reworded)).toContainEqual(
      expect.objectContaining({ evidence: 'reworded' }),
    );
  });
});
