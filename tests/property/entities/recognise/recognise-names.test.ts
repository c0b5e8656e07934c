import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openNameTagger, recogniseNames } from '../../../../src/entities/recognise/recognise-names.ts';
import { splitWords } from '../../../../src/entities/recognise/split-words.ts';

const opened = openNameTagger(readFileSync(join(import.meta.dirname, '../../../../public/models/names.bin')));
if (!opened.ok) throw new Error(opened.error.message);
const tagger = opened.value;

/** Pieces that news holds, and pieces that break readers of it. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      'Ana Costa',
      'Dr.',
      'said',
      'the World Health Organization (WHO)',
      'U.S.',
      'J. F. Kennedy',
      'O’Brien',
      'in',
      '. ',
      '\n\n',
    ],
    ...[
      'Владимир Иванов',
      'в Москве',
      'وقال محمد',
      'בישראל',
      'צה"ל',
      '東京',
      'l’Élysée',
      'Battle of Hastings',
      '2019',
      'World Cup',
    ],
    ...[
      '\u200b',
      '\u202e',
      '<b>',
      '&nbsp;',
      'Pутin',
      'A'.repeat(300),
      '’s',
      '-',
      '"',
      '\ud800',
      '😀',
      'STORM HITS PORTO',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '));

describe('recogniseNames on any text', () => {
  it('gives names in order, without overlap, equal to their slice of the text, of at most 300 characters', () => {
    fc.assert(
      fc.property(text, (body) => {
        let last = 0;
        for (const { start, end, exact, confidence } of recogniseNames(tagger, body, null)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(body.slice(start, end)).toBe(exact);
          expect(exact.length).toBeLessThanOrEqual(300);
          expect(exact.trim()).toBe(exact);
          expect(confidence >= 0 && confidence <= 1).toBe(true);
          last = end;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('numbers groups from 0 in reading order', () => {
    fc.assert(
      fc.property(text, (body) => {
        let next = 0;
        for (const { group } of recogniseNames(tagger, body, null)) {
          expect(group).toBeLessThanOrEqual(next);
          if (group === next) next++;
        }
      }),
      { numRuns: 100 },
    );
  });

  it('answers the same whatever was read before', () => {
    fc.assert(
      fc.property(text, text, (body, other) => {
        const first = recogniseNames(tagger, body, null);
        recogniseNames(tagger, other, null);
        expect(recogniseNames(tagger, body, null)).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });

  it('splits words in order, each with something in it, leaving only blanks between', () => {
    fc.assert(
      fc.property(text, (body) => {
        const { count, start, end } = splitWords(body);
        let last = 0;
        for (let at = 0; at < count; at++) {
          expect(body.slice(last, start[at]).replace(/[\s\u200b\ufeff]/gu, '')).toBe('');
          expect(end[at]).toBeGreaterThan(start[at] as number);
          last = end[at] as number;
        }
      }),
    );
  });
});

describe('recogniseNames on junk', () => {
  const junk: Readonly<Record<string, string>> = {
    'one word of 100,000 letters': 'A'.repeat(100_000),
    'capitalised words without a stop': 'Ana Costa '.repeat(4_000),
    'names of different letters': Array.from(
      { length: 4_000 },
      (_, at) => `Xa${at.toString(26)}b Yo${at}`,
    ).join(' '),
    'Hebrew words with clitics': 'ובישראל '.repeat(4_000),
    'points and capitals': 'A.'.repeat(20_000),
    'Han without blanks': '東京都'.repeat(6_000),
    initials: 'J. '.repeat(12_000),
  };
  // A quadratic reader takes minutes for any of these. The processor's time counts: the machine may be busy elsewhere.
  for (const [kind, body] of Object.entries(junk)) {
    it(`stays in time on ${kind}`, () => {
      const from = process.cpuUsage();
      recogniseNames(tagger, body, null);
      expect(process.cpuUsage(from).user / 1_000).toBeLessThan(2_000);
    });
  }
});
