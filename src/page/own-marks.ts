/**
 * Own marks: names and sentences of the reader's own articles, where the reader allowed them on this site. A frame of
 * ours lies over the window, lets every pointer through and draws them; this side only tells it where all words are, and
 * never learns which are marked (TRUST R1). What it does, and when, follows from the page and the pointer alone.
 *
 * Nothing is laid out for it: the page is looked at where the browser has just laid it out, in 4 ms slices, when
 * something has moved and otherwise ever more rarely. What moves is hidden, and drawn again where it comes to rest.
 */
import type { CardTicket } from '../protocol/calls.ts';
import type { BlockPlaces, PlaceNews } from '../protocol/word-places.ts';
import type { Result } from '../text/result.ts';
import { blocksInView } from './blocks-in-view.ts';
import { contains } from './node-access.ts';
import { coverWindow, isOverlay, type Overlay, openOverlay, setStyle } from './overlay.ts';
import type { Block } from './page-blocks.ts';
import type { LivePage } from './read-live.ts';
import { createTurns } from './text-turn.ts';
import { createSlices } from './time-slice.ts';
import { WordPieces } from './word-pieces.ts';
import { wordsInSight } from './words-in-sight.ts';

/** After scrolling, and after what else may move words. */
const SETTLE_MS = 120;
const AFTER_ACT_MS = 350;
/** Between two looks at a page on which nothing happens, at first and at last. */
const FIRST_LOOK_MS = 250;
const LAST_LOOK_MS = 2_000;
const SLOWER = 1.5;
/** A blocked frame (COEP) never speaks. */
const HANDSHAKE_MS = 5_000;
/** A page that takes the frame away again and again does not want it. */
const MAX_FRAMES = 3;
/** CSS pixels that nobody sees. */
const SAME_PX = 0.3;

export interface OwnMarks {
  /** What the background's last answer says of this site. */
  allow(isAllowed: boolean): void;
  isAllowed(): boolean;
  /** The frame has redeemed its ticket; false when it is not this page's. */
  show(ticket: string): boolean;
  renew(): void;
  /** The page's blocks have changed. */
  look(): void;
}

export interface OwnMarksOptions {
  readonly page: LivePage;
  readonly frameUrl: (ticket: string) => string;
  readonly askTicket: () => Promise<Result<CardTicket>>;
}

export function createOwnMarks(options: OwnMarksOptions, signal: AbortSignal): OwnMarks {
  let drawing: Drawing | null = null;
  let lifetime: AbortController | null = null;
  let frames = 0;

  function stop(): void {
    lifetime?.abort();
    lifetime = null;
    drawing = null;
  }

  async function start(): Promise<void> {
    if (frames >= MAX_FRAMES || signal.aborted) return;
    frames += 1;
    const mine = new AbortController();
    lifetime = mine;
    const answer = await options.askTicket();
    if (lifetime !== mine || signal.aborted) return;
    if (!answer.ok) return stop();
    const { ticket } = answer.value;
    const all = AbortSignal.any([signal, mine.signal]);
    drawing = new Drawing(options.page, ticket, options.frameUrl(ticket), again, all);
  }

  /** The frame is gone, or was never let in. */
  function again(isGone: boolean): void {
    stop();
    if (isGone) void start();
  }

  return {
    allow(isAllowed) {
      if (isAllowed && !lifetime) void start();
      else if (!isAllowed && lifetime) {
        stop();
        frames = 0;
      }
    },
    isAllowed: () => lifetime !== null,
    show: (ticket) => drawing?.connect(ticket) ?? false,
    renew: () => drawing?.renew(),
    look: () => drawing?.lookSoon(SETTLE_MS),
  };
}

/** One frame over the page, and what it is told. */
class Drawing {
  readonly #page: LivePage;
  readonly #ticket: string;
  readonly #signal: AbortSignal;
  readonly #overlay: Overlay;
  readonly #frame: HTMLIFrameElement;
  readonly #onEnd: (isGone: boolean) => void;
  readonly #handshake: ReturnType<typeof setTimeout>;
  readonly #pieces = new WordPieces();
  /** What was scrolled, and when last. */
  readonly #scrolled = new Map<Node, number>();
  #port: MessagePort | null = null;
  #told: readonly BlockPlaces[] = [];
  #containers: ReadonlyMap<number, Element> = new Map();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = Number.POSITIVE_INFINITY;
  #pauseMs = FIRST_LOOK_MS;
  #isLooking = false;
  #isStale = false;

  constructor(
    page: LivePage,
    ticket: string,
    url: string,
    onEnd: (isGone: boolean) => void,
    signal: AbortSignal,
  ) {
    this.#page = page;
    this.#ticket = ticket;
    this.#onEnd = onEnd;
    this.#signal = signal;
    this.#overlay = openOverlay();
    this.#frame = openFrame(this.#overlay, url);
    this.#handshake = setTimeout(() => onEnd(false), HANDSHAKE_MS);
    signal.addEventListener('abort', () => this.#end(), { once: true });
    this.#listen();
  }

  connect(ticket: string): boolean {
    if (ticket !== this.#ticket || this.#port || this.#signal.aborted) return false;
    clearTimeout(this.#handshake);
    const { port1, port2 } = new MessageChannel();
    // Whoever else should receive it learns what it sees anyway, and we hear nothing on it.
    this.#frame.contentWindow?.postMessage(ticket, '*', [port2]);
    this.#port = port1;
    this.renew();
    this.lookSoon(0);
    return true;
  }

  renew(): void {
    this.#tell({ kind: 'renew' });
  }

  /** At the latest after `delayMs`, and often again from then on. */
  lookSoon(delayMs: number): void {
    this.#pauseMs = FIRST_LOOK_MS;
    this.#isStale ||= this.#isLooking;
    this.#lookAfter(delayMs);
  }

  #end(): void {
    clearTimeout(this.#handshake);
    clearTimeout(this.#timer);
    this.#port?.close();
    this.#overlay.remove();
  }

  #tell(news: PlaceNews): void {
    this.#port?.postMessage(news);
  }

  #listen(): void {
    const options = { signal: this.#signal, passive: true, capture: true };
    const soon = () => this.lookSoon(SETTLE_MS);
    const anew = () => {
      this.#pieces.forget();
      this.#hide(null);
      soon();
    };
    const onToggle = (event: Event) => {
      const isOurs = event.target instanceof Node && isOverlay(event.target);
      if (!isOurs && (event as ToggleEvent).newState === 'open') this.#overlay.raise();
      soon();
    };
    const afterAct = (event: Event) => event.isTrusted && this.lookSoon(AFTER_ACT_MS);
    addEventListener(
      'scroll',
      (event) => event.target instanceof Node && this.#onScroll(event.target),
      options,
    );
    addEventListener('resize', anew, options);
    for (const moved of ['load', 'transitionend', 'animationend', 'fullscreenchange']) {
      document.addEventListener(moved, soon, options);
    }
    for (const act of ['click', 'keyup']) addEventListener(act, afterAct, options);
    document.addEventListener('visibilitychange', soon, options);
    // Dialogs and popovers of the page lie above what was there before them.
    document.addEventListener('toggle', onToggle, options);
    document.fonts.addEventListener('loadingdone', anew, options);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon, options);
  }

  /** Costs a comparison of nodes for each block in view; nothing is measured. */
  #onScroll(scrolled: Node): void {
    const isFirst = !this.#scrolled.has(scrolled);
    this.#scrolled.set(scrolled, performance.now());
    if (isFirst) {
      const isAll = scrolled === document;
      const moved = [...this.#containers].filter(([, container]) => isAll || contains(scrolled, container));
      if (moved.length > 0) this.#hide(isAll ? null : new Set(moved.map(([key]) => key)));
    }
    this.lookSoon(SETTLE_MS);
  }

  #hide(keys: ReadonlySet<number> | null): void {
    this.#tell({ kind: 'moving', keys: keys && [...keys] });
    this.#told = keys ? this.#told.filter(({ key }) => !keys.has(key)) : [];
  }

  #lookAfter(delayMs: number): void {
    const due = performance.now() + delayMs;
    if (!this.#port || this.#isLooking || document.hidden || this.#signal.aborted || due >= this.#due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.#due = Number.POSITIVE_INFINITY;
      void this.#look().catch(() => {}); // only when the signal aborts in a rest
    }, delayMs);
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    this.#isStale = false;
    try {
      await laidOut(this.#signal);
      if (!this.#overlay.host.isConnected) return this.#onEnd(true);
      const isAtRest = this.#forgetOldScrolls();
      if (isAtRest) await this.#lookAtAll();
      this.#pauseMs = Math.min(LAST_LOOK_MS, this.#pauseMs * SLOWER);
    } finally {
      this.#isLooking = false;
    }
    this.#lookAfter(this.#isStale || this.#scrolled.size > 0 ? SETTLE_MS : this.#pauseMs);
  }

  /** False while the window itself is scrolled. */
  #forgetOldScrolls(): boolean {
    const recently = performance.now() - SETTLE_MS;
    for (const [node, at] of this.#scrolled) if (at < recently) this.#scrolled.delete(node);
    return !this.#scrolled.has(document);
  }

  async #lookAtAll(): Promise<void> {
    const slices = createSlices(this.#signal);
    const moves = [...this.#scrolled.keys()];
    const inView = await blocksInView(this.#page, slices);
    const blocks = inView.filter(({ container }) => !moves.some((node) => contains(node, container)));
    const pieces = await this.#pieces.of(blocks, slices);
    const turnOf = createTurns();
    const places: BlockPlaces[] = [];
    for (const block of blocks) {
      const measured = pieces.get(block.key);
      if (!measured?.length || !isShown(block)) continue;
      const seen = await wordsInSight(block.container, measured, slices);
      if (seen.length > 0) places.push(placesOf(block, seen, turnOf(block.container)));
      if (slices.isSpent(4)) await slices.rest();
    }
    // The window was scrolled meanwhile: none of it holds.
    if (this.#scrolled.has(document)) return;
    this.#containers = new Map(inView.map(({ key, container }) => [key, container]));
    if (isSame(this.#told, places)) return;
    this.#told = places;
    this.#pauseMs = FIRST_LOOK_MS;
    this.#tell({ kind: 'places', blocks: places });
  }
}

/** As inert as a frame can be. */
function openFrame(overlay: Overlay, url: string): HTMLIFrameElement {
  coverWindow(overlay);
  const frame = document.createElement('iframe');
  frame.src = url;
  frame.tabIndex = -1;
  frame.referrerPolicy = 'no-referrer';
  setStyle(frame, [
    ['all', 'initial'],
    ['display', 'block'],
    ['width', '100%'],
    ['height', '100%'],
    ['border', '0'],
    ['pointer-events', 'none'],
    // Otherwise a dark page's frame gets a ground of its own.
    ['color-scheme', 'only light'],
  ]);
  overlay.root.append(frame);
  return frame;
}

/** Resolves where the browser has just laid out the page for a frame: looking then makes it lay out nothing. */
function laidOut(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const observer = new IntersectionObserver(() => {
      observer.disconnect();
      if (signal.aborted) reject(signal.reason);
      else resolve();
    });
    observer.observe(document.documentElement);
  });
}

function isShown({ container }: Block): boolean {
  return Element.prototype.checkVisibility.call(container, {
    opacityProperty: true,
    visibilityProperty: true,
    contentVisibilityAuto: true,
  });
}

function placesOf({ key, container }: Block, pieces: Float32Array, turn: BlockPlaces['turn']): BlockPlaces {
  const { color, fontSize, writingMode } = getComputedStyle(container);
  const isVertical = writingMode.startsWith('vertical') || writingMode.startsWith('sideways');
  return { key, pieces, colour: color, fontSize: Number.parseFloat(fontSize) || 16, isVertical, turn };
}

function isSame(before: readonly BlockPlaces[], now: readonly BlockPlaces[]): boolean {
  return (
    before.length === now.length &&
    before.every((one, at) => {
      const { key, pieces, colour, turn } = now[at]!;
      return (
        one.key === key &&
        one.colour === colour &&
        String(one.turn) === String(turn) &&
        (one.pieces === pieces ||
          (one.pieces.length === pieces.length &&
            one.pieces.every((number, index) => Math.abs(number - pieces[index]!) < SAME_PX)))
      );
    })
  );
}
