/**
 * TRUST R3: a page times what it can (`timing-attack.ts`), with private names in it and with absent ones. No clock of its
 * own may tell them apart; the same clocks do, where the extension looks private names up before it answers.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { BROWSERS, type Story } from '../e2e/story.ts';
import { isWhole, recordFigure } from '../trust/figures.ts';
import { absentPerson, privatePerson, startPrivateStory, WHOLE_PRIVATE } from './private-archive.ts';
import { aucOf, chanceOf, runClock, serveClock } from './timing-attack.ts';

const PRIVATE_ARTICLES = isWhole ? WHOLE_PRIVATE : 1_500;
/** Of each kind, half of them with either stay. BACKSTORY_TRIALS asks for another number; the figure says which. */
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

const suspectedIn = (isHeld: boolean, trial: number) =>
  Array.from({ length: NAMES_A_TRIAL }, (_, at) => {
    const place = (trial * NAMES_A_TRIAL + at) % PRIVATE_ARTICLES;
    return isHeld ? privatePerson(place) : absentPerson(place);
  });
/** How far each clock is off chance. */
const toldBy = (aucs: Record<string, number>) => Object.values(aucs).map((one) => Math.abs(one - 0.5));

describe.each(BROWSERS)('a page with a clock, in $kind', ({ kind }) => {
  let story: Story;
  beforeAll(
    async () => {
      story = await startPrivateStory(kind, PRIVATE_ARTICLES);
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

  it('cannot tell private names from absent ones', { timeout: 60_000 + TRIALS * 10_000 }, async () => {
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
});
