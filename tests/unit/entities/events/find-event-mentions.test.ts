import { describe, expect, it } from 'vitest';
import type { EventMention } from '../../../../src/entities/events/event-mention.ts';
import { findEventMentions, namedSpans } from '../../../../src/entities/events/find-event-mentions.ts';
import { parseIsoDate } from '../../../../src/text/iso-date.ts';
import { readTelling } from '../../../golden/events/marked-telling.ts';

function events(marked: string, language = 'en', printed = '2023-06-15'): EventMention[] {
  const { text, names } = readTelling(marked);
  const found = findEventMentions({ text, language, printed: parseIsoDate(printed), names });
  for (const { start, end, exact } of found) expect(text.slice(start, end)).toBe(exact);
  return found;
}

describe('an event told of', () => {
  it('has its kind, place, day, people and figures', () => {
    const [storm] = events(
      'A storm hit [place:Bergen] on Tuesday; [person:Ada Lindgren] said 12 people were injured.',
    );
    expect(storm).toMatchObject({
      exact: 'storm',
      type: 'storm',
      when: { from: '2023-06-13', to: '2023-06-13' },
      where: { name: 'Bergen' },
      participants: [{ name: 'Ada Lindgren' }],
      numbers: [{ kind: 'injured', value: 12 }],
      status: 'happened',
    });
  });

  it('has its score, told from either side', () => {
    const [final] = events('[organization:Rovers] won the final against [organization:United] 3–1.');
    expect(final?.numbers).toContainEqual({ kind: 'score', value: 3001 });
  });

  it.each([
    ['en', 'The election in [place:Norway] ended.', 'election'],
    ['de', 'Die Kommunalwahl in [place:Ulm] war knapp.', 'election'],
    ['fr', 'L’élection à [place:Namur] est finie.', 'election'],
    ['es', 'El terremoto en [place:Arica] fue leve.', 'earthquake'],
    ['it', 'Lo sciopero a [place:Genova] è finito.', 'strike'],
    ['nl', 'De gemeenteraadsverkiezing in [place:Gent] is voorbij.', 'election'],
    ['ru', 'Наводнение в [place:Таллин]е закончилось.', 'flood'],
    ['ar', 'انتهت الانتخابات في [place:تونس].', 'election'],
    ['he', 'הבחירות ב[place:חיפה] הסתיימו.', 'election'],
  ])('is found in %s', (language, text, type) => {
    const found = events(text, language);
    expect(found.map((event) => event.type)).toContain(type);
    expect(found[0]?.where).not.toBeNull();
  });

  it.each([
    ['The mayor will visit [place:Malmo] next week.', 'planned'],
    ['The match in [place:Oslo] was cancelled.', 'denied'],
    ['There was no strike in [place:Genoa].', 'denied'],
    ['Drivers threaten a strike in [place:Genoa].', 'possible'],
    ['Der Besuch in [place:Ulm] wurde abgesagt.', 'denied'],
  ])('says whether it happened: %s', (text, status) => {
    expect(events(text, text.startsWith('Der') ? 'de' : 'en')[0]?.status).toBe(status);
  });

  it('may be told in two words', () => {
    expect(events('The semi-final in [place:Oslo] was wet.').map(({ exact }) => exact)).toEqual([
      'semi-final',
    ]);
  });

  it('is no part of somebody’s name', () => {
    expect(
      events('The [organization:Fire Department] opened its doors.').map(({ exact }) => exact),
    ).not.toContain('Fire');
  });

  it('is no verb that only looks like one', () => {
    expect(events('The colours will match the curtains.')).toEqual([]);
  });

  it('keeps the name it goes by', () => {
    expect(events('[event:Storm Ciara] reached [place:Bergen].')[0]?.name?.name).toBe('Storm Ciara');
  });

  it('survives broken input', () => {
    for (const text of ['', '\u0000', 'storm'.repeat(1000), '.,;'.repeat(500), 'storm 3-3-3 1-'])
      expect(() => events(text)).not.toThrow();
  });
});

describe('names near an event', () => {
  it('carry the fullest form of their group', () => {
    const name = { type: 'person', confidence: 1, group: 0 } as const;
    const spans = namedSpans([
      { ...name, start: 0, end: 9, exact: 'Ana Costa' },
      { ...name, start: 20, end: 25, exact: 'Costa' },
    ]);
    expect(spans.map((span) => span.name)).toEqual(['Ana Costa', 'Ana Costa']);
  });
});
