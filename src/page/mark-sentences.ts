/**
 * Asks for the sentences that were printed before, and hands on where they stand. Answered readings are followed by
 * this one question, whether there are hits or not; names never wait for it. Keys mean one text for ever, so an answer
 * can be late but not wrong.
 */
import type { PageMarks, SentenceMarks } from '../protocol/calls.ts';
import type { BackgroundPort } from './background-port.ts';
import type { Block, PageBlocks } from './page-blocks.ts';
import { createSlices } from './time-slice.ts';

export interface SentenceEvents {
  marked(block: Block, marks: PageMarks['blocks'][number]['marks']): void;
  /** The background has forgotten the page since it answered; told once until it answers again. */
  lost(): void;
}

/** Gives the function to call after each answered reading. */
export function createSentenceQuestion(
  port: BackgroundPort,
  blocks: PageBlocks,
  events: SentenceEvents,
  signal: AbortSignal,
): (revision: number) => Promise<void> {
  let isLost = false;
  return async (revision) => {
    const answer = await port.calls.markSentences({ revision });
    if (signal.aborted) return;
    if (answer.ok) {
      isLost = false;
      // Rejects only when the signal aborts in a rest.
      await handOn(answer.value, blocks, events, signal).catch(() => {});
    } else if (answer.error.code === 'session-lost' && !isLost) {
      isLost = true;
      events.lost();
    }
  };
}

async function handOn(
  answer: SentenceMarks,
  blocks: PageBlocks,
  { marked }: SentenceEvents,
  signal: AbortSignal,
): Promise<void> {
  const slices = createSlices(signal);
  const listed = new Map(answer.blocks.map(({ key, marks }) => [key, marks]));
  const keys = answer.whole ? [...blocks.all()].map(({ key }) => key) : listed.keys();
  for (const key of keys) {
    if (slices.isSpent()) await slices.rest();
    const block = blocks.get(key);
    if (block) marked(block, listed.get(key) ?? []);
  }
}
