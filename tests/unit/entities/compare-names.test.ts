import { describe, expect, it } from 'vitest';
import { compareNames, compareParts } from '../../../src/entities/compare-names.ts';
import { partsOfName } from '../../../src/entities/name-parts.ts';
import { processorMs } from '../../processor-ms.ts';

describe('compareNames', () => {
  it.each([
    ['Saleh al-Arouri', 'صالح العاروري', 'script'],
    ['Mohammed Dayf', 'Muhammad Deif', 'spelling'],
    ['Joe Biden', 'Joseph Biden', 'nickname'],
    ['V. Popova', 'Vera Popova', 'initials'],
    ['John Fitzgerald Kennedy', 'John Kennedy', 'short-form'],
    ['John Smith', 'Jonn Smith', 'spelling'],
    ['Emrnanuel Macron', 'Emmanuel Macron', 'slip'],
    ['International Monetary Fund', 'IMF', 'acronym'],
    ['Walmart Incorporated', 'Walmart', 'legal-form'],
    ['Theresa May', 'May', 'surname-only'],
    ['Charles II', 'Charles III', 'other-number'],
    ['Gaza City', 'Gaza Strip', 'other-kind'],
    ['Walter Obermann', 'Monika Obermann', 'other-words'],
    ['…', '!', 'nothing'],
  ])('says why %s and %s are the same or not', (left, right, code) => {
    expect(compareNames(left, right).why.code).toBe(code);
  });

  it('scores a certain pair above a doubtful one', () => {
    const score = (left: string, right: string) => compareNames(left, right).score;
    expect(score('Angela Merkel', 'Angela Merkel')).toBeGreaterThan(score('Angela Merkel', 'Angela Merkl'));
    expect(score('Angela Merkel', 'Merkel')).toBeLessThan(0.5);
    expect(score('Angela Merkel', 'Merkel')).toBeGreaterThan(score('Angela Merkel', 'Barack Obama'));
  });

  it('gives the same answer for names taken apart before', () => {
    const [left, right] = [partsOfName('Joe Biden', 'person'), partsOfName('Joseph Biden', 'person')];
    expect(compareParts(left, right, 'person')).toEqual(compareNames('Joe Biden', 'Joseph Biden', 'person'));
  });

  it('reads names of 300 characters in bounded time', () => {
    const spent = processorMs(() => {
      compareNames('ab '.repeat(100), 'ba '.repeat(100));
      compareNames('한'.repeat(300), 'kim '.repeat(75));
    });
    expect(spent).toBeLessThan(1_000);
  });
});

describe('partsOfName', () => {
  const texts = (name: string, type?: 'person' | 'organization') =>
    partsOfName(name, type).words.map((word) => word.text);

  it('turns a name at its comma and takes titles away', () => {
    expect(texts('Smith, Dr. John', 'person')).toEqual(['john', 'smith']);
  });
  it('makes servant names one word', () => {
    expect(texts('Abd al-Rahman', 'person')).toEqual(texts('Abdurrahman', 'person'));
  });
  it('puts look-alike letters and misread digits right', () => {
    expect(texts('Рutin', 'person')).toEqual(['putin']);
    expect(texts('Sech1n', 'person')).toEqual(['sechin']);
  });
  it('tells legal forms from words', () => {
    expect(texts('OAO Gazprom', 'organization')).toEqual(['gazprom']);
    expect(partsOfName('Sp. z o.o. Faberlic', 'organization').legalForms).toEqual(['limited']);
  });
  it('keeps the generation apart', () => {
    expect(partsOfName('Martin Luther King Jr.', 'person').generation).toBe('jr');
  });
});
