import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/text/split-sentences.ts';
import { processorMs } from '../../processor-ms.ts';

function sentences(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

describe('sentences', () => {
  it.each([
    ['ends at a stop, a question, an exclamation', ['It rained.', 'Did it?', 'It did!']],
    ['keeps closing quotes and brackets with it', ['“It rained.”', '(It did.)', '‘Yes.’', 'So.']],
    ['goes on after a quoted question', ['“Did it rain?” he asked.', 'It did.']],
    ['finds “St. John” though it contains a full stop', ['The St. John bridge is old.', 'It stands.']],
    ['goes on after titles and initials', ['Mr. J. R. Smith met Dr. Jones.', 'They spoke.']],
    ['goes on inside an acronym', ['The U.S. Army left.', 'It was gone.']],
    [
      'ends after an acronym before a word that begins sentences',
      ['She left the U.S.', 'The bridge stayed.'],
    ],
    ['goes on in a number', ['It cost 3.5 million.', 'No. 5 was sold at 10.30 today.']],
    ['goes on after a German ordinal', ['Am 3. Oktober war es kalt.', 'Es regnete.']],
    ['ends after a year', ['It opened in 2005.', 'Nobody came.']],
    ['goes on where dots only pause', ['That was … part of it.', 'And then...', 'Nothing.']],
    ['ends at a mark of reference', ['It is old.[3]', 'It stands.']],
    ['ends at an Arabic question mark', ['هل فتح الجسر؟', 'نعم فتح.']],
    ['goes on inside a web address', ['See example.org for more.', 'Thanks.']],
  ])('%s', (_, expected) => {
    expect(sentences(expected.join(' '))).toEqual(expected);
  });

  it('ends at Chinese and Japanese stops without a space', () => {
    expect(sentences('桥开了。人很多！「好。」他说。')).toEqual([
      '桥开了。',
      '人很多！',
      '「好。」',
      '他说。',
    ]);
  });

  it('never runs across a paragraph', () => {
    expect(sentences('A title without a stop\n\nA sentence.')).toEqual([
      'A title without a stop',
      'A sentence.',
    ]);
  });

  it('runs on in a text wrapped at a fixed width', () => {
    const text =
      'The old harbour bridge was opened to walkers on\nMonday after two years. Since then it has been so\nfull.';
    expect(sentences(text)).toEqual([
      'The old harbour bridge was opened to walkers on\nMonday after two years.',
      'Since then it has been so\nfull.',
    ]);
  });

  it('takes time proportional to the text, whatever it is made of', () => {
    for (const piece of ['a', '.', '. ', 'A. ', '("', '\n', '1.', '” ', '\ud800', '。', ' '] as const) {
      const text = piece.repeat(1_000_000 / piece.length);
      expect(
        processorMs(() => splitSentences(text)),
        JSON.stringify(piece),
      ).toBeLessThan(2_500);
    }
  });
});
