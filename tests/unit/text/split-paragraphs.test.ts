import { expect, it } from 'vitest';
import { splitParagraphs } from '../../../src/text/split-paragraphs.ts';

function paragraphs(text: string): string[] {
  return splitParagraphs(text).map(({ start, end }) => text.slice(start, end));
}

it('parts a text at blank lines, even of other white space', () => {
  expect(paragraphs(' One.\n\u00a0\nTwo.\r\n\r\n\r\nThree. ')).toEqual(['One.', 'Two.', 'Three.']);
});

it('parts a text at single line breaks where its lines end sentences', () => {
  expect(paragraphs('One is here.\nTwo is here.\n‘Three is here.’\nFour')).toHaveLength(4);
});

it('joins lines wrapped at a fixed width, and parts them at an indent or an item', () => {
  const line = 'The old harbour bridge was opened to walkers on Monday by';
  expect(paragraphs(`${line}\n${line}\n    ${line}\n${line}\n\n${line}\n- ${line}`)).toHaveLength(4);
});

it('keeps the lines of a list apart', () => {
  expect(paragraphs('Best roses\nBest hedge\nBest lawn')).toHaveLength(3);
});

it('tells sections apart only in a text whose paragraphs follow each other without a blank line', () => {
  const story = 'One is here.\nTwo is here.\nThree is here.\nFour is here.\nFive is here.';
  expect(splitParagraphs(`${story}\n\n${story}`).map(({ section }) => section)).toEqual([
    0, 0, 0, 0, 0, 1, 1, 1, 1, 1,
  ]);
  expect(splitParagraphs('One.\n\nTwo.\n\nThree.').map(({ section }) => section)).toEqual([0, 0, 0]);
});
