/**
 * TRUST R1, the differential: a hostile page looks at everything it can see, once under the bundled archive alone and
 * once under 1,500 private articles whose very names it prints. Nothing it sees may differ, and no name be recovered.
 */
import { afterAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import { BROWSERS, type Story, startStory } from './story.ts';

const PRIVATE_ARTICLES = 1_500;
const CANDIDATES = 400;

const GIVEN = ['Velda', 'Orrin', 'Tamsin', 'Bastian', 'Ilse', 'Corwin', 'Maeva', 'Anselm', 'Petra', 'Lorcan'];
const MIDDLE = [
  'Bar',
  'Cal',
  'Dor',
  'Fen',
  'Gil',
  'Hol',
  'Jas',
  'Kel',
  'Lan',
  'Mor',
  'Nev',
  'Ost',
  'Pel',
  'Ras',
  'Sel',
];
const END = ['bury', 'combe', 'dale', 'ford', 'gate', 'holm', 'ley', 'mere', 'stead', 'wick'];

/** The nth of 1,500 invented people; even ones stand in the private archive. */
function person(at: number): string {
  const given = GIVEN[at % GIVEN.length];
  return `${given} ${MIDDLE[Math.floor(at / 10) % MIDDLE.length]}${END[Math.floor(at / 150) % END.length]}`;
}

const articles = Array.from({ length: PRIVATE_ARTICLES }, (_, at) => {
  const name = person((at * 2) % PRIVATE_ARTICLES);
  return JSON.stringify({
    identifier: `private-${at}`,
    headline: `${name} on the river`,
    publisher: 'The Private Notebook',
    datePublished: '2020-05-05',
    inLanguage: 'en',
    articleBody: `${name} told the council on Monday that the river path ${at} would be mended. Mayor ${name} said: “The path number ${at} stays open.”`,
  });
}).join('\n');

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Candidates</title></head><body>
<h1>Who is in your archive?</h1>
<p>Ismail Haniyeh and the United Nations were named in Cairo.</p>
${Array.from({ length: CANDIDATES }, (_, at) => `<p>It was ${person(at)} who told the council on Monday that the river path ${at} would be mended.</p>`).join('\n')}
</body></html>`;

/** Runs in the page: everything that a script of its own can look at, by the name of the observable. */
function observe(names: readonly string[]): Record<string, unknown> {
  const highlights = [...(CSS as unknown as { highlights: Map<string, Iterable<Range>> }).highlights];
  const rangesOf = (ranges: Iterable<Range>) =>
    [...ranges].map((range) => `${range.startOffset}-${range.endOffset}`);
  const grid = Array.from(
    { length: 60 },
    (_, at) => [(at % 10) * 70 + 10, Math.floor(at / 10) * 90 + 10] as const,
  );
  const at = (x: number, y: number) => document.elementFromPoint(x, y)?.tagName ?? '';
  const caret = (x: number, y: number) => document.caretPositionFromPoint?.(x, y)?.offset ?? null;
  const paragraphs = [...document.querySelectorAll('p')];
  const style = (element: Element, pseudo?: string) => {
    const { textDecorationLine, color, backgroundColor, fontWeight } = getComputedStyle(element, pseudo);
    return [textDecorationLine, color, backgroundColor, fontWeight].join(' ');
  };
  const find = (globalThis as unknown as { find(text: string): boolean }).find;
  const found = names.map((name) => {
    getSelection()?.removeAllRanges();
    return find(name);
  });
  getSelection()?.selectAllChildren(document.body);
  const walked = String(getSelection()).length;
  getSelection()?.removeAllRanges();
  scrollTo(0, 0);
  const log = (globalThis as unknown as { backstoryLog: Record<string, number> }).backstoryLog;
  // How long frames took is chance on a busy machine; everything else is compared.
  const kinds = performance.getEntries().map(({ entryType }) => entryType);
  const [first] = paragraphs;
  return {
    highlightNames: highlights.map(([name]) => name),
    highlightSizes: highlights.map(([, ranges]) => [...ranges].length),
    highlightPriorities: highlights.map(([, one]) => (one as unknown as { priority: number }).priority),
    highlightTypes: highlights.map(([, one]) => (one as unknown as { type: string }).type),
    highlightOffsets: highlights.map(([, ranges]) => rangesOf(ranges)),
    highlightTexts: highlights.map(([, ranges]) =>
      [...ranges].map(({ startContainer, startOffset, endOffset }) =>
        (startContainer.textContent ?? '').slice(startOffset, endOffset),
      ),
    ),
    highlightStyles: highlights.map(([name]) => first && style(first, `::highlight(${name})`)),
    mutations: log.mutations,
    attributeMutations: log.attributes,
    messages: log.messages,
    customEvents: log.events,
    errors: log.errors,
    violations: log.violations,
    focusChanges: log.focus,
    scrolls: log.scrolls,
    resizes: log.resizes,
    styleSheets: document.styleSheets.length,
    adoptedStyleSheets: document.adoptedStyleSheets.length,
    elements: document.querySelectorAll('*').length,
    rootAttributes: document.documentElement.getAttributeNames(),
    bodyAttributes: document.body.getAttributeNames(),
    rootChildren: [...document.documentElement.children].map(({ tagName }) => tagName),
    innerText: document.body.innerText.length,
    frames: window.length,
    active: document.activeElement?.tagName,
    hitTests: grid.map(([x, y]) => at(x, y)),
    carets: grid.map(([x, y]) => caret(x, y)),
    computed: paragraphs.slice(0, 50).map((one) => style(one)),
    selectionColours: first && style(first, '::selection'),
    boxes: paragraphs.slice(0, 50).map((one) => Math.round(one.getBoundingClientRect().height)),
    scrollHeight: document.documentElement.scrollHeight,
    scrollWidth: document.documentElement.scrollWidth,
    found,
    walked,
    fonts: document.fonts.size,
    resources: performance.getEntriesByType('resource').map(({ name }) => name),
    entryKinds: [...new Set(kinds)]
      .filter((kind) => !/paint|visibility|navigation|longtask|long-animation-frame/.test(kind))
      .sort(),
    marks: performance.getEntriesByType('mark').length,
    animations: document.getAnimations().length,
    title: document.title,
    cookies: document.cookie,
    storage: localStorage.length + sessionStorage.length,
    history: history.length,
    design: document.designMode,
    globals: Object.getOwnPropertyNames(globalThis).length,
    frameGlobals: Object.getOwnPropertyNames(document).length,
    customElements: [...document.querySelectorAll('*')].filter(({ tagName }) => tagName.includes('-')).length,
    shadowRoots: [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot).length,
    topLayer: document.querySelectorAll(':popover-open, dialog[open]').length,
    pointerLock: document.pointerLockElement === null,
    fullscreen: document.fullscreenElement === null,
  };
}

/** Runs in the page before anything else of the story: it listens to whatever can be heard. */
const LISTENING = `<script>
  globalThis.backstoryLog = { mutations: 0, attributes: 0, messages: 0, events: 0, errors: 0, violations: 0, focus: 0, scrolls: 0, resizes: 0 };
  new MutationObserver((records) => { for (const { type } of records) backstoryLog[type === 'attributes' ? 'attributes' : 'mutations']++; })
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  addEventListener('message', () => backstoryLog.messages++);
  for (const name of ['backstory', 'wxt:content-script-started', 'annotatePage']) addEventListener(name, () => backstoryLog.events++);
  addEventListener('error', () => backstoryLog.errors++);
  addEventListener('unhandledrejection', () => backstoryLog.errors++);
  addEventListener('securitypolicyviolation', () => backstoryLog.violations++);
  addEventListener('focusin', () => backstoryLog.focus++);
  addEventListener('resize', () => backstoryLog.resizes++);
  addEventListener('load', () => { backstoryLog.mutations = 0; backstoryLog.attributes = 0; });
</script>`;

const PAGE = 'http://hostile.test/candidates.html';

async function look(story: Story): Promise<Record<string, unknown>> {
  const page = await story.openRead(PAGE);
  await page.activate();
  const marked = () =>
    page.evaluate(() =>
      [...(CSS as unknown as { highlights: Map<string, { size: number }> }).highlights.values()].reduce(
        (sum, { size }) => sum + size,
        0,
      ),
    );
  await waitUntil(async () => (await marked()) > 0, { what: 'the bundled names to be marked' });
  // Long enough for whatever would follow the answer.
  await new Promise((later) => setTimeout(later, 1_500));
  return page.evaluate(
    observe,
    Array.from({ length: CANDIDATES }, (_, at) => person(at)),
  ) as Promise<Record<string, unknown>>;
}

async function fill(story: Story): Promise<void> {
  const page: Page = await story.browser.openExtensionPage('archive.html?tab=add');
  await page.waitFor(() => document.querySelector('[data-testid=import-files]') !== null);
  await page.evaluate((text: string) => {
    const input = document.querySelector<HTMLInputElement>('[data-testid=import-files]');
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'private.jsonl'));
    if (!input) throw new Error('no place to drop files');
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, articles);
  const count = () =>
    page.evaluate(async (name: string) => {
      const { runtime } = (
        globalThis as unknown as {
          chrome: { runtime: { sendMessage(call: object): Promise<{ value?: readonly unknown[] }> } };
        }
      ).chrome;
      const call = { to: 'background', verb: 'listNames', argument: { text: name, type: null, limit: 5 } };
      return (await runtime.sendMessage(call)).value?.length ?? 0;
    }, person(0));
  await waitUntil(async () => (await count()) > 0, {
    what: 'the private names to be known',
    timeoutMs: 90_000,
  });
}

describe.each(BROWSERS)('a page that prints private names, in $kind', ({ kind }) => {
  let story: Story;
  afterAll(() => story.end());

  it('sees the same with and without 1,500 private articles, whatever it looks at', {
    timeout: 180_000,
  }, async () => {
    story = await startStory(kind);
    story.proxy.serve('hostile.test/candidates.html', {
      body: html.replace('<title>', `${LISTENING}<title>`),
      headers: { 'content-type': 'text/html; charset=utf-8' },
    });
    const without = await look(story);
    await fill(story);
    const within = await look(story);
    expect(Object.keys(without).length).toBeGreaterThanOrEqual(40);
    for (const name of Object.keys(without)) expect([name, within[name]]).toEqual([name, without[name]]);
    // The test can fail: the panels do know the names that the page printed.
    const reading = await story.reading(PAGE, ({ names }) => names.length > 20);
    const recovered = (within.highlightTexts as readonly (readonly string[])[]).flat();
    const known = new Set(reading.names.map(({ exact }) => exact));
    expect([...known].filter((one) => /^(?:Velda|Orrin|Tamsin|Bastian)/.test(one)).length).toBeGreaterThan(5);
    expect(
      recovered.filter((text) => Array.from({ length: CANDIDATES }, (_, at) => person(at)).includes(text)),
    ).toEqual([]);
  });
});
