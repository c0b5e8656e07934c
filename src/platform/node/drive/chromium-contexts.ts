/**
 * One DevTools session per document and worker of a Chromium: reports what goes wrong there, and runs
 * scripts in the extension's service worker. Content scripts report through their page.
 *
 * Why not puppeteer's `target.worker()`: for a worker that has just started it hands out a session which
 * puppeteer itself is about to detach (seen in 25.16: "Worker was closed before its script finished
 * loading"), and a second session keeps a killed worker's target alive. So there is exactly one, ours.
 */
import type { Browser, CDPSession, Target } from 'puppeteer-core';
import type { ConsoleError } from './driven-browser.ts';

/** Frames of another origin, such as the card's, are targets of type `other`. */
const WATCHED = new Set(['page', 'background_page', 'service_worker', 'webview', 'other']);

export interface Contexts {
  /** `null` when the target was gone before we could look. */
  sessionOf(target: Target): Promise<CDPSession | null>;
  /** Its session was ended: whoever asks again gets a new one. */
  forget(target: Target): void;
}

export function watchContexts(browser: Browser, report: (error: ConsoleError) => void): Contexts {
  const sessions = new WeakMap<Target, Promise<CDPSession | null>>();
  const sessionOf = (target: Target): Promise<CDPSession | null> => {
    const known = sessions.get(target);
    if (known) return known;
    const session = attach(target, report).catch(() => null);
    sessions.set(target, session);
    return session;
  };
  const look = (target: Target): void => {
    if (WATCHED.has(target.type())) void sessionOf(target);
  };
  browser.on('targetcreated', look);
  browser.targets().forEach(look);
  return { sessionOf, forget: (target) => void sessions.delete(target) };
}

/** The value must be JSON; a rejection or an exception becomes an error here. */
export async function evaluateIn(session: CDPSession, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Ends a service worker as the browser does when it is idle: stopped, and nobody attached to it. */
export async function endWorker(session: CDPSession): Promise<void> {
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.connection()?.send('Target.closeTarget', { targetId: targetInfo.targetId });
  // Rejects when the worker was gone first: as wanted.
  await session.detach().catch(() => {});
}

async function attach(target: Target, report: (error: ConsoleError) => void): Promise<CDPSession> {
  const session = await target.createCDPSession();
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: details }) => {
    const text = details.exception?.description ?? details.text;
    const source = details.url ?? details.stackTrace?.callFrames[0]?.url ?? '';
    report({ kind: 'uncaught', text, source });
  });
  session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    if (type !== 'error' && type !== 'assert') return;
    const text = args.map((one) => one.description ?? String(one.value)).join(' ');
    report({ kind: 'console', text, source: stackTrace?.callFrames[0]?.url ?? '' });
  });
  session.on('Log.entryAdded', ({ entry }) => {
    // A failed fetch is the story's business; the browser's own complaint about it is not an error of ours.
    if (entry.level !== 'error' || entry.source === 'network') return;
    report({ kind: 'browser', text: entry.text, source: entry.url ?? '' });
  });
  // Both replay what happened before we attached.
  await Promise.all([session.send('Runtime.enable'), session.send('Log.enable')]);
  return session;
}
