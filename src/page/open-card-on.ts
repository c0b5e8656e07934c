/**
 * When a card opens and closes. It opens when the pointer has rested on a mark for 350 ms, when the Tab key brings the
 * focus to a link that holds a mark, or on a tap; never while scrolling or with a button pressed, and only for what
 * the reader did (`isTrusted`), because an opened card tells the page that something is there. Moving the pointer
 * costs two comparisons: what is under it is looked up only where it rests.
 */
import type { CardFrame } from './card-frame.ts';
import type { ShownMark } from './find-mark.ts';
import { closestOf, contains, isElement } from './node-access.ts';

const REST_MS = 100;
const HOVER_MS = 350;
const GRACE_MS = 300;
const AFTER_SCROLL_MS = 250;
/** A focus this long after the key was put there by a script, not by the reader. */
const AFTER_TAB_MS = 500;
const INTERACTIVE = 'a[href], button, input, select, textarea, label, summary, video, audio, [role=button]';

export interface CardTriggers {
  readonly card: CardFrame;
  readonly isEnabled: () => boolean;
  readonly markAtPoint: (x: number, y: number) => ShownMark | null;
  readonly markInside: (element: Element) => ShownMark | null;
  readonly open: (shown: ShownMark) => void;
}

export function openCardOn(triggers: CardTriggers, signal: AbortSignal): void {
  const intent = createIntent(signal);
  openOnHover(triggers, intent, signal);
  openOnTap(triggers, signal);
  openOnFocus(triggers, intent, signal);
  closeOnLeaving(triggers, intent, signal);
}

/** At most one thing the reader may be about to do. */
interface Intent {
  after(delayMs: number, act: () => void): void;
  cancel(): void;
}

function createIntent(signal: AbortSignal): Intent {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => clearTimeout(timer);
  signal.addEventListener('abort', cancel, { once: true });
  return {
    after(delayMs, act) {
      cancel();
      timer = setTimeout(act, delayMs);
    },
    cancel,
  };
}

function openOnHover(triggers: CardTriggers, intent: Intent, signal: AbortSignal): void {
  const { card, isEnabled, markAtPoint, open } = triggers;
  const staysNear = closeWhenAway(card, signal);
  let scrolledAt = Number.NEGATIVE_INFINITY;
  let at: { x: number; y: number; target: EventTarget | null } = { x: -1, y: -1, target: null };

  const onMove = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    const { clientX: x, clientY: y, target } = event;
    // Scrolling moves the page under a pointer that rests; the browser reports that as a movement too.
    if (x === at.x && y === at.y) return;
    at = { x, y, target };
    if (staysNear(event)) return;
    if (event.buttons !== 0 || !isEnabled()) intent.cancel();
    else if (performance.now() - scrolledAt > AFTER_SCROLL_MS) {
      intent.after(REST_MS, () => {
        if (!markAtPoint(x, y)) return;
        intent.after(HOVER_MS - REST_MS, () => {
          const shown = markAtPoint(x, y);
          if (shown) open(shown);
        });
      });
    }
  };
  const onScroll = (event: Event) => {
    if (!(at.target instanceof Node) || !contains(event.target, at.target)) return;
    scrolledAt = performance.now();
    intent.cancel();
  };
  addEventListener('pointermove', onMove, { signal, passive: true, capture: true });
  addEventListener('scroll', onScroll, { signal, passive: true, capture: true });
}

/** Gives a function that says whether a card is open, and closes it when the pointer stays away from it. */
function closeWhenAway(card: CardFrame, signal: AbortSignal): (event: PointerEvent) => boolean {
  const leaving = createIntent(signal);
  let isLeaving = false;
  const setNear = (isNear: boolean) => {
    if (isNear) leaving.cancel();
    else if (!isLeaving) leaving.after(GRACE_MS, card.close);
    isLeaving = !isNear;
  };
  // Above the frame the page sees no movement, only that the pointer came in.
  const onOver = (event: PointerEvent) => event.isTrusted && card.isTarget(event.target) && setNear(true);
  const onOut = () => card.isOpen() && setNear(false);
  addEventListener('pointerover', onOver, { signal, passive: true, capture: true });
  document.documentElement.addEventListener('pointerleave', onOut, { signal, passive: true });
  return (event) => {
    const isOpen = card.isOpen();
    setNear(!isOpen || card.isTarget(event.target) || card.isNear(event.clientX, event.clientY));
    return isOpen;
  };
}

function openOnTap({ card, isEnabled, markAtPoint, open }: CardTriggers, signal: AbortSignal): void {
  const onClick = (event: MouseEvent) => {
    if (!event.isTrusted || !isEnabled() || !(event instanceof PointerEvent)) return;
    if (event.pointerType !== 'touch' || card.isTarget(event.target)) return;
    const target = event.target;
    if (!(target instanceof Node) || !isElement(target) || closestOf(target, INTERACTIVE)) return;
    const shown = markAtPoint(event.clientX, event.clientY);
    if (shown) open(shown);
  };
  addEventListener('click', onClick, { signal, passive: true });
}

function openOnFocus(triggers: CardTriggers, intent: Intent, signal: AbortSignal): void {
  const { card, isEnabled, markInside, open } = triggers;
  let tabbedAt = Number.NEGATIVE_INFINITY;
  const onKey = (event: KeyboardEvent) => {
    if (event.isTrusted && event.key === 'Tab') tabbedAt = performance.now();
  };
  const onFocus = (event: FocusEvent) => {
    if (!event.isTrusted || !isEnabled() || performance.now() - tabbedAt > AFTER_TAB_MS) return;
    const target = event.target;
    if (!(target instanceof Node) || !isElement(target) || card.isTarget(target)) return;
    card.close();
    intent.after(HOVER_MS, () => {
      const shown = document.activeElement === target ? markInside(target) : null;
      if (shown) open(shown);
    });
  };
  addEventListener('keydown', onKey, { signal, passive: true, capture: true });
  addEventListener('focusin', onFocus, { signal, passive: true, capture: true });
}

function closeOnLeaving({ card }: CardTriggers, intent: Intent, signal: AbortSignal): void {
  const leave = () => {
    intent.cancel();
    card.close();
  };
  const options = { signal, passive: true, capture: true };
  addEventListener('keydown', (event) => event.isTrusted && event.key === 'Escape' && leave(), options);
  addEventListener('pointerdown', (event) => card.isTarget(event.target) || leave(), options);
  addEventListener('scroll', (event) => card.isMovedBy(event.target) && leave(), options);
  addEventListener('resize', leave, options);
  addEventListener('pagehide', leave, options);
  document.addEventListener('visibilitychange', leave, options);
}
