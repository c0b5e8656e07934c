import { describe, expect, it } from 'vitest';
import { wordsAround } from '../../../src/library/words-around.ts';

function around(body: string, part: string) {
  const start = body.indexOf(part);
  return wordsAround(body, { start, end: start + part.length });
}

describe('the words around a printing', () => {
  it('are the rest of its sentence', () => {
    const body = 'Rain fell. The ferry, said Ada Lindgren, has never been late. Then it was.';
    expect(around(body, 'has never been late')).toEqual({
      before: 'The ferry, said Ada Lindgren, ',
      after: '.',
    });
  });

  it('are none where it is whole sentences', () => {
    const body = 'Rain fell. The ferry came. Nobody waited.';
    expect(around(body, 'Rain fell. The ferry came.')).toEqual({ before: '', after: '' });
  });

  it('never leave the line it stands in', () => {
    const body = 'A headline without a stop\nthe ferry came\nand nobody waited';
    expect(around(body, 'ferry')).toEqual({ before: 'the ', after: ' came' });
  });

  it('are bounded, cut at a word and said to be', () => {
    const body = `${'lantern '.repeat(90)}ferry${' harbour'.repeat(90)}`;
    const { before, after } = around(body, 'ferry');
    expect(before).toMatch(/^…(?: lantern)+ $/);
    expect(after).toMatch(/^(?: harbour)+ …$/);
    expect(Math.max(before.length, after.length)).toBeLessThanOrEqual(301);
  });
});
