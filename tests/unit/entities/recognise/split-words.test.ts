import { describe, expect, it } from 'vitest';
import { SENTENCE_START, splitWords } from '../../../../src/entities/recognise/split-words.ts';

function wordsOf(text: string): string[] {
  const { count, start, end } = splitWords(text);
  return Array.from({ length: count }, (_, at) => text.slice(start[at], end[at]));
}

function sentencesOf(text: string): number {
  const { count, before } = splitWords(text);
  return Array.from({ length: count }, (_, at) => before[at] as number).filter(
    (bits) => bits & SENTENCE_START,
  ).length;
}

describe('splitWords', () => {
  it.each([
    ['U.S. exports', ['U.S.', 'exports']],
    ['Mr. Bell met J. F. Stone', ['Mr.', 'Bell', 'met', 'J.', 'F.', 'Stone']],
    ['Nora O’Brien', ['Nora', 'O’Brien']],
    ['Costa’s bridge', ['Costa', '’', 's', 'bridge']],
    ['l’Élysée', ['l’', 'Élysée']],
    ['צה"ל בחיפה', ['צה"ל', 'בחיפה']],
    ['Ouest-France', ['Ouest', '-', 'France']],
    ['3,500 at 4.5', ['3,500', 'at', '4.5']],
    ['東京', ['東', '京']],
    ['AT&T', ['AT&T']],
  ])('reads %s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('ends a sentence at a stop, not at an abbreviation or an initial', () => {
    expect(sentencesOf('Dr. Bell left. The bridge stayed.')).toBe(2);
    expect(sentencesOf('J. F. Stone of the U.S. Senate spoke.')).toBe(1);
    expect(sentencesOf('Acme Corp. for its part spoke of the U.S. and Peru.')).toBe(1);
    expect(sentencesOf('He thanked Acme Corp. The bridge stayed.')).toBe(2);
  });

  it('goes on over a line that a printer parted at a hyphen', () => {
    expect(sentencesOf('The mayor of Lis-\nbon opened the bridge')).toBe(1);
  });

  it('takes an empty line for a sentence’s end', () => {
    expect(sentencesOf('A headline\n\nThe mayor spoke')).toBe(2);
  });
});
