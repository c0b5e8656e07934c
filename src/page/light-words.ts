/**
 * Lights up words for a moment where the page must not learn which: a highlight can be listed by the page, so boxes are
 * laid over the words in a layer of ours that covers the window, text-free and closed. The page sees that a layer came
 * and went, the same for all words. Boxes follow the words in every frame, for as long as they are lit.
 */
import { isConnected } from './node-access.ts';
import { coverWindow, openOverlay, setStyle } from './overlay.ts';

/** Lines of one place; a sentence on a phone has some ten. */
const MOST_BOXES = 40;
const LIGHT: readonly (readonly [string, string])[] = [
  ['all', 'initial'],
  ['position', 'absolute'],
  ['inset', '0 auto auto 0'],
  ['border-radius', '2px'],
  // Words stay readable under it on light and on dark pages; the edge is seen where the ground is of the same colour.
  ['background', 'rgb(255 200 60 / 35%)'],
  ['outline', '2px solid #d99a00'],
];

let stopLast: (() => void) | null = null;

/** One place at a time: what was lit before goes out. */
export function lightWords(range: Range, shownMs: number, signal: AbortSignal): void {
  stopLast?.();
  const overlay = openOverlay();
  coverWindow(overlay);
  const boxes: HTMLElement[] = [];
  let frame = requestAnimationFrame(function follow() {
    if (!overlay.host.isConnected || !isConnected(range.startContainer)) return stop();
    place(overlay.root, boxes, [...range.getClientRects()].slice(0, MOST_BOXES));
    frame = requestAnimationFrame(follow);
  });
  const timer = setTimeout(stop, shownMs);
  signal.addEventListener('abort', stop, { once: true });
  stopLast = stop;

  function stop(): void {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    overlay.remove();
    if (stopLast === stop) stopLast = null;
  }
}

function place(root: ShadowRoot, boxes: HTMLElement[], lines: readonly DOMRect[]): void {
  while (boxes.length < lines.length) {
    const box = document.createElement('div');
    setStyle(box, LIGHT);
    root.append(box);
    boxes.push(box);
  }
  for (const [at, box] of boxes.entries()) {
    const line = lines[at];
    setStyle(box, [
      ['display', line ? 'block' : 'none'],
      ['width', `${line?.width ?? 0}px`],
      ['height', `${line?.height ?? 0}px`],
      ['transform', `translate(${line?.left ?? 0}px, ${line?.top ?? 0}px)`],
    ]);
  }
}
