import { describe, expect, it } from 'vitest';
import { latinLetters, scriptOfWord, wordSounds } from '../../../src/text/romanise.ts';
import { plainSpelling, spellingOdds } from '../../../src/text/romanise-odds.ts';
import { soundKeys } from '../../../src/text/sound-key.ts';

describe('wordSounds', () => {
  it.each([
    ['путин', 'putin'],
    ['κώστας', 'kostas'],
    ['ビクトル', 'bikutoru'],
    ['シャルル', 'Saruru'],
    ['ティム', 'timu'],
    ['ヴァン', 'van'],
    ['김', 'gim'],
    ['חרושה', 'HrWSF'],
  ])('reads %s', (word, sounds) => {
    expect(wordSounds(word)).toBe(sounds);
  });

  it('writes out Latin letters whose mark changes the sound', () => {
    expect(latinLetters('šimić')).toBe('shimich');
    expect(latinLetters('peña')).toBe('penya');
  });
});

describe('spellingOdds', () => {
  it('finds one name likelier than two, and two than one', () => {
    expect(spellingOdds('arouri', wordSounds('عاروري'), 'arabic')).toBeGreaterThan(1);
    expect(spellingOdds('arouri', wordSounds('هنية'), 'arabic')).toBeLessThan(-1);
  });
  it('spells a word of another script plainly', () => {
    expect(plainSpelling('путин', scriptOfWord('путин'))).toBe('putin');
  });
});

describe('soundKeys', () => {
  it('gives one key to all spellings of a name', () => {
    const keys = ['Kharrousha', 'Kharousheh', 'خروشة'].map((name) => soundKeys(name).join(' '));
    expect(new Set(keys).size).toBe(1);
  });
  it('leaves out particles and possessives', () => {
    expect(soundKeys('Saleh al-Arouri’s')).toEqual(soundKeys('Saleh Arouri'));
  });
});
