/** Makes a decision about a name and offers to take it back; by the calls of whichever page asks. */
import type { CorrectionCalls, CorrectionView } from '../protocol/archive-calls.ts';
import type { Client } from '../protocol/client.ts';
import { usePanel } from './panel.ts';

/** `text`: what was done, in words. */
export type Correct = (correction: CorrectionView['correction'], text: string) => Promise<void>;

export function useCorrect(calls: Client<CorrectionCalls>): Correct {
  const { announce, explain, undoable } = usePanel();
  return async (correction, text) => {
    const made = await calls.correctName(correction);
    if (!made.ok) return announce(explain(made.error));
    undoable.set({ text, undo: () => calls.undoCorrection({ sequence: made.value }) });
  };
}
