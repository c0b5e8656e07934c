/**
 * Who said it, on hand-marked text: the five bundled articles and 286 invented items, 154 of which were written first and
 * not looked at while the rules were made (four rules were mended after their first run). Quoted words and reported
 * clauses are counted apart. The floors are today's figures: a fall fails. The naive rule runs on the same gold, with a
 * surname alone counting as right for it.
 */
import { describe, expect, it } from 'vitest';
import { type AttributedQuote, attributeQuotes } from '../../src/quotes/attribute-quotes.ts';
import { countAnswers, type Figures, readArticles, readItems, sharesSurname } from './attribution/measure.ts';
import { attributeToNearestVerb } from './attribution/nearest-verb.ts';

const quoted = (text: string): AttributedQuote[] =>
  attributeQuotes(text).filter(({ kind }) => kind !== 'indirect');
const reported = (text: string): AttributedQuote[] =>
  attributeQuotes(text).filter(({ kind }) => kind === 'indirect');

function show(name: string, { gold, right, wrong, notStated }: Figures): void {
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));
  process.stdout.write(
    `${name}: ${gold} with a speaker, ${right} right (${share(right, gold)}), ${wrong} wrong, ${notStated} not stated, precision ${share(right, right + wrong)}\n`,
  );
}

describe.each([
  ['the five articles', readArticles(), { right: 64, wrong: 0 }, { right: 24, wrong: 0 }],
  [
    'the 60 items the rules were made with',
    readItems('tuning'),
    { right: 61, wrong: 0 },
    { right: 6, wrong: 0 },
  ],
  ['the 40 items held out', readItems('held-out'), { right: 42, wrong: 0 }, { right: 3, wrong: 0 }],
  ['the 72 further forms', readItems('forms-tuning'), { right: 62, wrong: 0 }, { right: 9, wrong: 0 }],
  [
    'the 114 further forms held out',
    readItems('forms-held-out'),
    { right: 111, wrong: 2 },
    { right: 12, wrong: 2 },
  ],
])('%s', (name, items, quotedFloor, reportedFloor) => {
  it('have their gold where it says', () => {
    for (const { text, quotes } of items)
      for (const { start, end, exact } of quotes) expect(text.slice(start, end)).toBe(exact);
  });

  it('give quoted words the right speaker, or none', () => {
    const figures = countAnswers(items, false, quoted);
    show(`${name}, quoted`, figures);
    expect(figures.right).toBeGreaterThanOrEqual(quotedFloor.right);
    expect(figures.wrong).toBeLessThanOrEqual(quotedFloor.wrong);
    expect(figures.wrong).toBeLessThanOrEqual(Math.max(1, 0.02 * figures.gold));
  });

  it('give reported clauses the right speaker, or none', () => {
    const figures = countAnswers(items, true, reported);
    show(`${name}, reported`, figures);
    expect(figures.right).toBeGreaterThanOrEqual(reportedFloor.right);
    expect(figures.wrong).toBeLessThanOrEqual(reportedFloor.wrong);
  });

  it('are far above the nearest verb of speech', () => {
    const ours = countAnswers(items, false, quoted);
    const naive = countAnswers(items, false, attributeToNearestVerb, sharesSurname);
    show(`${name}, nearest verb`, naive);
    expect(ours.right).toBeGreaterThan(naive.right * 1.2);
    expect(ours.wrong).toBeLessThan(naive.wrong);
  });
});
