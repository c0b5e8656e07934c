import { describe, expect, it } from 'vitest';
import { PIECE, pieceAt } from '../../../src/page/text-pieces.ts';

const piecesOf = (text: string) => [...text.matchAll(PIECE)].map(([piece]) => piece);

describe('the pieces of a text', () => {
  it.each([
    ['Clara Whitfield’s 3rd note', ['Clara', 'Whitfield', 's', '3rd', 'note']],
    ['قالت ليلى المنصوري.', ['قالت', 'ليلى', 'المنصوري']],
    ['cafe\u0301 de\u0301ja\u0300', ['cafe\u0301', 'de\u0301ja\u0300']],
    ['東京で会う', ['東', '京', 'で', '会', 'う']],
    ['iPhone東京', ['iPhone', '東', '京']],
    ['— … !', []],
  ])('%s', (text, pieces) => {
    expect(piecesOf(text)).toEqual(pieces);
  });

  it('are found by an offset in them or at their end', () => {
    const text = 'It was Clara Whitfield.';
    for (const offset of [7, 9, 12]) expect(pieceAt(text, offset)).toEqual({ start: 7, end: 12 });
    expect(pieceAt(text, 13)).toEqual({ start: 13, end: 22 });
  });

  it('are single characters where no word is', () => {
    expect(pieceAt('a — b', 3)).toEqual({ start: 3, end: 4 });
    expect(pieceAt('…', 1)).toEqual({ start: 0, end: 1 });
  });
});
