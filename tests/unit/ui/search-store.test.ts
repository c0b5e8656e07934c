import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SearchView } from '../../../src/protocol/views.ts';
import { succeed } from '../../../src/text/result.ts';
import type { PanelPort } from '../../../src/ui/panel-port.ts';
import { createSearch } from '../../../src/ui/search-store.ts';

const PASSAGE = {} as SearchView['passages'][number];

/** An archive that holds one passage once `world.isThere`, and is being added to while `world.isAdding`. */
function setUp() {
  const world = { isAdding: false, isThere: false, searches: 0 };
  const listeners: (() => void)[] = [];
  const port = {
    calls: {
      search: async ({ text }: { text: string }) => {
        world.searches++;
        const passages = world.isThere ? [PASSAGE] : [];
        return succeed({
          text,
          hints: [],
          names: [],
          shownFor: [],
          missing: [],
          split: null,
          passages,
          total: passages.length,
        });
      },
      suggest: async () => succeed([]),
    },
    isAdding: async () => world.isAdding,
    onEvent: (_: string, listener: () => void) => listeners.push(listener),
  } as unknown as PanelPort;
  const ending = new AbortController();
  const search = createSearch(port, 'bridge', ending.signal);
  return { world, search, ending, changed: () => listeners.forEach((told) => void told()) };
}

describe('a search while articles are being added', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  const aMoment = () => vi.advanceTimersByTimeAsync(600);

  it('is called empty where nothing is on its way', async () => {
    const { search } = setUp();
    await aMoment();
    expect(search.state.value).toMatchObject({ isAdding: false, loading: false, results: { total: 0 } });
  });

  it('says that something is on its way, and is asked again when it is there', async () => {
    const { world, search } = setUp();
    world.isAdding = true;
    await aMoment();
    expect(search.state.value).toMatchObject({ isAdding: true, results: { total: 0 } });
    await aMoment();
    expect(world.searches).toBe(1);
    Object.assign(world, { isAdding: false, isThere: true });
    await aMoment();
    await aMoment();
    expect(search.state.value).toMatchObject({ isAdding: false, results: { total: 1 } });
  });

  it('is answered at once where the change is told', async () => {
    const { world, search, changed } = setUp();
    world.isAdding = true;
    await aMoment();
    Object.assign(world, { isAdding: false, isThere: true });
    changed();
    await vi.advanceTimersByTimeAsync(0);
    expect(search.state.value).toMatchObject({ isAdding: false, results: { total: 1 } });
  });

  it('never says that it is empty before it knows whether something is on its way', async () => {
    const { world, search } = setUp();
    world.isAdding = true;
    const told: unknown[] = [];
    search.state.subscribe(() => {
      const { results, isAdding } = search.state.value;
      told.push([results?.total ?? null, isAdding]);
    });
    await aMoment();
    expect(told).not.toContainEqual([0, false]);
  });

  it('stops looking when the page ends', async () => {
    const { world, search, ending } = setUp();
    world.isAdding = true;
    await aMoment();
    ending.abort();
    Object.assign(world, { isAdding: false, isThere: true });
    await aMoment();
    await aMoment();
    expect(world.searches).toBe(1);
    expect(search.state.value.isAdding).toBe(true);
  });
});

describe('a search with more answers than a list begins with', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  /** As many passages as are asked for, of 45. */
  const answering = () => {
    const calls = {
      search: async ({ text, limit }: { text: string; limit: number }) => {
        const passages = Array<typeof PASSAGE>(Math.min(45, limit)).fill(PASSAGE);
        return succeed({
          text,
          hints: [],
          names: [],
          shownFor: [],
          missing: [],
          split: null,
          passages,
          total: 45,
        });
      },
      suggest: async () => succeed([]),
    };
    const port = { calls, isAdding: async () => false, onEvent: () => 0 } as unknown as PanelPort;
    return createSearch(port, 'bridge', new AbortController().signal);
  };

  it('lists twenty more at a time until all are there, and begins anew with other words', async () => {
    const search = answering();
    const listed = async () => {
      await vi.advanceTimersByTimeAsync(100);
      const { results, isCut } = search.state.value;
      return [results?.passages.length, isCut];
    };
    expect(await listed()).toEqual([20, true]);
    search.more();
    expect(search.state.value.loading).toBe(true);
    expect(await listed()).toEqual([40, true]);
    search.more();
    expect(await listed()).toEqual([45, false]);
    search.type('ferry');
    expect(await listed()).toEqual([20, true]);
  });
});
