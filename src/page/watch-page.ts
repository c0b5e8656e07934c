/**
 * Sees that the page changes, and says what must be read again, at most twice a second.
 *
 * The naive version reads the page again on each mutation. Here a change is put down to the block it happened in; a
 * block that never rests (a clock, a ticker) is read ever more rarely, down to once in 30 s, without holding up the
 * others; and a page with more than 5,000 changes between two readings is not listened to for a while, then read whole.
 * Cost between readings: one set insertion a change.
 */
import { elementAt, isConnected } from './node-access.ts';
import { isOverlay } from './overlay.ts';
import { createSlices } from './time-slice.ts';

/** What to read: some blocks; everything, told as changes; or everything, as a new page. */
type Scope = 'blocks' | 'everything' | 'afresh';

export interface PageChanges {
  readonly scope: Scope;
  /** Containers to read again when the scope is 'blocks'. */
  readonly containers: readonly Element[];
  /** Nodes were taken away somewhere. */
  readonly hasRemovals: boolean;
  /** More changed than could be followed. */
  readonly isRestless: boolean;
}

export interface PageWatch {
  /** Has everything read, soon. */
  request(scope: 'everything' | 'afresh'): void;
  /** Looks at these elements again as if they had changed (something hidden may be shown now). */
  revisit(elements: readonly Element[]): void;
  observe(root: ShadowRoot): void;
}

export interface PageWatcher {
  containerOf(node: Node): Element | null;
  /** Resolves with the milliseconds of work it took. */
  read(changes: PageChanges): Promise<number>;
  /** More changes at once than can be followed. */
  overflowed(): void;
}

const QUIET_MS = 250;
const MIN_INTERVAL_MS = 500;
const MAX_INTERVAL_MS = 30_000;
/** Reading again takes at most a twentieth of the time: a page that changes without end draws on (TRUST: 5 % of its frames). */
const REST_FACTOR = 20;
/** The whole of a page that changes without end: a hundredth, or once in half a minute. */
const RESTLESS_FACTOR = 100;
const MAX_RECORDS = 5_000;
/** A block may change in this many readings in a row before it is read more rarely. */
const PATIENCE = 4;

/** How restless a container, or the whole page, is. */
interface Heat {
  level: number;
  due: number;
}

export function watchPage(watcher: PageWatcher, signal: AbortSignal): PageWatch {
  return new Watch(watcher, signal);
}

class Watch implements PageWatch {
  readonly #watcher: PageWatcher;
  readonly #signal: AbortSignal;
  readonly #observer: MutationObserver;
  readonly #roots = new Set<Document | ShadowRoot>([document]);
  readonly #heat = new WeakMap<Element, Heat>();
  readonly #overflow: Heat = { level: 0, due: 0 };
  #targets = new Set<Node>();
  /** Containers that changed but are not due yet. */
  #restless = new Set<Element>();
  #records = 0;
  #hasRemovals = false;
  #scope: Scope = 'blocks';
  #address = pageAddress();
  #notBefore = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #timerDue = 0;
  #isReading = false;

  constructor(watcher: PageWatcher, signal: AbortSignal) {
    this.#watcher = watcher;
    this.#signal = signal;
    this.#observer = new MutationObserver((records) => this.#take(records));
    this.#listen();
    document.addEventListener('visibilitychange', () => this.#schedule(), { signal });
    // Fired by the browser when a single-page application changes the address; Firefox has it since 147.
    globalThis.navigation?.addEventListener?.('currententrychange', () => this.#noticeAddress(), { signal });
    globalThis.addEventListener('popstate', () => this.#noticeAddress(), { signal });
    signal.addEventListener('abort', () => this.#stop(), { once: true });
  }

  request(scope: 'everything' | 'afresh'): void {
    if (this.#scope !== 'afresh') this.#scope = scope;
    // The reader switched something: a long page's rest (REST_FACTOR) would be felt as a switch that does nothing.
    if (scope === 'afresh') this.#notBefore = 0;
    this.#schedule(0);
  }

  revisit(elements: readonly Element[]): void {
    for (const element of elements) this.#targets.add(element);
    if (elements.length > 0) this.#schedule();
  }

  observe(root: ShadowRoot): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#observeOne(root);
  }

  #listen(): void {
    for (const root of this.#roots) {
      if (root instanceof ShadowRoot && !root.isConnected) this.#roots.delete(root);
      else this.#observeOne(root);
    }
  }

  #observeOne(root: Node): void {
    this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  #stop(): void {
    this.#observer.disconnect();
    clearTimeout(this.#timer);
  }

  #take(records: readonly MutationRecord[]): void {
    this.#records += records.length;
    if (this.#records > MAX_RECORDS) {
      this.#overflowed();
      return;
    }
    let hasChanged = false;
    for (const { target, type, addedNodes, removedNodes } of records) {
      if (type === 'childList' && onlyOverlays(addedNodes) && onlyOverlays(removedNodes)) continue;
      hasChanged = true;
      if (removedNodes.length > 0) this.#hasRemovals = true;
      this.#targets.add(target);
      // The root element itself was replaced (document.open, or a script).
      if (target === document) this.#scope = 'afresh';
    }
    if (hasChanged) this.#schedule();
  }

  /** Too much to follow: stop listening, and read the whole page when the pause is over. */
  #overflowed(): void {
    this.#observer.disconnect();
    this.#targets.clear();
    this.#restless.clear();
    if (this.#scope === 'blocks') this.#scope = 'everything';
    heatUp(this.#overflow, 0);
    this.#watcher.overflowed();
    this.#lengthenRest();
    this.#schedule();
  }

  /** The longer of both pauses is the one that counts, also for how soon the next time is. */
  #lengthenRest(): void {
    this.#notBefore = Math.max(this.#notBefore, this.#overflow.due);
    this.#overflow.due = this.#notBefore;
  }

  #noticeAddress(): void {
    if (pageAddress() !== this.#address) this.#schedule();
  }

  #schedule(quietMs = QUIET_MS): void {
    if (this.#isReading || this.#signal.aborted) return;
    // A tab in the background is read once; what changes there waits until somebody looks.
    if (document.hidden && this.#scope === 'blocks') return;
    const now = performance.now();
    // A new page is not made to wait for what the last one cost.
    const due = this.#scope === 'afresh' ? now + quietMs : Math.max(now + quietMs, this.#notBefore);
    if (this.#timer !== undefined && this.#timerDue <= due) return;
    clearTimeout(this.#timer);
    this.#timerDue = due;
    this.#timer = setTimeout(() => this.#read(), due - now);
  }

  async #read(): Promise<void> {
    this.#timer = undefined;
    this.#isReading = true;
    try {
      const changes = await this.#collect();
      const spent = isWorthReading(changes) ? await this.#watcher.read(changes) : 0;
      const longer = changes.isRestless ? Math.min(MAX_INTERVAL_MS, spent * RESTLESS_FACTOR) : 0;
      const rest = Math.max(MIN_INTERVAL_MS, spent * REST_FACTOR, longer);
      if (this.#scope !== 'afresh') this.#notBefore = performance.now() + rest;
      if (this.#records > MAX_RECORDS) this.#lengthenRest();
    } catch (error) {
      if (this.#signal.aborted) return;
      // A page that broke one reading may break the next: try again, but not soon.
      this.#scope = 'everything';
      this.#notBefore = performance.now() + MAX_INTERVAL_MS;
      console.error('Backstory could not read this page', error);
    } finally {
      this.#isReading = false;
    }
    this.#scheduleRest();
  }

  #scheduleRest(): void {
    if (this.#targets.size > 0 || this.#scope !== 'blocks') this.#schedule();
    else if (this.#restless.size > 0) {
      const due = Math.min(...[...this.#restless].map((container) => this.#heat.get(container)?.due ?? 0));
      this.#schedule(Math.max(QUIET_MS, due - performance.now()));
    }
  }

  async #collect(): Promise<PageChanges> {
    const address = pageAddress();
    if (address !== this.#address) this.#scope = 'afresh';
    this.#address = address;
    const isRestless = this.#records > MAX_RECORDS;
    if (isRestless) this.#listen();
    const scope = this.#scope;
    const hasRemovals = this.#hasRemovals;
    const targets = this.#targets;
    this.#targets = new Set();
    this.#records = 0;
    this.#hasRemovals = false;
    this.#scope = 'blocks';
    if (scope === 'blocks')
      return { scope, hasRemovals, isRestless, containers: await this.#dueContainers(targets) };
    this.#restless.clear();
    return { scope, hasRemovals, isRestless, containers: [] };
  }

  async #dueContainers(targets: ReadonlySet<Node>): Promise<Element[]> {
    const slices = createSlices(this.#signal);
    const changed = this.#restless;
    this.#restless = new Set();
    for (const target of targets) {
      const container = elementAt(target) && isConnected(target) ? this.#watcher.containerOf(target) : null;
      if (container) changed.add(container);
      if (slices.isSpent()) await slices.rest();
    }
    return [...changed].filter((container) => isConnected(container) && this.#isDue(container));
  }

  #isDue(container: Element): boolean {
    let heat = this.#heat.get(container);
    if (!heat) {
      heat = { level: 0, due: 0 };
      this.#heat.set(container, heat);
    }
    if (performance.now() < heat.due) {
      this.#restless.add(container);
      return false;
    }
    heatUp(heat, PATIENCE);
    return true;
  }
}

/** One more time; or the first time again, after a rest as long as the last pause. */
function heatUp(heat: Heat, patience: number): void {
  const now = performance.now();
  const pause = pauseAt(heat.level, patience);
  heat.level = now < heat.due + pause + 2 * MIN_INTERVAL_MS ? heat.level + 1 : 0;
  heat.due = now + pauseAt(heat.level, patience);
}

function pauseAt(level: number, patience: number): number {
  return Math.min(MAX_INTERVAL_MS, MIN_INTERVAL_MS * 2 ** Math.max(0, level - patience));
}

function isWorthReading({ scope, containers, hasRemovals }: PageChanges): boolean {
  return scope !== 'blocks' || containers.length > 0 || hasRemovals;
}

function onlyOverlays(nodes: NodeList): boolean {
  for (const node of nodes) if (!isOverlay(node)) return false;
  return true;
}

/** A part of the address after # is the same page, unless an application routes by it. */
function pageAddress(): string {
  const { href, hash } = location;
  return hash.startsWith('#/') || hash.startsWith('#!') ? href : href.slice(0, href.length - hash.length);
}
