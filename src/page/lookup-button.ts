/**
 * The small round *Look up* button beside a fresh selection. It comes after the reader's own act (pointer or key, never
 * a script's selection), holds an icon and no text, and goes with Esc, a click elsewhere, scrolling, or the selection.
 */
import { type Overlay, openOverlay, setStyle } from './overlay.ts';
import type { SelectedText } from './selection.ts';

const SIZE = 28;
const GAP = 6;
const MARGIN = 8;
/** A click into a selection clears it only after the pointer is up. */
const SETTLE_MS = 30;
const SVG = 'http://www.w3.org/2000/svg';
/** A magnifying glass over a line of text, on a 16 × 16 grid. */
const ICON = 'M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9M10.3 10.3L13.5 13.5M5 6h4M5 8h2.5';

export interface LookupButtonOptions {
  readonly label: string;
  readonly isEnabled: () => boolean;
  readonly readSelection: () => SelectedText | null;
  /** An event's target is ours already: the card. */
  readonly isOurs: (target: EventTarget | null) => boolean;
  readonly onLookUp: (selected: SelectedText) => void;
}

export function offerLookup(options: LookupButtonOptions, signal: AbortSignal): void {
  let overlay: Overlay | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hide = () => {
    clearTimeout(timer);
    overlay?.remove();
    overlay = null;
  };
  const isButton = (event: Event) => overlay !== null && event.target === overlay.host;
  const offer = () => {
    hide();
    const selected = options.readSelection();
    if (!selected) return;
    overlay = showButton(selected, options.label, () => {
      hide();
      options.onLookUp(selected);
    });
  };
  const offerSoon = (event: Event) => {
    if (!event.isTrusted || !options.isEnabled() || isButton(event) || options.isOurs(event.target)) return;
    clearTimeout(timer);
    timer = setTimeout(offer, SETTLE_MS);
  };

  const capture = { signal, passive: true, capture: true };
  addEventListener('pointerup', offerSoon, capture);
  addEventListener('keyup', (event) => isSelectingKey(event) && offerSoon(event), capture);
  addEventListener('keydown', (event) => event.isTrusted && event.key === 'Escape' && hide(), capture);
  addEventListener('pointerdown', (event) => isButton(event) || hide(), capture);
  addEventListener('scroll', (event) => event.target === document && hide(), capture);
  addEventListener('resize', hide, capture);
  document.addEventListener('selectionchange', () => document.getSelection()?.isCollapsed && hide(), {
    signal,
  });
  signal.addEventListener('abort', hide, { once: true });
}

function isSelectingKey(event: KeyboardEvent): boolean {
  return event.shiftKey || event.key === 'Shift' || ((event.ctrlKey || event.metaKey) && event.key === 'a');
}

function showButton(selected: SelectedText, label: string, onClick: () => void): Overlay {
  const overlay = openOverlay();
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-label', label);
  button.title = label;
  setStyle(button, [
    ['all', 'initial'],
    ['box-sizing', 'border-box'],
    ['display', 'grid'],
    ['place-items', 'center'],
    ['width', `${SIZE}px`],
    ['height', `${SIZE}px`],
    ['border-radius', '50%'],
    ['border', '1px solid rgb(255 255 255 / 0.35)'],
    ['background', '#1f3a5f'],
    ['box-shadow', '0 1px 4px rgb(0 0 0 / 0.35)'],
    ['cursor', 'pointer'],
    ['user-select', 'none'],
  ]);
  button.append(drawIcon());
  // Without this, pressing the button would clear the selection or take the focus from it.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', (event) => event.isTrusted && onClick());
  overlay.root.append(button);
  overlay.moveTo({ ...cornerBeside(selected.box), width: SIZE, height: SIZE });
  return overlay;
}

function drawIcon(): SVGSVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICON);
  setStyle(icon, [
    ['width', '18px'],
    ['height', '18px'],
    ['fill', 'none'],
    ['stroke', '#fff'],
    ['stroke-width', '1.5'],
    ['stroke-linecap', 'round'],
  ]);
  icon.append(path);
  return icon;
}

/** Below the end of the selection, or above it at the foot of the window. */
function cornerBeside(box: DOMRect): { left: number; top: number } {
  const viewWidth = document.documentElement.clientWidth || innerWidth;
  const below = box.bottom + GAP;
  const top = below + SIZE + MARGIN <= innerHeight ? below : box.top - GAP - SIZE;
  const left = box.right - SIZE / 2;
  return {
    left: Math.max(MARGIN, Math.min(left, viewWidth - SIZE - MARGIN)),
    top: Math.max(MARGIN, Math.min(top, innerHeight - SIZE - MARGIN)),
  };
}
