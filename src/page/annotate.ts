/**
 * The conversation about this page's text: tells the background what was read, piece by piece, and hands on the marks
 * it answers. One call at a time; what is read meanwhile waits and goes with the next.
 *
 * An answer can come late. It names blocks by key, and a key means one text for ever (page-blocks.ts), so keys that
 * are gone are dropped and the others are right. A background that forgot the page gets it whole again; one that does
 * not answer is asked ever more rarely, and after 8 times only when the page changes, once a minute.
 */
import type { PageBlock, PageMarks, PageText } from '../protocol/calls.ts';
import type { Result } from '../text/result.ts';
import type { BackgroundPort } from './background-port.ts';
import type { Block, PageBlocks } from './page-blocks.ts';
import { createSlices, type Slices } from './time-slice.ts';

/** Per message. The first answer comes sooner, and no message takes a long task to pack. */
const MAX_MESSAGE_TEXT = 262_144;
export const MAX_MESSAGE_BLOCKS = 4_000;
/** What follows an answer costs as much as the whole page so far: a big one is read before that, not 25 times between. */
const ANSWERS_AT_ONCE = 16;
const ANSWER_MS = 15_000;
const FIRST_PAUSE_MS = 1_000;
const MAX_ATTEMPTS = 8;
const GIVEN_UP_MS = 60_000;

export interface Annotator {
  /** Tells that the page was read anew; all blocks are sent. */
  sendWhole(truncatedAt: number | null): void;
  sendChange(added: readonly Block[], removed: readonly Block[], truncatedAt: number | null): void;
  /** Sends everything again, for a background that forgot the page; resolves when it was answered. */
  renew(): Promise<void>;
  /** Of the newest message. */
  readonly revision: number;
}

export interface AnnotatorEvents {
  /** `marks` of every block whose marks are new or gone, by block. */
  marked(block: Block, marks: PageMarks['blocks'][number]['marks']): void;
  settled(settings: Pick<PageMarks, 'selectionButton' | 'hoverCard' | 'ownMarks'>): void;
  /** Everything that was read is answered, with marks or without; while there is always more, every so many messages. */
  answered(revision: number): void;
  /** The background wants nothing from this page, or is gone for good. */
  refused(): void;
}

export function createAnnotator(
  port: BackgroundPort,
  blocks: PageBlocks,
  events: AnnotatorEvents,
  signal: AbortSignal,
): Annotator {
  return new Conversation(port, blocks, events, signal);
}

class Conversation implements Annotator {
  readonly #port: BackgroundPort;
  readonly #blocks: PageBlocks;
  readonly #events: AnnotatorEvents;
  readonly #signal: AbortSignal;
  /** Keys to send, in order. */
  readonly #added = new Set<number>();
  readonly #removed = new Set<number>();
  /** The next message is the first of a whole page. */
  #isWhole = false;
  #truncatedAt: number | null = null;
  #isWaiting = false;
  #isTalking = false;
  #talked: Promise<void> = Promise.resolve();
  /** Set when the background did not answer for a long time. */
  #notBefore = 0;
  #failures = 0;
  /** Answered messages that nobody was told of yet. */
  #answers = 0;
  revision = 0;

  constructor(port: BackgroundPort, blocks: PageBlocks, events: AnnotatorEvents, signal: AbortSignal) {
    this.#port = port;
    this.#blocks = blocks;
    this.#events = events;
    this.#signal = signal;
  }

  sendWhole(truncatedAt: number | null): void {
    this.#truncatedAt = truncatedAt;
    this.#startOver();
    this.#talk();
  }

  sendChange(added: readonly Block[], removed: readonly Block[], truncatedAt: number | null): void {
    this.#truncatedAt = truncatedAt;
    for (const { key } of removed) {
      // What was never sent need not be taken back.
      if (!this.#added.delete(key)) this.#removed.add(key);
    }
    for (const { key } of added) this.#added.add(key);
    if (added.length + removed.length > 0) this.#talk();
  }

  async renew(): Promise<void> {
    this.#startOver();
    await this.#talk();
  }

  #startOver(): void {
    this.#isWhole = true;
    this.#failures = 0;
    this.#removed.clear();
    this.#added.clear();
    for (const { key } of this.#blocks.all()) this.#added.add(key);
  }

  #talk(): Promise<void> {
    this.#isWaiting = true;
    if (!this.#isTalking && performance.now() >= this.#notBefore) {
      this.#isTalking = true;
      this.#talked = this.#sendAll();
    }
    return this.#talked;
  }

  /** Never rejects: the port's calls always resolve. */
  async #sendAll(): Promise<void> {
    const slices = createSlices(this.#signal);
    let goesOn = true;
    while (goesOn && this.#isWaiting && !this.#signal.aborted) {
      this.#isWaiting = false;
      while (goesOn && this.#hasNews && !this.#signal.aborted) {
        goesOn = await this.#sendOne(slices);
        if (goesOn) this.#tellAnswered();
        // Taking in one answer and packing the next message are two tasks.
        if (goesOn) await rest(slices);
      }
    }
    this.#isTalking = false;
  }

  #tellAnswered(): void {
    if (this.#answers === 0 || (this.#hasNews && this.#answers < ANSWERS_AT_ONCE)) return;
    this.#answers = 0;
    this.#events.answered(this.revision);
  }

  get #hasNews(): boolean {
    return this.#isWhole || this.#added.size > 0 || this.#removed.size > 0;
  }

  /** False when there is no sense in going on now. */
  async #sendOne(slices: Slices): Promise<boolean> {
    if (!this.#port.isAlive()) return this.#refuse();
    const page = this.#nextMessage();
    const answer = await withinTime(this.#port.calls.annotatePage(page));
    if (this.#signal.aborted) return false;
    if (answer.ok) {
      this.#failures = 0;
      this.#answers += 1;
      await this.#handOn(page, answer.value, slices);
      return !this.#signal.aborted;
    }
    const { code } = answer.error;
    if (code === 'not-allowed' || code === 'page-unreachable' || !this.#port.isAlive()) return this.#refuse();
    this.#failures += 1;
    const failures = this.#failures;
    if (failures > MAX_ATTEMPTS) return this.#giveUp();
    // A forgotten page is no failure of the background, but a second one at once would be.
    if (failures > 1 || (code !== 'session-lost' && code !== 'stale')) {
      await pause(FIRST_PAUSE_MS * 2 ** (failures - 1), this.#signal);
    }
    this.#startOver();
    this.#failures = failures;
    return true;
  }

  #refuse(): false {
    this.#events.refused();
    return false;
  }

  /** Waits for the next change, and then tells the page whole. */
  #giveUp(): false {
    this.#startOver();
    this.#failures = MAX_ATTEMPTS;
    this.#notBefore = performance.now() + GIVEN_UP_MS;
    return false;
  }

  #nextMessage(): PageText {
    const blocks: PageBlock[] = [];
    let length = 0;
    for (const key of this.#added) {
      const block = this.#blocks.get(key);
      if (block) {
        if (blocks.length > 0 && length + block.text.length > MAX_MESSAGE_TEXT) break;
        blocks.push({ key, text: block.text });
        length += block.text.length;
      }
      this.#added.delete(key);
      if (blocks.length >= MAX_MESSAGE_BLOCKS) break;
    }
    const removed = [...this.#removed];
    this.#removed.clear();
    const whole = this.#isWhole;
    this.#isWhole = false;
    this.revision += 1;
    return {
      revision: this.revision,
      title: String(document.title).slice(0, 1_000).toWellFormed(),
      language: (document.documentElement.getAttribute('lang') ?? '').slice(0, 64).toWellFormed(),
      whole,
      blocks,
      removed,
      truncatedAt: this.#truncatedAt,
    };
  }

  async #handOn(page: PageText, answer: PageMarks, slices: Slices): Promise<void> {
    // Answers are ours to check only for age: an older revision's keys may be gone, and then nothing is drawn.
    if (answer.revision !== page.revision) return;
    this.#events.settled(answer);
    const listed = new Set<number>();
    for (const { key, marks } of answer.blocks) {
      if (slices.isSpent(4)) await rest(slices);
      if (this.#signal.aborted) return;
      listed.add(key);
      const block = this.#blocks.get(key);
      if (block) this.#events.marked(block, marks);
    }
    for (const { key } of page.blocks) {
      const block = listed.has(key) ? undefined : this.#blocks.get(key);
      if (block) this.#events.marked(block, []);
    }
  }
}

/** Aborting is looked for where it matters. */
function rest(slices: Slices): Promise<void> {
  return slices.rest().catch(() => {});
}

async function withinTime<T>(call: Promise<Result<T>>): Promise<Result<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Result<T>>((resolve) => {
    const error = { code: 'failed', message: `no answer in ${ANSWER_MS} ms` } as const;
    timer = setTimeout(() => resolve({ ok: false, error }), ANSWER_MS);
  });
  return Promise.race([call, late]).finally(() => clearTimeout(timer));
}

function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, durationMs);
    signal.addEventListener('abort', done);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
