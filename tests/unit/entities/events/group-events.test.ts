import { describe, expect, it } from 'vitest';
import {
  type ArchiveEvent,
  groupEvents,
  placesOf,
  type ToldEvent,
} from '../../../../src/entities/events/group-events.ts';
import { buildEventIndex, linkEventMention } from '../../../../src/entities/events/link-event-mention.ts';
import { type MarkedTelling, mentionOf } from '../../../golden/events/marked-telling.ts';
import { entity } from '../../invented-archive.ts';

const BERGEN = entity('place:bergen', 'Bergen');

const TOLD: readonly MarkedTelling[] = [
  { printed: '2019-02-13', text: 'A {storm} tore roofs off in [place:Bergen] on Tuesday.' },
  { printed: '2019-02-12', text: 'The {storm} that hit [place:Bergen] today flooded the quay.' },
  { printed: '2021-11-20', text: 'A {storm} cut power to half of [place:Bergen] on Friday.' },
  { printed: '2021-09-14', text: 'The {election} in [place:Norway] ended on Monday.' },
  { printed: '2021-09-20', text: 'The opposition won the {election} in [place:Norway] last week.' },
  { printed: '2021-09-01', text: 'An {election} will be held in [place:Norway] next week.' },
  { printed: '2021-09-01', text: 'The {strike} of the year was told of.' },
];

const told = (tellings: readonly MarkedTelling[]): ToldEvent[] =>
  tellings.map((telling, at) => ({ article: `article ${at}`, mention: mentionOf(telling) }));

const group = (tellings = TOLD, entities = [BERGEN]): ArchiveEvent[] =>
  groupEvents(told(tellings), { entities, articleOdds: () => null });

describe('events of an archive', () => {
  it('are each one entity with a composed label', () => {
    expect(group().map(({ entity: { prefLabel }, articles }) => `${prefLabel}: ${articles.length}`)).toEqual([
      'election, Norway, 2021-09-13: 2',
      'storm, Bergen, 2019-02-12: 2',
      'storm, Bergen, 2021-11-19: 1',
    ]);
  });

  it('know when, where and by which words', () => {
    const storm = group().find(({ entity: { prefLabel } }) => prefLabel.includes('2019'))?.entity;
    expect(storm).toMatchObject({
      type: 'event',
      when: { from: '2019-02-12', to: '2019-02-12' },
      where: 'place:bergen',
      cues: ['storm'],
    });
  });

  it('do not come from what is only planned, or stands nowhere in time', () => {
    expect(group().flatMap(({ articles }) => articles)).not.toContain('article 5');
    expect(group().flatMap(({ articles }) => articles)).not.toContain('article 6');
  });

  it('with a name take in what is told without it', () => {
    const named = entity('event:storm-ylva', 'Storm Ylva', {
      where: BERGEN.id,
      when: ['2019-02-12', '2019-02-12'],
    });
    const events = group(TOLD, [BERGEN, named]);
    expect(events.find((event) => event.entity.id === named.id)?.articles).toEqual([
      'article 0',
      'article 1',
    ]);
    expect(events.map(({ entity: { prefLabel } }) => prefLabel)).not.toContain('storm, Bergen, 2019-02-12');
  });

  it('of one label are told apart by their people', () => {
    const labels = group([
      {
        printed: '2022-03-06',
        text: 'In [place:Oslo] [organization:Rovers] drew their {match} with [organization:United] on Saturday.',
      },
      {
        printed: '2022-03-06',
        text: 'In [place:Oslo] [organization:Town] lost their {match} against [organization:Fernhill] on Saturday.',
      },
    ]).map(({ entity: { prefLabel } }) => prefLabel);
    expect(labels).toEqual([
      'match, Oslo, Fernhill, Town, 2022-03-05',
      'match, Oslo, Rovers, United, 2022-03-05',
    ]);
  });
});

describe('a page’s words', () => {
  const index = buildEventIndex(group(), placesOf(new Map([[BERGEN.id, BERGEN]])));
  const link = (text: string, printed: string) => linkEventMention(index, mentionOf({ text, printed }));
  const idOf = (year: string) =>
    group().find(({ entity: { prefLabel } }) => prefLabel.includes(`Bergen, ${year}`))?.entity.id;

  it('mean the event of the same kind, place and time', () => {
    const found = link('Seven days ago the {storm} hit [place:Bergen].', '2019-02-19');
    expect(found).toMatchObject({ entityId: idOf('2019'), because: ['place:bergen'] });
    expect(found?.why).toContain('the same place (Bergen)');
  });

  it.each([
    ['another year', 'A {storm} hit [place:Bergen] on Tuesday.', '2016-02-16'],
    ['another town', 'A {storm} hit [place:Stavanger] on Tuesday.', '2019-02-13'],
    ['no time, so that both storms fit', 'The {storm} in [place:Bergen] is remembered.', '2023-06-15'],
    ['another kind', 'The {election} in [place:Bergen] was on Tuesday.', '2019-02-13'],
  ])('mean none with %s', (_case, text, printed) => {
    expect(link(text, printed)).toBeNull();
  });
});
