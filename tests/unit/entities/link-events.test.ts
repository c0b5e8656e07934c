import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../src/entities/entity.ts';
import type { Mention } from '../../../src/entities/mention.ts';
import { mentionsIn } from '../../../src/library/mentions-in.ts';
import { ADA, eid, entity, knowledgeOf, OMAR, OPENING, PORT, TRUST, VELL } from '../invented-archive.ts';

const WORLD = [OPENING, TRUST, ADA, OMAR, PORT, VELL];

function events(text: string, known: readonly Entity[] = WORLD): Mention[] {
  const mentions = mentionsIn(knowledgeOf(...known), text);
  for (const { start, end, exact } of mentions) expect(text.slice(start, end)).toBe(exact);
  return mentions.filter(({ entityId }) => entityId?.startsWith('event:'));
}

describe('an event', () => {
  it.each([
    ['Opening of the Marn Bridge', 'label'],
    ['the Marn Bridge opening', 'alias'],
    ['the “Battle of the Ribbon”', 'outlet-term'],
  ])('is found by its names: %s', (text, why) => {
    expect(events(text)).toMatchObject([{ entityId: OPENING.id, why }]);
  });

  it('is found by its date beside its place, with both as reason', () => {
    const [found, ...more] = events('On 12 June 2021 crowds came to Port Marn.');
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      exact: '12 June 2021',
      entityId: OPENING.id,
      why: 'event-date',
      because: [PORT.id],
    });
  });

  it('is found by its date beside somebody who took part', () => {
    const [found] = events('On June 12, 2021, Ada Lindgren wore green.');
    expect(found).toMatchObject({ entityId: OPENING.id, why: 'event-date', because: [ADA.id] });
  });

  it('is surer with place and people than with either', () => {
    const of = (text: string) => events(text)[0]?.confidence ?? 0;
    const both = of('On 12 June 2021 Ada Lindgren came to Port Marn.');
    const place = of('On 12 June 2021 crowds came to Port Marn.');
    const person = of('On 12 June 2021 Ada Lindgren wore green.');
    expect(both).toBeGreaterThan(place);
    expect(place).toBeGreaterThan(person);
  });

  it('is found by a place that lies in its own', () => {
    const quay = entity('place:old-quay', 'Old Quay', { where: PORT.id });
    const found = events('On 2021-06-12 flags flew on the Old Quay.', [...WORLD, quay]);
    expect(found).toMatchObject([{ entityId: OPENING.id, because: [quay.id] }]);
  });

  it.each([
    'Port Marn, 12 June 2021',
    'Posted 12 June 2021 · Port Marn',
    'It rained.\nUpdated: 12 June 2021, Port Marn\nMore news',
  ])('is not taken from a line that dates the page: %j', (text) => {
    expect(events(text)).toEqual([]);
  });

  it('is taken from a heading that has a word for it', () => {
    expect(events('Ribbon cut at Port Marn, 12 June 2021')).toMatchObject([{ entityId: OPENING.id }]);
  });

  it.each([
    ['another year', 'On 12 June 2022 crowds came to Port Marn.'],
    ['another day', 'On 13 June 2021 crowds came to Port Marn.'],
    ['no company', 'On 12 June 2021 it rained on the library.'],
    [
      'company far away in the text',
      `On 12 June 2021 it rained. ${'The library was open. '.repeat(30)}Port Marn slept.`,
    ],
    ['only the country around its place', 'On 12 June 2021 flags flew in Vell.'],
    ['only a month', 'In June 2021 crowds came to Port Marn.'],
    ['a span of days', 'From 11 to 14 June 2021 crowds came to Port Marn.'],
    ['no year and a single companion', 'On 12 June crowds came to Port Marn.'],
  ])('is not linked with %s', (_case, text) => {
    expect(events(text)).toEqual([]);
  });

  it('is linked without a year only in the company of two of its own', () => {
    const [found] = events('On 12 June Ada Lindgren came to Port Marn.');
    expect(found).toMatchObject({ exact: '12 June', why: 'event-date', because: [PORT.id, ADA.id] });
  });

  it('is not linked for an event of its kind elsewhere on that day', () => {
    const other = entity('place:farn', 'Farn');
    expect(events('On 12 June 2021 a ribbon was cut at an opening in Farn.', [...WORLD, other])).toEqual([]);
  });

  it('is not marked over a name that is already linked', () => {
    const dated = entity('organization:june-club', '12 June 2021 Club');
    expect(events('Ada Lindgren founded the 12 June 2021 Club in Port Marn.', [...WORLD, dated])).toEqual([]);
  });
});

describe('of two events on one day', () => {
  const rally = entity('event:harbour-rally', 'Harbour rally', {
    ...{
      when: ['2021-06-12', '2021-06-12'],
      where: PORT.id,
      participants: [ADA.id],
      cues: ['rally', 'march'],
    },
  });
  const known = [...WORLD, rally];

  it.each([
    ['A ribbon was cut in Port Marn on 12 June 2021.', OPENING.id],
    ['A rally was held in Port Marn on 12 June 2021.', rally.id],
  ])('the one whose words stand there is linked: %s', (text, id) => {
    expect(events(text, known).map(({ entityId }) => entityId)).toEqual([id]);
  });

  it('neither is linked when both fit alike', () => {
    expect(events('Crowds filled Port Marn on 12 June 2021.', known)).toEqual([]);
  });

  it('the one with more of its company is linked when no words decide', () => {
    const far = entity('event:far-fair', 'Fair of Vell', {
      ...{ when: ['2021-06-12', '2021-06-12'] as const, where: PORT.id, participants: [] },
    });
    const found = events('Ada Lindgren was in Port Marn on 12 June 2021.', [...WORLD, far]);
    expect(found.map(({ entityId }) => entityId)).toEqual([OPENING.id]);
  });
});

describe('an event that is called by its day', () => {
  const named = entity('event:june-12', 'Marn opening', {
    ...{ forms: ['June 12'], when: ['2021-06-12', '2021-06-12'] as const, where: PORT.id },
    participants: [ADA.id],
  });
  const known = [named, ADA, PORT];

  it('is found without a year when the page names its company anywhere', () => {
    const text = `June 12 was a good day.\n\n${'The library was open. '.repeat(40)}\n\nAda Lindgren lives in Port Marn.`;
    expect(events(text, known)).toMatchObject([{ exact: 'June 12', entityId: named.id, why: 'event-date' }]);
  });

  it('is not found on a page that names none of its company', () => {
    expect(events('June 12 was a good day for the library.', known)).toEqual([]);
  });
});

describe('an event told without its date', () => {
  it('is found by its place, two who took part and a word for it', () => {
    const [found, ...more] = events('In Port Marn, Omar Haddad held the ribbon that Ada Lindgren cut.');
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      exact: 'ribbon',
      entityId: OPENING.id,
      why: 'event-context',
      because: [PORT.id, ADA.id, OMAR.id],
    });
  });

  it.each([
    ['its place', 'Omar Haddad held the ribbon that Ada Lindgren cut for the Harbour Trust.'],
    ['a second participant', 'In Port Marn, Vell, Ada Lindgren cut the ribbon.'],
    ['a word for it', 'In Port Marn, Omar Haddad met Ada Lindgren.'],
    ['a date that agrees', 'In Port Marn, on 3 May 1999, Omar Haddad held the ribbon that Ada Lindgren cut.'],
  ])('is not found without %s', (_what, text) => {
    expect(events(text)).toEqual([]);
  });

  it('is not found when two events fit', () => {
    const second = entity('event:second-opening', 'Second opening', {
      ...{ where: PORT.id, participants: [ADA.id, OMAR.id], cues: ['ribbon'] },
    });
    expect(
      events('In Port Marn, Omar Haddad held the ribbon that Ada Lindgren cut.', [...WORLD, second]),
    ).toEqual([]);
  });

  it('is marked once a passage', () => {
    expect(
      events('In Port Marn, Omar Haddad held the ribbon. Ada Lindgren cut the ribbon. The ribbon fell.'),
    ).toHaveLength(1);
  });
});

describe('events in hostile authority files', () => {
  it('do not hang on places that lie in each other', () => {
    const left = entity('place:left', 'Left Bank', { where: eid('place:right') });
    const right = entity('place:right', 'Right Bank', { where: eid('place:left') });
    const fair = entity('event:fair', 'Fair', { when: ['2021-06-12', '2021-06-12'], where: PORT.id });
    expect(
      events('On 12 June 2021 the Left Bank and the Right Bank met.', [fair, left, right, PORT]),
    ).toEqual([]);
  });
});
