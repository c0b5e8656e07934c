import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAnnotator, MAX_MESSAGE_BLOCKS } from '../../../src/page/annotate.ts';
import type { BackgroundPort } from '../../../src/page/background-port.ts';
import type { Block, PageBlocks } from '../../../src/page/page-blocks.ts';
import type { PageMarks, PageText } from '../../../src/protocol/calls.ts';
import type { ErrorCode, Result } from '../../../src/text/result.ts';

const container = {} as Element;

function block(key: number, text = `text ${key}`): Block {
  return { key, text, container, nodes: [], runs: null };
}

interface Lab {
  readonly asked: PageText[];
  readonly marked: string[];
  readonly answered: number[];
  readonly annotator: ReturnType<typeof createAnnotator>;
  readonly blocks: Map<number, Block>;
  isAlive: boolean;
  refused: number;
  errors: ErrorCode[];
}

function lab(count: number): Lab {
  const blocks = new Map(Array.from({ length: count }, (_, at) => [at + 1, block(at + 1)]));
  const asked: PageText[] = [];
  const marked: string[] = [];
  const answered: number[] = [];
  const state = { isAlive: true, refused: 0, errors: [] as ErrorCode[] };
  const annotatePage = async (page: PageText): Promise<Result<PageMarks>> => {
    asked.push(page);
    const code = state.errors.shift();
    if (code) return { ok: false, error: { code, message: '' } };
    const marks = [{ start: 0, end: 4, type: 'person' as const }];
    const answered = page.blocks.filter(({ key }) => key % 2 === 0).map(({ key }) => ({ key, marks }));
    const settings = { selectionButton: true, hoverCard: true, ownMarks: false };
    return { ok: true, value: { revision: page.revision, blocks: answered, ...settings } };
  };
  const port = { calls: { annotatePage }, isAlive: () => state.isAlive } as unknown as BackgroundPort;
  const known = {
    get: (key: number) => blocks.get(key),
    all: () => blocks.values(),
  } as unknown as PageBlocks;
  const events = {
    marked: (one: Block, marks: readonly unknown[]) => marked.push(`${one.key}:${marks.length}`),
    settled: () => {},
    answered: (revision: number) => answered.push(revision),
    refused: () => {
      state.refused += 1;
    },
  };
  const annotator = createAnnotator(port, known, events, new AbortController().signal);
  return Object.assign(state, { asked, marked, answered, annotator, blocks });
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { title: 'Page', documentElement: { getAttribute: () => 'en' } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('sends a whole page in pieces, of which only the first is called whole', async () => {
  const { annotator, asked } = lab(MAX_MESSAGE_BLOCKS + 10);
  annotator.sendWhole(null);
  await vi.runAllTimersAsync();
  expect(asked.map(({ whole, blocks, revision }) => [whole, blocks.length, revision])).toEqual([
    [true, MAX_MESSAGE_BLOCKS, 1],
    [false, 10, 2],
  ]);
});

it('sends a page without text too, so that the background knows it was read', async () => {
  const { annotator, asked } = lab(0);
  annotator.sendWhole(null);
  await vi.runAllTimersAsync();
  expect(asked).toMatchObject([{ whole: true, blocks: [], title: 'Page', language: 'en' }]);
});

it('takes marks away from a block that was sent and is not listed in the answer', async () => {
  const { annotator, marked } = lab(2);
  annotator.sendWhole(null);
  await vi.runAllTimersAsync();
  expect(marked).toEqual(['2:1', '1:0']);
});

it('never mentions a block that came and went before it was sent', async () => {
  const { annotator, asked, blocks } = lab(1);
  annotator.sendWhole(null);
  const passing = block(9);
  blocks.set(9, passing);
  annotator.sendChange([passing], [], null);
  blocks.delete(9);
  annotator.sendChange([], [passing], null);
  await vi.runAllTimersAsync();
  expect(asked.flatMap((page) => [...page.removed, ...page.blocks.map(({ key }) => key)])).toEqual([1]);
});

it('tells of a reading that was answered, with marks or without, and of no other', async () => {
  const { annotator, answered, errors } = lab(1);
  errors.push('session-lost');
  annotator.sendWhole(null);
  await vi.runAllTimersAsync();
  expect(answered).toEqual([2]);
});

it('tells of a page in many pieces after every sixteenth, and after the last', async () => {
  const { annotator, answered } = lab(17 * MAX_MESSAGE_BLOCKS + 1);
  annotator.sendWhole(null);
  await vi.runAllTimersAsync();
  expect(answered).toEqual([16, 18]);
});

it('sends everything again at once when the background forgot the page', async () => {
  const one = lab(2);
  one.annotator.sendWhole(null);
  await vi.runAllTimersAsync();
  one.errors.push('session-lost');
  one.annotator.sendChange([], [block(7)], null);
  await vi.advanceTimersByTimeAsync(50);
  expect(one.asked.map(({ whole, blocks }) => [whole, blocks.length])).toEqual([
    [true, 2],
    [false, 0],
    [true, 2],
  ]);
});

it('waits longer after each failure, then gives up until the page changes', async () => {
  const one = lab(1);
  one.errors.push(...Array.from({ length: 40 }, () => 'failed' as const));
  one.annotator.sendWhole(null);
  await vi.advanceTimersByTimeAsync(3_500);
  expect(one.asked).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(one.asked).toHaveLength(9);
  one.annotator.sendChange([block(2)], [], null);
  await vi.advanceTimersByTimeAsync(100);
  expect(one.asked).toHaveLength(10);
  one.annotator.sendChange([block(3)], [], null);
  await vi.advanceTimersByTimeAsync(100);
  expect(one.asked).toHaveLength(10);
});

it.each(['not-allowed', 'page-unreachable'] as const)(
  'stops for good when the answer is %s',
  async (code) => {
    const one = lab(1);
    one.errors.push(code);
    one.annotator.sendWhole(null);
    await vi.runAllTimersAsync();
    expect([one.refused, one.asked.length]).toEqual([1, 1]);
  },
);

it('asks nothing more once the extension is gone', async () => {
  const one = lab(1);
  one.isAlive = false;
  one.annotator.sendWhole(null);
  await vi.runAllTimersAsync();
  expect([one.refused, one.asked.length]).toEqual([1, 0]);
});
