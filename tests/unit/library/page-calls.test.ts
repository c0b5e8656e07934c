import { describe, expect, it, vi } from 'vitest';
import { createCardTickets } from '../../../src/library/card-tickets.ts';
import { createPageHandlers } from '../../../src/library/page-calls.ts';
import { createPageSessions } from '../../../src/library/page-sessions.ts';
import type { PageText } from '../../../src/protocol/calls.ts';
import { fail, type Result, succeed } from '../../../src/text/result.ts';
import { ADA, ARTICLES, archiveOf, article, BRIDGE, OMAR } from '../invented-archive.ts';
import { createWorld, FACTS, page } from './fake-ports.ts';

const TAB = { tabId: 7, url: FACTS.url };

function setUp() {
  const world = createWorld();
  const sessions = createPageSessions(world.ports);
  const tickets = createCardTickets(world.ports.randomTicket, world.ports.now);
  const handlers = createPageHandlers(world.ports, sessions, tickets);
  /** As the script in the page does: sentences are asked for after every answered reading. */
  const read = async (text: PageText, tab = TAB) => {
    const answer = answerOf(await handlers.annotatePage(text, tab));
    await handlers.markSentences({ revision: text.revision }, tab);
    return answer;
  };
  return { world, sessions, tickets, handlers, read };
}

function answerOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

describe('reading a page', () => {
  it('answers with the places and kinds of names, block by block, and nothing else', async () => {
    const { read } = setUp();
    expect(await read(page(['Rain.', 'Ada Lindgren came to Port Marn.'], { revision: 3 }))).toEqual({
      ...{ revision: 3, selectionButton: true, hoverCard: false, ownMarks: false },
      blocks: [
        {
          key: 2,
          marks: [
            { start: 0, end: 12, type: 'person' },
            { start: 21, end: 30, type: 'place' },
          ],
        },
      ],
    });
  });

  it('answers the same way, with no block, on a page without names', async () => {
    const { read, world, sessions } = setUp();
    expect((await read(page(['Rain fell on the library.']))).blocks).toEqual([]);
    await sessions.settled();
    expect(world.badges.get(7)).toEqual({ names: 0, sentences: 0 });
    expect(world.summaries.get(7)).toMatchObject({ names: [], passages: [], ambiguous: [] });
  });

  it('takes in only what changed, and answers only for that', async () => {
    const { read, sessions } = setUp();
    await read(page(['Ada Lindgren came.', 'Rain.']));
    const answer = await read(
      page(['Port Marn slept.'], { revision: 2, whole: false, firstKey: 3, removed: [2] }),
    );
    expect(answer.blocks.map(({ key }) => key)).toEqual([3]);
    expect([...sessions.get(7)!.blocks.keys()]).toEqual([1, 3]);
  });

  it('updates marks elsewhere when a change settles a name there', async () => {
    const { read } = setUp();
    expect((await read(page(['Lindgren left.']))).blocks).toEqual([]);
    const { blocks } = await read(page(['Ada Lindgren came.'], { revision: 2, whole: false, firstKey: 2 }));
    expect(blocks).toEqual([
      { key: 1, marks: [{ start: 0, end: 8, type: 'person' }] },
      { key: 2, marks: [{ start: 0, end: 12, type: 'person' }] },
    ]);
  });

  it('takes marks away elsewhere when what settled them is gone', async () => {
    const { read } = setUp();
    await read(page(['Lindgren left.', 'Ada Lindgren came.']));
    const { blocks } = await read(page([], { revision: 2, whole: false, removed: [2] }));
    expect(blocks).toEqual([{ key: 1, marks: [] }]);
  });

  it('forgets everything known before when the page comes whole again', async () => {
    const { read, sessions } = setUp();
    await read(page(['Ada Lindgren came.']));
    const { blocks } = await read(page(['Lindgren left.'], { revision: 2, firstKey: 9 }));
    expect([blocks, [...sessions.get(7)!.blocks.keys()]]).toEqual([[], [9]]);
  });

  it('asks for the whole page when it does not know it (any more)', async () => {
    const { handlers, read, sessions } = setUp();
    const change = page(['Ada Lindgren.'], { whole: false, revision: 2 });
    expect(await handlers.annotatePage(change, TAB)).toMatchObject({
      ok: false,
      error: { code: 'session-lost' },
    });
    await read(page(['Rain.']));
    await sessions.forget(7);
    expect(await handlers.annotatePage(change, TAB)).toMatchObject({
      ok: false,
      error: { code: 'session-lost' },
    });
  });

  it('forgets the oldest of very many tabs', async () => {
    const { read, sessions } = setUp();
    for (let tabId = 0; tabId < 40; tabId++) await read(page(['Ada Lindgren.']), { ...TAB, tabId });
    expect([sessions.get(0), sessions.get(39) === null]).toEqual([null, false]);
  });

  it('gives no marks while they are switched off, but counts all the same', async () => {
    const { read, world, sessions } = setUp();
    world.settings = { ...world.settings, marks: false };
    expect((await read(page(['Ada Lindgren came.']))).blocks).toEqual([]);
    await sessions.settled();
    expect(world.badges.get(7)).toEqual({ names: 1, sentences: 0 });
  });

  it('passes on why the archive cannot be asked', async () => {
    const { handlers, world } = setUp();
    world.archive = fail('archive-damaged', 'The pack is damaged.');
    expect(await handlers.annotatePage(page(['x']), TAB)).toEqual(world.archive);
    expect(await handlers.lookUpSelection({ exact: 'x', prefix: '', suffix: '' }, TAB)).toEqual(
      world.archive,
    );
    expect(await handlers.openCard({ key: 1, start: 0, end: 1, revision: 1 }, TAB)).toEqual(world.archive);
  });

  it('survives a megabyte of one word, lone surrogates, null bytes and bidi controls', async () => {
    const { read } = setUp();
    const hostile = [
      'a'.repeat(1_000_000),
      '\ud800\udc00\ud800',
      '\u0000\u202eAda Lindgren\u202c',
      '__proto__ constructor',
    ];
    expect((await read(page(hostile))).blocks).toEqual([
      { key: 3, marks: [{ start: 2, end: 14, type: 'person' }] },
    ]);
  });
});

describe('asking for sentences that were printed before', () => {
  const OWN = article(
    'own',
    'Nobody but our own reader kept this long sentence about the slow green ferry of Vell.',
    {
      provenance: { ...BRIDGE.provenance, collection: 'yours' },
    },
  );
  const QUOTE = 'The bridge will carry us to the islands for a hundred years';

  it('answers with their places, block by block, of blocks that were not asked about yet', async () => {
    const { handlers } = setUp();
    await handlers.annotatePage(page(['Rain.', `“${QUOTE},” we read.`]), TAB);
    expect(answerOf(await handlers.markSentences({ revision: 1 }, TAB))).toEqual({
      ...{ revision: 1, whole: true },
      blocks: [{ key: 2, marks: [{ start: 1, end: 1 + QUOTE.length, type: 'reused' }] }],
    });
    const change = page([`Again: ${QUOTE}.`], { revision: 2, whole: false, firstKey: 3 });
    await handlers.annotatePage(change, TAB);
    const again = answerOf(await handlers.markSentences({ revision: 2 }, TAB));
    expect([again.whole, again.blocks.map(({ key }) => key)]).toEqual([false, [3]]);
  });

  it('answers the same way, with no block, where there is none, and of a page that comes whole again', async () => {
    const { handlers } = setUp();
    for (const revision of [1, 2]) {
      await handlers.annotatePage(page(['Rain fell on the library.'], { revision }), TAB);
      const answer = answerOf(await handlers.markSentences({ revision }, TAB));
      expect(answer).toEqual({ revision, whole: true, blocks: [] });
    }
  });

  it('tells the page nothing of the reader’s own articles, and the panel everything', async () => {
    const { world, handlers, sessions } = setUp();
    world.whole = succeed(archiveOf([...ARTICLES, OWN]));
    await handlers.annotatePage(page([OWN.articleBody, `${QUOTE}.`]), TAB);
    const told = answerOf(await handlers.markSentences({ revision: 1 }, TAB));
    expect(told.blocks.map(({ key }) => key)).toEqual([2]);
    const at = { key: 1, start: 0, end: OWN.articleBody.length - 1, revision: 1 };
    expect(await handlers.openCard(at, TAB)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    await sessions.settled();
    const { seen } = world.summaries.get(7)!;
    expect(seen.sentences.map(({ places }) => places[0]!.key)).toEqual([1, 2]);
    expect(world.badges.get(7)).toMatchObject({ sentences: 2 });
  });

  it('opens the whole archive only after the page has its second answer', async () => {
    const { world, handlers, sessions } = setUp();
    const opened: string[] = [];
    const open = world.ports.archive;
    world.ports.archive = () => {
      opened.push('whole');
      return open();
    };
    await handlers.annotatePage(page([`${QUOTE}.`]), TAB);
    await sessions.settled();
    expect(opened).toEqual([]);
    await handlers.markSentences({ revision: 1 }, TAB);
    await sessions.settled();
    expect(opened).toEqual(['whole']);
  });

  it('gives no marks while they are switched off', async () => {
    const { world, handlers } = setUp();
    world.settings = { ...world.settings, marks: false };
    await handlers.annotatePage(page([`${QUOTE}.`]), TAB);
    expect(answerOf(await handlers.markSentences({ revision: 1 }, TAB)).blocks).toEqual([]);
  });

  it('is refused for a page that is not known, and for a reading that was not yet', async () => {
    const { handlers } = setUp();
    const asked = () => handlers.markSentences({ revision: 2 }, TAB);
    expect(await asked()).toMatchObject({ ok: false, error: { code: 'session-lost' } });
    await handlers.annotatePage(page(['Rain.']), TAB);
    expect(await asked()).toMatchObject({ ok: false, error: { code: 'stale' } });
  });
});

describe('the summary of a page', () => {
  it('groups names, counts them, and says why and how often the archive prints them', async () => {
    const { read, world, sessions } = setUp();
    await read(page(['Ada Lindgren met Omar Haddad.', 'Lindgren left.'], { title: 'Two meet' }));
    await sessions.settled();
    const { names, title, url, passages } = world.summaries.get(7)!;
    expect(names.map(({ entityId, count, exact }) => [entityId, count, exact])).toEqual([
      [ADA.id, 2, 'Ada Lindgren'],
      [OMAR.id, 1, 'Omar Haddad'],
    ]);
    expect(names[0]!.places).toEqual([
      { key: 1, start: 0, end: 12 },
      { key: 2, start: 0, end: 8 },
    ]);
    expect(names[0]!.passageCount).toBeGreaterThan(1);
    expect([title, url]).toEqual(['Two meet', FACTS.url]);
    expect(passages[0]!.evidence.sharedNames).toContain('Ada Lindgren');
    expect(world.announced).toContain('tabAnnotated');
  });

  it('offers what stayed open, once, with who it could be', async () => {
    const { read, world, sessions } = setUp();
    await read(page(['Lindgren left.', 'Lindgren slept.']));
    await sessions.settled();
    expect(world.summaries.get(7)!.ambiguous).toEqual([
      {
        ...{ exact: 'Lindgren', place: { key: 1, start: 0, end: 8 } },
        candidates: [{ entityId: ADA.id, type: 'person', label: 'Ada Lindgren' }],
      },
    ]);
  });

  it('leaves the page itself out of its related passages', async () => {
    const { read, world, sessions } = setUp();
    await read(page([BRIDGE.articleBody]), { tabId: 7, url: BRIDGE.url });
    await sessions.settled();
    const found = world.summaries.get(7)!.passages.map(({ provenance }) => provenance.articleId);
    expect(found).not.toContain(BRIDGE.id);
    expect(found.length).toBeGreaterThan(0);
  });

  it('has the address of the document that was read, though its tab is elsewhere by then', async () => {
    const { read, world, sessions } = setUp();
    await read(page(['Ada Lindgren.']), { tabId: 7, url: 'https://news.test/before' });
    world.facts.set(7, { ...FACTS, url: 'https://news.test/behind' });
    await sessions.settled();
    expect(world.summaries.get(7)?.url).toBe('https://news.test/before');
  });

  it('is written once for readings that follow at once, and is of the newest', async () => {
    const { read, world, sessions } = setUp();
    const reading = [read(page(['Ada Lindgren.'])), read(page(['Rain.'], { revision: 2 }))];
    await Promise.all(reading);
    await sessions.settled();
    expect(world.summaries.get(7)).toMatchObject({ revision: 2, names: [] });
  });

  it('is not written for a tab that was forgotten meanwhile', async () => {
    const { read, world, sessions } = setUp();
    await read(page(['Ada Lindgren.']));
    await sessions.forget(7);
    await sessions.settled();
    expect([world.summaries.has(7), world.badges.has(7)]).toEqual([false, false]);
  });

  it('is not written, nor a badge shown, for a tab that is forgotten while it is being written', async () => {
    const { read, world, sessions } = setUp();
    const write = world.ports.summaries.write;
    let forgetting: Promise<void> | null = null;
    world.ports.summaries.write = async (tabId, summary) => {
      forgetting = sessions.forget(tabId);
      await write(tabId, summary);
    };
    await read(page(['Ada Lindgren.']));
    await sessions.settled();
    await forgetting;
    expect([world.summaries.has(7), world.badges.has(7)]).toEqual([false, false]);
  });

  it('of one tab is written though another tab has closed', async () => {
    const { read, world, sessions } = setUp();
    const showBadge = world.ports.tabs.showBadge;
    world.ports.tabs.showBadge = async (tabId, badge) => {
      if (tabId === 1) throw new Error('No tab with id 1.');
      return showBadge(tabId, badge);
    };
    await read(page(['Ada Lindgren.']), { ...TAB, tabId: 1 });
    await read(page(['Ada Lindgren.']), { ...TAB, tabId: 2 });
    await sessions.settled();
    expect([...world.badges.keys()]).toEqual([2]);
  });

  it('says when the page blocks cards', async () => {
    const { handlers, read, world, sessions } = setUp();
    await read(page(['Ada Lindgren.']));
    await sessions.settled();
    await handlers.reportBlockedCard({}, TAB);
    expect(world.summaries.get(7)!.cardBlocked).toBe(true);
  });
});

describe('asking for a card', () => {
  it('gives a ticket for the mention that stands exactly there', async () => {
    const { handlers, read, tickets } = setUp();
    await read(page(['Ada Lindgren met Omar Haddad.', 'Lindgren left.']));
    const { ticket } = answerOf(await handlers.openCard({ key: 2, start: 0, end: 8, revision: 1 }, TAB));
    expect(ticket).toMatch(/^[0-9a-f]{32}$/);
    const card = tickets.redeem(ticket, 7);
    expect(card).toMatchObject({ kind: 'name', exact: 'Lindgren', why: 'surname', because: [] });
  });

  it('gives one for a marked sentence, also before its marks were asked for', async () => {
    const { handlers, tickets } = setUp();
    const quote = 'The bridge will carry us to the islands for a hundred years';
    await handlers.annotatePage(page([`“${quote}.”`]), TAB);
    const at = { key: 1, start: 1, end: 1 + quote.length, revision: 1 };
    const { ticket } = answerOf(await handlers.openCard(at, TAB));
    expect(tickets.redeem(ticket, 7)).toMatchObject({
      kind: 'seen',
      sentence: { text: quote, printings: [{ role: 'first' }, { role: 'reprint' }], articleCount: 2 },
    });
  });

  it.each([
    ['another place', { key: 1, start: 1, end: 12, revision: 1 }, 'not-found'],
    ['another block', { key: 9, start: 0, end: 12, revision: 1 }, 'not-found'],
    ['a reading that was not yet', { key: 1, start: 0, end: 12, revision: 2 }, 'stale'],
  ])('is refused for %s', async (_what, at, code) => {
    const { handlers, read } = setUp();
    await read(page(['Ada Lindgren came.', 'Rain.']));
    expect(await handlers.openCard(at, TAB)).toMatchObject({ ok: false, error: { code } });
  });

  it('is refused for a name that is still a choice', async () => {
    const { handlers, read } = setUp();
    await read(page(['Haddad?']));
    const asked = await handlers.openCard({ key: 1, start: 0, end: 6, revision: 1 }, TAB);
    expect(asked).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('is refused for a tab that sent no page', async () => {
    const { handlers, read } = setUp();
    await read(page(['Ada Lindgren came.']));
    const at = { key: 1, start: 0, end: 12, revision: 1 };
    expect(await handlers.openCard(at, { ...TAB, tabId: 8 })).toMatchObject({
      ok: false,
      error: { code: 'session-lost' },
    });
  });

  it('for selected words looks them up, keeps the answer for the panel and tells it', async () => {
    const { handlers, world, tickets } = setUp();
    const { ticket } = answerOf(
      await handlers.lookUpSelection({ exact: 'Umar Hadad', prefix: '', suffix: '' }, TAB),
    );
    const card = tickets.redeem(ticket, 7);
    expect(card).toMatchObject({
      kind: 'lookup',
      lookup: { names: [{ entityId: OMAR.id, why: 'spelling' }] },
    });
    await vi.waitFor(() => expect(world.announced).toEqual(['tabLookedUp']));
    expect(await world.ports.summaries.readLookup(7)).toMatchObject({ text: 'Umar Hadad' });
  });

  it('never answers a page with archive text', async () => {
    const { handlers, read } = setUp();
    const answers = [
      await read(page([BRIDGE.articleBody.slice(0, 40)])),
      await handlers.openCard({ key: 1, start: 0, end: 12, revision: 1 }, TAB),
      await handlers.lookUpSelection(
        { exact: 'The bridge will carry us to the islands', prefix: '', suffix: '' },
        TAB,
      ),
    ];
    const told = JSON.stringify(answers);
    const words = archiveOf().records.flatMap(({ passage }) => passage.text.match(/\p{L}{5,}/gu) ?? []);
    expect(words.filter((word) => told.includes(word) && !['person', 'place'].includes(word))).toEqual([]);
  });
});
