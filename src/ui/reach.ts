/**
 * How far Backstory may read, as one choice. The reader's click must reach `requestSite` before anything is
 * awaited: browsers forget after an `await` that somebody clicked.
 */
import type { Reach, TabView } from '../protocol/views.ts';
import type { PanelPort } from './panel-port.ts';

export type ReachChoice = Extract<Reach, 'page' | 'site' | 'everywhere' | 'off'>;
export const REACH_CHOICES: readonly ReachChoice[] = ['page', 'site', 'everywhere', 'off'];

export const EVERY_SITE = '*://*/*';

/** Match patterns of one host (name without port, which Firefox's patterns cannot hold). */
export function originsOf(host: string): readonly string[] {
  const name = host.startsWith('[') ? host : host.replace(/:\d+$/, '');
  return [`*://${name}/*`];
}

/** The host of a match pattern, null when it covers more than one host or is no site pattern. */
export function hostOfOrigin(origin: string): string | null {
  const host = /^[a-z*]+:\/\/([^/*]+)\//.exec(origin)?.[1];
  return host ?? null;
}

/** The host a reader typed or pasted ("https://www.example.org/x" or "example.org"), null when it is none. */
export function parseHost(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  try {
    const url = new URL(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
    const isSite = url.protocol === 'http:' || url.protocol === 'https:';
    return isSite && /^[a-z0-9.-]+$|^\[[0-9a-f:]+\]$/i.test(url.hostname) ? url.hostname : null;
  } catch {
    return null;
  }
}

/** False when the reader refused in the browser's own prompt, or the browser or the background did. */
export function chooseReach(port: PanelPort, view: TabView, wanted: ReachChoice): Promise<boolean> {
  return change(port, view, wanted).catch(() => false);
}

async function change(port: PanelPort, view: TabView, wanted: ReachChoice): Promise<boolean> {
  const { tabId, host, reach } = view;
  const asked =
    wanted === 'everywhere'
      ? port.requestSite([EVERY_SITE])
      : wanted === 'site'
        ? port.requestSite(originsOf(host))
        : Promise.resolve(true);
  if (!(await asked)) return false;
  if (wanted === 'off') return (await port.calls.switchSite({ host, on: false })).ok;
  if (reach === 'off') await port.calls.switchSite({ host, on: true });
  if (wanted !== 'everywhere' && reach === 'everywhere') await port.removeSite([EVERY_SITE]);
  if (wanted === 'page' && reach === 'site') await port.removeSite(originsOf(host));
  return (await port.calls.readTab({ tabId })).ok;
}
