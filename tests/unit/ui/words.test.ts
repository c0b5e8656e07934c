import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../src/text/iso-date.ts';
import { createWords, type Words } from '../../../src/ui/words.ts';

/** An interface in `tag`, in a browser of `locale`, whose every message is its key and its substitutions. */
function wordsIn(tag: string, locale = tag, direction = 'ltr'): Words {
  const facts: Readonly<Record<string, string>> = { languageTag: tag, textDirection: direction };
  return createWords({
    locale,
    message: (key, substitutions = []) => facts[key] ?? [key, ...substitutions].join(' '),
  });
}

const day = (text: string) => text as IsoDate;

describe('dates', () => {
  it('stay in the calendar they were printed in where the reader’s is another one', () => {
    expect(wordsIn('fa', 'fa-IR').date(day('2023'))).toBe('۲۰۲۳');
    expect(wordsIn('fa', 'fa-IR').date(day('2023-03'))).toMatch(/مارس.*۲۰۲۳/);
    expect(wordsIn('ar', 'ar-SA').date(day('2023-08-28'))).toMatch(/أغسطس|٢٠٢٣/);
    expect(wordsIn('ar', 'ar-SA').date(day('2023-08-28'))).not.toMatch(/هـ/);
  });

  it('are as precise as they were printed, in the order of the language', () => {
    expect(wordsIn('de').date(day('2023-08-28'))).toBe('28. Aug. 2023');
    expect(wordsIn('zh-CN').date(day('2023-08'))).toBe('2023年8月');
    expect(wordsIn('en', 'en-GB').date(day('2023'))).toBe('2023');
  });
});

describe('figures', () => {
  it('have the digits and the marks of the reader’s region', () => {
    expect(wordsIn('ar', 'ar-EG').number(12345.5)).toBe('١٢٬٣٤٥٫٥');
    expect(wordsIn('fa').number(1200)).toBe('۱٬۲۰۰');
    expect(wordsIn('de').number(12345.5)).toBe('12.345,5');
    expect(wordsIn('fr').percent(0.25)).toMatch(/^25\s%$/);
  });

  it('have units as the language writes them, to two or three figures', () => {
    expect(wordsIn('en').bytes(0)).toBe('0 byte');
    expect(wordsIn('en').bytes(1_450_000)).toBe('1.5 MB');
    expect(wordsIn('fr').bytes(1_450_000)).toMatch(/^1,5\sMo$/);
    expect(wordsIn('ru').bytes(999_000)).toMatch(/^999\sкБ$/);
  });
});

describe('plurals', () => {
  it('ask for the form the language selects, with the count in its digits', () => {
    const { plural } = wordsIn('ar', 'ar-EG', 'rtl');
    expect(plural('articles', 2)).toBe('articles_two ٢');
    expect(plural('articles', 5)).toBe('articles_few ٥');
    expect(plural('articles', 11)).toBe('articles_many ١١');
    expect(wordsIn('ru').plural('articles', 22)).toBe('articles_few 22');
  });
});

describe('substitutions', () => {
  it('are isolated where they run against the interface, and left alone where they do not', () => {
    expect(wordsIn('en').t('archiveSelect', 'صالح العاروري')).toBe(
      'archiveSelect \u2068\u2060صالح العاروري\u2060\u2069',
    );
    expect(wordsIn('en').t('archiveSelect', 'Bridge – part 2')).toBe('archiveSelect Bridge – part 2');
    expect(wordsIn('he', 'he', 'rtl').t('byline', 'J. Smith')).toBe(
      'byline \u2068\u2060J. Smith\u2060\u2069',
    );
    expect(wordsIn('he', 'he', 'rtl').t('byline', 'דנה לוי')).toBe('byline דנה לוי');
    expect(wordsIn('ar', 'ar', 'rtl').t('placeOf', '1', '12')).toBe('placeOf 1 12');
    expect(wordsIn('ru').t('byline', 'И. Петров')).toBe('byline И. Петров');
  });

  it('leave alone what stands for a part drawn later', () => {
    expect(wordsIn('ar', 'ar', 'rtl').t('byline', '\ue000')).toBe('byline \ue000');
  });
});

describe('sorting', () => {
  it('follows the alphabet of the interface, and numbers by their value', () => {
    expect(['Zebra', 'Ärger', 'Adel'].sort(wordsIn('de').compare)).toEqual(['Adel', 'Ärger', 'Zebra']);
    expect(['Nº 10', 'Nº 9', 'nube', 'ñandú'].sort(wordsIn('es').compare)).toEqual([
      'Nº 9',
      'Nº 10',
      'nube',
      'ñandú',
    ]);
  });
});

describe('errors', () => {
  const error = { code: 'bad-request', message: '“12.13.14” is no date.' } as const;

  it('are told in English as they are, and by their kind in other languages, with what exactly is wrong', () => {
    expect(wordsIn('en').explain(error)).toBe(error.message);
    expect(wordsIn('de').explain(error)).toBe(`errorBadRequest ${error.message}`);
    expect(wordsIn('he', 'he', 'rtl').explain(error)).toBe(
      `errorBadRequest \u2068\u2060${error.message}\u2060\u2069`,
    );
    expect(wordsIn('de').explain({ code: 'not-found', message: 'No such import.' })).toBe('errorNotFound');
  });
});
