import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasMixedScripts } from '../../../src/text/mixed-scripts.ts';

/** Invented outlets, and what each letter may be replaced with. */
const OUTLETS = [
  'The Harbour Gazette',
  'River Courier',
  'Ellery Times',
  'The Coast Press',
  'Northern Post',
  'Valley Echo',
  'The Weather Book',
  'Port Herald',
  'Bridge Observer',
  'City Council News',
];
const DISGUISES: readonly ((name: string) => string)[] = [
  (name) => name.replace(/e(?!.*e)/, 'е'), // Cyrillic ie, the last one
  (name) => name.replace(/o(?!.*o)|r(?!.*r)/, (letter) => (letter === 'o' ? 'ο' : 'г')), // Greek omicron, Cyrillic ghe
  (name) => name.replace(/^(\w)(\w+)/, '$1\u200b$2'),
  (name) =>
    [...name]
      .map((letter) => (/[A-Z]/.test(letter) ? String.fromCodePoint(letter.charCodeAt(0) + 0xfee0) : letter))
      .join(''),
  (name) =>
    [...name]
      .map((letter) =>
        /[a-z]/.test(letter) ? String.fromCodePoint(letter.charCodeAt(0) - 97 + 0x1d41a) : letter,
      )
      .join(''),
];

describe('hasMixedScripts', () => {
  it('suspects fifty names of fifty that only look like another', () => {
    const disguised = OUTLETS.flatMap((name) => DISGUISES.map((disguise) => disguise(name)));
    expect(disguised.length).toBe(50);
    expect(disguised.filter((name) => OUTLETS.includes(name))).toEqual([]);
    expect(disguised.filter((name) => !hasMixedScripts(name))).toEqual([]);
  });

  it('suspects a word of look-alike letters among Latin words, and no word of one script alone', () => {
    expect(hasMixedScripts('The Роѕт of Ellery')).toBe(true);
    expect(hasMixedScripts('Росса')).toBe(false);
    expect(hasMixedScripts('Нева News')).toBe(true);
    expect(hasMixedScripts('Правда Daily')).toBe(false);
  });

  it('suspects none of the names in the bundled records, whatever their script', () => {
    const names = globSync('seeds/entities/*.json').flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/"(?:prefLabel|text|term|label)": "([^"]+)"/g),
    ]);
    expect(names.length).toBeGreaterThan(300);
    expect(names.map(([, name]) => name!).filter(hasMixedScripts)).toEqual([]);
  });

  it.each([
    'Neue Zürcher Zeitung',
    'Ελευθεροτυπία',
    'Նոր Օր',
    'خبرگزاری می‌نویسد',
    '新闻 News',
    'Ha’aretz הארץ',
  ])('lets %s stand', (name) => {
    expect(hasMixedScripts(name)).toBe(false);
  });
});
