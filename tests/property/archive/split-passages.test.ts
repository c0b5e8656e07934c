import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ArticleId } from '../../../src/archive/article.ts';
import { splitPassages } from '../../../src/archive/split-passages.ts';
import { findDates } from '../../../src/text/find-dates.ts';
import type { TextPosition } from '../../../src/text/position.ts';
import { splitParagraphs } from '../../../src/text/split-paragraphs.ts';
import { splitSentences } from '../../../src/text/split-sentences.ts';

const id = 'a0' as ArticleId;

/** Text with much of what splitting depends on, and everything else now and then. */
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'word',
      'Jane Doe said',
      'Roe added',
      'U.S.',
      'St.',
      '3.5',
      'May 3, 2021',
      '“Yes.”',
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom(' ', '. ', '? ', ', ', '\n', '\n\n', '\r\n', '…', '。', '؟ ') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('桥开了', 'قال', '\ud800', '\u200f', 'w '.repeat(300), 'x'.repeat(5_000)),
  },
);
const text = fc.array(piece, { maxLength: 300 }).map((pieces) => pieces.join(''));

function expectCover(body: string, spans: readonly TextPosition[]): void {
  let covered = '';
  let end = 0;
  for (const span of spans) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(span.end).toBeGreaterThan(span.start);
    expect(body.slice(end, span.start).trim()).toBe('');
    covered += body.slice(span.start, span.end);
    end = span.end;
  }
  expect(body.slice(end).trim()).toBe('');
  expect(covered.trim()).toBe(covered === '' ? '' : covered);
}

it.each([
  ['paragraphs', splitParagraphs],
  ['sentences', splitSentences],
  ['passages', (body: string) => splitPassages({ id, articleBody: body })],
])('%s are ordered, disjoint and cover every character that is not white space', (_, split) => {
  fc.assert(fc.property(text, (body) => expectCover(body, split(body))));
});

it('a passage’s text is its slice of the body, and its place is its number', () => {
  fc.assert(
    fc.property(text, (articleBody) => {
      const passages = splitPassages({ id, articleBody });
      for (const [ordinal, passage] of passages.entries()) {
        expect(passage.text).toBe(articleBody.slice(passage.start, passage.end));
        expect(passage.ordinal).toBe(ordinal);
      }
      expect(splitPassages({ id, articleBody })).toEqual(passages);
    }),
  );
});

it('dates are ordered, disjoint and real', () => {
  fc.assert(
    fc.property(text, (body) => {
      let end = 0;
      for (const date of findDates(body)) {
        expect(date.start).toBeGreaterThanOrEqual(end);
        end = date.end;
        if (date.kind === 'dated') expect(date.from <= date.to).toBe(true);
      }
      expect(end).toBeLessThanOrEqual(body.length);
    }),
  );
});
