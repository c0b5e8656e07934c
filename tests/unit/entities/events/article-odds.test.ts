import { describe, expect, it } from 'vitest';
import { openArticleOdds } from '../../../../src/entities/events/article-odds.ts';
import { articleTraits } from '../../../../src/entities/events/article-traits.ts';
import { readTelling } from '../../../golden/events/marked-telling.ts';

const ARTICLES: Readonly<Record<string, string>> = {
  mill: 'A fire destroyed the paper mill in [place:Tampere] on Monday. Nobody was hurt, [person:Aino Salo] of the fire brigade said. 40 firefighters came.',
  millAgain:
    '[person:Aino Salo] praised 40 firefighters in [place:Tampere]: the fire at the paper mill is out.',
  barn: 'A fire destroyed a hay barn near [place:Turku] at night. The farmer, [person:Eero Laine], lost 12 cows and his tractor.',
  vote: 'The council of [place:Ghent] voted for the new tram line.',
  match: '[organization:Rovers] beat [organization:United] in the final.',
};

const odds = openArticleOdds(
  new Map(
    Object.entries(ARTICLES).map(([key, marked]) => {
      const { text, names } = readTelling(marked);
      return [key, articleTraits(text, names)];
    }),
  ),
);

describe('two articles', () => {
  it('of one happening are likelier than look-alikes, which stay below even', () => {
    expect(odds('mill', 'millAgain')).toBeGreaterThan(0);
    expect(odds('mill', 'barn')).toBeLessThan(0);
    expect(odds('millAgain', 'barn')).toBeLessThan(0);
  });

  it('are weighed alike from either side', () => {
    expect(odds('barn', 'mill')).toBeCloseTo(odds('mill', 'barn') as number, 9);
  });

  it('that are one, or not of the archive, have no odds', () => {
    expect(odds('mill', 'mill')).toBeNull();
    expect(odds('mill', 'nowhere')).toBeNull();
  });
});
