/**
 * What is wrong with the look of a view whose interface speaks the pseudo language: text that is neither a message nor
 * content, text that is cut or runs out of its box; and where its boxes stand, to be compared with the mirrored view.
 * The functions run in the view: they see nothing of this file but their arguments.
 */
import type { View } from '../../src/platform/node/drive/driven-browser.ts';

/** Content of articles and pages, and what is the same in every language. */
const CONTENT = 'bdi, [dir=auto], [lang]:not(html), time, kbd, code, option, title, .drawing text';

/** Texts and attributes with letters outside a message, outside an isolate, and no date or size by `Intl`. */
export function untranslated(view: View): Promise<string[]> {
  return view.evaluate((content) => {
    const isOwn = (text: string) =>
      /\p{L}{2}/u.test(
        text
          .replace(/⟦[^⟦⟧]*(?:⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧/g, ' ')
          .replace(/\u2068[^\u2069]*\u2069/g, ' ')
          .replace(
            /(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]* (?:\d{1,2}, )?\d{4}/g,
            ' ',
          )
          .replace(/\d (?:byte|kB|MB|GB)/g, ' '),
      );
    const found: string[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      if (element.matches('script, style')) continue;
      // A message may be parted by what is drawn within it.
      const parts = [...element.childNodes].map((node) => (node instanceof Text ? node.data : ' '));
      if (!element.closest(content) && isOwn(parts.join(''))) found.push(parts.join('').trim());
      for (const name of ['title', 'aria-label', 'placeholder', 'alt', 'aria-description']) {
        const text = element.getAttribute(name) ?? '';
        const isContent = element.closest('bdi, [dir]:not(html)') ?? element.querySelector('bdi, [dir]');
        if (isOwn(text) && !(isContent && name !== 'aria-label')) found.push(`${name}=${text}`);
      }
    }
    if (isOwn(document.title)) found.push(`document.title=${document.title}`);
    return found;
  }, CONTENT);
}

/** Messages that are cut by a box around them, stick out of their control, or stand beside the view. */
export function clipped(view: View): Promise<string[]> {
  return view.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push(`the view scrolls sideways: ${root.scrollWidth}`);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !/[⟦⟧]/.test(node.nodeValue ?? '')) continue;
      if (element.closest('.visually-hidden, [hidden], .toast')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 1);
      const wrong = boxes.flatMap((box) => {
        for (let around: Element | null = element; around; around = around.parentElement) {
          const style = getComputedStyle(around);
          const isControl = around.matches('button, a, select, kbd, .tag');
          const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
          const outer = around.getBoundingClientRect();
          const isTold = around.hasAttribute('title');
          const sticksOut = box.left < outer.left - 1 || box.right > outer.right + 1;
          const runsOver = box.top < outer.top - 3 || box.bottom > outer.bottom + 3;
          if (sticksOut && !isTold && (cuts(style.overflowX) || isControl))
            return [around.className || around.tagName];
          if (runsOver && !isTold && (cuts(style.overflowY) || isControl))
            return [around.className || around.tagName];
          if (style.overflowX === 'auto' || style.overflowX === 'scroll') {
            const isSideways =
              around.scrollWidth > around.clientWidth + 1 && !around.matches('.table-scroll, .tabs');
            return isSideways ? [`${around.className} scrolls sideways`] : [];
          }
          if (style.position === 'fixed') return [];
        }
        return [];
      });
      if (wrong.length > 0) found.push(`${(node.nodeValue ?? '').trim().slice(0, 60)} in ${wrong[0]}`);
    }
    return [...new Set(found)];
  });
}

export interface Box {
  /** Where it stands in the document, by places among siblings. */
  readonly path: string;
  readonly name: string;
  /** From the side where lines begin. */
  readonly start: number;
  readonly width: number;
}

/** Of everything that is laid out as a box: what stands in a line of text follows the text instead, as content does. */
export function boxesOf(view: View): Promise<Box[]> {
  return view.evaluate(() => {
    const isRightToLeft = document.documentElement.dir === 'rtl';
    const { left, right } = document.documentElement.getBoundingClientRect();
    const found: Box[] = [];
    const visit = (element: Element, path: string) => {
      const style = getComputedStyle(element);
      if (!element.checkVisibility({ visibilityProperty: true })) return;
      const box = element.getBoundingClientRect();
      const around = element.parentElement ? getComputedStyle(element.parentElement).display : 'block';
      const isInLine = style.display.startsWith('inline') && !/flex|grid/.test(around);
      if (!isInLine && box.width > 1 && !element.matches('.visually-hidden, svg, bdi')) {
        const start = isRightToLeft ? right - box.right : box.left - left;
        const name = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
        found.push({ path, name, start, width: box.width });
      }
      if (isInLine || element.matches('svg, bdi, [dir=auto], [lang], select')) return;
      for (const [at, child] of [...element.children].entries()) visit(child, `${path}/${at}`);
    };
    visit(document.body, '');
    return found;
  });
}

/** Boxes that do not stand in `mirrored` where they would in a mirror; pixels of difference that no eye sees. */
const UNSEEN_PX = 2;

export function unmirrored(boxes: readonly Box[], mirrored: readonly Box[]): string[] {
  const others = new Map(mirrored.map((box) => [box.path, box]));
  return boxes.flatMap(({ path, name, start, width }) => {
    const other = others.get(path);
    if (!other || other.name !== name) return [];
    const isSame = Math.abs(other.start - start) <= UNSEEN_PX && Math.abs(other.width - width) <= UNSEEN_PX;
    const told = (one: number) => Math.round(one);
    return isSame
      ? []
      : [
          `${name} ${path}: ${told(start)}+${told(width)}, mirrored ${told(other.start)}+${told(other.width)}`,
        ];
  });
}
