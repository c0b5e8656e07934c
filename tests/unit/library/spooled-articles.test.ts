import { describe, expect, it } from 'vitest';
import { createMemorySpool } from '../../../src/library/spool.ts';
import { SpooledArticles } from '../../../src/library/spooled-articles.ts';
import { article } from '../invented-archive.ts';

describe('articles on a spool', () => {
  it('are walked in the order of their ids, each id once, the last of it', () => {
    const articles = new SpooledArticles(createMemorySpool());
    for (const [id, text] of [
      ['c', 'rain'],
      ['a', 'a bridge'],
      ['b', 'wind'],
      ['a', 'another bridge'],
    ] as const)
      articles.add(article(id, text, { datePublished: `2021-06-0${text.length % 9}` }));
    const walked = () => Array.from(articles, ({ articleBody }) => articleBody);
    expect(walked()).toEqual(['another bridge', 'wind', 'rain']);
    expect(walked()).toEqual(walked());
    expect(Array.from(articles.from(1, 2), ({ articleBody }) => articleBody)).toEqual(['wind']);
    expect(articles.length).toBe(3);
  });

  it('tell the newest day among them', () => {
    const articles = new SpooledArticles(createMemorySpool());
    expect(articles.newest).toBeNull();
    for (const day of ['2021-06-02', '2021-06-12', null, '2020-12-31'])
      articles.add(article(`n${day}`, 'rain', { datePublished: day }));
    expect(articles.newest).toBe('2021-06-12');
  });
});
