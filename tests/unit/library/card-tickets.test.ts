import { describe, expect, it } from 'vitest';
import { createCardTickets, TICKET_LIFE_MS } from '../../../src/library/card-tickets.ts';
import type { CardView } from '../../../src/protocol/views.ts';

const view = (text: string): CardView => ({
  kind: 'lookup',
  lookup: { text, names: [], printings: [], similar: [], passages: [] },
});

function setUp() {
  const clock = { nowMs: 1_000 };
  let issued = 0;
  const tickets = createCardTickets(
    () => `ticket-${++issued}`,
    () => clock.nowMs,
  );
  return { clock, tickets };
}

describe('a card’s ticket', () => {
  it('opens its card once, in its tab', () => {
    const { tickets } = setUp();
    const ticket = tickets.issue(7, view('bridge'));
    expect(tickets.redeem(ticket, 7)).toEqual(view('bridge'));
    expect(tickets.redeem(ticket, 7)).toBeNull();
  });

  it('opens nothing in another tab, and is not used up by the attempt', () => {
    const { tickets } = setUp();
    const ticket = tickets.issue(7, view('bridge'));
    expect(tickets.redeem(ticket, 8)).toBeNull();
    expect(tickets.redeem(ticket, 7)).toEqual(view('bridge'));
  });

  it('opens nothing after its time', () => {
    const { tickets, clock } = setUp();
    const [early, late] = [tickets.issue(7, view('a')), tickets.issue(7, view('b'))];
    clock.nowMs += TICKET_LIFE_MS;
    expect(tickets.redeem(early, 7)).toEqual(view('a'));
    clock.nowMs += 1;
    expect(tickets.redeem(late, 7)).toBeNull();
  });

  it.each(['', 'ticket-2', '__proto__', 'constructor'])(
    'that was never issued opens nothing: “%s”',
    (forged) => {
      const { tickets } = setUp();
      tickets.issue(7, view('bridge'));
      expect(tickets.redeem(forged, 7)).toBeNull();
      expect(tickets.shown(forged)).toBeNull();
    },
  );

  it('tells its tab only after it was used', () => {
    const { tickets } = setUp();
    const ticket = tickets.issue(7, view('bridge'));
    expect(tickets.shown(ticket)).toBeNull();
    tickets.redeem(ticket, 7);
    expect(tickets.shown(ticket)).toMatchObject({ tabId: 7, height: null });
  });

  it('is dropped when very many newer ones were asked for', () => {
    const { tickets } = setUp();
    const first = tickets.issue(7, view('first'));
    const others = Array.from({ length: 100 }, (_, at) => tickets.issue(7, view(String(at))));
    expect(tickets.redeem(first, 7)).toBeNull();
    expect(tickets.redeem(others.at(-1)!, 7)).toEqual(view('99'));
  });
});
