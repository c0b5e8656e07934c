/** How often a page that changes without end is read, on a clock and an observer of the test's own. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PageChanges } from '../../../src/page/watch-page.ts';

const READING_MS = 300;

/** What the watcher asks of nodes, and one of them: as much of a document as it needs. */
class FakeNode {
  get firstChild() {
    return null;
  }
  get nextSibling() {
    return null;
  }
  get parentNode() {
    return null;
  }
  get nodeType() {
    return 1;
  }
  get isConnected() {
    return true;
  }
}
class FakeElement extends FakeNode {
  get localName() {
    return 'p';
  }
  get shadowRoot() {
    return null;
  }
}
const record = { target: new FakeElement(), addedNodes: [], removedNodes: [] };

let change: (count: number) => void;

beforeEach(() => {
  vi.stubGlobal('Node', Object.assign(FakeNode, { TEXT_NODE: 3, ELEMENT_NODE: 1 }));
  vi.stubGlobal('Element', FakeElement);
  vi.stubGlobal('ShadowRoot', class {});
  vi.stubGlobal('document', { hidden: false, addEventListener: () => {} });
  vi.stubGlobal('location', { href: 'http://news.test/', hash: '' });
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal(
    'MutationObserver',
    class {
      #isListening = false;
      constructor(take: (records: readonly object[]) => void) {
        change = (count) => {
          if (this.#isListening) take(Array.from({ length: count }, () => record));
        };
      }
      observe() {
        this.#isListening = true;
      }
      disconnect() {
        this.#isListening = false;
      }
    },
  );
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Seconds at which the page is read, which changes `count` times every 16 ms until `untilMs`, out of `forMs`. */
async function readings(count: number, untilMs: number, forMs: number) {
  const { watchPage } = await import('../../../src/page/watch-page.ts');
  const reads: { readonly at: number; readonly changes: PageChanges }[] = [];
  const lifetime = new AbortController();
  const watch = watchPage(
    {
      containerOf: () => null,
      overflowed: () => {},
      read: async (changes) => {
        reads.push({ at: performance.now() - start, changes });
        await new Promise((resolve) => setTimeout(resolve, READING_MS));
        return READING_MS;
      },
    },
    lifetime.signal,
  );
  const start = performance.now();
  watch.request('afresh');
  for (let ms = 0; ms < forMs; ms += 16) {
    if (ms < untilMs) change(count);
    await vi.advanceTimersByTimeAsync(16);
  }
  lifetime.abort();
  return reads;
}

it('reads what changes without end ever more rarely, down to once in half a minute, and patiently', async () => {
  const reads = await readings(1_000, 300_000, 300_000);
  const gaps = reads.slice(1).map(({ at }, place) => at - reads[place]!.at);
  expect(gaps[0]).toBeGreaterThanOrEqual(6_000);
  expect(gaps.slice(1).every((gap) => gap >= 30_000 && gap < 33_000)).toBe(true);
  expect(gaps.length).toBeGreaterThan(8);
  expect(reads[0]!.changes.isRestless).toBe(false);
  expect(reads.slice(1).every(({ changes }) => changes.isRestless && changes.scope === 'everything')).toBe(
    true,
  );
});

it('reads what has come to rest once more', async () => {
  const reads = await readings(1_000, 20_000, 120_000);
  expect(reads.length).toBeLessThan(6);
  expect(reads.at(-1)!.at).toBeGreaterThan(20_000);
});
