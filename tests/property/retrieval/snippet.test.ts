import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWords, makeSnippet, SNIPPET_LENGTH } from '../../../src/retrieval/snippet.ts';
import { words } from '../../../src/text/tokenise.ts';

const VOCABULARY = [
  'bridge',
  'Harbour',
  'library’s',
  'a',
  'the',
  'قدس',
  '中国',
  '😀',
  'é',
  '𝐀𝐁',
  'x'.repeat(70),
  '\u0301',
  '𠀀',
];
const text = fc
  .array(fc.tuple(fc.constantFrom(...VOCABULARY), fc.constantFrom(' ', ' ', ', ', '\n', '')), {
    maxLength: 120,
  })
  .map((parts) => parts.flat().join(''));
const wanted = fc
  .subarray(['bridge', 'harbour', 'library', 'قدس', '中', 'e', 'x'.repeat(70), 'ab'])
  .map((list) => new Set(list));

const snip = (passage: string, asked: ReadonlySet<string>) => makeSnippet(passage, findWords(passage, asked));

describe('a snippet', () => {
  it('is a stretch of its passage, hardly longer than a popup’s three lines', () => {
    fc.assert(
      fc.property(text, wanted, (original, asked) => {
        const { snippet, shown } = snip(original, asked);
        const told = `${shown.start > 0 ? '…' : ''}${original.slice(shown.start, shown.end)}`;
        expect(snippet).toBe(shown.end < original.length ? `${told}…` : told);
        expect(snippet.length).toBeLessThanOrEqual(SNIPPET_LENGTH + 2);
        if (original.length <= SNIPPET_LENGTH) expect(snippet).toBe(original);
      }),
    );
  });

  it('never begins or ends inside a surrogate pair', () => {
    fc.assert(
      fc.property(text, wanted, (original, asked) => {
        expect(snip(original, asked).snippet.isWellFormed()).toBe(true);
      }),
    );
  });

  it('does not cut a run of pairs without blanks in two', () => {
    const run = `x${'😀'.repeat(200)}bridge${'😀'.repeat(200)}`;
    for (const passage of [run, `x${run}`]) {
      const { snippet, highlights } = snip(passage, new Set(['bridge']));
      expect([snippet.isWellFormed(), highlights.length]).toEqual([true, 1]);
    }
  });

  it('highlights exactly words that were asked for, in order and apart', () => {
    fc.assert(
      fc.property(text, wanted, (original, asked) => {
        const { snippet, highlights } = snip(original, asked);
        let last = 0;
        for (const { start, end } of highlights) {
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
          const marked = words(snippet.slice(start, end));
          expect(marked.length).toBeGreaterThan(0);
          expect(marked.filter((word) => !asked.has(word))).toEqual([]);
        }
        expect(last).toBeLessThanOrEqual(snippet.length);
      }),
    );
  });

  it('shows a highlight whenever the passage has a word asked for', () => {
    fc.assert(
      fc.property(text, wanted, (original, asked) => {
        const has = words(original).some((word) => asked.has(word));
        expect(snip(original, asked).highlights.length > 0).toBe(has);
      }),
    );
  });

  it('shows the part where most of the words stand', () => {
    const filler = 'Nothing happened on this quiet day at the sea. '.repeat(12);
    const passage = `The bridge is old. ${filler}The bridge and the harbour were painted green. ${filler}`;
    const { snippet } = snip(passage, new Set(['bridge', 'harbour', 'green']));
    expect(snippet).toContain('The bridge and the harbour were painted green.');
    expect(snippet).toMatch(/^….*…$/s);
  });

  it('highlights names given as places, once where they overlap words asked for', () => {
    const { highlights } = makeSnippet('Ada Lindgren came', [
      { start: 4, end: 12 },
      { start: 0, end: 12 },
    ]);
    expect(highlights).toEqual([{ start: 0, end: 12 }]);
  });

  it('is the beginning when nothing was asked for', () => {
    const passage = 'The bridge is old and green. '.repeat(30);
    const { snippet, highlights } = snip(passage, new Set());
    expect(passage.startsWith(snippet.slice(0, -1))).toBe(true);
    expect([snippet.at(-1), highlights]).toEqual(['…', []]);
  });
});
