/** What the extension's own pages may ask: everything. */
import type { Article } from '../archive/article.ts';
import type { PanelCalls } from '../protocol/calls.ts';
import type { Handlers } from '../protocol/server.ts';
import type { ProvenanceView, Reach, TabView } from '../protocol/views.ts';
import { firstDay } from '../text/iso-date.ts';
import { fail, type Result, succeed } from '../text/result.ts';
import type { Archive } from './archive.ts';
import { askArchive } from './ask-archive.ts';
import type { CardTickets } from './card-tickets.ts';
import { citePassage } from './cite-passage.ts';
import { describeEntity } from './describe-entity.ts';
import { describeText } from './describe-text.ts';
import { listNames } from './list-names.ts';
import { lookUp } from './look-up.ts';
import { mapNames, traceName } from './name-company.ts';
import type { PageSummary } from './page-session.ts';
import { toProvenanceView } from './passage-view.ts';
import type { LibraryPorts, TabFacts } from './ports.ts';
import { readArticle } from './read-article.ts';
import { findArticles, searchArchive, suggestQueries } from './search-archive.ts';
import { traceArticle } from './trace-article.ts';

/** `tabId`: the tab in which the asking page stands (a card's host); null for popup and side panel. */
export interface PanelContext {
  readonly tabId: number | null;
}

/** Lists longer than this are never drawn. */
const MOST_ANSWERS = 200;
const TALLEST_CARD = 2_000;
const PANEL = '/sidepanel.html';
const OWN_PAGE = /^\/(?:archive|reader|sidepanel|welcome)\.html(?:\?|$)/;

export function createPanelHandlers(
  ports: LibraryPorts,
  tickets: CardTickets,
): Handlers<PanelCalls, PanelContext> {
  const asked = async <T>(answer: (archive: Archive) => Result<T>): Promise<Result<T>> => {
    const archive = await ports.archive();
    if (!archive.ok) return archive;
    const asked = await askArchive(archive.value, answer);
    return asked.ok ? asked.value : asked;
  };
  const clamp = (limit: number) => Math.max(1, Math.min(MOST_ANSWERS, Math.trunc(limit) || 1));
  return {
    describeTab: async ({ tabId }) => succeed(await describeTab(ports, tabId)),
    search: ({ text, limit }) => asked((archive) => succeed(searchArchive(archive, text, clamp(limit)))),
    findArticles: ({ text, limit }) => asked((archive) => succeed(findArticles(archive, text, limit))),
    listNames: (query) => asked((archive) => succeed(listNames(archive, query))),
    suggest: ({ text, limit }) => asked((archive) => succeed(suggestQueries(archive, text, clamp(limit)))),
    lookUp: ({ text }) => asked((archive) => succeed(lookUp(archive, text))),
    showLookup: async ({ tabId, text }, context) => {
      const tab = tabId ?? context.tabId;
      const archive = await ports.archive();
      if (!archive.ok) return archive;
      if (tab === null) return fail('bad-request', 'Say which tab.');
      const found = await askArchive(archive.value, (whole) => lookUp(whole, text));
      if (!found.ok) return found;
      await ports.summaries.writeLookup(tab, found.value);
      ports.announce('tabLookedUp', { tabId: tab });
      return succeed(null);
    },
    readArticle: ({ articleId }) => asked((archive) => readArticle(archive, articleId)),
    describeEntity: ({ entityId }) => asked((archive) => describeEntity(archive, entityId)),
    traceArticle: ({ articleId }) => asked((archive) => traceArticle(archive, articleId)),
    mapNames: ({ articleIds, limit }) =>
      asked((archive) => succeed(mapNames(archive, articleIds, clamp(limit)))),
    traceName: ({ entityId }) => asked((archive) => traceName(archive, entityId)),
    citePassage: async ({ passageId, format: wanted, part }) => {
      const format = wanted ?? (await ports.settings.read()).citation;
      const cited = await asked((archive) => citePassage(archive, passageId, format, part));
      return cited.ok ? succeed({ text: cited.value, format }) : cited;
    },
    describeText: ({ text }) => asked((archive) => succeed(describeText(archive, text))),
    describeArchive: () => asked((archive) => succeed(describeArchive(archive))),
    listBundled: () => asked((archive) => succeed(listBundled(archive))),
    describeSettings: async () => succeed(await ports.settings.read()),
    changeSettings: async (change) => succeed(await ports.settings.change(change)),
    switchSite: async ({ host, on }) => {
      const { offHosts } = await ports.settings.read();
      const others = offHosts.filter((other) => other !== host);
      return succeed(await ports.settings.change({ offHosts: on ? others : [...others, host].sort() }));
    },
    switchOwnMarks: async ({ host, on }) => {
      const { ownMarkHosts } = await ports.settings.read();
      const others = ownMarkHosts.filter((other) => other !== host);
      const hosts = on && host !== '' ? [...others, host].sort() : others;
      return succeed(await ports.settings.change({ ownMarkHosts: hosts }));
    },
    readTab: async ({ tabId }) => {
      const isReading = await ports.tabs.startReading(tabId);
      return isReading
        ? succeed(null)
        : fail('page-unreachable', 'The browser lets no extension read this page.');
    },
    openPage: async ({ path }, { tabId }) => {
      if (!OWN_PAGE.test(path)) return fail('bad-request', 'There is no such page.');
      // In a tab of its own the panel would else tell of that tab.
      await ports.tabs.open(path === PANEL && tabId !== null ? `${path}?of=${tabId}` : path);
      return succeed(null);
    },
    revealMention: ({ tabId, key, start, end }) => ports.tabs.calls(tabId).revealMention({ key, start, end }),
    redeemCard: ({ ticket }, { tabId }) => {
      const view = tabId === null ? null : tickets.redeem(ticket, tabId);
      return view ? succeed(view) : fail('not-found', 'This card has expired.');
    },
    reportCardHeight: ({ ticket, height }) => {
      const shown = tickets.shown(ticket);
      if (!shown) return fail('not-found', 'This card has expired.');
      const tab = ports.tabs.calls(shown.tabId);
      if (!(height > 0)) return tab.closeCard({ ticket });
      return tab.showCard({ ticket, height: shown.height ?? Math.min(TALLEST_CARD, height) });
    },
    redeemOwnMarks: ({ ticket }, { tabId }) =>
      tabId !== null && tickets.redeemOwnMarks(ticket, tabId)
        ? ports.tabs.calls(tabId).showOwnMarks({ ticket })
        : fail('not-found', 'This ticket has expired.'),
    describeOwnMarks: async (_nothing, { tabId }) =>
      succeed({ blocks: (tabId === null ? null : await ports.summaries.read(tabId))?.own ?? [] }),
  };
}

async function describeTab(ports: LibraryPorts, tabId: number): Promise<TabView> {
  const [facts, stored, lookup, settings] = await Promise.all([
    ports.tabs.describe(tabId),
    ports.summaries.read(tabId),
    ports.summaries.readLookup(tabId),
    ports.settings.read(),
  ]);
  const summary = stored && isSamePage(stored.url, facts.url) ? stored : null;
  const allowed = reachOf(facts, settings.offHosts, summary);
  const isExpected = !summary && (allowed === 'everywhere' || allowed === 'site');
  const isSilent =
    isExpected && facts.isLoaded === true && !(await ports.tabs.calls(tabId).readSelection({})).ok;
  return {
    tabId,
    host: facts.host,
    title: summary?.title ?? facts.title,
    reach: isSilent ? 'unreachable' : allowed,
    ownMarks: settings.ownMarkHosts.includes(facts.host),
    state: summary ? 'read' : isExpected && !isSilent ? 'reading' : 'unread',
    revision: summary?.revision ?? 0,
    names: summary?.names ?? [],
    ambiguous: summary?.ambiguous ?? [],
    passages: summary?.passages ?? [],
    seen: summary?.seen ?? null,
    truncatedAt: summary?.truncatedAt ?? null,
    cardBlocked: summary?.cardBlocked ?? false,
    lookup,
  };
}

/** Addresses that differ in their fragment only are one page. */
function isSamePage(read: string | null, shown: string | null): boolean {
  const withoutFragment = (url: string | null) => url?.split('#')[0] ?? null;
  return read !== null && withoutFragment(read) === withoutFragment(shown);
}

function reachOf(facts: TabFacts, offHosts: readonly string[], summary: PageSummary | null): Reach {
  if (facts.access === 'unreachable') return 'unreachable';
  if (offHosts.includes(facts.host)) return 'off';
  if (facts.access !== 'none') return facts.access;
  return summary ? 'page' : 'none';
}

function describeArchive(archive: Archive) {
  const { outlets, ownArticles, bundled } = archive.inventory();
  return {
    articles: archive.articles.size,
    ownArticles,
    bundledArticles: bundled.length,
    passages: archive.records.length,
    names: archive.entityOf.size,
    builtAt: archive.builtAt,
    outlets,
    rebuilt: archive.isRebuilt,
  };
}

function listBundled(archive: Archive): ProvenanceView[] {
  const { bundled: ids } = archive.inventory();
  archive.articles.need?.(ids);
  const bundled = ids.map((id) => archive.articles.get(id)!);
  const day = ({ datePublished }: Article) => (datePublished ? firstDay(datePublished) : '9999');
  return bundled.sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0)).map(toProvenanceView);
}
