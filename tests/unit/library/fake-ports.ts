/** The world around the use cases, in memory; everything that was done to it can be read back. */
import type { Archive } from '../../../src/library/archive.ts';
import type { PageSummary } from '../../../src/library/page-session.ts';
import type { Badge, LibraryPorts, TabFacts } from '../../../src/library/ports.ts';
import type { PageBlock, PageText, TabCalls } from '../../../src/protocol/calls.ts';
import { createClient } from '../../../src/protocol/client.ts';
import type { LookupView, Settings } from '../../../src/protocol/views.ts';
import { type Result, succeed } from '../../../src/text/result.ts';
import { archiveOf } from '../invented-archive.ts';

export interface FakeWorld {
  readonly ports: LibraryPorts;
  /** What stands in the world, to be changed before a call and read after it. */
  archive: Result<Archive>;
  /** With the reader's own articles; null where there are none. */
  whole: Result<Archive> | null;
  settings: Settings;
  readonly facts: Map<number, TabFacts>;
  readonly summaries: Map<number, PageSummary>;
  readonly badges: Map<number, Badge | null>;
  readonly announced: string[];
  /** Pages of the extension that were opened. */
  readonly opened: string[];
  readonly tabCalls: { readonly tabId: number; readonly verb: string; readonly argument: unknown }[];
  clockMs: number;
  mayStart: boolean;
}

export const FACTS: TabFacts = {
  host: 'news.example',
  title: 'News',
  url: 'https://news.example/1',
  access: 'everywhere',
};

export function createWorld(): FakeWorld {
  const lookups = new Map<number, LookupView>();
  let tickets = 0;
  const world: FakeWorld = {
    archive: succeed(archiveOf()),
    whole: null,
    settings: {
      ...{ marks: true, selectionButton: true, hoverCard: false, bySound: true, addressBar: true },
      citation: 'plain',
      ...{ offHosts: [], ownMarkHosts: [] },
    },
    ...{ facts: new Map(), summaries: new Map(), badges: new Map(), announced: [], opened: [], tabCalls: [] },
    ...{ clockMs: 0, mayStart: true },
    ports: {
      archive: async () => world.whole ?? world.archive,
      bundled: async () => world.archive,
      settings: {
        read: async () => world.settings,
        change: async (change) => {
          world.settings = { ...world.settings, ...change };
          return world.settings;
        },
      },
      summaries: {
        read: async (tabId) => world.summaries.get(tabId) ?? null,
        write: async (tabId, summary) => void world.summaries.set(tabId, summary),
        readLookup: async (tabId) => lookups.get(tabId) ?? null,
        writeLookup: async (tabId, lookup) => void lookups.set(tabId, lookup),
        forget: async (tabId) => void (world.summaries.delete(tabId) && lookups.delete(tabId)),
      },
      tabs: {
        calls: (tabId) =>
          createClient<TabCalls>('tab', async ({ verb, argument }) => {
            world.tabCalls.push({ tabId, verb, argument });
            return succeed(null);
          }),
        describe: async (tabId) => world.facts.get(tabId) ?? FACTS,
        startReading: async () => world.mayStart,
        open: async (path) => void world.opened.push(path),
        showBadge: async (tabId, badge) => void world.badges.set(tabId, badge),
      },
      announce: (event) => void world.announced.push(event),
      randomTicket: () => (++tickets).toString(16).padStart(32, '0'),
      now: () => world.clockMs,
      sleep: async (ms) => {
        world.clockMs += ms;
      },
    },
  };
  return world;
}

/** A reading of a page; each text becomes a block, numbered from `firstKey`. */
export function page(
  texts: readonly string[],
  more: Partial<PageText> & { firstKey?: number } = {},
): PageText {
  const { firstKey = 1, ...fields } = more;
  const blocks = texts.map((text, at): PageBlock => ({ key: firstKey + at, text }));
  return {
    ...{ revision: 1, title: 'News', language: 'en', whole: true, blocks, removed: [], truncatedAt: null },
    ...fields,
  };
}
