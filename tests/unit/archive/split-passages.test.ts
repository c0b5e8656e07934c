import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../src/archive/article.ts';
import { countWords } from '../../../src/archive/count-words.ts';
import { splitPassages } from '../../../src/archive/split-passages.ts';

const id = 'a0' as ArticleId;

function passages(articleBody: string): string[] {
  return splitPassages({ id, articleBody }).map(({ text }) => text);
}

function words(text: string): number {
  return countWords(text, 0, text.length);
}

/** `count` words in sentences of ten. */
function prose(count: number, word = 'word'): string {
  return Array.from({ length: count / 10 }, () => `W${`${word} `.repeat(9)}end.`).join(' ');
}

describe('passages', () => {
  it('join short paragraphs up to the size', () => {
    const body = Array.from({ length: 12 }, () => prose(20)).join('\n\n');
    expect(passages(body).map(words)).toEqual([120, 120]);
  });

  it('split long paragraphs at the end of a sentence', () => {
    const sizes = passages(prose(300)).map(words);
    expect(sizes.every((size) => size >= 60 && size <= 120)).toBe(true);
    expect(passages(prose(300)).every((text) => text.endsWith('end.'))).toBe(true);
  });

  it('do not run on into a paragraph of another speaker', () => {
    const body = `Jane Doe said the bridge was ready.\n\n“It is,” she said.\n\n“It is not,” said John Roe.\n\nRoe added that he would wait.`;
    expect(passages(body)).toEqual([
      'Jane Doe said the bridge was ready.\n\n“It is,” she said.',
      '“It is not,” said John Roe.\n\nRoe added that he would wait.',
    ]);
  });

  it('take another form of the same name for the same speaker', () => {
    const body =
      'Saleh al-Masri, for his part, said it was ready.\n\nAl-Masri also noted it.\n\nThe Spokesperson stressed it.';
    expect(passages(body)).toHaveLength(1);
  });

  it('do not run on into a second story', () => {
    const line = `${prose(20)}\n`;
    const body = `${line.repeat(5)}\n${line.repeat(5).replaceAll('word', 'other')}`;
    expect(passages(body)).toHaveLength(2);
    expect(passages(body)[0]).not.toContain('other');
  });

  it('keep a sentence of up to 240 words whole', () => {
    const long = `Then ${'word '.repeat(198)}end.`;
    expect(passages(`${prose(60)} ${long} ${prose(60)}`)).toContain(long);
  });

  it('cut a longer one after a comma', () => {
    const long = `${`${'word '.repeat(24)}word, `.repeat(20)}end.`;
    const parts = passages(long);
    expect(parts.slice(0, -1).every((part) => part.endsWith(',') && words(part) <= 120)).toBe(true);
  });

  it('stay small in one endless word and in scripts without spaces', () => {
    for (const body of ['a'.repeat(1_000_000), '桥'.repeat(100_000)]) {
      expect(Math.max(...passages(body).map((text) => text.length))).toBeLessThanOrEqual(4_800);
    }
  });

  it('are none for an empty body', () => {
    expect(passages(' \n')).toEqual([]);
  });

  it('are numbered under their article', () => {
    expect(splitPassages({ id, articleBody: prose(300) }).map((passage) => passage.id)).toEqual([
      'a0/0',
      'a0/1',
      'a0/2',
    ]);
  });
});
