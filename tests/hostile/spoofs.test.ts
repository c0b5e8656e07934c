/**
 * TRUST C2, C3: titles, outlets, bylines and file names with characters that turn or hide text, and outlets that only
 * look like others. On every surface the first are shown as what they are, in an element of their own; the others carry
 * a mark.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page, View } from '../../src/platform/node/drive/driven-browser.ts';
import { importFile, openTab, toBase64 } from '../e2e/archive-story.ts';
import { BROWSERS, type Story, startStory } from '../e2e/story.ts';
import { recordFigure } from '../trust/figures.ts';

const CONTROLS = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'];
/** The first of each pair imitates the second. */
const IMITATIONS = [
  ['Thе Harbour Gazette', 'The Harbour Gazette'],
  ['Riνer Courier', 'River Courier'],
  ['El\u200blery Times', 'Ellery Times'],
  ['Ｃoast Press', 'Coast Press'],
  ['The Роѕт', 'The Post'],
] as const;

const article = (at: number, control: string, publisher: string) =>
  JSON.stringify({
    identifier: `spoof-${at}`,
    headline: `Bridge ${control}desolc${control} again ${at}`,
    author: [`Ana ${control}atsoC`, 'רות כהן (12)'],
    publisher,
    datePublished: '2021-04-12',
    inLanguage: 'en',
    articleBody: `The lighthouse keeper of Port Ellery wrote ${control}siht${control} on page ${at}. Nothing else was printed about the lamps of the town that week, said Ana Costa in her note number ${at * 7}.`,
  });
const articles = [
  ...CONTROLS.map((control, at) => article(at, control, `Gazette ${control}ytiC`)),
  ...IMITATIONS.map(([imitation], at) => article(20 + at, '', imitation)),
  ...IMITATIONS.map(([, honest], at) => article(40 + at, '', honest)),
];

interface Drawn {
  /** Text nodes that hold a control character. */
  readonly unmarked: readonly string[];
  /** Controls shown as what they are. */
  readonly marked: number;
  /** Runs from right to left that share a line with other text and no element keeps apart. */
  readonly loose: readonly string[];
  /** Outlets with a mark, and without one. */
  readonly suspected: readonly string[];
  readonly trusted: readonly string[];
}

/** Runs in our pages. */
function inspect(): Drawn {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const unmarked: string[] = [];
  const loose: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    const parent = node.parentElement!;
    if (/[\u202a-\u202e\u2066-\u2069]/.test(text)) unmarked.push(text.slice(0, 60));
    if (!/\p{Script=Hebrew}/u.test(text)) continue;
    let isApart = false;
    for (let at: Element | null = parent; at && !isApart; at = at.parentElement) {
      const { display, unicodeBidi } = getComputedStyle(at);
      if (/isolate|plaintext/.test(unicodeBidi)) isApart = at.textContent === text || display === 'inline';
      if (display !== 'inline') {
        isApart ||= at.textContent === text;
        break;
      }
    }
    if (!isApart) loose.push(text.slice(0, 60));
  }
  const outlets = [...document.querySelectorAll('.outlet')];
  const isMarked = (one: Element) => one.nextElementSibling?.classList.contains('suspect') === true;
  const namesOf = (some: Element[]) => some.map((one) => one.textContent ?? '');
  return {
    unmarked,
    marked: document.querySelectorAll('.control:not(.suspect)').length,
    loose,
    suspected: namesOf(outlets.filter(isMarked)),
    trusted: namesOf(outlets.filter((one) => !isMarked(one))),
  };
}

describe.each(BROWSERS)('names and titles that deceive, in $kind', ({ kind }) => {
  let story: Story;
  let page: Page;
  const seen: { surface: string; drawn: Drawn }[] = [];

  beforeAll(async () => {
    story = await startStory(kind);
    page = await story.browser.openExtensionPage('archive.html?tab=add');
    await importFile(page, 'a\u202ecod.jsonl', toBase64(articles.join('\n')));
  });
  afterAll(() => story.end());

  const look = async (view: View, surface: string) => {
    seen.push({ surface, drawn: await view.evaluate(inspect) });
  };
  const there = (view: View, selector: string) =>
    view.waitFor((css) => document.querySelector(css) !== null, { what: selector }, selector);

  it('are drawn on every surface', async () => {
    await look(page, 'imports');
    await openTab(page, 1);
    await there(page, '[data-testid=article-row]');
    await look(page, 'articles');
    await page.goto(`${story.browser.extensionOrigin}/popup.html?q=lighthouse`);
    await there(page, '[data-testid=passage]');
    await look(page, 'search');
    const ids = await page.evaluate(async () => {
      const { runtime } = (
        globalThis as unknown as {
          chrome: { runtime: { sendMessage(call: object): Promise<{ value: string[] }> } };
        }
      ).chrome;
      const argument = { text: 'lighthouse', limit: 40 };
      return (await runtime.sendMessage({ to: 'background', verb: 'findArticles', argument })).value;
    });
    expect(ids.length).toBe(articles.length);
    for (const id of ids) {
      await page.goto(`${story.browser.extensionOrigin}/reader.html?article=${encodeURIComponent(id)}`);
      await there(page, '[data-testid=reader-body]');
      await look(page, 'reader');
    }
  });

  it('turn no text that is not theirs, and are shown as what they are', () => {
    const unmarked = seen.flatMap(({ surface, drawn }) =>
      drawn.unmarked.map((text) => `${surface}: ${text}`),
    );
    const loose = seen.flatMap(({ surface, drawn }) => drawn.loose.map((text) => `${surface}: ${text}`));
    const marked = seen.reduce((sum, { drawn }) => sum + drawn.marked, 0);
    const trusted = new Set(seen.flatMap(({ drawn }) => drawn.trusted));
    const missed = IMITATIONS.filter(([imitation]) => trusted.has(imitation));
    recordFigure({
      bar: '14 spoofs shown unmarked or not kept apart (direction, imitated outlets)',
      pass: '0',
      measured: `${unmarked.length + loose.length + missed.length}; ${marked} controls shown as what they are`,
      browser: kind,
    });
    expect(marked).toBeGreaterThan(40);
    expect(unmarked).toEqual([]);
    expect(loose).toEqual([]);
    expect(missed).toEqual([]);
  });

  it('are told from outlets whose names are what they look like', () => {
    const suspected = new Set(seen.flatMap(({ drawn }) => drawn.suspected));
    for (const [imitation, honest] of IMITATIONS) {
      expect(suspected).toContain(imitation);
      expect(suspected).not.toContain(honest);
    }
  });

  it('would be found where a page draws them as they are', async () => {
    const drawn = await page.evaluate((control) => {
      document.body.replaceChildren(
        `Bridge ${control}desolc, said `,
        document.createElement('b'),
        'רות (12) on Monday',
      );
      return document.body.textContent;
    }, CONTROLS[4]!);
    expect(drawn).toContain(CONTROLS[4]);
    const found = await page.evaluate(inspect);
    expect(found.unmarked.length).toBe(1);
    expect(found.loose.length).toBe(1);
  });
});
