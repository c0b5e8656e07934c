import { describe, expect, it } from 'vitest';
import { areEqualWords, headsOf } from '../../../src/entities/compare-equals.ts';
import { areBothKnown, areNamesApart } from '../../../src/entities/compare-known.ts';
import { areNicknames } from '../../../src/entities/nicknames.ts';
import { NICKNAMES } from '../../../src/entities/nicknames-table.ts';

describe('nicknames', () => {
  it.each([
    ['william', 'bill'],
    ['aleksandr', 'sasha'],
    ['francisco', 'paco'],
    ['heinrich', 'heinz'],
    ['vladimir', 'volodymyr'],
    ['yitzhak', 'itzik'],
  ])('knows %s as %s, whichever comes first', (name, short) => {
    expect(areNicknames(name, short)).toBe(true);
    expect(areNicknames(short, name)).toBe(true);
  });

  it('does not take two names with one short form for each other', () => {
    expect(areNicknames('albert', 'alexander')).toBe(false);
  });

  it('holds folded words alone', () => {
    expect(NICKNAMES.split('|').filter((line) => !/^[a-z]+(?: [a-z]+)+$/.test(line))).toEqual([]);
  });
});

describe('words that stand for one another', () => {
  it('knows abbreviations, translations and romanisations', () => {
    expect(areEqualWords('dept', 'department')).toBe(true);
    expect(areEqualWords('министерство', 'ministry')).toBe(true);
    expect(areEqualWords('yi', 'lee')).toBe(true);
  });
  it('does not pass from one group to the next by a word of both', () => {
    expect(areEqualWords('li', 'lee')).toBe(true);
    expect(areEqualWords('li', 'yi')).toBe(false);
  });
  it('gives most words no other', () => {
    expect(headsOf('harbour').size).toBe(0);
  });
});

describe('words known as they stand', () => {
  it('tells two names from a name and a slip', () => {
    expect(areBothKnown('iran', 'iraq')).toBe(true);
    expect(areBothKnown('marta', 'maria')).toBe(true);
    expect(areBothKnown('maria', 'marja')).toBe(false);
  });
  it('keeps names that sound alike apart', () => {
    expect(areNamesApart('john', 'joan')).toBe(true);
    expect(areNamesApart('john', 'jon')).toBe(false);
  });
});
