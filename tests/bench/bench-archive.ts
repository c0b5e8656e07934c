/** The bench's passages as an archive of the product: articles, passages and records, without names. */
import type { Article, ArticleId } from '../../src/archive/article.ts';
import type { Passage, PassageId } from '../../src/archive/passage.ts';
import { recordsOf } from '../../src/library/assemble-archive.ts';
import type { PassageRecord } from '../../src/retrieval/passage-record.ts';
import { parseIsoDate } from '../../src/text/iso-date.ts';
import type { LanguageTag } from '../../src/text/language.ts';
import { benchPassages } from './passage-corpus.ts';

export interface BenchArchive {
  readonly articles: readonly Article[];
  readonly passages: readonly (readonly Passage[])[];
}

function toArticle(place: number, headline: string, articleBody: string): Article {
  const id = `sha256-${String(place).padStart(8, '0')}` as ArticleId;
  const day = String(1 + (place % 28)).padStart(2, '0');
  return {
    ...{ id, identifier: null, url: `https://news.example/${place}`, headline, author: [] },
    ...{ publisher: 'Bench', datePublished: parseIsoDate(`2021-06-${day}`), inLanguage: 'en' as LanguageTag },
    articleBody,
    provenance: {
      ...{ collection: 'yours', capturedAt: null, capturedFrom: null, republishedFrom: null },
      ...{ republishedBy: null, digest: `sha256:${'0'.repeat(64)}`, file: 'bench', parser: 'bench' },
      ...{ license: null, curated: [] },
    },
  };
}

/** So many passages; articles in the order of their ids. */
export function benchArchive(size: number): BenchArchive {
  const articles: Article[] = [];
  const passages: Passage[][] = [];
  let texts: string[] = [];
  let title = '';
  const close = () => {
    if (texts.length === 0) return;
    const article = toArticle(articles.length, title, texts.join('\n\n'));
    let start = 0;
    passages.push(
      texts.map((text, ordinal): Passage => {
        const [from, end] = [start, start + text.length];
        start = end + 2;
        const id = `${article.id}/${ordinal}` as PassageId;
        return { id, articleId: article.id, ordinal, start: from, end, text };
      }),
    );
    articles.push(article);
    texts = [];
  };
  for (const { startsArticle, headline, text } of benchPassages(size)) {
    if (startsArticle) close();
    title = headline;
    texts.push(text);
  }
  close();
  return { articles, passages };
}

/** The same, a record a passage. */
export function benchRecords(size: number): PassageRecord[] {
  return recordsIn(benchArchive(size));
}

export function recordsIn({ articles, passages }: BenchArchive): PassageRecord[] {
  const none = articles.map(() => []);
  return recordsOf(articles, passages, none, none);
}
