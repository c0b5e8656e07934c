/** The reader's decisions about names, from whichever of our pages: each one transaction, each taken back by its number. */
import type { CorrectionCalls } from '../../protocol/archive-calls.ts';
import type { Handlers } from '../../protocol/server.ts';
import { type Result, succeed } from '../../text/result.ts';
import type { HoldingsStore } from './holdings-store.ts';

interface CorrectionPorts {
  readonly store: Pick<HoldingsStore, 'commit' | 'corrections'>;
  /** Tells the background that decisions changed. */
  changed(): void;
  /** ISO 8601. */
  now(): string;
}

export function createCorrectionHandlers({
  store,
  changed,
  now,
}: CorrectionPorts): Handlers<CorrectionCalls, null> {
  const told = (written: Result<null>): Result<null> => {
    if (written.ok) changed();
    return written;
  };
  return {
    listCorrections: async () => succeed(await store.corrections()),
    correctName: async (correction) => {
      const written = told(await store.commit({ decide: [{ correction, madeAt: now() }] }));
      return written.ok ? succeed((await store.corrections()).at(-1)?.sequence ?? 0) : written;
    },
    undoCorrection: async ({ sequence }) => told(await store.commit({ undecide: [sequence] })),
  };
}
