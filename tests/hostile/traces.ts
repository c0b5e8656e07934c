/** Everything that an attack could have changed: what is kept, the tabs, the grants, and what a page shows of us. */
import type { Page, View } from '../../src/platform/node/drive/driven-browser.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import { digestOfArchive } from '../e2e/archive-story.ts';
import { marksOn, overlaysOn } from '../e2e/story.ts';

/** `desk`: an open page of the extension. `page`: the page that attacks. */
export async function tracesOf(desk: Page, page: View): Promise<Record<string, string>> {
  const kept = await desk.evaluate(async () => {
    const { storage, tabs, permissions, scripting } = (
      globalThis as unknown as {
        chrome: {
          storage: Record<'local' | 'session', { get(key: null): Promise<object> }>;
          tabs: { query(all: object): Promise<readonly { url?: string }[]> };
          permissions: { getAll(): Promise<object> };
          scripting: { getRegisteredContentScripts(): Promise<object> };
        };
      }
    ).chrome;
    const keptIn = async (area: 'local' | 'session') =>
      Object.entries(await storage[area].get(null)).map(([key, value]) => [key, JSON.stringify(value)]);
    return {
      ...Object.fromEntries([...(await keptIn('local')), ...(await keptIn('session'))]),
      tabs: JSON.stringify((await tabs.query({})).map(({ url }) => url)),
      grants: JSON.stringify(await permissions.getAll()),
      scripts: JSON.stringify(await scripting.getRegisteredContentScripts()),
    } as Record<string, string>;
  });
  return {
    ...kept,
    articles: await digestOfArchive(desk),
    marks: JSON.stringify(await marksOn(page)),
    overlays: String(await overlaysOn(page)),
  };
}

/** The names of traces that differ. */
export function changedTraces(one: Record<string, string>, other: Record<string, string>): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (name) => one[name] !== other[name],
  );
}

/** Longer than any answer takes. */
const REST_MS = 700;
export const rest = (): Promise<void> => new Promise((later) => setTimeout(later, REST_MS));

/** Once nothing changes by itself any more: an import leaves work that follows it. */
export async function settledTraces(desk: Page, page: View): Promise<Record<string, string>> {
  let now = await tracesOf(desk, page);
  const isSettled = async () => {
    const before = now;
    await rest();
    now = await tracesOf(desk, page);
    return changedTraces(before, now).length === 0;
  };
  await waitUntil(isSettled, { what: 'nothing more to change by itself', timeoutMs: 30_000 });
  return now;
}
