/** Pages made to be slow: what is asked of the document is counted, for a clock says more of the machine. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { captureFile } from '../../../../src/capture/formats.ts';
import { parseDocument } from '../../../../src/capture/html/parse-document.ts';
import { voucherFor } from '../../../../src/capture/html/vouchers.ts';
import { bridgePage, draftOf, PARAGRAPHS } from './page.ts';

const many = (count: number, piece: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => piece(at)).join(' ');
const day = (at: number) => `${(at % 28) + 1} May 2021`;

/** The class that all elements of the tree share: the one that defines `property`. */
function elementClass(property: 'textContent' | 'querySelector'): Record<typeof property, unknown> {
  let at: object = parseDocument('<p>').body!;
  while (!Object.hasOwn(at, property)) at = Object.getPrototypeOf(at);
  return at as Record<typeof property, unknown>;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a page made to be slow', () => {
  it('of thousands of dates is not read anew for each of them', () => {
    const page = bridgePage({ below: many(15_200, (at) => `<time>${day(at)}</time>`) });
    const original = Object.getOwnPropertyDescriptor(elementClass('textContent'), 'textContent')!.get!;
    let read = 0;
    vi.spyOn(elementClass('textContent'), 'textContent', 'get').mockImplementation(function (this: unknown) {
      const text = original.call(this) as string;
      read += text.length;
      return text;
    });
    draftOf(page);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(page.length);
  });

  it('of a box full of dates is not searched for the headline for each of them', () => {
    const below = `<footer>${many(1_500, (at) => `<span class="date">${day(at)}</span>`)}</footer>`;
    const asked = vi.spyOn(
      elementClass('querySelector') as { querySelector(s: string): unknown },
      'querySelector',
    );
    draftOf(bridgePage({ below }));
    const forHeadline = asked.mock.calls.filter(([selector]) => selector === 'h1').length;
    expect(forHeadline).toBeGreaterThan(0);
    expect(forHeadline).toBeLessThan(20);
  });

  it('of a book’s length is told by its shape alone', () => {
    expect(voucherFor(['bridge '.repeat(100_000)])).not.toBe(null);
    expect(voucherFor(['bridge '.repeat(200_000)])).toBe(null);
    const inside = `<p>${`${PARAGRAPHS[0]} `.repeat(10_000)}</p>`;
    expect(draftOf(bridgePage({ inside })).articleBody.length).toBeGreaterThan(1_100_000);
  });

  it('of more elements than any newspaper’s is read to there, and the reader is told', async () => {
    const page = bridgePage({ below: '<i>x</i>'.repeat(30_000) });
    const context = { file: 'a.html', collection: 'yours', capturedAt: null, sidecar: null } as const;
    const outcomes = [];
    for await (const outcome of captureFile(new TextEncoder().encode(page), { ...context, parseDocument }))
      outcomes.push(outcome);
    expect(outcomes).toMatchObject([
      { ok: true, article: { headline: 'Old bridge opens to walkers' } },
      { ok: false, code: 'too-large', reason: expect.stringMatching(/30000 elements/) },
    ]);
  });
});
