/**
 * One-time permits for cards: a page may frame our card's address as often as it likes, but without a fresh ticket of
 * its own tab it stays blank. 128 random bits, 5 seconds, one use.
 */
import type { CardView } from '../protocol/views.ts';

export const TICKET_LIFE_MS = 5_000;
const MOST_TICKETS = 64;

interface Issued {
  readonly tabId: number;
  readonly view: CardView;
  readonly until: number;
}

export interface CardTickets {
  issue(tabId: number, view: CardView): string;
  /** null when unknown, used, expired, or of another tab. */
  redeem(ticket: string, tabId: number): CardView | null;
  /** The tab a redeemed ticket belongs to, for the card's height; null when never redeemed. */
  tabOf(ticket: string): number | null;
}

export function createCardTickets(randomTicket: () => string, now: () => number): CardTickets {
  const issued = new Map<string, Issued>();
  const shown = new Map<string, number>();
  return {
    issue: (tabId, view) => {
      const ticket = randomTicket();
      issued.set(ticket, { tabId, view, until: now() + TICKET_LIFE_MS });
      dropOldest(issued);
      return ticket;
    },
    redeem: (ticket, tabId) => {
      const permit = issued.get(ticket);
      if (!permit || permit.tabId !== tabId || permit.until < now()) return null;
      issued.delete(ticket);
      shown.set(ticket, tabId);
      dropOldest(shown);
      return permit.view;
    },
    tabOf: (ticket) => shown.get(ticket) ?? null,
  };
}

function dropOldest(map: Map<string, unknown>): void {
  if (map.size > MOST_TICKETS) map.delete(map.keys().next().value as string);
}
