/**
 * TRUST R1 where the reader allowed marks of own articles: what a hostile page sees with private articles whose names and
 * sentences it prints, and with none. What differs stands here as exact sets, so that whatever more is shown fails; and
 * the options page says these numbers to the reader.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsoleError, Page } from '../../src/platform/node/drive/driven-browser.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import { boxesDrawn, expectBoxesOver } from '../e2e/own-marks-story.ts';
import { BROWSERS, cardOn, hoverOver, overlaysOn, type Story, startStory } from '../e2e/story.ts';
import { isWhole, recordFigure } from '../trust/figures.ts';
import {
  addSuspects,
  candidatesOf,
  differing,
  type Observed,
  openCandidates,
  serveCandidates,
} from './candidates-page.ts';
import { observe } from './observe-page.ts';
import { privatePerson, startPrivateStory, WHOLE_PRIVATE } from './private-archive.ts';

const PRIVATE_ARTICLES = isWhole ? WHOLE_PRIVATE : 240;
const CANDIDATES = 400;
/** Looked for one by one with `window.find`, which is slow. */
const FOUND = isWhole ? 400 : 150;
/** What a page sees of the switch itself, whatever the archive holds: the one empty layer. */
const SHOWN_BY_SWITCH = [
  ...['attributeMutations', 'elements', 'layer', 'layerBox', 'layerRoots', 'layerScroll', 'mutations'],
  ...['rootChildren', 'topLayer'],
];
/** What an opened card shows besides: that it is there, and where. Its height is one for all. */
const SHOWN_BY_CARD = [
  ...[
    'attributeMutations',
    'carets',
    'elements',
    'hitTests',
    'layer',
    'layerBox',
    'layerRoots',
    'layerScroll',
  ],
  ...['mutations', 'rootChildren', 'stacks', 'topLayer'],
];

const candidates = candidatesOf(CANDIDATES);

/** Runs in the page: what can be asked about the layer in particular, besides everything else. */
function observeLayer(): Record<string, unknown> {
  const layers = [...document.querySelectorAll<HTMLElement>('html > [popover]')];
  const points = Array.from(
    { length: 40 },
    (_, at) => [(at % 8) * 90 + 15, Math.floor(at / 8) * 110 + 15] as const,
  );
  const walk = (unit: string) => {
    const selection = getSelection();
    selection?.setPosition(document.body, 0);
    let steps = '';
    for (let step = 0; step < 30; step += 1) {
      selection?.modify('extend', 'forward', unit);
      const root = selection?.focusNode?.getRootNode();
      steps += `${root === document ? '' : root?.constructor.name} ${selection?.focusOffset},`;
    }
    selection?.removeAllRanges();
    return steps;
  };
  return {
    layer: layers.map((layer) => layer.outerHTML),
    layerBox: layers.map((layer) => JSON.stringify(layer.getBoundingClientRect())),
    layerScroll: layers.map(({ scrollWidth, scrollHeight, childNodes }) => [
      scrollWidth,
      scrollHeight,
      childNodes.length,
    ]),
    layerRoots: layers.map(({ shadowRoot }) => shadowRoot === null),
    stacks: points.map(([x, y]) =>
      document
        .elementsFromPoint(x, y)
        .map(({ tagName }) => tagName)
        .join('>'),
    ),
    walks: ['character', 'word', 'sentence', 'line'].map(walk),
    shifts: performance.getEntriesByType('layout-shift').length,
    deepAnimations: document.documentElement.getAnimations({ subtree: true }).length,
    visibility: document.visibilityState,
    hasFocus: document.hasFocus(),
  };
}

/** Firefox says this of a page of ours that was closed while it read the database. */
const isExpected = ({ text }: ConsoleError) => text.startsWith('NS_ERROR_NOT_INITIALIZED');

async function see(page: Page): Promise<Observed> {
  const layer = (await page.evaluate(observeLayer)) as Observed;
  return { ...((await page.evaluate(observe, candidates.slice(0, FOUND))) as Observed), ...layer };
}

async function look(story: Story, isAllowed: boolean): Promise<{ page: Page; seen: Observed }> {
  const page = await openCandidates(story);
  if (isAllowed) await waitUntil(async () => (await overlaysOn(page)) === 1, { what: 'the layer' });
  await addSuspects(page, candidates, 'prepend');
  // Long enough for whatever would follow the answers.
  await new Promise((later) => setTimeout(later, isWhole ? 8_000 : 4_000));
  return { page, seen: await see(page) };
}

describe.each(BROWSERS)('a page on which own articles may be marked, in $kind', ({ kind }) => {
  let story: Story;
  let page: Page;
  let off: Observed;
  let without: Observed;
  let within: Observed;

  beforeAll(
    async () => {
      const bare = await startStory(kind);
      serveCandidates(bare, candidates);
      const before = await look(bare, false);
      off = before.seen;
      await before.page.close();
      await bare.ask('switchOwnMarks', { host: 'hostile.test', on: true });
      without = (await look(bare, true)).seen;
      await bare.end(isExpected);
      story = await startPrivateStory(kind, PRIVATE_ARTICLES);
      serveCandidates(story, candidates);
      await story.ask('switchOwnMarks', { host: 'hostile.test', on: true });
      const filled = await look(story, true);
      page = filled.page;
      within = filled.seen;
    },
    isWhole ? 900_000 : 180_000,
  );
  afterAll(() => story.end(isExpected));

  it('prints names and sentences that are marked before the reader’s eyes', async () => {
    const kinds = async () => {
      const drawn = (await boxesDrawn(page)).map(({ kind: one }) => one);
      return ['person', 'reused'].map((one) => drawn.filter((other) => other === one).length > 5);
    };
    await expect.poll(kinds, { timeout: 10_000 }).toEqual([true, true]);
  });

  it('sees the same with and without them, whatever it looks at; and the options page says so', () => {
    const observables = Object.keys(without);
    const differ = differing(without, within);
    recordFigure({
      bar: '1 non-interference with the per-site opt-in: private articles against none, no card opened',
      pass: 'what differs is listed and told to the reader',
      measured: `${differ.length} of ${observables.length}, ${PRIVATE_ARTICLES.toLocaleString('en')} articles`,
      browser: kind,
    });
    expect(differ).toEqual([]);
    const messages = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8'));
    expect(messages.ownMarksObservable.message).toContain(
      `Of ${observables.length} other things that a page can look at, ${differ.length} gave away`,
    );
  });

  it('sees that it was allowed, by one empty layer that is the same for everybody', () => {
    expect(differing(off, without)).toEqual(SHOWN_BY_SWITCH);
  });

  it('gets no card by sliding names under a pointer that rests', async () => {
    await page.hoverAt({ x: 200, y: 300 });
    const opened = await page.evaluate(
      async (names: readonly string[]) => {
        const under = document.createElement('div');
        under.style.cssText = 'position: fixed; left: 20px; top: 285px; width: 700px; font: 30px serif';
        document.body.append(under);
        let cards = 0;
        for (const name of names) {
          under.textContent = `${name} ${name} ${name} ${name}`;
          await new Promise((later) => setTimeout(later, 500));
          cards = Math.max(cards, document.querySelectorAll('html > [popover]').length - 1);
        }
        under.remove();
        return cards;
      },
      candidates.filter((_, at) => at % 2 === 0).slice(0, 8),
    );
    expect(opened).toBe(0);
  });

  it('gets none either when each name is new under a pointer that moves', async () => {
    let opened = 0;
    for (let at = 0; at < 8; at += 1) {
      await page.evaluate((name) => {
        document.querySelector('#under')?.remove();
        const under = document.createElement('div');
        under.id = 'under';
        under.style.cssText = 'position: fixed; left: 20px; top: 285px; width: 700px; font: 30px serif';
        under.textContent = `${name} ${name} ${name} ${name}`;
        document.body.append(under);
      }, privatePerson(at));
      await page.hoverAt({ x: 200 + at * 3, y: 300 });
      await page.evaluate(() => new Promise((later) => setTimeout(later, 600)));
      opened = Math.max(opened, (await overlaysOn(page)) - 1);
    }
    await page.evaluate(() => document.querySelector('#under')?.remove());
    expect(opened).toBe(0);
  });

  it('sees a card that the reader opens, and that alone', async () => {
    await page.hoverAt({ x: 5, y: 5 });
    await page.evaluate(() => scrollTo(0, 0));
    const [, , name = ''] = candidates;
    // Scrolled to before it is compared; a card opens only where nothing moves.
    await expectBoxesOver(page, 'p:nth-of-type(5)', name);
    const before = await see(page);
    await expectBoxesOver(page, 'p:nth-of-type(5)', name);
    await hoverOver(page, name, 1);
    await cardOn(page);
    await waitUntil(
      () =>
        page.evaluate(
          () => document.querySelectorAll('html > [popover]')[1]?.getBoundingClientRect().height === 420,
        ),
      { what: 'the card at its height' },
    );
    expect(differing(before, await see(page))).toEqual(SHOWN_BY_CARD);
  });
});
