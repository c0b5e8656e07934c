/** The five bundled articles, as a careful reader sees them (PRODUCT.md). A sixth is added by adding its two files. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countWords } from '../../src/archive/count-words.ts';
import { FEWEST_WORDS } from '../../src/archive/split-passages.ts';
import { layOutNews } from '../../src/capture/news-layout.ts';
import { splitParagraphs } from '../../src/text/split-paragraphs.ts';
import { captureOne } from '../unit/capture/collect.ts';

interface Gold {
  readonly headline: string | null;
  readonly publisher: string | null;
  readonly author: readonly string[];
  readonly datePublished: string | null;
  readonly republishedFrom: string | null;
  readonly bodyStartsWith: string;
  readonly bodyEndsWith: string;
  /** Lines of the file that are no part of the text. */
  readonly boilerplate: readonly string[];
  readonly captions: readonly string[];
  /** How many stories the text runs together. */
  readonly stories: number;
}

const GOLDS = new URL('./seed-articles/', import.meta.url);
const SEEDS = new URL('../../seeds/articles/', import.meta.url);
const names = readdirSync(GOLDS)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace(/\.json$/, ''));

describe.each(names)('bundled article %s', (name) => {
  const gold = JSON.parse(readFileSync(new URL(`${name}.json`, GOLDS), 'utf8')) as Gold;
  const bytes = new Uint8Array(readFileSync(new URL(`${name}.txt`, SEEDS)));
  const text = new TextDecoder().decode(bytes);
  const layout = layOutNews(text);

  it('has the headline, outlet, byline, date and source that are printed', async () => {
    const article = await captureOne(`${name}.txt`, bytes);
    expect(article).toMatchObject({
      identifier: `${name}.txt`,
      headline: gold.headline,
      publisher: gold.publisher,
      author: gold.author,
      datePublished: gold.datePublished,
      inLanguage: 'en',
      provenance: { republishedFrom: gold.republishedFrom, curated: [] },
    });
  });

  it('begins and ends where its text does', () => {
    expect(layout.articleBody.startsWith(gold.bodyStartsWith)).toBe(true);
    expect(layout.articleBody.endsWith(gold.bodyEndsWith)).toBe(true);
  });

  it('leaves out exactly the boilerplate and the captions', () => {
    expect(new Set(layout.boilerplate)).toEqual(new Set(gold.boilerplate));
    expect(layout.captions).toEqual(gold.captions);
  });

  it('keeps every other line of the file word for word', () => {
    const left = [...gold.boilerplate, ...gold.captions].map((line) => line.trim());
    const prefix = gold.boilerplate.find((line) => /\s-\s$/.test(line)) ?? '';
    const kept = text
      .replace(prefix, '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !left.includes(line));
    const body = layout.articleBody
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    expect(body).toEqual(kept);
  });

  it('is parted into its stories', () => {
    const words = new Map<number, number>();
    for (const { start, end, section } of splitParagraphs(layout.articleBody)) {
      words.set(section, (words.get(section) ?? 0) + countWords(layout.articleBody, start, end));
    }
    expect([...words.values()].filter((count) => count >= FEWEST_WORDS)).toHaveLength(gold.stories);
  });
});
