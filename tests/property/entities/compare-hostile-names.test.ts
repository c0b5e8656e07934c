import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKeys } from '../../../src/entities/compare-keys.ts';
import { compareNames } from '../../../src/entities/compare-names.ts';

const PEOPLE = [
  'Anna Weber',
  'Vera Popova',
  'Oscar Hope',
  'Maria Costa',
  'Peter Harbour',
  'Kaspar Hox',
] as const;
const person = fc.constantFrom(...PEOPLE);
/** Cyrillic and Greek letters that look like Latin ones. */
const HOMOGLYPHS: Readonly<Record<string, string>> = {
  ...{
    a: 'а',
    e: 'е',
    o: 'о',
    p: 'р',
    c: 'с',
    y: 'у',
    x: 'х',
    i: 'і',
    A: 'А',
    H: 'Н',
    K: 'К',
    M: 'М',
    O: 'О',
    P: 'Р',
  },
};
const INVISIBLE = ['\u200b', '\u200c', '\u200d', '\u00ad', '\u2060', '\ufeff', '\u200e', '\u202a'] as const;

/** `name` with at most `many` of its letters put in look-alikes, never most of a word. */
function disguised(name: string, places: readonly number[]): string {
  const letters = [...name];
  for (const place of places.slice(0, 1)) {
    const at = place % letters.length;
    letters[at] = HOMOGLYPHS[letters[at] as string] ?? (letters[at] as string);
  }
  return letters.join('');
}

function sprinkled(name: string, places: readonly number[]): string {
  const letters = [...name];
  for (const [turn, place] of places.entries())
    letters.splice(place % (letters.length + 1), 0, INVISIBLE[turn % INVISIBLE.length] as string);
  return letters.join('');
}

const places = fc.array(fc.nat(), { maxLength: 6 });

describe('names written to deceive, or damaged', () => {
  it('finds a name under look-alike letters, invisible characters and capitals, and no other name', () => {
    fc.assert(
      fc.property(person, person, places, places, fc.boolean(), (name, other, one, two, isLoud) => {
        const written = sprinkled(disguised(name, one), two);
        const found = compareNames(isLoud ? written.toUpperCase() : written, other, 'person');
        expect(found.same, `${written} / ${other}: ${found.why.words}`).toBe(name === other);
      }),
    );
  });

  it('calls names of two scripts mixed inside words neither the same as others nor fails on them', () => {
    const mixed = fc.string({ unit: fc.constantFrom(...'abkнжדבنمカナ김習αβ'), minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(mixed, person, (word, other) => {
        expect(compareNames(word, other, 'person').same).toBe(false);
        expect(compareNames(word, word, 'person').same).toBe(true);
      }),
    );
  });

  it('takes bounded time for 300 characters of anything', () => {
    const unit = fc.constantFrom(...'aeklmnrst .-,()\'"\u200bабвгدبمןה김カ習近კაकिรเሶ1é<&;');
    const long = fc.string({ unit, minLength: 250, maxLength: 300 });
    fc.assert(
      fc.property(long, long, fc.constantFrom('person', 'organization', undefined), (left, right, type) => {
        const start = process.cpuUsage();
        compareNames(left, right, type);
        nameKeys(left, type);
        // Some 10 ms, 250 for Han; twice that says that something grows with more than the square.
        expect(process.cpuUsage(start).user / 1_000).toBeLessThan(500);
      }),
      { numRuns: 20 },
    );
  });

  it('does not merge two long names that begin alike', () => {
    const start = 'International Committee for the Preservation of Covered Bridges and Harbour Walls ';
    expect(compareNames(`${start}2011`, `${start}2012`, 'organization').same).toBe(false);
    expect(compareNames(`${start.repeat(3)}Tay`, `${start.repeat(3)}Rhine`, 'organization').same).toBe(false);
  });

  it('does not merge endless words that differ behind the letters that are compared', () => {
    const tail = fc.constantFrom('a', 'b', 'ე', 'ж', '平', '김');
    const start = fc.constantFrom('ab', 'კა', 'жи', '习近', '김박', 'កក');
    fc.assert(
      fc.property(start, tail, tail, fc.constantFrom('person', 'organization'), (unit, one, other, type) => {
        fc.pre(one !== other);
        expect(compareNames(unit.repeat(40) + one, unit.repeat(40) + other, type).same).toBe(false);
      }),
    );
  });

  it('finds names in capitals and in full-width letters the same, and one wholly in look-alikes no worse than in another script', () => {
    expect(compareNames('ANNA WEBER', 'Anna Weber', 'person').same).toBe(true);
    expect(compareNames('Ａｎｎａ Ｗｅｂｅｒ', 'Anna Weber', 'person').same).toBe(true);
    expect(compareNames('АННА WEBER', 'Anna Weber', 'person').same).toBe(true);
    expect(compareNames('АННА WEBER', 'Vera Popova', 'person').same).toBe(false);
  });

  it('leaves remnants of markup out of account', () => {
    expect(compareNames('<b>Anna</b> Weber&nbsp;', 'Anna Weber', 'person').same).toBe(true);
    expect(compareNames('<i>', '<b>', 'person').same).toBe(false);
  });
});
