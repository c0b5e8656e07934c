/**
 * A page that prints people and sentences of the private archive beside others that stand nowhere, and adds what it
 * suspects, as a membership attack does.
 */
import type { PageSummary } from '../../src/library/page-session.ts';
import type { Json, Page } from '../../src/platform/node/drive/driven-browser.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import type { Story } from '../e2e/story.ts';
import { LISTENING } from './observe-page.ts';
import { absentPerson, privatePerson, privateSentence } from './private-archive.ts';

export const CANDIDATES_URL = 'http://hostile.test/candidates.html';
/** Ten thousand names beside as many articles are seconds of work, more on a busy machine. */
const PATIENCE_MS = 300_000;
/** What the page adds of its candidates after it was read. */
const SUSPECTED = 40;

/** By the observable's name. */
export type Observed = Record<string, Json>;

/** Every second one, from the first on, stands in the private archive. */
export const candidatesOf = (count: number): string[] =>
  Array.from({ length: count }, (_, at) =>
    at % 2 === 0 ? privatePerson(at / 2) : absentPerson((at - 1) / 2),
  );

export function serveCandidates({ proxy }: Story, candidates: readonly string[]): void {
  const lines = candidates.map(
    (name, at) => `<p>It is said: ${privateSentence(Math.floor(at / 2), name)}</p>`,
  );
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8">${LISTENING}<title>Candidates</title></head><body>
<h1>Who is in your archive?</h1>
<p>Ismail Haniyeh and the United Nations were named in Cairo.</p>
${lines.join('\n')}
</body></html>`;
  proxy.serve('hostile.test/candidates.html', { body });
}

/** A tab with it, in front, its bundled names marked. */
export async function openCandidates(story: Story): Promise<Page> {
  // The desk from which readings are seen comes before the page.
  await story.readingNow(CANDIDATES_URL);
  const page = await story.browser.newPage(CANDIDATES_URL);
  await readingOf(story);
  await page.activate();
  const isMarked = () =>
    page.evaluate(() =>
      [...(CSS as unknown as { highlights: Map<string, { size: number }> }).highlights.values()].some(
        ({ size }) => size > 0,
      ),
    );
  await waitUntil(isMarked, { what: 'the bundled names to be marked', timeoutMs: PATIENCE_MS });
  return page;
}

/** What the background keeps of the page, once it names so many of those on it. */
export async function readingOf(story: Story, leastNames = 0): Promise<PageSummary> {
  const read = async () => {
    const summary = await story.readingNow(CANDIDATES_URL);
    return summary && summary.names.length >= leastNames ? summary : null;
  };
  return waitUntil(read, { what: 'the reading of the candidates', timeoutMs: PATIENCE_MS });
}

export async function addSuspects(
  page: Page,
  candidates: readonly string[],
  where: 'append' | 'prepend',
): Promise<void> {
  await page.evaluate(
    (names: readonly string[], end) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = names.join(', ');
      document.body[end](paragraph);
    },
    candidates.slice(0, SUSPECTED),
    where,
  );
}

/** Names of what was seen otherwise, in order of the alphabet. */
export const differing = (one: Observed, other: Observed): string[] =>
  Object.keys(one)
    .filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]))
    .sort();
