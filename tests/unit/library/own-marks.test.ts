import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCardTickets } from '../../../src/library/card-tickets.ts';
import { MOST_CARDS_A_MINUTE, OWN_CARD_HEIGHT } from '../../../src/library/own-marks.ts';
import { createPageHandlers } from '../../../src/library/page-calls.ts';
import { createPageSessions } from '../../../src/library/page-sessions.ts';
import { createPanelHandlers } from '../../../src/library/panel-calls.ts';
import { type Result, succeed } from '../../../src/text/result.ts';
import { ARTICLES, archiveOf, article, ENTITIES, entity } from '../invented-archive.ts';
import { createWorld, FACTS, page } from './fake-ports.ts';

const TAB = { tabId: 7, url: FACTS.url };
const OWN_SENTENCE = 'The lamp on the old quay will be lit every evening until the ferry has come in.';
const CLARA = entity('person:clara-whitfield', 'Clara Whitfield');
const OWN = article('own', `Clara Whitfield wrote the notes of the council. ${OWN_SENTENCE}`);
const TEXTS = ['Clara Whitfield met Ada Lindgren at the quay.', OWN_SENTENCE, 'Rain fell on the roofs.'];

function setUp() {
  const world = createWorld();
  world.whole = succeed(archiveOf([...ARTICLES, OWN], [...ENTITIES, CLARA]));
  const sessions = createPageSessions(world.ports);
  const tickets = createCardTickets(world.ports.randomTicket, world.ports.now);
  const handlers = createPageHandlers(world.ports, sessions, tickets);
  const panel = createPanelHandlers(world.ports, tickets);
  const allow = async (on: boolean) =>
    answerOf(await panel.switchOwnMarks({ host: FACTS.host, on }, { tabId: null }));
  const read = async (revision = 1) => {
    const names = answerOf(await handlers.annotatePage(page(TEXTS, { revision }), TAB));
    const sentences = answerOf(await handlers.markSentences({ revision }, TAB));
    await sessions.settled();
    return { names, sentences };
  };
  const own = async () => answerOf(await panel.describeOwnMarks({}, TAB)).blocks;
  const open = (key: number, start: number, end: number) =>
    handlers.openCard({ key, start, end, revision: 1 }, TAB);
  return { world, tickets, handlers, panel, allow, read, own, open };
}

function answerOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

describe('marks of the reader’s own articles', () => {
  let told: ReturnType<typeof setUp>;
  beforeEach(() => {
    told = setUp();
  });

  it('are none on a site where the reader did not allow them', async () => {
    const { names } = await told.read();
    expect(names.ownMarks).toBe(false);
    expect(await told.own()).toEqual([]);
    expect(await told.handlers.openOwnMarks({}, TAB)).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
    expect(told.world.tabCalls).toEqual([]);
  });

  it('are what the bundled archive does not mark itself, and for our frame alone', async () => {
    const before = await told.read();
    await told.allow(true);
    const { names, sentences } = await told.read();
    // What the page's process is told is the same, but for the reader's wish.
    expect({ ...names, ownMarks: false }).toEqual(before.names);
    expect(sentences).toEqual(before.sentences);
    expect(await told.own()).toEqual([
      { key: 1, marks: [{ start: 0, end: 15, type: 'person' }] },
      { key: 2, marks: [{ start: 0, end: OWN_SENTENCE.length - 1, type: 'reused' }] },
    ]);
  });

  it('are announced after every reading, whether there are any or not', async () => {
    await told.allow(true);
    await told.read();
    told.world.whole = null;
    await told.read(2);
    expect(await told.own()).toEqual([]);
    expect(told.world.tabCalls.map(({ verb }) => verb)).toEqual(['renewOwnMarks', 'renewOwnMarks']);
  });

  it('go with the switch, with the one for all marks, and are another site’s business elsewhere', async () => {
    await told.allow(true);
    told.world.settings = { ...told.world.settings, marks: false };
    expect((await told.read()).names.ownMarks).toBe(false);
    told.world.settings = { ...told.world.settings, marks: true };
    told.world.facts.set(7, { ...FACTS, host: 'other.example' });
    expect((await told.read()).names.ownMarks).toBe(false);
    told.world.facts.clear();
    expect((await told.read()).names.ownMarks).toBe(true);
    expect((await told.allow(false)).ownMarkHosts).toEqual([]);
    expect((await told.read()).names.ownMarks).toBe(false);
    expect(await told.own()).toEqual([]);
  });

  it('are allowed for a site once, and never for none', async () => {
    await told.allow(true);
    expect((await told.allow(true)).ownMarkHosts).toEqual([FACTS.host]);
    const nowhere = await told.panel.switchOwnMarks({ host: '', on: true }, { tabId: null });
    expect(answerOf(nowhere).ownMarkHosts).toEqual([FACTS.host]);
  });
});

describe('the frame of own marks', () => {
  it('is let in by a fresh ticket of its own tab, once, and by no card’s', async () => {
    const { allow, handlers, panel, world, tickets } = setUp();
    await allow(true);
    const { ticket } = answerOf(await handlers.openOwnMarks({}, TAB));
    expect((await panel.redeemCard({ ticket }, TAB)).ok).toBe(false);
    expect((await panel.redeemOwnMarks({ ticket }, { tabId: 8 })).ok).toBe(false);
    expect((await panel.redeemOwnMarks({ ticket }, { tabId: null })).ok).toBe(false);
    expect(await panel.redeemOwnMarks({ ticket }, TAB)).toEqual(succeed(null));
    expect(world.tabCalls).toEqual([{ tabId: 7, verb: 'showOwnMarks', argument: { ticket } }]);
    expect((await panel.redeemOwnMarks({ ticket }, TAB)).ok).toBe(false);
    const late = answerOf(await handlers.openOwnMarks({}, TAB)).ticket;
    world.clockMs += 5_001;
    expect((await panel.redeemOwnMarks({ ticket: late }, TAB)).ok).toBe(false);
    const card = tickets.issue(7, {
      kind: 'lookup',
      lookup: { text: '', names: [], printings: [], similar: [], passages: [] },
    });
    expect((await panel.redeemOwnMarks({ ticket: card }, TAB)).ok).toBe(false);
  });

  it('hears of its own tab alone', async () => {
    const { allow, read, panel } = setUp();
    await allow(true);
    await read();
    for (const tabId of [8, null]) {
      expect(answerOf(await panel.describeOwnMarks({}, { tabId })).blocks).toEqual([]);
    }
  });
});

describe('a card where own marks are allowed', () => {
  let told: ReturnType<typeof setUp>;
  beforeEach(async () => {
    told = setUp();
    await told.allow(true);
    await told.read();
    told.world.clockMs += 2_000;
  });

  const cardOf = async (opened: Result<{ readonly ticket: string }>) =>
    answerOf(await told.panel.redeemCard(answerOf(opened), TAB));

  it('opens on any word of a name or sentence, because the page’s process is not told where these are', async () => {
    expect(await cardOf(await told.open(1, 6, 15))).toMatchObject({ kind: 'name', exact: 'Clara Whitfield' });
    expect(await cardOf(await told.open(2, 9, 13))).toMatchObject({ kind: 'seen' });
    expect(await cardOf(await told.open(1, 20, 32))).toMatchObject({ kind: 'name', exact: 'Ada Lindgren' });
  });

  it('opens nowhere else', async () => {
    for (const [key, start, end] of [
      [3, 0, 4],
      [1, 16, 19],
      [9, 0, 4],
    ] as const) {
      expect(await told.open(key, start, end)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    }
  });

  it('is of one height, whatever it holds', async () => {
    const opened = answerOf(await told.open(1, 0, 5));
    await told.panel.redeemCard(opened, TAB);
    await told.panel.reportCardHeight({ ...opened, height: 77 }, TAB);
    expect(told.world.tabCalls.at(-1)).toMatchObject({
      verb: 'showCard',
      argument: { height: OWN_CARD_HEIGHT },
    });
    await told.panel.reportCardHeight({ ...opened, height: 0 }, TAB);
    expect(told.world.tabCalls.at(-1)).toMatchObject({ verb: 'closeCard' });
  });

  it('does not open on text that has only just come', async () => {
    await told.read();
    expect((await told.open(1, 0, 5)).ok).toBe(false);
    // What everybody's archive marks is no secret.
    expect((await told.open(1, 20, 32)).ok).toBe(true);
    told.world.clockMs += 1_000;
    expect((await told.open(1, 0, 5)).ok).toBe(true);
  });

  it('opens as often a minute as the options page says, and again a minute later', async () => {
    for (let at = 0; at < MOST_CARDS_A_MINUTE; at += 1) expect((await told.open(1, 0, 5)).ok).toBe(true);
    expect((await told.open(1, 0, 5)).ok).toBe(false);
    expect((await told.open(1, 20, 32)).ok).toBe(true);
    told.world.clockMs += 60_000;
    expect((await told.open(1, 0, 5)).ok).toBe(true);
    const { ownMarksObservable } = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8'));
    expect(ownMarksObservable.message).toContain(`at most ${MOST_CARDS_A_MINUTE} a minute`);
  });
});
