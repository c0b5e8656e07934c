/** What the loads share: neutral articles in any number, pages with names on them, and how memory is watched. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { DrivenBrowser } from '../../src/platform/node/drive/driven-browser.ts';
import { clubArticles } from '../faults/fault-story.ts';

/** Read where it lies, never copied: see tests/eval/run.ts. */
const DATA = process.env.BACKSTORY_DATA ?? join(import.meta.dirname, '../../../shared/data');
const NEWS = join(DATA, 'reuters21578/articles.jsonl.gz');

export interface Load {
  /** Lines of JSONL. */
  readonly lines: readonly string[];
  /** A word that many of them hold. */
  readonly word: string;
  readonly source: 'news' | 'generated';
}

/** Real news where the data is at hand, ten thousand at most; generated articles otherwise. */
export function articlesOfLoad(count: number, isNews: boolean): Load {
  if (!isNews || !existsSync(NEWS)) {
    const lines = clubArticles(0, count).map(({ line }) => line);
    return { lines, word: 'regatta', source: 'generated' };
  }
  const rows = gunzipSync(readFileSync(NEWS)).toString('utf8').split('\n').filter(Boolean);
  const lines = rows
    .map((row) => JSON.parse(row) as { readonly id: string; readonly title: string; readonly text: string })
    .filter(({ text }) => text.length > 50)
    .slice(0, count)
    .map(({ id, title, text }) =>
      JSON.stringify({
        ...{ identifier: `news-${id}`, headline: title, publisher: 'Wire', datePublished: '1987-03-01' },
        ...{ inLanguage: 'en', articleBody: text },
      }),
    );
  return { lines, word: 'dollar', source: 'news' };
}

export const megabytes = (bytes: number) => Math.round(bytes / 100_000) / 10;

/** Highest memory of the extension until `stop`, in bytes; what cannot be asked for a moment is passed over. */
export function watchMemory(browser: DrivenBrowser, everyMs = 400) {
  let highest = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      highest = Math.max(highest, await browser.extensionMemory().catch(() => 0));
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await watching;
      return highest;
    },
  };
}

/** Least squares: what one unit of `x` adds to `y`. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [middleX, middleY] = [mean(0), mean(1)];
  const spread = points.reduce((sum, [x]) => sum + (x - middleX) ** 2, 0);
  return spread === 0 ? 0 : points.reduce((sum, [x, y]) => sum + (x - middleX) * (y - middleY), 0) / spread;
}
