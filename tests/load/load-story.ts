/** What the loads share: neutral articles in any number, pages with names on them, and how memory is watched. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { DrivenBrowser, HeldMemory } from '../../src/platform/node/drive/driven-browser.ts';
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

/** Highest memory of the extension until `stop`; what cannot be asked for a moment is passed over. */
export function watchMemory(browser: DrivenBrowser, everyMs: number) {
  const highest = { held: 0, process: 0 };
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const now = await browser.extensionMemory().catch(() => null);
      highest.held = Math.max(highest.held, now?.held ?? 0);
      highest.process = Math.max(highest.process, now?.process ?? 0);
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  })();
  return {
    stop: async (): Promise<HeldMemory> => {
      isOver = true;
      await watching;
      return { held: highest.held, process: highest.process || null };
    },
  };
}

/** In words, for a figure. */
export function tellMemory({ held, process }: HeldMemory): string {
  const whole = process === null ? '' : `; ${megabytes(process)} MB the process, engine included`;
  return `${megabytes(held)} MB${whole}`;
}
