import { describe, expect, it } from 'vitest';
import { type Authority, parseAuthority } from '../../../src/entities/authority.ts';
import type { Result } from '../../../src/text/result.ts';

const PERSON = { id: 'person:ada-lindgren', type: 'person', prefLabel: 'Ada Lindgren' };
const EVENT = {
  ...{ id: 'event:opening', type: 'event', prefLabel: 'Opening', where: 'place:port-marn' },
  ...{ when: { from: '2021-06', to: '2021-06-12' }, participants: ['person:ada-lindgren'], cues: ['ribbon'] },
};
const PLACE = { id: 'place:port-marn', type: 'place', prefLabel: 'Port Marn' };
const OUTLET = {
  name: 'Vell Courier',
  altNames: ['Courier'],
  source: { url: 'https://a.example', date: '2026' },
};

function parse(files: Readonly<Record<string, unknown>>): Result<Authority> {
  return parseAuthority(new Map(Object.entries(files)));
}
function messageOf(files: Readonly<Record<string, unknown>>): string {
  const parsed = parse(files);
  return parsed.ok ? 'accepted' : parsed.error.message;
}

describe('an authority file', () => {
  it('is read with everything that is absent said to be absent, ordered by id', () => {
    const parsed = parse({
      'people.json': [PERSON],
      'events.json': [EVENT, PLACE],
      'outlets.json': [OUTLET],
    });
    expect(parsed.ok && parsed.value.entities.map(({ id }) => id)).toEqual([EVENT.id, PERSON.id, PLACE.id]);
    expect(parsed.ok && parsed.value.entities[1]).toEqual({
      ...PERSON,
      ...{ altLabels: [], description: null, descriptionSource: null, when: null, where: null },
      ...{ participants: [], cues: [], sameAs: null },
    });
    expect(parsed.ok && parsed.value.outlets).toMatchObject([
      { name: 'Vell Courier', owner: null, country: null },
    ]);
  });

  it('is the same whatever the order of its files and entries', () => {
    const one = parse({ 'a.json': [PERSON, PLACE], 'b.json': [EVENT] });
    const other = parse({ 'b.json': [EVENT], 'a.json': [PLACE, PERSON] });
    expect(one).toEqual(other);
  });

  it('may be empty', () => {
    expect(parse({})).toEqual({ ok: true, value: { entities: [], outlets: [] } });
    expect(parse({ 'people.json': [] })).toMatchObject({ ok: true });
  });

  const bad = (change: object) => [{ ...PERSON }, { ...PERSON, id: 'person:b', ...change }];
  it.each<[string, unknown[], string]>([
    ['an entry that is null', [PERSON, null], 'people.json, entry 2: '],
    ['an entry that is a text', [PERSON, 'Ada'], 'people.json, entry 2: '],
    ['an unknown type', bad({ type: 'ship' }), 'people.json, entry 2: “ship” is no type of entity.'],
    ['no type', bad({ type: undefined }), 'people.json, entry 2: “type” must be a text.'],
    [
      'an id of another type',
      bad({ id: 'place:b' }),
      'people.json, entry 2: “place:b” is no id of a person.',
    ],
    ['an id that is no slug', bad({ id: 'person:Ada Lindgren' }), 'is no id of a person.'],
    [
      'an id like a property',
      bad({ id: '__proto__' }),
      'people.json, entry 2: “__proto__” is no id of a person.',
    ],
    ['an id that is a number', bad({ id: 7 }), 'people.json, entry 2: “id” must be a text.'],
    ['no label', bad({ prefLabel: undefined }), 'people.json, entry 2: “prefLabel” must be a text.'],
    ['a blank label', bad({ prefLabel: '  ' }), 'people.json, entry 2: “prefLabel” must be a text.'],
    [
      'forms that are no list',
      bad({ altLabels: 'Ada' }),
      'people.json, entry 2: “altLabels” must be a list.',
    ],
    [
      'a form without text',
      bad({ altLabels: [{ language: 'en' }] }),
      'people.json, entry 2: “text” must be a text.',
    ],
    ['a form without language', bad({ altLabels: [{ text: 'A' }] }), 'entry 2: “language” must be a text.'],
    ['a form that is null', bad({ altLabels: [null] }), 'people.json, entry 2: '],
    ['a form that is a bare text', bad({ altLabels: ['A'] }), 'people.json, entry 2: '],
    ['a description that is a number', bad({ description: 4 }), 'entry 2: “description” must be a text.'],
    [
      'a source without address',
      bad({ descriptionSource: { date: '2023' } }),
      'entry 2: “url” must be a text.',
    ],
    [
      'a source with a wrong date',
      bad({ descriptionSource: { url: 'u', date: 'May' } }),
      'entry 2: “May” is no date.',
    ],
    ['a span without end', bad({ when: { from: '2023' } }), 'people.json, entry 2: “to” must be a text.'],
    [
      'a day that does not exist',
      bad({ when: { from: '2023-02-30', to: '2023' } }),
      '“2023-02-30” is no date.',
    ],
    ['a place that is a list', bad({ where: ['place:b'] }), 'people.json, entry 2: “where” must be a text.'],
    ['people that are no list', bad({ participants: 'x' }), 'entry 2: “participants” must be a list.'],
    ['people that are no texts', bad({ participants: [4] }), 'people.json, entry 2: '],
    ['words that are no texts', bad({ cues: [{}] }), 'people.json, entry 2: '],
    ['an address that is no text', bad({ sameAs: 3 }), 'people.json, entry 2: “sameAs” must be a text.'],
  ])('is refused for %s, by file and entry', (_what, entries, sentence) => {
    expect(messageOf({ 'people.json': entries })).toContain(sentence);
  });

  it('is refused for a span that ends before it begins', () => {
    const entries = bad({ when: { from: '2023-05-02', to: '2023-05-01' } });
    expect(messageOf({ 'people.json': entries })).toMatch(/^people\.json, entry 2: .*2023-05-0/);
  });

  it('is refused when the top level is no list, by file', () => {
    expect(messageOf({ 'people.json': {} })).toBe('people.json: the top level must be a list.');
    expect(messageOf({ 'people.json': null })).toBe('people.json: the top level must be a list.');
  });

  it('is refused for an id that stands twice', () => {
    expect(messageOf({ 'a.json': [PERSON], 'b.json': [PERSON] })).toBe(
      'person:ada-lindgren stands in the authority file twice.',
    );
  });

  it.each([
    ['place', { where: 'place:nowhere' }, 'place:nowhere'],
    ['participant', { participants: ['person:nobody'] }, 'person:nobody'],
  ])('is refused for a %s that it does not hold', (_what, change, missing) => {
    expect(messageOf({ 'people.json': bad(change) })).toBe(
      `person:b refers to ${missing}, which is not in the authority file.`,
    );
  });

  it.each<[string, unknown, string]>([
    ['no name', { owner: 'x' }, '“name” must be a text.'],
    ['other names that are no list', { ...OUTLET, altNames: 'x' }, '“altNames” must be a list.'],
    ['other names that are no texts', { ...OUTLET, altNames: [1] }, ''],
    ['an owner that is a number', { ...OUTLET, owner: 1 }, '“owner” must be a text.'],
    ['a source without date', { ...OUTLET, source: { url: 'u' } }, '“date” must be a text.'],
    ['null', null, ''],
  ])('is refused for an outlet with %s', (_what, outlet, sentence) => {
    expect(messageOf({ 'outlets.json': [OUTLET, outlet] })).toContain(`outlets.json, entry 2: ${sentence}`);
  });

  it('is refused for an outlet that names an entity it does not hold', () => {
    expect(messageOf({ 'outlets.json': [{ ...OUTLET, entityId: 'organization:none' }] })).toContain(
      'organization:none',
    );
  });
});
