import { describe, expect, it } from 'vitest';
import { ANALYZER } from '../../../src/text/analyzer.ts';
import { soundKeys } from '../../../src/text/sound-key.ts';

describe('sound keys', () => {
  it.each([
    [['Kharrousha', 'Kharousheh', 'خروشة']],
    [['Haniyeh', 'Haniyya', 'هنية']],
    [['Qassem', 'Kassem', 'Qasim', 'قاسم']],
    [['Nasrallah', 'Nasrullah', 'نصرالله']],
    [['Netanyahu', 'נתניהו', 'نتنياهو']],
  ])('are the same for %j', (spellings) => {
    expect(new Set(spellings.map((name) => soundKeys(name).join(' '))).size).toBe(1);
  });

  it('leave particles and the Arabic article out', () => {
    expect(soundKeys('Saleh al-Arouri')).toEqual(soundKeys('Saleh Arouri'));
    expect(soundKeys('العاروري')).toEqual(soundKeys('عاروري'));
  });

  it('tell different names apart', () => {
    const names = ['Lindgren', 'Bergström', 'Haddad', 'Netanyahu', 'Herzog', 'Sinwar'];
    expect(new Set(names.map((name) => soundKeys(name).join(' '))).size).toBe(names.length);
  });

  it('are empty for a text without consonants', () => {
    expect(soundKeys('')).toEqual([]);
    expect(soundKeys('Aia')).toEqual([]);
  });

  it('survive words that are also names of object properties', () => {
    expect(soundKeys('constructor __proto__ toString')).toHaveLength(3);
  });
});

describe('the analyzer’s fingerprint', () => {
  it('is one short word, ready to be compared', () => {
    expect(ANALYZER).toMatch(/^fold-[0-9a-f]{8}$/);
  });
});
