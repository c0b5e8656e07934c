import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from '../../../src/retrieval/filters.ts';
import { LONGEST_QUERY, parseQuery } from '../../../src/retrieval/parse-query.ts';

describe('the query language', () => {
  it('takes plain words, folded, in order', () => {
    expect(parseQuery('  Old  BRIDGE café ')).toEqual({
      ...{ words: ['old', 'bridge', 'cafe'], phrases: [], excluded: [], filters: NO_FILTERS, hints: [] },
      without: NO_FILTERS,
      isLastWordOpen: false,
    });
  });

  it.each([
    '"old bridge"',
    '“old bridge”',
    '„old bridge“',
    '«old bridge»',
    '»old bridge«',
    '”Old Bridge”',
    '"old-bridge"',
  ])('takes a phrase in quotation marks of any style: %s', (text) => {
    expect(parseQuery(text)).toMatchObject({
      words: ['old', 'bridge'],
      phrases: [['old', 'bridge']],
      hints: [],
    });
  });

  it('takes a phrase of one word as the word', () => {
    expect(parseQuery('"bridge"')).toMatchObject({ words: ['bridge'], phrases: [] });
  });

  it('takes words and phrases that must not occur', () => {
    expect(parseQuery('harbour -bridge -"old library"')).toMatchObject({
      words: ['harbour'],
      excluded: [['bridge'], ['old', 'library']],
      hints: [],
    });
  });

  it('does not take a hyphen inside a word for an exclusion', () => {
    expect(parseQuery('all-out al-Arouri -')).toMatchObject({
      words: ['all', 'out', 'al', 'arouri'],
      excluded: [],
    });
  });

  it.each([
    ['person:Lindgren', { names: [{ type: 'person', name: 'Lindgren' }] }],
    ['org:"Harbour Trust"', { names: [{ type: 'organization', name: 'Harbour Trust' }] }],
    ['place:“Port Marn”', { names: [{ type: 'place', name: 'Port Marn' }] }],
    ['event:opening', { names: [{ type: 'event', name: 'opening' }] }],
    ['outlet:"Vell Courier"', { outlets: ['Vell Courier'] }],
    ['said:Lindgren', { saidBy: ['Lindgren'] }],
    ['lang:AR', { languages: ['ar'] }],
    ['before:2023-03', { before: '2023-03' }],
    ['after:2023-03-08', { after: '2023-03-08' }],
    ['PERSON:Lindgren', { names: [{ type: 'person', name: 'Lindgren' }] }],
  ])('takes the field %s', (text, filters) => {
    expect(parseQuery(text)).toMatchObject({ words: [], filters: { ...NO_FILTERS, ...filters }, hints: [] });
  });

  it('keeps several names apart, all of which must hold', () => {
    const { filters } = parseQuery('person:Lindgren place:Vell person:Haddad');
    expect(filters.names.map(({ name }) => name)).toEqual(['Lindgren', 'Vell', 'Haddad']);
  });

  it.each(['before:yesterday', 'after:2023-13', 'before:2023-02-30', 'after:08.03.2023'])(
    'hints at a date it cannot read: %s',
    (text) => {
      expect(parseQuery(`${text} bridge`)).toMatchObject({
        words: ['bridge'],
        hints: ['bad-date'],
        filters: NO_FILTERS,
      });
    },
  );

  it.each([
    ['author:vale', ['author', 'vale']],
    ['constructor:bridge', ['constructor', 'bridge']],
    ['toString:bridge', ['tostring', 'bridge']],
    ['hasOwnProperty:x', ['hasownproperty', 'x']],
  ])('searches an unknown field as words, with a hint: %s', (text, words) => {
    expect(parseQuery(text)).toMatchObject({ words, hints: ['unknown-field'], filters: NO_FILTERS });
  });

  it('does not take a time or a letter for a field', () => {
    expect(parseQuery('10:30 a:b')).toMatchObject({ words: ['10', '30', 'a', 'b'], hints: [] });
  });

  it('hints at a quotation that is never closed, and searches its words', () => {
    expect(parseQuery('bridge "old harbour')).toMatchObject({
      words: ['bridge', 'old', 'harbour'],
      phrases: [],
      hints: ['unbalanced-quotes'],
    });
    expect(parseQuery('"')).toMatchObject({ words: [], hints: ['unbalanced-quotes'] });
    expect(parseQuery('outlet:"Vell Courier').filters.outlets).toEqual(['Vell Courier']);
  });

  it('hints at a query of nothing but exclusions', () => {
    expect(parseQuery('-bridge').hints).toEqual(['only-exclusions']);
    expect(parseQuery('-bridge lang:en').hints).toEqual([]);
    expect(parseQuery('-bridge harbour').hints).toEqual([]);
  });

  it('cuts a query of 10,000 characters, says so, and answers', () => {
    for (const text of [
      'bridge '.repeat(1_500),
      'x'.repeat(10_000),
      '"'.repeat(10_000),
      'a:'.repeat(5_000),
      '- '.repeat(5_000),
    ]) {
      const parsed = parseQuery(text);
      expect(parsed.hints).toContain('too-long');
      expect(parsed.words.join(' ').length).toBeLessThanOrEqual(LONGEST_QUERY);
    }
  });

  it('knows whether the last word may still be going on', () => {
    const open = (text: string) => parseQuery(text).isLastWordOpen;
    expect(['old bri', 'bri'].map(open)).toEqual([true, true]);
    expect(['old bri ', '"old bri"', 'old -bri', 'lang:en', ''].map(open)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('never throws, and gives folded words only', () => {
    const part = fc.constantFrom(
      '"',
      '“',
      '«',
      '-',
      ':',
      'person:',
      'before:',
      ' ',
      'Ä',
      'ب',
      '2023',
      'x',
      '\ud800',
      '\u0000',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: part, maxLength: 30 }),
          fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
        ),
        (text) => {
          const parsed = parseQuery(text);
          const all = [...parsed.words, ...parsed.phrases.flat(), ...parsed.excluded.flat()];
          expect(all.filter((word) => word === '' || /[\s"A-Z]/.test(word))).toEqual([]);
        },
      ),
    );
  });
});
