import { expect, it, vi } from 'vitest';
import type { BackgroundPort } from '../../../src/page/background-port.ts';
import { createSentenceQuestion } from '../../../src/page/mark-sentences.ts';
import type { Block, PageBlocks } from '../../../src/page/page-blocks.ts';
import type { SentenceMarks } from '../../../src/protocol/calls.ts';
import { fail, type Result, succeed } from '../../../src/text/result.ts';

const MARK = { start: 0, end: 4, type: 'reused' as const };

function lab(...answers: Result<SentenceMarks>[]) {
  const asked: number[] = [];
  const marked: string[] = [];
  const lost = vi.fn();
  const leaving = new AbortController();
  const blocks = new Map([1, 2, 3].map((key) => [key, { key } as Block]));
  const markSentences = async ({ revision }: { revision: number }) => {
    asked.push(revision);
    return answers.shift()!;
  };
  const ask = createSentenceQuestion(
    { calls: { markSentences } } as unknown as BackgroundPort,
    { get: (key: number) => blocks.get(key), all: () => blocks.values() } as unknown as PageBlocks,
    { marked: ({ key }, marks) => void marked.push(`${key}:${marks.length}`), lost },
    leaving.signal,
  );
  return { ask, asked, marked, lost, blocks, leaving };
}

const answer = (whole: boolean, ...keys: readonly number[]) =>
  succeed({ revision: 1, whole, blocks: keys.map((key) => ({ key, marks: [MARK] })) });

it('marks the blocks that are listed, and of a whole answer unmarks all others', async () => {
  const first = lab(answer(true, 2));
  await first.ask(1);
  expect([first.asked, first.marked]).toEqual([[1], ['1:0', '2:1', '3:0']]);
  const later = lab(answer(false, 2));
  await later.ask(2);
  expect(later.marked).toEqual(['2:1']);
});

it('marks nothing in a block that is gone by now', async () => {
  const { ask, marked, blocks } = lab(answer(false, 2, 3));
  blocks.delete(2);
  await ask(1);
  expect(marked).toEqual(['3:1']);
});

it('tells once that the background has forgotten the page, until it answers again', async () => {
  const gone = () => fail('session-lost', '');
  const { ask, lost } = lab(gone(), gone(), answer(true), gone());
  for (const revision of [1, 2]) await ask(revision);
  expect(lost).toHaveBeenCalledTimes(1);
  for (const revision of [3, 4]) await ask(revision);
  expect(lost).toHaveBeenCalledTimes(2);
});

it('leaves the page alone when the answer is another error, or the site was switched off meanwhile', async () => {
  const { ask, marked, lost, leaving } = lab(fail('stale', ''), answer(true, 1));
  await ask(1);
  leaving.abort();
  await ask(2);
  expect([marked, lost.mock.calls]).toEqual([[], []]);
});
