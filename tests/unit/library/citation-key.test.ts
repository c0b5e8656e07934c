import { describe, expect, it } from 'vitest';
import { citationKey } from '../../../src/library/citation-key.ts';
import { article, BRIDGE } from '../invented-archive.ts';

const keyOf = (fields: Parameters<typeof article>[2]) =>
  citationKey(article('a1', 'Rain fell in Port Marn.', fields));

describe('the key of a citation', () => {
  it('is outlet, year and the headline’s first telling words', () => {
    expect(citationKey(BRIDGE)).toBe('vellcourier2021bridgeopens');
    expect(
      keyOf({ publisher: 'The Vell Courier', datePublished: '2023-08', headline: 'A ferry for the island' }),
    ).toBe('thevellcourier2023ferryisland');
  });

  it.each([
    [{ author: ['Ingrid Vale', 'Moe Tor'], headline: 'Rain' }, 'valendrain'],
    [{ url: 'https://www.news.test/rain', headline: 'Rain' }, 'newsndrain'],
    [{ publisher: 'Courier' }, 'courierndrainfellport'],
    [{}, 'unsignedndrainfellport'],
    [{ publisher: '人民', author: ['Ingrid Vale'], headline: 'Rain' }, 'valendrain'],
  ])('names by what else is printed: %o', (fields, key) => {
    expect(keyOf(fields)).toBe(key);
  });

  it.each([
    { publisher: 'الميادين', headline: 'جسر جديد' },
    { publisher: 'Известия', headline: 'Новый мост' },
    { publisher: 'Größe } \\ 2', headline: '“Two, {and} three”' },
  ])('is of plain letters and digits in any script: %o', (fields) => {
    expect(keyOf(fields)).toMatch(/^[a-z][a-z0-9]+nd[a-z0-9]+$/);
  });

  it('tells articles of one outlet and year from each other', () => {
    const headlines = [
      'Bridge opens at last',
      'Bridge closed for repair',
      'Bridge tolls rise',
      'Ferry stays',
    ];
    const keys = headlines.map((headline) =>
      keyOf({ publisher: 'Vell Courier', datePublished: '2021', headline }),
    );
    expect(new Set(keys).size).toBe(headlines.length);
  });
});
