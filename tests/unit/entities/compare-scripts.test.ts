import { describe, expect, it } from 'vitest';
import { hanSounds, pinyinOf, simplifiedHan } from '../../../src/entities/compare-han.ts';
import { compareNames } from '../../../src/entities/compare-names.ts';
import { inCyrillic } from '../../../src/entities/name-parts-scripts.ts';

describe('inCyrillic', () => {
  it.each([
    ['Georgian', 'თბილისი', 'тбилиси'],
    ['Armenian, ու one vowel', 'երևանու', 'еревану'],
    ['Devanagari, the last vowel unspoken', 'दिल्ली', 'дилли'],
    ['Devanagari with a point below', 'सोफ़िया', 'софийа'],
    ['Bengali', 'ঢাকা', 'дака'],
    ['Tamil, the last vowel spoken', 'சென்னை', 'ченнай'],
    ['Thai, a vowel before its consonant', 'โซเฟีย', 'софиа'],
    ['Thai, a silent letter', 'มินสก์', 'минс'],
    ['Lao as Thai', 'ລາວ', 'лав'],
    ['Ethiopic', 'ሶፊያ', 'софийа'],
  ])('reads %s', (_, word, cyrillic) => {
    expect(inCyrillic(word)).toBe(cyrillic);
  });

  it('leaves words of other scripts alone', () => {
    expect(['weber', 'вебер', '習近平', 'βέμπερ', ''].map(inCyrillic)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('answers null where nothing of a word can be read', () => {
    expect(inCyrillic('\u0e46\u0e46')).toBeNull();
  });
});

describe('Han readings', () => {
  it('are those of Mandarin, without tones', () => {
    expect(pinyinOf('习近平')).toBe('xijinping');
    expect(pinyinOf('吕布')).toBe('lubu');
    expect(pinyinOf('曾国藩')).toBe('zengguofan');
  });
  it('are the same in both forms of a character', () => {
    expect(simplifiedHan('習近平')).toBe('习近平');
  });
  it('are heard as kana hear a foreign name', () => {
    expect(hanSounds('维克托')).toBe('weikuto');
  });
  it('are none of other writing', () => {
    expect(compareNames('Aa Bb', '々〆', 'person').same).toBe(false);
  });
});

describe('names in scripts without a table of their own', () => {
  it('says the reason in the script the name was written in', () => {
    expect(compareNames('Nino Meladze', 'ირაკლი მელაძე', 'person').why.words).toContain('ირაკლი');
  });
});
