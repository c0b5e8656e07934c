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
  serveCandidates,
} from './candidates-page.ts';
import { runInContentWorld } from './compromised-script.ts';
import { observe } from './observe-page.ts';
import { absentPerson, fillArchive, privatePerson, WHOLE_PRIVATE } from './private-archive.ts';
import { aucOf, chanceOf, runClock, serveClock } from './timing-attack.ts';

const PRIVATE_ARTICLES = isWhole ? WHOLE_PRIVATE : 1_500;
/** Half of them stand in the private archive. */
const CANDIDATES = isWhole ? Math.min(10_000, PRIVATE_ARTICLES) : 600;
/** Looked for one by one with `window.find`, which is slow. */
const FOUND = isWhole ? 1_000 : 300;

/** Of each kind. BACKSTORY_TRIALS asks for another number; the figure says which. */
const TRIALS = Number(process.env.BACKSTORY_TRIALS ?? (isWhole ? 120 : 16));
const CONTROL_TRIALS = 16;
/** Suspected names in one trial: the more, the more work there is to be measured. */
const NAMES_A_TRIAL = 40;
/** What each clock of the attack measures. */
const CLOCKS: Readonly<Record<string, string>> = {
  first: 'marks beside the names',
  firstGap: 'own thread meanwhile',
  next: 'marks of the next page',
  nextGap: 'own thread then',
};
/** Of the area under the curve from one half. */
const MOST_TOLD = 0.05;
/** Sixteen clocks are read in a run: chance puts one of them beyond two deviations nearly every time, beyond three seldom. */
const DEVIATIONS = 3;

const candidates = candidatesOf(CANDIDATES);
const suspectedIn = (isHeld: boolean, trial: number) =>
  Array.from({ length: NAMES_A_TRIAL }, (_, at) => {
    const place = (trial * NAMES_A_TRIAL + at) % PRIVATE_ARTICLES;
    return isHeld ? privatePerson(place) : absentPerson(place);
  });
/** How far each clock is off chance. */
const toldBy = (aucs: Record<string, number>) => Object.values(aucs).map((one) => Math.abs(one - 0.5));

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
      story = await startStory(kind);
      serveCandidates(story, candidates);
      const before = await look(story);
      without = before.seen;
      await before.page.close();
      await fillArchive(story, PRIVATE_ARTICLES);
      within = (await look(story)).seen;
    },
    isWhole ? 900_000 : 180_000,
  );
  afterAll(() => story.end());

  /** A tab in front, for so many trials of each kind. */
  async function openClock(trials: number): Promise<Page> {
    serveClock(story, trials, suspectedIn);
    const page = await story.browser.newPage();
    await page.activate();
    return page;
  }

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

  it('recovers none of the names it asks about', async () => {
    recordFigure({
      bar: '2 membership: private names that a page recovers from its candidates',
      pass: '0',
      measured: `${recovered(within).length} of ${(CANDIDATES / 2).toLocaleString('en')}, ${CANDIDATES.toLocaleString('en')} candidates`,
      browser: kind,
    });
    expect(recovered(within)).toEqual([]);
    // Though there is something to recover: the popup and the panel name whom the page printed.
    const { names } = await story.reading(CANDIDATES_URL, (summary) => summary.names.length > 20);
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

  it('cannot tell private names from absent ones by its clock', { timeout: 1_800_000 }, async () => {
    const page = await openClock(TRIALS);
    const clocked = await runClock(page, TRIALS);
    await page.close();
    // Of either stay.
    const chance = chanceOf(TRIALS / 2);
    const told: string[] = [];
    for (const [stay, one] of Object.entries(clocked)) {
      const aucs = aucOf(one);
      const listed = Object.entries(aucs).map(([what, auc]) => `${CLOCKS[what]} ${auc.toFixed(3)}`);
      recordFigure({
        bar: `3 timing: a page that goes on ${stay} tells private names from absent ones by its clock, area under the curve`,
        pass: '0.45–0.55',
        measured: `${listed.join(', ')}; ± ${chance.toFixed(3)} in ${TRIALS / 2} trials of each, ${PRIVATE_ARTICLES.toLocaleString('en')} articles`,
        browser: kind,
      });
      expect(Object.keys(aucs)).toEqual(Object.keys(CLOCKS));
      const most = MOST_TOLD + chanceOf(TRIALS / 2, DEVIATIONS);
      if (Math.max(...toldBy(aucs)) > most) told.push(`${stay}: ${listed.join()}`);
    }
    expect(told).toEqual([]);
  });

  it('tells them where an extension looks private names up before it answers', {
    timeout: 300_000,
  }, async () => {
    const held = Array.from({ length: PRIVATE_ARTICLES }, (_, at) => privatePerson(at));
    const page = await openClock(CONTROL_TRIALS);
    await story.browser.inBackground((names) => {
      const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
      interface Runtime {
        readonly onMessage: { addListener(listener: (call: { argument?: unknown }) => void): void };
      }
      const known = new Set(names);
      runtime.onMessage.addListener(({ argument }) => {
        const words = JSON.stringify(argument ?? '').match(/(?<=said that )[A-Z]\w+ [A-Z]\w+/g) ?? [];
        // Half a second for all of them: far above what else the machine may do.
        const until = performance.now() + 12 * words.filter((name) => known.has(name)).length;
        while (performance.now() < until);
      });
    }, held);
    const clocked = await runClock(page, CONTROL_TRIALS);
    await page.close();
    await story.browser.killBackground();
    for (const one of Object.values(clocked)) expect(Math.max(...toldBy(aucOf(one)))).toBeGreaterThan(0.35);
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
