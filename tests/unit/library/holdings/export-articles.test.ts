import { describe, expect, it } from 'vitest';
import type { Article, ArticleId } from '../../../../src/archive/article.ts';
import { captureFile } from '../../../../src/capture/formats.ts';
import {
  type ExportEntry,
  exportArticles,
  type TextFormat,
} from '../../../../src/library/holdings/export-articles.ts';

const article: Article = {
  id: 'a0123456789abcdef0123' as ArticleId,
  ...{ identifier: 'gazette-1', url: 'https://gazette.example/bridge?a=1&b=2', headline: 'Bridge <closed>' },
  ...{ author: ['Ana Costa', 'Bruno Dias'], publisher: 'The Gazette', datePublished: '2024-05-31' as never },
  ...{
    inLanguage: 'en' as never,
    articleBody: '=SUM(A1) was painted on it.\n\nIt reopens & “soon”, they say.',
  },
  provenance: {
    ...{ collection: 'yours', capturedAt: '2024-06-01T00:00:00Z', capturedFrom: null, republishedFrom: null },
    ...{ republishedBy: null, digest: `sha256:${'0'.repeat(64)}`, file: 'x.html', parser: 'html@1' },
    ...{ license: null, curated: [] },
  },
};

async function exported(
  format: TextFormat,
  articles: readonly Article[] = [article],
): Promise<ExportEntry[]> {
  const entries: ExportEntry[] = [];
  async function* given() {
    yield* articles;
  }
  for await (const entry of exportArticles(given(), format)) entries.push(entry);
  return entries;
}

describe('exportArticles', () => {
  it('gives JSON Lines that come back as the same article', async () => {
    const [entry] = await exported('jsonl');
    const bytes = new TextEncoder().encode(entry!.text) as Uint8Array<ArrayBuffer>;
    const context = { file: 'archive.jsonl', collection: 'yours', capturedAt: null, sidecar: null } as const;
    for await (const outcome of captureFile(bytes, context)) {
      expect(outcome).toMatchObject({
        ok: true,
        article: { ...article, id: expect.any(String), provenance: { digest: article.provenance.digest } },
      });
    }
  });

  it('writes no cell of a table that a spreadsheet would run', async () => {
    const text = (await exported('csv')).map((entry) => entry.text).join('');
    expect(text.split('\r\n')[0]).toContain('headline');
    expect(text).toContain("'=SUM(A1)");
    expect(text).not.toMatch(/(^|,)"?=/m);
  });

  it('gives each article a file of its own, also when two have the same headline', async () => {
    const other = { ...article, id: 'a9999' as ArticleId };
    const names = (await exported('markdown', [article, other])).map(({ name }) => name);
    expect(names).toEqual([
      'articles/2024-05-31 Bridge-closed.md',
      'articles/2024-05-31 Bridge-closed a9999.md',
    ]);
  });

  it('escapes what an article prints in pages and their list of contents', async () => {
    const [page, contents] = await exported('html');
    expect(page?.text).toContain('<h1>Bridge &lt;closed&gt;</h1>');
    expect(page?.text).toContain('href="https://gazette.example/bridge?a=1&amp;b=2"');
    expect(contents?.name).toBe('index.html');
    expect(contents?.text).toContain('Bridge &lt;closed&gt;');
    const hostile = {
      ...article,
      url: 'javascript:alert(1)',
      articleBody: '</script><script>alert(1)</script>',
    };
    const [bad] = await exported('html', [hostile]);
    expect(bad?.text).not.toContain('href="javascript:');
    expect(bad?.text).not.toContain('<script>alert');
  });
});
