import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BlockText,
  BlockTextBuilder,
  offsetOf,
  positionOf,
  type WhiteSpace,
} from '../../../src/page/block-text.ts';

interface Piece {
  readonly data: string;
  readonly whiteSpace: WhiteSpace;
}

function build(pieces: readonly Piece[], cutLength = Number.POSITIVE_INFINITY): BlockText<Piece> | null {
  const builder = new BlockTextBuilder<Piece>();
  for (const piece of pieces) {
    for (let start = 0; start < piece.data.length; start += cutLength) {
      const end = Math.min(piece.data.length, start + cutLength);
      builder.append(piece, piece.data, start, end, piece.whiteSpace);
    }
  }
  return builder.finish();
}

/** One character at a time, each with where it came from. */
function buildNaively(pieces: readonly Piece[]): { text: string; origins: [Piece, number][] } {
  const out: { character: string; origin: [Piece, number]; isSoft: boolean }[] = [];
  for (const piece of pieces) {
    for (let at = 0; at < piece.data.length; at += 1) {
      const character = piece.data[at]!;
      const isSoft = piece.whiteSpace !== 'keep' && /[ \t\n\r\f]/.test(character);
      if (!isSoft) {
        out.push({ character, origin: [piece, at], isSoft });
        continue;
      }
      if (out.length === 0 || out.at(-1)!.isSoft) continue;
      // The whole run of white space in this piece decides what it is shown as.
      const run = /^[ \t\n\r\f]+/.exec(piece.data.slice(at))![0];
      const shown = piece.whiteSpace === 'keep-breaks' && run.includes('\n') ? '\n' : ' ';
      out.push({ character: shown, origin: [piece, at], isSoft });
    }
  }
  if (out.at(-1)?.isSoft) out.pop();
  return { text: out.map((one) => one.character).join(''), origins: out.map((one) => one.origin) };
}

const pieces = fc.array(
  fc.record({
    data: fc.string({
      unit: fc.constantFrom('a', 'b', ' ', ' ', '\n', '\t', 'é', '\u00a0', '😀'),
      maxLength: 24,
    }),
    whiteSpace: fc.constantFrom<WhiteSpace>('collapse', 'collapse', 'keep-breaks', 'keep'),
  }),
  { maxLength: 8 },
);

describe('block text', () => {
  it('collapses white space as it is shown, and finds every character again', () => {
    fc.assert(
      fc.property(pieces, (input) => {
        const block = build(input);
        const naive = buildNaively(input);
        if (!block) {
          expect(naive.text.trim()).toBe('');
          return;
        }
        expect(block.text).toBe(naive.text);
        naive.origins.forEach(([node, offset], at) => {
          expect(positionOf(block, at)).toEqual({ node, offset });
          expect(offsetOf(block, block.nodes.indexOf(node), offset)).toBe(at);
        });
      }),
    );
  });

  it('gives the same text however a long node is taken apart', () => {
    const soft = pieces.map((input) => input.filter(({ whiteSpace }) => whiteSpace !== 'keep-breaks'));
    fc.assert(
      fc.property(soft, fc.integer({ min: 1, max: 5 }), (input, cutLength) => {
        expect(build(input, cutLength)).toEqual(build(input));
      }),
    );
  });

  it('takes a no-break space for text, wherever a node is taken apart', () => {
    const input = [{ data: '\u00A0 ', whiteSpace: 'keep' }] as const;
    expect(build(input, 1)).toEqual(build(input));
    expect(build(input)?.text).toBe('\u00A0 ');
  });

  it('keeps no map for one node without collapsed space', () => {
    expect(build([{ data: 'The Hague said\n', whiteSpace: 'collapse' }])?.runs).toBeNull();
  });

  it('keeps the picture of its opening comment', () => {
    const block = build([
      { data: '  The  ', whiteSpace: 'collapse' },
      { data: 'Hague\n  said', whiteSpace: 'collapse' },
    ]);
    expect(block?.text).toBe('The Hague said');
    expect([...block!.runs!]).toEqual([0, 0, 2, 4, 1, 0, 10, 1, 8]);
  });

  it('is nothing when nothing but white space was there', () => {
    expect(build([{ data: ' \n\t ', whiteSpace: 'collapse' }])).toBeNull();
    expect(build([{ data: ' \n ', whiteSpace: 'keep' }])).toBeNull();
    expect(build([])).toBeNull();
  });

  it('parts words at a picture without a node for the space', () => {
    const builder = new BlockTextBuilder<string>();
    builder.append('one', 'one', 0, 3, 'collapse');
    builder.appendBreak(' ');
    builder.append('two', 'two', 0, 3, 'collapse');
    const block = builder.finish()!;
    expect(block.text).toBe('one two');
    expect(positionOf(block, 4)).toEqual({ node: 'two', offset: 0 });
    expect(offsetOf(block, 1, 0)).toBe(4);
  });

  it('replaces half characters and moves no offset', () => {
    const block = build([{ data: 'a\ud800 Hamas', whiteSpace: 'collapse' }])!;
    expect(block.text).toBe('a\ufffd Hamas');
    expect(block.text.isWellFormed()).toBe(true);
    expect(positionOf(block, 3).offset).toBe(3);
  });

  it('puts a position in swallowed white space at the end of the text before it', () => {
    const block = build([{ data: 'one   two', whiteSpace: 'collapse' }])!;
    expect(offsetOf(block, 0, 5)).toBe(4);
    expect(offsetOf(block, 0, 6)).toBe(4);
  });
});
