import { describe, expect, it } from 'vitest';
import { stemLanguageOf, stemWord } from '../../../src/text/stem.ts';
import { analyseText, indexedForms, indexTerms, STEM_MARK } from '../../../src/text/stem-terms.ts';
import { fold } from '../../../src/text/tokenise.ts';

const stem = (word: string, language = 'en') => stemWord(fold(word), language);

describe('a stem', () => {
  it.each([
    ['en', 'bridge', 'bridges'],
    ['en', 'open', 'opening'],
    ['fr', 'national', 'nationales'],
    ['de', 'Zeitung', 'Zeitungen'],
    ['es', 'nación', 'naciones'],
    ['it', 'ponte', 'ponti'],
    ['pt', 'ponte', 'pontes'],
    ['nl', 'krant', 'kranten'],
    ['sv', 'tidning', 'tidningar'],
    ['ru', 'мост', 'мосты'],
    ['ar', 'مكتبة', 'والمكتبات'],
    ['ar', 'جسر', 'بالجسر'],
    ['ar', 'مدينة', 'للمدينة'],
    ['he', 'גשר', 'הגשר'],
    ['he', 'ספרייה', 'והספרייה'],
    ['he', 'ממשלה', 'בממשלה'],
    ['he', 'בחירות', 'הבחירות'],
  ])('is shared in %s by %s and %s', (language, one, other) => {
    expect(stem(other, language)).toBe(stem(one, language));
  });

  it('leaves numbers, single characters and unknown scripts as they are', () => {
    for (const word of ['2023', '3d', '中', 'γεφυρα', 'გზა']) expect(stem(word)).toBe(fold(word));
  });

  it('leaves words of a language without a stemmer as they are', () => {
    const language = stemLanguageOf('pl', 'mosty');
    expect(stem('bridges', language)).toBe('bridges');
  });

  it('is of a declared language, else of the one the text is in, else English', () => {
    expect(stemLanguageOf('fr-CA', 'The bridge of the town is in the north')).toBe('fr');
    expect(
      stemLanguageOf(null, 'Le pont de la ville est dans le nord et il est ouvert pour les trains'),
    ).toBe('fr');
    expect(stemLanguageOf(null, 'Bridge')).toBe('en');
  });
});

describe('the terms of a text', () => {
  it('are its words and the stems that differ from them', () => {
    expect(indexTerms(analyseText('Old bridges open', 'en'))).toEqual(['old', 'bridges', 'open', '~bridg']);
  });

  it('are pairs where words are single characters, within a run only', () => {
    expect(analyseText('图书馆、桥', 'zh').stems).toEqual(['~图书', '~书馆', '馆', '桥']);
  });

  it('lead from every form of a word to the same places', () => {
    const [run, runs] = analyseText('run runs', 'en').stems as [string, string];
    expect(new Set(indexedForms(run))).toEqual(new Set(indexedForms(runs)));
  });

  it('never mistake a word for a mark', () => {
    expect(fold(`${STEM_MARK}bridg`)).toBe('bridg');
  });
});
