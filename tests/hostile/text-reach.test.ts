/**
 * TRUST R2: with a card open, a page tries every way by which text in its document can be reached: searching, selecting
 * and walking, carets, fonts, trees, frames. The card's words stand in a frame of our own origin, and none gets there.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { BROWSERS, expectNoOverlay, type Story, startStory } from '../e2e/story.ts';
import { recordFigure } from '../trust/figures.ts';
import { runInContentWorld } from './compromised-script.ts';
import { openCard } from './open-card.ts';

const PAGE = 'http://news.test/meetings.html';
/** Signs that the page itself does not print, so that a font asked for one of them tells of a card. */
const RARE = '“”…–·✓→';

/** Runs in the page: by the name of the route, what of `words` it reached, or the nodes of ours it came to. */
async function reach(words: readonly string[], letters: string): Promise<Record<string, string>> {
  const reached: Record<string, string> = {};
  const own = document.body.innerText.toLowerCase();
  const foreign = words.filter((word) => !own.includes(word.toLowerCase()));
  const known = (text: string) => foreign.filter((word) => text.includes(word)).join(' ');
  const isForeign = (node: Node | null | undefined) =>
    node && (node.getRootNode() instanceof ShadowRoot || node.ownerDocument !== document);
  const selection = getSelection()!;
  const look = () => {
    const nodes = [selection.anchorNode, selection.focusNode];
    const composed = (
      selection as { getComposedRanges?(): readonly { startContainer: Node; endContainer: Node }[] }
    ).getComposedRanges?.();
    for (const range of composed ?? []) nodes.push(range.startContainer, range.endContainer);
    const node = nodes.find(isForeign);
    return (node ? `a node of ours: ${node.nodeName}` : '') + known(String(selection));
  };
  const note = (route: string, found: string) => {
    reached[route] = (reached[route] ?? '') + found;
  };
  const find = (globalThis as unknown as { find(text: string): boolean }).find;

  for (const word of foreign) {
    selection.removeAllRanges();
    if (find(word)) note('window.find', `${word} ${look()}`);
  }
  note('window.find', '');
  for (const granularity of ['character', 'word', 'line', 'paragraph']) {
    for (const alter of ['extend', 'move']) {
      selection.collapse(document.body.lastElementChild, 0);
      let found = '';
      for (let step = 0; step < 40; step++) {
        selection.modify(alter, 'forward', granularity);
        found ||= look();
      }
      note(`selection walk by ${granularity}`, found);
    }
  }
  document.execCommand('selectAll');
  note('select all', look());
  selection.selectAllChildren(document.documentElement);
  note('select the children of the root', look());
  const host = document.querySelector<HTMLElement>('html > [popover]');
  if (host) {
    const range = document.createRange();
    range.selectNodeContents(host);
    selection.removeAllRanges();
    selection.addRange(range);
    note('select the host', look() + known(range.toString()));
    selection.setBaseAndExtent(document.body, 0, host, host.childNodes.length);
    note('extend into the host', look());
    const { left, top, width, height } = host.getBoundingClientRect();
    for (let x = 1; x < 12; x++) {
      for (let y = 1; y < 12; y++) {
        const at = [left + (width * x) / 12, top + (height * y) / 12] as const;
        const caret = document.caretPositionFromPoint?.(...at)?.offsetNode;
        const element = document.elementsFromPoint(...at).find(isForeign);
        note('carets', isForeign(caret) ? `a node of ours: ${caret?.nodeName}` : '');
        note('hit tests', element ? `a node of ours: ${element.nodeName}` : '');
      }
    }
    note('the host’s own text', known(`${host.textContent}${host.innerText}${host.outerHTML}`));
    note('shadow root', host.shadowRoot ? 'open' : '');
  }
  selection.removeAllRanges();
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) text += node.nodeValue ?? '';
  note('tree walk', known(text));
  note('serialising', known(new XMLSerializer().serializeToString(document)));
  note(
    'XPath',
    known(String(document.evaluate('string(/)', document, null, XPathResult.STRING_TYPE).stringValue)),
  );
  note('frames', window.length > 0 ? `${window.length} frames` : '');
  note(
    'performance entries',
    known(
      performance
        .getEntries()
        .map(({ name }) => name)
        .join(' '),
    ),
  );
  note('active element', isForeign(document.activeElement) ? 'ours' : '');
  const style = document.createElement('style');
  style.id = 'fonts';
  style.textContent = `${[...letters]
    .map(
      (sign) =>
        `@font-face { font-family: probe; src: url(/font-${sign.codePointAt(0)}); unicode-range: U+${sign.codePointAt(0)!.toString(16)} }`,
    )
    .join('\n')} *, html, body, [popover] { font-family: probe, serif !important }`;
  document.head.append(style);
  await new Promise((done) => setTimeout(done, 700));
  style.remove();
  return reached;
}

describe.each(BROWSERS)('the words of a card in $kind', ({ kind }) => {
  let story: Story;
  let page: Page;
  let words: string[];

  beforeAll(async () => {
    story = await startStory(kind);
    page = await story.openRead(PAGE);
    await page.activate();
  });
  afterAll(() => story.end((error) => /font-\d/.test(`${error.text} ${error.source}`)));

  const askedFonts = () =>
    story.proxy.inside.filter(({ url }) => url.includes('/font-')).map(({ url }) => url);

  it('are reached by none of the ways that text can be reached', async () => {
    const card = await openCard(page, 'Ismail Haniyeh');
    const shown = await card.evaluate(
      () => document.querySelector<HTMLElement>('[data-testid=card]')?.innerText ?? '',
    );
    expect([...RARE].filter((sign) => shown.includes(sign)).length).toBeGreaterThan(0);
    words = [...new Set(shown.split(/[^\p{L}]+/u).filter((word) => word.length > 7))].slice(0, 60);
    expect(words.length).toBeGreaterThan(10);
    const before = askedFonts().length;
    const routes = await page.evaluate(reach, words, RARE);
    routes.fonts = askedFonts().slice(before).join(' ');
    const through = Object.entries(routes).filter(([, found]) => found !== '');
    recordFigure({
      bar: '4 routes by which a page reaches the words of a card',
      pass: '0 of at least 13',
      measured: `${through.length} of ${Object.keys(routes).length}`,
      browser: kind,
    });
    expect(Object.keys(routes).length).toBeGreaterThanOrEqual(13);
    expect(through).toEqual([]);
    await page.press('Escape');
    await expectNoOverlay(page);
  });

  it('are reached where an extension draws them in a closed shadow root', async () => {
    await runInContentWorld(
      story,
      PAGE,
      (text) => {
        const host = document.createElement('div');
        host.popover = 'manual';
        const paragraph = document.createElement('p');
        paragraph.textContent = text;
        host.attachShadow({ mode: 'closed' }).append(paragraph);
        document.documentElement.append(host);
        host.showPopover();
      },
      `${words.join(' ')} ${RARE}`,
    );
    const before = askedFonts().length;
    const routes = await page.evaluate(reach, words, RARE);
    expect(routes['window.find']).not.toBe('');
    expect(askedFonts().slice(before).length).toBeGreaterThan(0);
    await page.evaluate(() => document.querySelector('html > [popover]')?.remove());
  });

  it('leave the document as it was when the card and a look-up were opened and closed', async () => {
    const serialised = () => page.evaluate(() => document.documentElement.outerHTML);
    const before = await serialised();
    await openCard(page, 'Ismail Haniyeh');
    await page.press('Escape');
    await expectNoOverlay(page);
    expect(await serialised()).toBe(before);
  });
});
