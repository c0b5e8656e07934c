/**
 * TRUST R1, the differential: a hostile page looks at everything it can see, once under the bundled archive alone and
 * once under private articles whose very names and sentences it prints, all settings at their defaults. Nothing it sees
 * may differ, and no name be recovered. The same attack reads every name from an extension that marks them.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { BROWSERS, expectNoOverlay, overlaysOn, type Story, startStory } from '../e2e/story.ts';
import { isWhole, recordFigure } from '../trust/figures.ts';
import {
  addSuspects,
  CANDIDATES_URL,
  candidatesOf,
  differing,
  type Observed,
  openCandidates,
  readingOf,
  serveCandidates,
} from './candidates-page.ts';
import { runInContentWorld } from './compromised-script.ts';
import { observe } from './observe-page.ts';
import { startPrivateStory, WHOLE_PRIVATE } from './private-archive.ts';

const PRIVATE_ARTICLES = isWhole ? WHOLE_PRIVATE : 1_500;
/** Half of them stand in the private archive. */
const CANDIDATES = isWhole ? 10_000 : 600;
/** Looked for one by one with `window.find`, which is slow. */
const FOUND = isWhole ? 1_000 : 300;

const candidates = candidatesOf(CANDIDATES);

async function look(story: Story): Promise<{ page: Page; seen: Observed }> {
  const page = await openCandidates(story);
  await addSuspects(page, candidates, 'append');
  // Long enough for whatever would follow the answers.
  await new Promise((later) => setTimeout(later, isWhole ? 8_000 : 2_000));
  return { page, seen: (await page.evaluate(observe, candidates.slice(0, FOUND))) as Observed };
}

/** The candidates that a page can read from what is marked in it. */
function recovered(seen: Observed): string[] {
  const marked = new Set((seen.highlightTexts as readonly (readonly string[])[]).flat());
  return candidates.filter((name) => marked.has(name));
}

/** Everything that is marked in the page, as the page itself can list it, and whether anything is lit. */
const readHighlights = (page: Page) =>
  page.evaluate(() => ({
    isLit: CSS.highlights.has('backstory-reveal'),
    names: [...(CSS as unknown as { highlights: Map<string, unknown> }).highlights.keys()],
  }));

describe.each(BROWSERS)('a page that prints private names, in $kind', ({ kind }) => {
  let story: Story;
  let without: Observed;
  let within: Observed;

  beforeAll(
    async () => {
      const bare = await startStory(kind);
      serveCandidates(bare, candidates);
      without = (await look(bare)).seen;
      await bare.end();
      story = await startPrivateStory(kind, PRIVATE_ARTICLES);
      serveCandidates(story, candidates);
      within = (await look(story)).seen;
    },
    isWhole ? 900_000 : 180_000,
  );
  afterAll(() => story.end());

  it(`sees the same with and without ${PRIVATE_ARTICLES} private articles, whatever it looks at`, () => {
    const observables = Object.keys(without);
    const differ = differing(without, within);
    recordFigure({
      bar: '1 non-interference: what a page observes with private articles and with none',
      pass: '0 of at least 40 differ',
      measured: `${differ.length} of ${observables.length}, ${PRIVATE_ARTICLES.toLocaleString('en')} articles`,
      browser: kind,
    });
    expect(observables.length).toBeGreaterThanOrEqual(40);
    for (const name of observables) expect([name, within[name]]).toEqual([name, without[name]]);
  });

  it('recovers none of the names it asks about', { timeout: 360_000 }, async () => {
    recordFigure({
      bar: '2 membership: private names that a page recovers from its candidates',
      pass: '0',
      measured: `${recovered(within).length} of ${(CANDIDATES / 2).toLocaleString('en')}, ${CANDIDATES.toLocaleString('en')} candidates`,
      browser: kind,
    });
    expect(recovered(within)).toEqual([]);
    // Though there is something to recover: the popup and the panel name whom the page printed.
    const { names } = await readingOf(story, 20);
    const known = new Set(names.map(({ exact }) => exact));
    expect(candidates.filter((name, at) => at % 2 === 0 && known.has(name)).length).toBeGreaterThan(20);
    expect(candidates.filter((name, at) => at % 2 === 1 && known.has(name))).toEqual([]);
  });

  it('is brought to a private name without learning which words are lit', async () => {
    const page = await story.browser.waitForPage('candidates.html');
    const panel = await story.browser.openSidePanel(page);
    const isPrivate = candidates.filter((_, at) => at % 2 === 0);
    await panel.waitFor(
      (names) => {
        const rows = [...document.querySelectorAll<HTMLElement>('[data-testid=name-row]')];
        const row = rows.find((one) => names.some((name) => one.innerText.includes(name)));
        row?.setAttribute('id', 'wanted');
        return row !== undefined;
      },
      { what: 'a private name in the panel', timeoutMs: 30_000 },
      isPrivate.slice(0, 200),
    );
    const before = await readHighlights(page);
    await panel.click('#wanted');
    await expect.poll(() => overlaysOn(page), { timeout: 5_000 }).toBe(1);
    expect(await readHighlights(page)).toEqual(before);
    await expectNoOverlay(page);
    await panel.close();
  });

  it('recovers all of them, and sees the difference, where an extension marks private names', async () => {
    const held = candidates.filter((_, at) => at % 2 === 0);
    await runInContentWorld(
      story,
      CANDIDATES_URL,
      (names) => {
        const ranges = [...document.querySelectorAll('p')].flatMap(({ firstChild }) =>
          names.flatMap((name) => {
            const start = (firstChild as Text | null)?.data.indexOf(name) ?? -1;
            if (!firstChild || start < 0) return [];
            return [
              new StaticRange({
                startContainer: firstChild,
                startOffset: start,
                endContainer: firstChild,
                endOffset: start + name.length,
              }),
            ];
          }),
        );
        CSS.highlights.set('naive', new Highlight(...ranges));
      },
      held,
    );
    const page = await story.browser.waitForPage('candidates.html');
    const naive = (await page.evaluate(observe, candidates.slice(0, FOUND))) as Observed;
    expect(recovered(naive)).toEqual(held);
    expect(differing(within, naive).length).toBeGreaterThan(3);
  });
});
