/**
 * One-time permits for frames of ours in pages: a page may frame our addresses as often as it likes, but without a fresh
 * ticket of its own tab they stay blank. 128 random bits, 5 seconds, one use.
 */
import type { CardView } from '../protocol/views.ts';

export const TICKET_LIFE_MS = 5_000;
const MOST_TICKETS = 64;

/** What a ticket opens: a card with its content, or the frame of own marks. */
type Opens = CardView | { readonly kind: 'own-marks' };

interface Shown {
  readonly tabId: number;
  /** CSS pixels, whatever the card reports; null: as high as it is. */
  readonly height: number | null;
}

interface Issued extends Shown {
  readonly view: Opens;
  readonly until: number;
}

export interface CardTickets {
  issue(tabId: number, view: Opens, height?: number | null): string;
  /** null when unknown, used, expired, of another tab, or of another kind. */
  redeem(ticket: string, tabId: number): CardView | null;
  /** False where `redeem` gives null. */
  redeemOwnMarks(ticket: string, tabId: number): boolean;
  /** Where a redeemed ticket's card stands; null when never redeemed. */
  shown(ticket: string): Shown | null;
}

export function createCardTickets(randomTicket: () => string, now: () => number): CardTickets {
  const issued = new Map<string, Issued>();
  const shown = new Map<string, Shown>();
  const permitOf = (ticket: string, tabId: number) => {
    const permit = issued.get(ticket);
    return permit && permit.tabId === tabId && permit.until >= now() ? permit : null;
  };
  return {
    issue: (tabId, view, height = null) => {
      const ticket = randomTicket();
      issued.set(ticket, { tabId, view, height, until: now() + TICKET_LIFE_MS });
      dropOldest(issued);
      return ticket;
    },
    redeem: (ticket, tabId) => {
      const permit = permitOf(ticket, tabId);
      if (!permit || permit.view.kind === 'own-marks') return null;
      issued.delete(ticket);
      shown.set(ticket, permit);
      dropOldest(shown);
      return permit.view;
    },
    redeemOwnMarks: (ticket, tabId) =>
      permitOf(ticket, tabId)?.view.kind === 'own-marks' && issued.delete(ticket),
    shown: (ticket) => shown.get(ticket) ?? null,
  };
}

function dropOldest(map: Map<string, unknown>): void {
  if (map.size > MOST_TICKETS) map.delete(map.keys().next().value as string);
}
