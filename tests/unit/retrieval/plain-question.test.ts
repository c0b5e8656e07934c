import { describe, expect, it } from 'vitest';
import { plainQuestion } from '../../../src/retrieval/plain-question.ts';
import { words } from '../../../src/text/tokenise.ts';

const asked = (text: string) => words(plainQuestion(text));

describe('a pasted post', () => {
  it('loses its links, also one glued to a word', () => {
    expect(asked('The ferry is late https://harbour.test/a?b=1 today')).toEqual([
      'the',
      'ferry',
      'is',
      'late',
      'today',
    ]);
    expect(asked('Ferrypic.twitter.com/AbC1 late')).toEqual(['ferry', 'late']);
  });

  it('adds the words that a tag or a handle runs together', () => {
    expect(asked('@AdaLindgren at #CityBridge2021')).toEqual([
      'adalindgren',
      'ada',
      'lindgren',
      'at',
      'citybridge2021',
      'city',
      'bridge',
      '2021',
    ]);
    expect(asked('#old_town_hall')).toEqual(expect.arrayContaining(['old', 'town', 'hall']));
  });

  it('keeps tags of one word, and ordinary words with capitals inside', () => {
    expect(asked('#bridge McAllister')).toEqual(['bridge', 'mcallister']);
  });

  it('is searched as it stands when it is nothing but a link', () => {
    expect(plainQuestion('https://harbour.test/ferry')).toBe('https://harbour.test/ferry');
  });
});
