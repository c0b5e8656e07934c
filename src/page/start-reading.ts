/**
 * Starts reading this document, if it is one for readers, and answers what the background asks of it. May be called
 * more than once in a document (a script injected again after a click): a live one is asked to read again instead, one
 * that an update of the extension has orphaned is cleared away first.
 */
import type { ErrorCode, Result } from '../text/result.ts';
import type { BackgroundPort } from './background-port.ts';
import { openPageSession, type PageLabels, type PageSession } from './page-session.ts';

interface Resident {
  isAlive(): boolean;
  readAgain(): void;
  leave(): void;
}

/** In the extension's own world: the page cannot see it. A symbol, because `<img id=x>` makes a global of a name. */
const RESIDENT = Symbol.for('backstory.resident');
const READABLE = new Set(['text/html', 'application/xhtml+xml', 'text/plain']);
const DONE = { ok: true, value: null } as const;

export function startReading(port: BackgroundPort, labels: PageLabels, signal: AbortSignal): void {
  if (!isReadable()) return;
  const world = globalThis as { [RESIDENT]?: Resident };
  if (world[RESIDENT]?.isAlive()) {
    world[RESIDENT].readAgain();
    return;
  }
  world[RESIDENT]?.leave();
  world[RESIDENT] = settle(port, labels, signal);
}

/** The top document, of a kind that people read; a viewer for PDF, JSON, XML or images has another type or no body. */
function isReadable(): boolean {
  return window.top === window && READABLE.has(document.contentType) && document.body !== null;
}

function settle(port: BackgroundPort, labels: PageLabels, signal: AbortSignal): Resident {
  let lifetime: AbortController | null = null;
  let session: PageSession | null = null;

  function enter(): void {
    if (signal.aborted || lifetime) return;
    lifetime = new AbortController();
    const mine = AbortSignal.any([signal, lifetime.signal]);
    whenShown(() => {
      session = openPageSession(port, labels, leave, mine);
    }, mine);
  }

  function leave(): void {
    lifetime?.abort();
    lifetime = null;
    session = null;
  }

  function readAgain(): void {
    if (session) session.readAgain();
    else enter();
  }

  port.onCall(
    {
      revealMention: (place) => answer(session?.reveal(place), 'not-found'),
      showCard: ({ ticket, height }) => answer(session?.showCard(ticket, height), 'not-found'),
      closeCard: ({ ticket }) => answer(session?.closeCard(ticket), 'not-found'),
      walkMarks: ({ direction, own }) => answer(session?.focusNextMark(direction, own), 'not-found'),
      showOwnMarks: ({ ticket }) => answer(session?.ownMarks.show(ticket), 'not-found'),
      renewOwnMarks: () => {
        session?.ownMarks.renew();
        return DONE;
      },
      readPage: () => {
        readAgain();
        return DONE;
      },
      readSelection: () => ({ ok: true, value: session?.readSelection() ?? null }),
      leavePage: () => {
        leave();
        return DONE;
      },
    },
    signal,
  );
  // Back from the back/forward cache: the background may have forgotten this document. A page that dispatched the event
  // itself would have itself read again without rest.
  const onShown = (event: PageTransitionEvent) => event.isTrusted && event.persisted && session?.readAgain();
  addEventListener('pageshow', onShown, { signal });
  enter();
  return { isAlive: () => !signal.aborted && port.isAlive(), readAgain, leave };
}

/** A page that is rendered in advance may never be seen, and is not read. */
function whenShown(act: () => void, signal: AbortSignal): void {
  const { prerendering } = document as Document & { readonly prerendering?: boolean };
  if (prerendering) document.addEventListener('prerenderingchange', act, { once: true, signal });
  else act();
}

function answer(isDone: boolean | undefined, otherwise: ErrorCode): Result<null> {
  return isDone ? DONE : { ok: false, error: { code: otherwise, message: 'no longer there' } };
}
