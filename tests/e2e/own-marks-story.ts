/** What a reader sees of own marks: the boxes in our frame above a page, against the page's words under them. */
import { expect } from 'vitest';
import type { Page, View } from '../../src/platform/node/drive/driven-browser.ts';

/** CSS pixels of the window. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** As far as a box may be off: a hair's breadth. */
const NEAR_PX = 1.5;

/** Of words inside an element, wherever they are; one box a line. */
function boxesOfWords(page: View, selector: string, words: string): Promise<Box[]> {
  return page.evaluate(
    (css, wanted) => {
      const element = document.querySelector(css);
      if (!element) throw new Error(`no ${css}`);
      const nodes: Text[] = [];
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) nodes.push(walker.currentNode as Text);
      const text = nodes.map(({ data }) => data).join('');
      const place = (offset: number) => {
        let rest = offset;
        for (const node of nodes) {
          if (rest < node.data.length) return { node, offset: rest };
          rest -= node.data.length;
        }
        throw new Error('beyond the text');
      };
      const boxes: { left: number; top: number; right: number; bottom: number }[] = [];
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        const [start, end] = [place(at), place(at + wanted.length - 1)];
        const range = document.createRange();
        range.setStart(start.node, start.offset);
        range.setEnd(end.node, end.offset + 1);
        const lines: typeof boxes = [];
        for (const { left, top, right, bottom, width } of range.getClientRects()) {
          if (width === 0) continue;
          const line = lines.find((one) => Math.abs(one.top - top) < (bottom - top) / 2);
          if (line)
            Object.assign(line, { left: Math.min(line.left, left), right: Math.max(line.right, right) });
          else lines.push({ left, top, right, bottom });
        }
        boxes.push(...lines);
      }
      return boxes;
    },
    selector,
    words,
  );
}

/** In the frame's order; none while there is no frame. */
export async function boxesDrawn(page: Page): Promise<(Box & { readonly kind: string })[]> {
  const frame = await page.frame('own-marks.html', { timeoutMs: 200 }).catch(() => null);
  if (!frame) return [];
  return frame.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.own-mark:not([hidden])')].map((box) => {
      const { left, top, right, bottom } = box.getBoundingClientRect();
      return { left, top, right, bottom, kind: box.dataset.kind ?? '' };
    }),
  );
}

function isOver(one: Box, other: Box, nearPx: number): boolean {
  return (['left', 'top', 'right', 'bottom'] as const).every(
    (side) => Math.abs(one[side] - other[side]) <= nearPx,
  );
}

/** Words that no box stands over, and how far the nearest is off: empty when all is well. */
export async function expectBoxesOver(
  page: Page,
  selector: string,
  words: string,
  nearPx = NEAR_PX,
): Promise<void> {
  const missed = async () => {
    const [wanted, drawn] = [await boxesOfWords(page, selector, words), await boxesDrawn(page)];
    if (wanted.length === 0) return [`${selector} has no such words`];
    return wanted.filter((box) => !drawn.some((one) => isOver(one, box, nearPx)));
  };
  await expect.poll(missed, { timeout: 10_000 }).toEqual([]);
}

/** No box reaches into the element's own by more than `slackPx`: half a word, where a line is covered in part. */
export async function expectNoBoxIn(page: Page, selector: string, slackPx = 0): Promise<void> {
  const inside = async () => {
    const area = await page.evaluate((css) => {
      const { left, top, right, bottom } =
        document.querySelector(css)?.getBoundingClientRect() ?? new DOMRect();
      return { left, top, right, bottom };
    }, selector);
    return (await boxesDrawn(page)).filter(
      (box) =>
        box.left < area.right - slackPx &&
        area.left + slackPx < box.right &&
        box.top < area.bottom &&
        area.top < box.bottom,
    );
  };
  await expect.poll(inside, { timeout: 10_000 }).toEqual([]);
}
