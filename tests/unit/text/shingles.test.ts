import { describe, expect, it } from 'vitest';
import { containment, shingles } from '../../../src/text/shingles.ts';

const SENTENCE = 'The old bridge over the harbour will be painted green before the first of May.';

describe('shared runs of words', () => {
  it('finds a text wholly inside itself, however it is set', () => {
    const shouted = shingles(SENTENCE.toUpperCase().replaceAll(' ', '\u00a0\n'));
    expect(containment(shouted, shingles(SENTENCE))).toBe(1);
  });

  it('finds a trimmed sentence wholly inside the longer one, but not the other way round', () => {
    const whole = shingles(SENTENCE);
    const part = shingles('the harbour will be painted green');
    expect(containment(part, whole)).toBe(1);
    expect(containment(whole, part)).toBeLessThan(0.5);
  });

  it('finds nothing in common between texts that share only single words', () => {
    expect(containment(shingles(SENTENCE), shingles('The harbour library opened before the bridge.'))).toBe(
      0,
    );
  });

  it('says nothing about a text without words, and compares short ones whole', () => {
    expect(containment(shingles('…'), shingles(SENTENCE))).toBe(0);
    expect(containment(shingles('old bridge'), shingles('Old Bridge'))).toBe(1);
  });
});
