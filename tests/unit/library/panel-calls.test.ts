import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../src/archive/article.ts';
import type { PassageId } from '../../../src/archive/passage.ts';
import { createCardTickets } from '../../../src/library/card-tickets.ts';
import { createPageSessions } from '../../../src/library/page-sessions.ts';
import { createPanelHandlers } from '../../../src/library/panel-calls.ts';
import type { TabFacts } from '../../../src/library/ports.ts';
import { fail, type Result } from '../../../src/text/result.ts';
import { ADA, archiveOf, eid, OMAR, OPENING, TRUST } from '../invented-archive.ts';
import { createWorld, FACTS, page } from './fake-ports.ts';

const WISHES = { bySound: true, ownMarks: false };

function setUp() {
  const world = createWorld();
  const sessions = createPageSessions(world.ports);
  const tickets = createCardTickets(world.ports.randomTicket, world.ports.now);
  const panel = createPanelHandlers(world.ports, tickets);
  const own = { tabId: null };
  const describeTab = async () => answerOf(await panel.describeTab({ tabId: 7 }, own));
  const readPage = async (texts: readonly string[]) => {
    const archive = archiveOf();
    sessions.read({ tabId: 7, url: FACTS.url }, archive, page(texts), WISHES);
    sessions.markSentences(7, archive);
    await sessions.settled();
  };
  return { world, sessions, tickets, panel, own, describeTab, readPage };
}

function answerOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

describe('what a panel is told about a tab', () => {
  it.each<[string, Partial<TabFacts>, readonly string[], string, string]>([
    ['on every site', { access: 'everywhere' }, [], 'everywhere', 'reading'],
    ['on this site', { access: 'site' }, [], 'site', 'reading'],
    ['not yet', { access: 'none' }, [], 'none', 'unread'],
    ['on a page the browser keeps to itself', { access: 'unreachable' }, [], 'unreachable', 'unread'],
    ['on a site switched off', { access: 'everywhere' }, ['news.example'], 'off', 'unread'],
    [
      'nowhere, though switched off too',
      { access: 'unreachable' },
      ['news.example'],
      'unreachable',
      'unread',
    ],
    ['with another site switched off', { access: 'everywhere' }, ['other.example'], 'everywhere', 'reading'],
  ])('before anything was read: it may read %s', async (_where, facts, offHosts, reach, state) => {
    const { world, describeTab } = setUp();
    world.facts.set(7, { ...FACTS, ...facts });
    world.settings = { ...world.settings, offHosts };
    expect(await describeTab()).toMatchObject({
      tabId: 7,
      host: 'news.example',
      reach,
      state,
      names: [],
      passages: [],
    });
  });

  it('is the summary of its page once that was read', async () => {
    const { describeTab, readPage } = setUp();
    await readPage(['Ada Lindgren came.']);
    expect(await describeTab()).toMatchObject({
      state: 'read',
      revision: 1,
      names: [{ entityId: ADA.id }],
      cardBlocked: false,
    });
  });

  it('is “this page only” after a click on a site that was not allowed', async () => {
    const { world, describeTab, readPage } = setUp();
    world.facts.set(7, { ...FACTS, access: 'none' });
    await readPage(['Ada Lindgren came.']);
    expect(await describeTab()).toMatchObject({ reach: 'page', state: 'read' });
  });

  it.each([
    ['another page', 'https://news.example/2', 'reading'],
    ['the same page at another place', 'https://news.example/1#more', 'read'],
    ['an address that is hidden', null, 'reading'],
  ])('does not mix up pages: the tab now shows %s', async (_what, url, state) => {
    const { world, describeTab, readPage } = setUp();
    await readPage(['Ada Lindgren came.']);
    world.facts.set(7, { ...FACTS, url });
    const view = await describeTab();
    expect([view.state, view.names.length > 0]).toEqual([state, state === 'read']);
  });
});

describe('panels', () => {
  it('switch a site off and on again, keeping the others sorted', async () => {
    const { panel, own, world } = setUp();
    for (const host of ['b.example', 'a.example', 'b.example'])
      await panel.switchSite({ host, on: false }, own);
    expect(world.settings.offHosts).toEqual(['a.example', 'b.example']);
    await panel.switchSite({ host: 'b.example', on: true }, own);
    expect(world.settings.offHosts).toEqual(['a.example']);
  });

  it('change only the settings named', async () => {
    const { panel, own, world } = setUp();
    const before = world.settings;
    expect(answerOf(await panel.changeSettings({ marks: false }, own))).toEqual({ ...before, marks: false });
    expect(answerOf(await panel.describeSettings({}, own))).toEqual({ ...before, marks: false });
  });

  it('start reading a tab, or say that the browser forbids it', async () => {
    const { panel, own, world } = setUp();
    expect(await panel.readTab({ tabId: 7 }, own)).toEqual({ ok: true, value: null });
    world.mayStart = false;
    expect(await panel.readTab({ tabId: 7 }, own)).toMatchObject({
      ok: false,
      error: { code: 'page-unreachable' },
    });
  });

  it('reveal a mention in its tab', async () => {
    const { panel, own, world } = setUp();
    await panel.revealMention({ tabId: 7, key: 2, start: 3, end: 9 }, own);
    expect(world.tabCalls).toEqual([
      { tabId: 7, verb: 'revealMention', argument: { key: 2, start: 3, end: 9 } },
    ]);
  });

  it('open pages of the extension for a card that may not, and nothing else', async () => {
    const { panel, own, world } = setUp();
    const path = '/archive.html?tab=names&name=Ada';
    expect(await panel.openPage({ path }, own)).toMatchObject({ ok: true });
    for (const other of [
      'https://news.example/',
      '//news.example/archive.html',
      '/card.html',
      '/archive.htmlx',
    ])
      expect(await panel.openPage({ path: other }, own)).toMatchObject({ ok: false });
    expect(world.opened).toEqual([path]);
  });

  it('open the panel in a tab of its own for the tab that the card stands in', async () => {
    const { panel, own, world } = setUp();
    await panel.openPage({ path: '/sidepanel.html' }, { tabId: 7 });
    await panel.openPage({ path: '/sidepanel.html' }, own);
    expect(world.opened).toEqual(['/sidepanel.html?of=7', '/sidepanel.html']);
  });

  it('redeem a card only inside the tab it was made for', async () => {
    const { panel, own, tickets } = setUp();
    const ticket = tickets.issue(7, {
      kind: 'lookup',
      lookup: { text: 'x', names: [], printings: [], similar: [], passages: [] },
    });
    for (const context of [own, { tabId: 8 }])
      expect(await panel.redeemCard({ ticket }, context)).toMatchObject({
        ok: false,
        error: { code: 'not-found' },
      });
    expect(await panel.redeemCard({ ticket }, { tabId: 7 })).toMatchObject({ ok: true });
  });

  it('tell a card’s height only to the tab of a redeemed ticket, within limits', async () => {
    const { panel, tickets, world } = setUp();
    const ticket = tickets.issue(7, {
      kind: 'lookup',
      lookup: { text: 'x', names: [], printings: [], similar: [], passages: [] },
    });
    expect(await panel.reportCardHeight({ ticket, height: 9 }, { tabId: 7 })).toMatchObject({ ok: false });
    tickets.redeem(ticket, 7);
    for (const height of [240, 1e9]) await panel.reportCardHeight({ ticket, height }, { tabId: 7 });
    expect(world.tabCalls.map(({ tabId, argument }) => [tabId, argument])).toEqual(
      [240, 2_000].map((height) => [7, { ticket, height }]),
    );
  });

  it.each([0, -5, Number.NaN])('close the card whose height is %d', async (height) => {
    const { panel, tickets, world } = setUp();
    const ticket = tickets.issue(7, {
      kind: 'lookup',
      lookup: { text: 'x', names: [], printings: [], similar: [], passages: [] },
    });
    tickets.redeem(ticket, 7);
    await panel.reportCardHeight({ ticket, height }, { tabId: 7 });
    expect(world.tabCalls.map(({ tabId, argument }) => [tabId, argument])).toEqual([[7, { ticket }]]);
  });

  it('find names, and sentences printed before, in a text of our own pages', async () => {
    const { panel, own } = setUp();
    const text = 'Rain.\n\nAda Lindgren and Haddad.';
    const { names, reused } = answerOf(await panel.describeText({ text }, own));
    expect(reused).toEqual([]);
    const { body } = answerOf(await panel.readArticle({ articleId: 'a1' as ArticleId }, own));
    expect(answerOf(await panel.describeText({ text: `${text}\n${body}` }, own)).reused[0]!.start).toBe(
      text.length + 1,
    );
    expect(names[0]).toEqual({ start: 7, end: 19, entityId: ADA.id, type: 'person', label: 'Ada Lindgren' });
  });

  it.each([Number.NaN, -3, 0, 1.5, 1e9])('search with any limit, even %d', async (limit) => {
    const { panel, own } = setUp();
    const { passages } = answerOf(await panel.search({ text: 'harbour', limit }, own));
    expect(passages.length).toBeGreaterThan(0);
    expect(passages.length).toBeLessThanOrEqual(200);
  });

  it('describe the archive', async () => {
    const { panel, own } = setUp();
    expect(answerOf(await panel.describeArchive({}, own))).toEqual({
      ...{
        articles: 3,
        ownArticles: 0,
        bundledArticles: 3,
        passages: archiveOf().records.length,
        names: 6,
        builtAt: '2021-06-20',
      },
      ...{ outlets: ['Island News', 'Vell Courier'], rebuilt: false },
    });
  });

  it('read a whole article with its passages, names and outlet', async () => {
    const { panel, own } = setUp();
    const view = answerOf(await panel.readArticle({ articleId: 'a1' as ArticleId }, own));
    expect(view.outlet).toMatchObject({ name: 'Vell Courier', owner: 'Vell Press' });
    expect(view.mentions.map(({ start, end }) => view.body.slice(start, end))).toContain('Ada Lindgren');
    expect(view.names.map(({ entityId }) => entityId)).toEqual(
      expect.arrayContaining([ADA.id, OMAR.id, TRUST.id]),
    );
    for (const { start, end } of view.passages) expect(view.body.slice(start, end).trim()).not.toBe('');
  });

  it('describe a name: who, when, what others call it, earliest and newest passage', async () => {
    const { panel, own } = setUp();
    const ada = answerOf(await panel.describeEntity({ entityId: ADA.id }, own));
    expect(ada).toMatchObject({
      ...{ label: 'Ada Lindgren', description: 'Harbour master of Port Marn.', articleCount: 2 },
      earliest: { provenance: { articleId: 'a1' } },
      newest: { provenance: { articleId: 'a2' } },
    });
    const opening = answerOf(await panel.describeEntity({ entityId: OPENING.id }, own));
    expect(opening).toMatchObject({
      ...{ where: 'Port Marn', calledBy: [{ term: 'Battle of the Ribbon', outlet: 'Vell Courier' }] },
      participants: ['Ada Lindgren', 'Omar Haddad', 'Harbour Trust'],
    });
    const omar = answerOf(await panel.describeEntity({ entityId: OMAR.id }, own));
    expect(omar).toMatchObject({ articleCount: 2, undated: null });
  });

  it.each(['person:nobody', '__proto__', 'constructor', ''])('know no “%s”', async (id) => {
    const { panel, own } = setUp();
    const notFound = { ok: false, error: { code: 'not-found' } };
    expect(await panel.describeEntity({ entityId: eid(id) }, own)).toMatchObject(notFound);
    expect(await panel.readArticle({ articleId: id as ArticleId }, own)).toMatchObject(notFound);
    expect(
      await panel.citePassage({ passageId: id as PassageId, format: 'plain', part: null }, own),
    ).toMatchObject(notFound);
  });

  it('are told which articles ship with it, by printed day', async () => {
    const { panel, own } = setUp();
    const bundled = answerOf(await panel.listBundled({}, own));
    const days = bundled.map(({ datePublished }) => datePublished ?? '9999');
    expect(days.length).toBeGreaterThan(1);
    expect(days).toEqual([...days].sort());
    expect(bundled.every(({ collection }) => collection === 'bundled')).toBe(true);
  });

  it('are told why the archive cannot be asked', async () => {
    const { panel, own, world } = setUp();
    world.archive = fail('archive-damaged', 'The pack is damaged.');
    expect(await panel.search({ text: 'x', limit: 5 }, own)).toEqual(world.archive);
    expect(await panel.describeArchive({}, own)).toEqual(world.archive);
    expect((await panel.describeTab({ tabId: 7 }, own)).ok).toBe(true);
  });
});

describe('searching', () => {
  const searched = async (text: string) => {
    const { panel, own } = setUp();
    return answerOf(await panel.search({ text, limit: 1 }, own));
  };

  it.each(['Adda Lindgrenn', 'Ada Lindgreen'])('says for which name passages are shown: %s', async (text) => {
    const { names, shownFor, passages, total } = await searched(text);
    expect(names).toMatchObject([{ entityId: ADA.id, why: 'spelling' }]);
    expect(shownFor).toEqual(['Ada Lindgren']);
    expect(passages).toHaveLength(1);
    expect(total).toBeGreaterThan(0);
  });

  it('counts the passages of a name in a script that no article prints, and shows them', async () => {
    const { names, shownFor, passages, total } = await searched('אדה לינדגרן');
    expect([names[0]?.passageCount, shownFor, passages.length]).toEqual([total, [], 1]);
  });

  it('shows no passage of a name beyond what the search was narrowed to', async () => {
    expect(await searched('Adda Lindgrenn before:1900')).toMatchObject({
      passages: [],
      total: 0,
      shownFor: [],
    });
  });

  it('names the words that no passage holds beside the passages of the others, and no name’s, slip’s or beginning’s', async () => {
    const missing = async (text: string) => (await searched(text)).missing;
    const { passages, missing: told } = await searched('harbour Zzyzx and Qwrtk again');
    expect(passages.length).toBeGreaterThan(0);
    expect(told).toEqual(['Zzyzx', 'Qwrtk', 'again']);
    expect(await missing('harbours')).toEqual([]);
    expect(await missing('Adda Lindgrenn harbour')).toEqual([]);
    expect(await missing('the harbo')).toEqual([]);
    expect(await missing('#HarbourBridge')).toEqual([]);
  });

  it('offers to take apart what was run together of printed words, and nothing else', async () => {
    const split = async (text: string) => (await searched(text)).split;
    expect(await split('#newharbourbridge opened')).toBe('new harbour bridge opened');
    expect(await split('harbour zzyzxqwrtk')).toBeNull();
    expect(await split('harbour')).toBeNull();
  });

  it('says nothing of spellings where the words are printed', async () => {
    expect((await searched('Ada Lindgren')).shownFor).toEqual([]);
  });
});

describe('looking selected words up', () => {
  const lookUp = async (text: string) => {
    const { panel, own } = setUp();
    return answerOf(await panel.lookUp({ text }, own));
  };

  it('finds a name however it is spelt, with its passages', async () => {
    const { names, passages } = await lookUp('Adda Lindgrenn');
    expect(names).toMatchObject([{ entityId: ADA.id, why: 'spelling' }]);
    expect(passages.length).toBeGreaterThan(0);
  });

  it('finds every printing of a sentence, earliest first, with what changed', async () => {
    const { printings } = await lookUp('The bridge will carry us to the islands for a hundred years');
    expect(printings.map(({ provenance, similarity }) => [provenance.articleId, similarity === 1])).toEqual([
      ['a1', true],
      ['a2', false],
    ]);
    expect(printings[1]!.difference).toContainEqual({ kind: 'dropped', text: 'a', facts: [] });
  });

  it('searches words that are no name', async () => {
    const { names, passages } = await lookUp('reading room');
    expect([names, passages[0]!.provenance.articleId]).toEqual([[], 'a3']);
  });

  it.each(['', ' ', '…', '\ud800', 'x'.repeat(20_000), '"-:person:'])(
    'answers “%.8s” with nothing',
    async (text) => {
      expect(await lookUp(text)).toMatchObject({ names: [], printings: [], similar: [], passages: [] });
    },
  );
});
