import { describe, expect, it } from 'vitest';
import { buildLexicon, joinHashes, PLACE } from '../../../../src/entities/recognise/name-lexicon.ts';
import { createClueReader } from '../../../../src/entities/recognise/read-text.ts';
import { splitWords } from '../../../../src/entities/recognise/split-words.ts';
import { hashWord } from '../../../../src/entities/recognise/word-clues.ts';

function hashOf(name: string): number {
  const { count, start, end } = splitWords(name);
  return Array.from({ length: count }, (_, at) => hashWord(name.slice(start[at], end[at]))).reduce(
    joinHashes,
    0,
  );
}

const names = ['New York', 'King’s Lynn', 'תל אביב', 'תל-אביב', 'באר שבע'];
const lexicon = buildLexicon(new Map(names.map((name) => [hashOf(name), PLACE])), 8);
const reader = createClueReader(lexicon, (clues) => clues);

/** The words of the text that lie in a listed name of several words. */
function runsOf(text: string): string {
  const { runs, words } = reader.read(text, 0);
  return Array.from({ length: words.count }, (_, at) => at)
    .filter((at) => runs[at] !== 0)
    .map((at) => text.slice(words.start[at], words.end[at]))
    .join(' ');
}

describe('listed names of several words', () => {
  it.each([
    ['She moved to New York in spring', 'New York'],
    ['A fair in King’s Lynn', 'King ’ s Lynn'],
    ['הגשר בתל אביב נפתח', 'בתל אביב'],
    ['הגשר ובתל-אביב נפתח', 'ובתל - אביב'],
    ['הגשר בתל - אביב נפתח', 'בתל - אביב'],
    ['הדרך לבאר שבע חסומה', 'לבאר שבע'],
  ])('are found in %s', (text, run) => {
    expect(runsOf(text)).toBe(run);
  });

  it('are not found across other marks or inside words', () => {
    for (const text of ['a New, York', 'new Yorkers', 'New - York', 'תל, אביב', 'התל אביבים'])
      expect(runsOf(text), text).toBe('');
  });
});
