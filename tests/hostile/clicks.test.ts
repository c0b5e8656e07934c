/**
 * TRUST R2, R4 and R5: no scripted input opens or works anything of ours, and no layout makes a reader's real click on
 * the card save, delete, change or grant something: a card in a page can only open our own pages.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page, View } from '../../src/platform/node/drive/driven-browser.ts';
import { BROWSERS, expectNoOverlay, type Story, startStory } from '../e2e/story.ts';
import { recordFigure } from '../trust/figures.ts';
import { runInContentWorld } from './compromised-script.ts';
import { openCard } from './open-card.ts';
import { holdTown } from './private-archive.ts';
import { changedTraces, settledTraces, tracesOf } from './traces.ts';

const PAGE = 'http://news.test/meetings.html';
/** What a click must not change. Tabs and what was looked up may: a card opens our own pages and the panel. */
const KEPT = ['settings', 'backup-dates', 'holds-own-articles', 'grants', 'scripts', 'articles'];
const HOST = 'html > [popover]';

/** What is done to the page, and to the card's host in it, before the reader clicks. */
const LAYOUTS: readonly string[] = [
  'html { opacity: 0.001 !important }',
  'body { opacity: 0 !important }',
  '[popover] { opacity: 0 !important }',
  '[popover] { transform: scale(0.2) !important; transform-origin: 0 0 }',
  '[popover] { transform: translate(-200px, 60px) !important }',
  '[popover] { filter: invert(1) blur(9px) !important }',
  '[popover] { clip-path: inset(45%) !important }',
  '[popover] { mask: linear-gradient(transparent, transparent) !important }',
  '[popover] { mix-blend-mode: difference !important }',
  '[popover] { width: 30px !important; height: 30px !important; overflow: hidden !important }',
  '[popover] { rotate: 90deg !important }',
  '[popover] { zoom: 0.3 !important }',
  'html { zoom: 0.5 }',
  'html { transform: scale(0.5) }',
  'html { filter: opacity(0.01) }',
  'html { perspective: 10px; transform-style: preserve-3d }',
  '* { cursor: none !important }',
  '[popover] { animation: jump 0.1s infinite !important } @keyframes jump { to { translate: 50px } }',
  'body::after { content: "Win a prize"; position: fixed; inset: 0; background: white; pointer-events: none; z-index: 2147483647 }',
  'script: cover.style.cssText = "position:fixed;inset:0;margin:0;width:100%;height:100%;pointer-events:none"; cover.popover = "manual"; document.body.append(cover); cover.showPopover()',
  'script: cover.style.cssText = "pointer-events:none;inset:0;width:100%;height:100%"; const modal = document.createElement("dialog"); modal.append(cover); document.body.append(modal); modal.show()',
  'script: host.style.setProperty("opacity", "0", "important")',
  'script: host.style.setProperty("left", "0px", "important"); host.style.setProperty("top", "0px", "important")',
  'script: const frame = document.createElement("iframe"); frame.srcdoc = "Claim it here"; frame.style.cssText = "position:fixed;inset:0;width:100%;height:100%;pointer-events:none;background:white"; document.body.append(frame)',
  'script: host.style.setProperty("height", "3000px", "important"); host.style.setProperty("width", "3000px", "important")',
];

/** Runs in the page; undone by {@link undoLayout}. */
function applyLayout(layout: string, selector: string): void {
  const host = document.querySelector<HTMLElement>(selector);
  const cover = document.createElement('div');
  cover.textContent = 'Win a prize';
  if (!layout.startsWith('script:')) {
    const style = document.createElement('style');
    style.className = 'forged';
    style.textContent = layout;
    document.head.append(style);
  } else if (host) new Function('host', 'cover', layout.slice('script:'.length))(host, cover);
}

function undoLayout(): void {
  for (const forged of document.querySelectorAll(
    '.forged, body > div[popover], body > dialog, body > iframe',
  ))
    forged.remove();
}

/** Runs in the page: input that no reader gave, on the page and on anything of ours in it. Answers how many events. */
function forgeInput(selector: string): number {
  const targets = [
    document.body,
    document.documentElement,
    ...document.querySelectorAll(`p, h1, ${selector}`),
  ];
  const at = { bubbles: true, composed: true, cancelable: true, clientX: 200, clientY: 200, button: 0 };
  let sent = 0;
  const send = (target: EventTarget, event: Event) => {
    target.dispatchEvent(event);
    sent++;
  };
  for (const target of targets) {
    for (const type of ['pointermove', 'pointerover', 'pointerdown', 'pointerup', 'click', 'pointerleave'])
      send(target, new PointerEvent(type, { ...at, pointerType: type === 'click' ? 'touch' : 'mouse' }));
    for (const type of ['mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu', 'mousemove'])
      send(target, new MouseEvent(type, at));
    for (const key of ['Enter', 'Tab', ' ', 'k', 'Escape'])
      for (const type of ['keydown', 'keyup'])
        send(target, new KeyboardEvent(type, { ...at, key, shiftKey: true }));
    for (const type of ['focusin', 'focus']) send(target, new FocusEvent(type, at));
    for (const type of ['dragstart', 'drop']) send(target, new DragEvent(type, at));
    if (target instanceof HTMLElement) {
      target.click();
      target.focus();
      sent += 2;
    }
  }
  return sent;
}

describe.each(BROWSERS)('clicks in a page in $kind', ({ kind }) => {
  let story: Story;
  let desk: Page;
  let page: Page;

  beforeAll(async () => {
    story = await startStory(kind);
    desk = await story.browser.openExtensionPage('archive.html?tab=add');
    await holdTown(desk);
    page = await story.openRead(PAGE);
    await page.activate();
  });
  afterAll(() => story.end());

  const keptChanges = async (before: Record<string, string>) =>
    changedTraces(before, await tracesOf(desk, page)).filter((name) => KEPT.includes(name));

  /** Where a button of the open card stands in the page; the `nth` of them, round and round. */
  async function controlAt(card: View, nth: number) {
    const control = await card.evaluate((wanted) => {
      const controls = [...document.querySelectorAll('button, summary')];
      const one = controls[wanted % controls.length]!;
      one.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = one.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }, nth);
    const host = await page.evaluate((selector) => {
      const box = document.querySelector(selector)!.getBoundingClientRect();
      return { x: box.left, y: box.top };
    }, HOST);
    return { x: host.x + control.x, y: host.y + control.y };
  }

  it('that a script sends have no effect, not over a selection of its own, and not on an open card', async () => {
    await page.evaluate(() => {
      const paragraph = document.querySelector('p');
      if (paragraph) getSelection()?.selectAllChildren(paragraph);
    });
    const before = await settledTraces(desk, page);
    let sent = await page.evaluate(forgeInput, HOST);
    await new Promise((later) => setTimeout(later, 700)); // twice the rest before a card opens
    const closed = changedTraces(before, await tracesOf(desk, page));
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await openCard(page, 'Ismail Haniyeh');
    const open = await settledTraces(desk, page);
    sent += await page.evaluate(forgeInput, HOST);
    await new Promise((later) => setTimeout(later, 300));
    const opened = changedTraces(open, await tracesOf(desk, page)).filter((name) => name !== 'overlays');
    recordFigure({
      bar: '6 scripted clicks, keys, drags and focus with an effect',
      pass: '0 of at least 40',
      measured: `${closed.length + opened.length} of ${sent}`,
      browser: kind,
    });
    expect(sent).toBeGreaterThan(40);
    expect(closed).toEqual([]);
    expect(opened).toEqual([]);
    await page.press('Escape');
    await expectNoOverlay(page);
  });

  it('of the reader on the card’s own buttons change nothing that is kept, in whatever layout', {
    timeout: 240_000,
  }, async () => {
    const before = await tracesOf(desk, page);
    const written: string[] = [];
    for (const [at, layout] of LAYOUTS.entries()) {
      await page.activate();
      const card = await openCard(page, at % 2 === 0 ? 'Ismail Haniyeh' : 'United Nations');
      const control = await controlAt(card, at);
      await page.evaluate(applyLayout, layout, HOST);
      await page.clickAt(control);
      const changed = await keptChanges(before);
      if (changed.length > 0) written.push(`${layout}: ${changed}`);
      await page.evaluate(undoLayout);
      await page.activate();
      await page.press('Escape');
      await page.hoverAt({ x: 2, y: 2 });
      await page.evaluate((selector) => document.querySelector(selector)?.remove(), HOST);
    }
    recordFigure({
      bar: '6 click-jacking layouts in which a real click writes something',
      pass: '0 of 24',
      measured: `${written.length} of ${LAYOUTS.length}`,
      browser: kind,
    });
    expect(LAYOUTS.length).toBeGreaterThanOrEqual(24);
    expect(written).toEqual([]);
  });

  it('work a card that is drawn in the page itself, scripted and covered', async () => {
    await page.activate();
    await runInContentWorld(story, PAGE, () => {
      const host = document.createElement('div');
      host.id = 'naive';
      host.style.cssText = 'position:fixed;left:20px;top:20px;width:80px;height:40px;background:silver';
      host.addEventListener('click', () => {
        CSS.highlights.clear();
      });
      document.body.append(host);
    });
    const before = await tracesOf(desk, page);
    expect(JSON.parse(before.marks ?? '{}').person.length).toBeGreaterThan(0);
    await page.activate();
    await page.evaluate(() => {
      document.body.style.opacity = '0';
    });
    await page.clickAt({ x: 40, y: 40 });
    expect(changedTraces(before, await tracesOf(desk, page))).toContain('marks');
  });
});
