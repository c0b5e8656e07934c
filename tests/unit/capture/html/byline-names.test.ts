import { describe, expect, it } from 'vitest';
import { namesIn, opensWithBy } from '../../../../src/capture/html/byline-names.ts';

describe('the names in a byline', () => {
  it.each([
    ['By Jane Doe and John Roe', ['Jane Doe', 'John Roe']],
    ['By JANE DOE, AP Harbour Writer', ['JANE DOE']],
    ['Von Jane Doe und Jörg Mühl', ['Jane Doe', 'Jörg Mühl']],
    ['Par Jeanne Dupont avec AFP', ['Jeanne Dupont']],
    ['بقلم: منى حداد', ['منى حداد']],
    ['Автор: Анна Лесная', ['Анна Лесная']],
    ['Jane B. Doe, gazette.com', ['Jane B. Doe']],
    ['Jane Doe (https://gazette.example/jane)', ['Jane Doe']],
    ['Jane Doe Jane Doe is a reporter in Harbour Town', ['Jane Doe']],
    ['Jane Doe Profile', ['Jane Doe']],
    ['Jane Doe /', ['Jane Doe']],
    ['Jane Knigh t', ['Jane Knight']],
    ['José Ortega y Gasset', ['José Ortega y Gasset']],
  ])('%s', (line, names) => {
    expect(namesIn(line)).toEqual(names);
  });

  it.each([
    'Updated',
    'Published',
    'Veröffentlicht',
    'Von',
    'Today',
    'June',
    'Columnists',
    '© Picture Agency',
    'https://gazette.example/jane',
  ])('are none in “%s”', (line) => {
    expect(namesIn(line)).toEqual([]);
  });

  it('are announced by a word', () => {
    expect(opensWithBy('Von Jane Doe')).toBe(true);
    expect(opensWithBy('Von der Brücke fiel ein Stein')).toBe(false);
  });
});
