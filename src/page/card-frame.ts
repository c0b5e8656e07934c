/**
 * The frame that shows a card: a page of the extension, in an overlay, near the words it is about. Archive text is in
 * the frame only, where the page cannot reach. `load` fires even when the page's embedder policy (COEP) blocked the
 * frame, so nothing is shown until the card itself has reported its height; without that in time the panel takes over.
 */
import { contains } from './node-access.ts';
import { type Overlay, type OverlayBox, openOverlay, setStyle } from './overlay.ts';

const WIDTH = 360;
const MIN_HEIGHT = 40;
const MAX_HEIGHT = 460;
/** Height of the invisible frame: the card lays itself out in it before it reports its own. */
const FIRST_HEIGHT = 240;
const MARGIN = 8;
const GAP = 6;
const HANDSHAKE_MS = 1_500;
/** A slow start is not a blocked frame: only so many silent frames mean that none will ever speak. */
const MAX_SILENT = 3;

/** The words a card belongs to, in client coordinates. */
interface CardAnchor {
  readonly box: OverlayBox;
  /** For the side the card is aligned to, and whose scrolling closes it. */
  readonly element: Element;
}

export interface CardFrame {
  /** Asks for a ticket and opens its frame; a newer call or `close` wins over one that is still asking. */
  open(anchor: CardAnchor, askTicket: () => Promise<string | null>): Promise<void>;
  /** The card has drawn itself; false when it is not the one that is open. */
  show(ticket: string, height: number): boolean;
  /** The reader closed this card from inside; false when it is not the one that is open. */
  closeFor(ticket: string): boolean;
  close(): void;
  /** A card is open or on its way. */
  isOpen(): boolean;
  /** Whether a point is on the words, on the card, or between them. */
  isNear(x: number, y: number): boolean;
  /** Whether an event's target is the frame. */
  isTarget(target: EventTarget | null): boolean;
  /** Whether scrolling this would part card and words. */
  isMovedBy(scrolled: EventTarget | null): boolean;
}

export interface CardFrameOptions {
  readonly cardUrl: (ticket: string) => string;
  /** Accessible name of the frame. */
  readonly label: string;
  /** Called once, when frames prove to be blocked here. */
  readonly onBlocked: () => void;
}

interface OpenCard {
  readonly anchor: CardAnchor;
  overlay: Overlay | null;
  iframe: HTMLIFrameElement | null;
  ticket: string | null;
  box: OverlayBox | null;
  handshake: ReturnType<typeof setTimeout> | undefined;
}

export function createCardFrame(options: CardFrameOptions, signal: AbortSignal): CardFrame {
  let card: OpenCard | null = null;
  let silent = 0;

  function close(): void {
    clearTimeout(card?.handshake);
    card?.overlay?.remove();
    card = null;
  }

  function giveUp(): void {
    close();
    silent += 1;
    if (silent === 1) options.onBlocked();
  }

  signal.addEventListener('abort', close, { once: true });
  return {
    async open(anchor, askTicket) {
      close();
      if (silent >= MAX_SILENT || signal.aborted) return;
      const mine: OpenCard = {
        anchor,
        overlay: null,
        iframe: null,
        ticket: null,
        box: null,
        handshake: undefined,
      };
      card = mine;
      const ticket = await askTicket();
      if (card !== mine) return;
      if (ticket === null) close();
      else {
        mine.ticket = ticket;
        placeFrame(mine, options.cardUrl(ticket), options.label);
        mine.handshake = setTimeout(giveUp, HANDSHAKE_MS);
      }
    },
    show(ticket, height) {
      if (!card?.overlay || card.ticket !== ticket) return false;
      clearTimeout(card.handshake);
      silent = 0;
      reveal(card, Number.isFinite(height) ? height : FIRST_HEIGHT);
      return true;
    },
    closeFor(ticket) {
      if (!card || card.ticket !== ticket) return false;
      close();
      return true;
    },
    close,
    isOpen: () => card !== null,
    isNear(x, y) {
      if (!card) return false;
      const { anchor, box } = card;
      return holds(anchor.box, x, y, GAP) || (box !== null && holds(box, x, y, GAP + 2));
    },
    isTarget: (target) => target !== null && target === card?.overlay?.host,
    isMovedBy: (scrolled) => card !== null && contains(scrolled, card.anchor.element),
  };
}

function placeFrame(card: OpenCard, url: string, label: string): void {
  const overlay = openOverlay();
  const iframe = document.createElement('iframe');
  iframe.src = url;
  iframe.title = label;
  iframe.referrerPolicy = 'no-referrer';
  // Unseen by opacity: a frame hidden in other ways may not be laid out, and then never reports its height.
  setStyle(iframe, [
    ['all', 'initial'],
    ['display', 'block'],
    ['width', '100%'],
    ['height', '100%'],
    ['border', '0'],
    ['border-radius', '10px'],
    ['box-shadow', '0 0 0 1px rgb(0 0 0 / 0.12), 0 8px 28px rgb(0 0 0 / 0.22)'],
    ['user-select', 'none'],
  ]);
  setStyle(overlay.host, [
    ['opacity', '0'],
    ['pointer-events', 'none'],
  ]);
  card.overlay = overlay;
  card.iframe = iframe;
  overlay.moveTo(boxBeside(card.anchor, FIRST_HEIGHT));
  overlay.root.append(iframe);
}

function reveal(card: OpenCard, height: number): void {
  card.box = boxBeside(card.anchor, Math.min(MAX_HEIGHT, Math.max(MIN_HEIGHT, height)));
  card.overlay?.moveTo(card.box);
  if (card.overlay) {
    setStyle(card.overlay.host, [
      ['opacity', '1'],
      ['pointer-events', 'auto'],
    ]);
  }
}

/** Below the words, or above where there is more room; aligned to where they begin; always within the window. */
function boxBeside({ box, element }: CardAnchor, wantedHeight: number): OverlayBox {
  const viewWidth = document.documentElement.clientWidth || innerWidth;
  const width = Math.min(WIDTH, viewWidth - 2 * MARGIN);
  const below = innerHeight - (box.top + box.height) - GAP - MARGIN;
  const above = box.top - GAP - MARGIN;
  const isBelow = below >= wantedHeight || below >= above;
  const height = Math.max(MIN_HEIGHT, Math.min(wantedHeight, isBelow ? below : above));
  const top = isBelow ? box.top + box.height + GAP : box.top - GAP - height;
  const isRightToLeft = getComputedStyle(element).direction === 'rtl';
  const left = isRightToLeft ? box.left + box.width - width : box.left;
  return {
    left: Math.max(MARGIN, Math.min(left, viewWidth - width - MARGIN)),
    top: Math.max(MARGIN, Math.min(top, innerHeight - height - MARGIN)),
    width,
    height,
  };
}

function holds(box: OverlayBox, x: number, y: number, slack: number): boolean {
  return (
    box.left - slack <= x &&
    x <= box.left + box.width + slack &&
    box.top - slack <= y &&
    y <= box.top + box.height + slack
  );
}
