import { describe, expect, it } from 'vitest';
import { cliticCuts } from '../../../src/text/clitics.ts';

/** What is left of a word after each cut, with the letters that the writing merged away. */
function rests(word: string, text = word): string[] {
  const start = text.indexOf(word);
  return cliticCuts(text, start, start + word.length).map(
    (cut) => cut.prefix + text.slice(cut.start, start + word.length),
  );
}

describe('clitics', () => {
  it.each([
    ['وحماس', 'حماس'],
    ['بغزة', 'غزة'],
    ['لبيروت', 'بيروت'],
    ['والقاهرة', 'القاهرة'],
    ['للقاهرة', 'القاهرة'],
    ['وللقاهرة', 'القاهرة'],
    ['ובירושלים', 'ירושלים'],
    ['לביירות', 'ביירות'],
    ['שהנמל', 'נמל'],
  ])('offers to read %s as %s', (word, name) => {
    expect(rests(word)).toContain(name);
  });

  it('keeps the offsets of the text the word stands in', () => {
    expect(rests('وحماس', 'قال وحماس هنا')).toEqual(['حماس']);
  });

  it('steps over vowel marks between the letters', () => {
    expect(rests('وَحَماس')).toEqual(['حَماس']);
  });

  it('offers the shortest clitic first', () => {
    expect(rests('والقاهرة')).toEqual(['القاهرة', 'قاهرة']);
  });

  it('leaves at least three letters', () => {
    expect(rests('وهو')).toEqual([]);
    expect(rests('בית')).toEqual([]);
  });

  it('offers nothing for other scripts and for an empty word', () => {
    expect(rests('bridge')).toEqual([]);
    expect(cliticCuts('', 0, 0)).toEqual([]);
  });
});
