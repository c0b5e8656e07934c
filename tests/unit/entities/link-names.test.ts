import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../src/entities/entity.ts';
import type { Mention } from '../../../src/entities/mention.ts';
import { mentionsIn } from '../../../src/library/mentions-in.ts';
import { ADA, entity, knowledgeOf, OMAR, OPENING, PORT, TRUST, VELL } from '../invented-archive.ts';

/** `exact=entity` for each link, `exact?` for each choice, in reading order. */
function links(text: string, ...entities: readonly Entity[]): string[] {
  return mentionsOf(text, ...entities).map(({ exact, entityId }) =>
    entityId ? `${exact}=${entityId.split(':')[1]}` : `${exact}?`,
  );
}

function mentionsOf(text: string, ...entities: readonly Entity[]): Mention[] {
  const mentions = mentionsIn(knowledgeOf(...entities), text);
  for (const { start, end, exact } of mentions) expect(text.slice(start, end)).toBe(exact);
  return mentions;
}

const CITY = entity('place:jerusalem', 'Jerusalem');
const STATES = entity('place:united-states', 'United States', { forms: ['US', 'U.S.'] });
const HAZEM = entity('person:hazem-qassem', 'Hazem Qassem', { forms: ['Qassem'] });
const SHARON = entity('person:ariel-sharon', 'Ariel Sharon', { forms: ['Sharon'] });
const READING = entity('place:reading', 'Reading', { forms: ['Reading, Berkshire'] });
const TURKEY = entity('place:turkey', 'Turkey', { forms: ['Türkiye'] });
const ANNA = entity('person:anna-lindgren', 'Anna Lindgren', { forms: ['Lindgren'] });

describe('a name that is part of a longer one', () => {
  it.each([
    ['The Jerusalem Post wrote about the bridge.', CITY],
    ['They met in Jerusalem Street, near the library.', CITY],
    ['The Port Marn Bridge is old.', PORT],
    ['Then Naim Qassem spoke at the harbour.', HAZEM],
    ['Sharon Stone opened the library.', SHARON],
    ['A film with Sharon Stone.', SHARON],
    ['John Reading opened the bridge.', READING],
  ])('is not linked: %s', (text, known) => {
    expect(links(text, known)).toEqual([]);
  });

  it.each([
    ['Mayor Jack Vell spoke.', VELL],
    ['Denzel Jerusalem spoke.', CITY],
  ])('is not linked as a place after a given name: %s', (text, known) => {
    expect(links(text, known)).toEqual([]);
  });

  it.each([
    ['In Jerusalem, Post offices were shut.', 'Jerusalem=jerusalem', CITY],
    ['Jerusalem City lies high.', 'Jerusalem=jerusalem', CITY],
    ['the road to Jerusalem post haste', 'Jerusalem=jerusalem', CITY],
    ['Jerusalem’s Post was late.', 'Jerusalem=jerusalem', CITY],
  ])('is linked when the longer name is none: %s', (text, link, known) => {
    expect(links(text, known)).toEqual([link]);
  });

  it('is not found inside another word', () => {
    expect(links('Vellum and Porto Marnier, Lindgrenska and Overvell.', VELL, PORT, ADA)).toEqual([]);
  });
});

describe('acronyms', () => {
  it('are names only in capitals', () => {
    expect(links('The US told us to wait, and between us the U.S. agreed.', STATES)).toEqual([
      'US=united-states',
      'U.S=united-states',
    ]);
  });

  it('are no link in a headline all in capitals, where “us” looks the same', () => {
    expect(links('COME WITH US TO THE HARBOUR LIBRARY', STATES).filter((link) => link.includes('='))).toEqual(
      [],
    );
  });

  it('are linked in such a headline when they are no word', () => {
    const union = entity('organization:library-union', 'Library Union', { forms: ['LBU'] });
    expect(links('LBU TO PAINT THE OLD HARBOUR BRIDGE', union)).toEqual(['LBU=library-union']);
  });
});

describe('surnames', () => {
  it('are linked when the full name stands on the page, and say so', () => {
    const [full, short] = mentionsOf('Ada Lindgren came. Then Lindgren left.', ADA);
    expect(full).toMatchObject({ entityId: ADA.id, why: 'label', because: [], alternatives: [] });
    expect(short).toMatchObject({ entityId: ADA.id, why: 'surname', because: [ADA.id] });
    expect(short!.confidence).toBeLessThan(full!.confidence);
  });

  it('are linked in any block of the page, before the full name too', () => {
    expect(links('Lindgren left.\n\nAda Lindgren came.', ADA)).toEqual([
      'Lindgren=ada-lindgren',
      'Ada Lindgren=ada-lindgren',
    ]);
  });

  it('are offered, not linked, when nothing else speaks for them', () => {
    const [alone] = mentionsOf('Lindgren left.', ADA);
    expect(alone).toMatchObject({ entityId: null, exact: 'Lindgren', because: [] });
    expect(alone!.alternatives.map(({ entityId }) => entityId)).toEqual([ADA.id]);
  });

  it('are linked in the company of other people, which is the reason given', () => {
    const [, short] = mentionsOf('Omar Haddad came. Then Lindgren left.', ADA, OMAR);
    expect(short).toMatchObject({ entityId: ADA.id, why: 'context', because: [OMAR.id] });
  });

  it('are not settled by one place alone: everyone is somewhere', () => {
    expect(links('In Port Marn, Lindgren left.', ADA, PORT)).toEqual(['Port Marn=port-marn', 'Lindgren?']);
  });

  it('are a choice between two people of one surname, named in full or not', () => {
    const text = 'Ada Lindgren met Anna Lindgren. Then Lindgren left.';
    const last = mentionsOf(text, ADA, ANNA).at(-1);
    expect(last?.entityId).toBeNull();
    expect(last?.alternatives.map(({ entityId }) => entityId).sort()).toEqual([ADA.id, ANNA.id]);
  });

  it('go to the one of two namesakes whose full name is there, and keep the other as alternative', () => {
    const last = mentionsOf('Ada Lindgren came. Then Lindgren left.', ADA, ANNA).at(-1);
    expect(last).toMatchObject({ entityId: ADA.id, why: 'surname' });
    expect(last?.alternatives.map(({ entityId }) => entityId)).toEqual([ANNA.id]);
  });

  it('never count in lower case where the text has capitals', () => {
    const sharon = mentionsOf('Ariel Sharon came. They picked sharon fruit.', SHARON);
    expect(sharon).toHaveLength(1);
  });

  it('are found after a title and before a verb', () => {
    expect(links('Ada Lindgren came. Later Mayor Lindgren said so.', ADA)).toHaveLength(2);
  });
});

describe('a surname after a given name of somebody else', () => {
  it('is not linked in a headline either', () => {
    const text = 'Ada Lindgren opened the harbour library.\n\nHelen Lindgren Paints Great New Bridge Green';
    expect(links(text, ADA)).toEqual(['Ada Lindgren=ada-lindgren']);
  });
});

describe('two who bear the same full name', () => {
  it('are offered as a choice and speak for nobody', () => {
    const twin = entity('person:ada-lindgren-poet', 'Ada Lindgren', { forms: ['Lindgren'] });
    expect(links('Ada Lindgren came. Lindgren left.', ADA, twin)).toEqual(['Ada Lindgren?', 'Lindgren?']);
  });
});

describe('names that are also words', () => {
  it.each([
    'Reading is good for you.',
    'A good reading room and a roast turkey.',
    '“Reading the harbour news helps,” she said.',
    'Turkey was served in the library.',
    'READING ROOM OPENS IN THE HARBOUR LIBRARY',
    'New Reading Room Opens In The Harbour Library',
    'She sat in Reading.',
  ])('are not linked by themselves: %s', (text) => {
    expect(links(text, READING, TURKEY)).toEqual([]);
  });

  it('are linked inside a sentence in good company', () => {
    expect(links('Ada Lindgren and Omar Haddad went to Reading by boat.', ADA, OMAR, READING)).toContain(
      'Reading=reading',
    );
  });

  it('are linked in another recorded form that is no word', () => {
    expect(links('She flew to Türkiye.', TURKEY)).toEqual(['Türkiye=turkey']);
  });

  it.each([
    'Theodora May came. Young May trees stood beside May Street.',
    'Theodora May came. May is when the harbour freezes.',
    'THEODORA MAY: LIBRARIES MAY STAY OPEN',
  ])('are no surname where any word could stand: %s', (text) => {
    const may = entity('person:theodora-may', 'Theodora May', { forms: ['May'] });
    const found = links(text, may).filter((link) => link.toLowerCase().startsWith('may'));
    expect(found).toEqual([]);
  });

  it('are linked as surname inside a sentence', () => {
    const may = entity('person:theodora-may', 'Theodora May', { forms: ['May'] });
    expect(links('Theodora May came. Later the harbour master met May again.', may)).toHaveLength(2);
  });

  it('do not turn the month into a person', () => {
    const may = entity('person:theodora-may', 'Theodora May', { forms: ['May'] });
    expect(
      links('Theodora May spoke in Vell. The bridge opens in May 2021.', may, VELL).filter((link) =>
        link.startsWith('May'),
      ),
    ).toEqual([]);
  });
});

describe('writing', () => {
  it('does not matter: capitals, hyphens, apostrophes, line breaks', () => {
    const text = 'ADA LINDGREN, Ada-Lindgren, Ada\nLindgren, Ada  Lindgren’s boat';
    expect(mentionsOf(text, ADA).map(({ entityId }) => entityId)).toEqual([ADA.id, ADA.id, ADA.id, ADA.id]);
  });

  it('leaves the possessive outside the mention', () => {
    expect(mentionsOf('Port Marn’s bridge', PORT)[0]).toMatchObject({ exact: 'Port Marn', start: 0, end: 9 });
  });

  it('is read in title case headlines, where capitals say nothing', () => {
    expect(links('Ada Lindgren Opens Great New Bridge Over Harbour', ADA)).toEqual([
      'Ada Lindgren=ada-lindgren',
    ]);
  });

  it('may be Arabic or Hebrew, and the reason says so', () => {
    const [arabic] = mentionsOf('قالت آدا ليندغرين إن الجسر جديد', ADA);
    expect(arabic).toMatchObject({ exact: 'آدا ليندغرين', entityId: ADA.id, why: 'other-script' });
    const [hebrew] = mentionsOf('הגשר של אדה לינדגרן', ADA);
    expect(hebrew).toMatchObject({ exact: 'אדה לינדגרן', entityId: ADA.id, why: 'other-script' });
  });

  it('gives the reason of each kind of form', () => {
    const whys = mentionsOf(
      'Harbour Trust, the Quay Gang, HT, Marn Bridge opening',
      TRUST,
      OPENING,
      ADA,
      OMAR,
      PORT,
    );
    expect(whys.map(({ why }) => why)).toEqual(['label', 'outlet-term', 'alias', 'alias']);
  });
});

describe('confidence', () => {
  it('lies between 0 and 1 and never links below the threshold', () => {
    const text = 'Ada Lindgren, Haddad and Lindgren met the US in Reading. Sharon and Qassem wrote.';
    for (const { confidence, entityId } of mentionsOf(text, ADA, OMAR, STATES, READING, SHARON, HAZEM)) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
      if (entityId) expect(confidence).toBeGreaterThanOrEqual(0.6);
    }
  });

  it('is settled only by those the archive knows together with the name', () => {
    const knowledge = { ...knowledgeOf(ADA, OMAR), companions: () => new Set<number>() };
    const last = mentionsIn(knowledge, 'Omar Haddad came. Then Lindgren left.').at(-1);
    expect(last?.entityId).toBeNull();
  });
});
