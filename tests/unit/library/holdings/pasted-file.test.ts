import { describe, expect, it } from 'vitest';
import { pastedFile } from '../../../../src/library/holdings/pasted-file.ts';

const linesOf = (text: string) =>
  (pastedFile(text, 'now')?.text ?? '')
    .split('\n')
    .flatMap((line) => (line ? [JSON.parse(line) as object] : []));

describe('pasted text', () => {
  it('is nothing when there are no words', () => {
    expect(pastedFile(' \n\t', 'now')).toBe(null);
  });

  it('is one article as it stands, addresses within it included', () => {
    const text = 'Ferry stays\n\nSee https://courier.example/ferry for more.';
    expect(pastedFile(text, 'now')).toEqual({ name: 'pasted now.txt', text });
  });

  it('is an article for each line that is an address, with its headline', () => {
    const text =
      'https://a.example/1\nFerry stays\nThe ferry stays.\nUntil summer.\n\n<https://a.example/2>\r\nOnly a text';
    expect(linesOf(text)).toEqual([
      { url: 'https://a.example/1', headline: 'Ferry stays', articleBody: 'The ferry stays.\nUntil summer.' },
      { url: 'https://a.example/2', articleBody: 'Only a text' },
    ]);
  });

  it('takes no paragraph for a headline', () => {
    const long = 'word '.repeat(60).trim();
    expect(linesOf(`https://a.example/1\n${long}\nAnother.`)).toEqual([
      { url: 'https://a.example/1', articleBody: `${long}\nAnother.` },
    ]);
  });
});
