/**
 * A place of our own above the page, for the card's frame, the selection button and the frame of own marks: one host element in the top layer,
 * a closed shadow root in it, no text anywhere (a closed root hides nothing: `window.find` reads it). It is there only
 * while it is used, and only after a real act of the reader (allowing own marks on the site is one), so the page's DOM is
 * the same before and after.
 */
export interface Overlay {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Client coordinates. */
  moveTo(box: OverlayBox): void;
  /** Above what the page has put into the top layer since. */
  raise(): void;
  remove(): void;
}

export interface OverlayBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Set one by one and `!important`: no page style wins, and no Content Security Policy is asked. */
const HOST_STYLE: readonly (readonly [property: string, value: string])[] = [
  ['all', 'initial'],
  ['position', 'fixed'],
  ['inset', 'auto'],
  ['margin', '0'],
  ['padding', '0'],
  ['border', '0'],
  ['display', 'block'],
  ['overflow', 'visible'],
  ['background', 'transparent'],
  ['contain', 'layout style'],
  ['user-select', 'none'],
  ['z-index', '2147483647'],
];

const overlays = new WeakSet<Node>();

/** Whether a node of the page is one of ours: never read, and its coming and going is no change of the page. */
export function isOverlay(node: Node): boolean {
  return overlays.has(node);
}

export function openOverlay(): Overlay {
  const host = document.createElement('div');
  overlays.add(host);
  setStyle(host, HOST_STYLE);
  const root = host.attachShadow({ mode: 'closed' });
  host.popover = 'manual';
  document.documentElement.append(host);
  host.showPopover();
  return {
    host,
    root,
    moveTo(box) {
      const { left, top, width, height } = box;
      setStyle(
        host,
        Object.entries({ left, top, width, height }).map(([property, value]) => [
          property,
          `${Math.round(value)}px`,
        ]),
      );
    },
    raise() {
      if (host.isConnected && host.popover === 'manual') {
        host.hidePopover();
        host.showPopover();
      }
    },
    remove: () => host.remove(),
  };
}

/** Lays it over the whole window, to draw on: no pointer, no focus, no place in selections or searches. */
export function coverWindow({ host }: Overlay): void {
  host.inert = true;
  setStyle(host, [
    ['inset', '0'],
    ['width', '100%'],
    ['height', '100%'],
    ['pointer-events', 'none'],
    ['contain', 'strict'],
  ]);
}

export function setStyle(
  element: HTMLElement | SVGElement,
  style: readonly (readonly [property: string, value: string])[],
): void {
  for (const [property, value] of style) element.style.setProperty(property, value, 'important');
}
