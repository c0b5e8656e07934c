import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openNameTagger, recogniseNames } from '../../../../src/entities/recognise/recognise-names.ts';
import { parseLanguageTag } from '../../../../src/text/language.ts';

const bytes = readFileSync(join(import.meta.dirname, '../../../../public/models/names.bin'));
const opened = openNameTagger(bytes);
if (!opened.ok) throw new Error(opened.error.message);
const tagger = opened.value;

const namesIn = (text: string, language: string | null = 'en') =>
  recogniseNames(tagger, text, language === null ? null : parseLanguageTag(language));
const listed = (text: string, language: string | null = 'en') =>
  namesIn(text, language).map(({ exact, type }) => `${type} ${exact}`);
const groupOf = (text: string, exact: string, language = 'en') =>
  namesIn(text, language)
    .filter((name) => name.exact === exact)
    .map(({ group }) => group);

describe('recogniseNames', () => {
  it('finds a person, a place and an organisation with their types', () => {
    const text = 'Ana Costa, the mayor of Lisbon, thanked the World Health Organization on Monday.';
    expect(listed(text)).toEqual([
      'person Ana Costa',
      'place Lisbon',
      'organization World Health Organization',
    ]);
  });

  it('gives a surname after its full name the same group, and an acronym that of its expansion', () => {
    const text =
      'Ana Costa spoke for the World Health Organization (WHO) in Geneva. Ms Costa said the WHO would act. Costa left.';
    const names = namesIn(text);
    const costa = names.filter(({ exact }) => exact.includes('Costa')).map(({ group }) => group);
    expect(costa).toHaveLength(3);
    expect(new Set(costa).size).toBe(1);
    expect(groupOf(text, 'WHO')).toEqual([
      ...groupOf(text, 'World Health Organization'),
      ...groupOf(text, 'World Health Organization'),
    ]);
  });

  it('keeps two people of one surname apart by their full names', () => {
    const text = 'Ana Costa met Rui Costa in Porto. Later Rui Costa wrote to Ana Costa.';
    const [ana] = groupOf(text, 'Ana Costa');
    const [rui] = groupOf(text, 'Rui Costa');
    expect(ana).toBeDefined();
    expect(rui).toBeDefined();
    expect(ana).not.toBe(rui);
  });

  it('takes a people for no place and no body', () => {
    const text =
      'A Norwegian official met Egyptian divers in Porto. Qatari mediators came later, and so did Swedes.';
    expect(listed(text)).toEqual(['place Porto']);
  });

  it('takes a town for a place, also where its sentence begins with it', () => {
    expect(listed('Port Ellery voted on Monday. Fort Marlow did not.')).toEqual([
      'place Port Ellery',
      'place Fort Marlow',
    ]);
  });

  it('leaves titles and possessive endings outside', () => {
    expect(listed("Dr. Helena Marsh's library in Otley won.")).toContain('person Helena Marsh');
  });

  it('takes no month, verb or common noun at a sentence’s start for a name', () => {
    const found = listed(
      'Reading is pleasant. May is the best month for it. Will it rain? The turkey was dry.',
    );
    expect(found).toEqual([]);
  });

  it('finds named events and prefers them to the names inside', () => {
    expect(listed('The Battle of Hastings was staged again in Sussex.')).toContain(
      'event Battle of Hastings',
    );
    expect(listed('Hurricane Ophelia weakened before it reached Ireland.')).toContain(
      'event Hurricane Ophelia',
    );
    expect(listed('She sang at the 1954 World Cup in Bern.')).toContain('event 1954 World Cup');
  });

  it('groups inflected Russian names', () => {
    const text = 'Президент Владимир Иванов прибыл в Москву. Владимира Иванова встретили в Москве.';
    const names = namesIn(text, 'ru');
    const groups = (part: string) =>
      new Set(names.filter(({ exact }) => exact.includes(part)).map(({ group }) => group));
    expect(groups('Иванов').size).toBe(1);
    expect(groups('Москв').size).toBe(1);
  });

  it('cuts an Arabic conjunction off a name that the text also prints alone', () => {
    const found = namesIn('زار الوفد مصر أمس. وقال الرئيس إن مصر ومصر الجديدة ترحب بالضيوف.', 'ar');
    for (const { exact } of found) expect(exact.startsWith('ومصر')).toBe(false);
  });

  it('finds nothing in an empty text, in blanks and in digits', () => {
    for (const text of ['', ' \n\t ', '12 345,67 89']) expect(namesIn(text, null)).toEqual([]);
  });

  it('refuses bytes that are no model', () => {
    expect(openNameTagger(new Uint8Array(10)).ok).toBe(false);
    expect(openNameTagger(bytes.subarray(0, bytes.length - 1)).ok).toBe(false);
    expect(openNameTagger(new TextEncoder().encode('x'.repeat(400))).ok).toBe(false);
  });
});
