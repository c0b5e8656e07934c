import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../../src/entities/entity.ts';
import { addEvents, type TellingArticle } from '../../../../src/entities/events/archive-events.ts';
import type { RecognisedName } from '../../../../src/entities/recognise/recognised-name.ts';
import { parseIsoDate } from '../../../../src/text/iso-date.ts';
import { entity } from '../../invented-archive.ts';

const BERGEN = entity('place:bergen', 'Bergen');
const CLUB = entity('organization:rowing-club', 'Rowing Club');
const LEAGUE = entity('event:harbour-fair', 'Harbour Fair');
const KNOWN = [BERGEN, CLUB, LEAGUE];

/** Names of the known entities stand where their labels do. */
function telling(key: string, printed: string, text: string): TellingArticle {
  const names = KNOWN.flatMap(({ type, prefLabel }, group): RecognisedName[] =>
    Array.from(text.matchAll(new RegExp(prefLabel, 'g')), ({ index }) => ({
      ...{ start: index, end: index + prefLabel.length, exact: prefLabel, type, confidence: 0.9, group },
    })),
  ).sort((a, b) => a.start - b.start);
  return { key, text, language: 'en', printed: parseIsoDate(printed), names };
}

const labels = (articles: readonly TellingArticle[], known: readonly Entity[] = KNOWN) =>
  addEvents(articles, known).flatMap(({ type, prefLabel, isComposed }) =>
    type === 'event' && isComposed ? [prefLabel] : [],
  );

const STORM = 'A storm tore the roof off the Rowing Club in Bergen on Tuesday.';
const BACKGROUND = `${'The council met and talked about paint, benches and lamps. '.repeat(10)}${STORM}`;

describe('what articles tell of', () => {
  it('is an event when one article opens with its day, place and people', () => {
    const [storm] = addEvents([telling('a', '2019-02-13', STORM)], KNOWN).filter(
      ({ isComposed }) => isComposed,
    );
    expect(storm).toMatchObject({
      ...{ type: 'event', prefLabel: 'storm, Bergen, 2019-02-12', kind: 'storm', where: BERGEN.id },
      ...{ participants: [CLUB.id], when: { from: '2019-02-12', to: '2019-02-12' } },
    });
  });

  it('is none when one article tells it in passing', () => {
    expect(labels([telling('a', '2019-02-13', BACKGROUND)])).toEqual([]);
  });

  it('is an event when two articles tell it, even in passing', () => {
    const second = telling(
      'b',
      '2019-02-14',
      'Bergen cleans up after the storm of Tuesday at the Rowing Club.',
    );
    expect(labels([telling('a', '2019-02-13', BACKGROUND), second])).toEqual(['storm, Bergen, 2019-02-12']);
  });

  it.each([
    ['A storm tore roofs off on Tuesday.', 'no place'],
    ['A storm tore roofs off in Bergen on Tuesday.', 'nobody'],
    ['A storm tore the roof off the Rowing Club in Bergen.', 'no day'],
    ['No storm hit the Rowing Club in Bergen on Tuesday.', 'did not happen'],
    ['The Rowing Club in Bergen sold 40 boats in the month to March 5.', 'a month'],
    ['The Rowing Club sold 40 boats in Bergen on Tuesday, as in March.', 'a month without a day'],
  ])('is none by itself: %s (%s)', (text) => {
    expect(labels([telling('a', '2019-03-13', text)])).toEqual([]);
  });

  it('does not depend on the order of articles', () => {
    const articles = [
      telling('a', '2019-02-13', STORM),
      telling('b', '2019-02-14', 'Bergen cleans up after the storm of Tuesday at the Rowing Club.'),
      telling('c', '2021-11-20', 'A storm closed the Rowing Club in Bergen on Friday.'),
    ];
    expect(addEvents([...articles].reverse(), KNOWN)).toEqual(addEvents(articles, KNOWN));
  });
});

describe('an event with a name', () => {
  const fair = (articles: readonly TellingArticle[], known: readonly Entity[] = KNOWN) =>
    addEvents(articles, known).find(({ id }) => id === LEAGUE.id);
  const FIRST = telling('a', '2019-06-13', 'The Harbour Fair tournament opened in Bergen on Wednesday.');
  const SECOND = telling(
    'b',
    '2019-06-14',
    'Rain fell on the Harbour Fair tournament in Bergen on 12 June 2019.',
  );

  it('learns when it was from two articles that agree', () => {
    expect(fair([FIRST, SECOND])).toMatchObject({ when: { from: '2019-06-12', to: '2019-06-12' } });
  });

  it('learns nothing from one: the day may be another thing’s', () => {
    expect(fair([FIRST])).toEqual(LEAGUE);
  });

  it('that somebody wrote down stays as it was written', () => {
    const written = entity(LEAGUE.id, 'Harbour Fair', { when: ['2018-06-01', '2018-06-03'] });
    expect(fair([FIRST, SECOND], [BERGEN, CLUB, written])).toEqual(written);
  });
});
