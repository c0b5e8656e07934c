import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openNameTagger, recogniseNames } from '../../../../src/entities/recognise/recognise-names.ts';
import { parseLanguageTag } from '../../../../src/text/language.ts';

const opened = openNameTagger(readFileSync(join(import.meta.dirname, '../../../../public/models/names.bin')));
if (!opened.ok) throw new Error(opened.error.message);
const tagger = opened.value;

const namesIn = (text: string, language: string | null = 'en') =>
  recogniseNames(tagger, text, language === null ? null : parseLanguageTag(language));
const listed = (text: string, language: string | null = 'en') =>
  namesIn(text, language).map(({ exact, type }) => `${type} ${exact}`);

describe('names in headlines of capitals', () => {
  it('are found with their types', () => {
    expect(listed('MAYOR ANA COSTA OPENS NEW BRIDGE IN LISBON')).toEqual([
      'person ANA COSTA',
      'place LISBON',
    ]);
    expect(listed('BÜRGERMEISTERIN ANNA SCHMIDT ERÖFFNET BRÜCKE IN KÖLN', 'de')).toEqual([
      'person ANNA SCHMIDT',
      'place KÖLN',
    ]);
  });

  it('do not reach over "AS", which is a legal form elsewhere', () => {
    for (const { exact } of namesIn('FLOODS CLOSE ROADS IN YORKSHIRE AS THAMES RISES'))
      expect(exact).not.toMatch(/ AS$/);
  });

  it('are not taken from headlines that hold none', () => {
    expect(namesIn('HEAVY RAIN CLOSES ROADS AND SCHOOLS FOR A SECOND DAY')).toEqual([]);
  });
});

describe('names that are common words', () => {
  it('are not seen where they are words', () => {
    for (const text of [
      'We ate turkey and read in the garden. They may come, if they will.',
      'May was warm. Will it last? Reading the forecast helps. Turkey is cheap in shops.',
      'She will be reading in May.',
    ])
      expect(namesIn(text), text).toEqual([]);
  });

  it('are seen where the same text shows them as names', () => {
    const found = listed('Theresa May met the council. May said the bridge would open in May.');
    expect(found.filter((name) => name === 'person May')).toHaveLength(1);
    expect(listed('She lives in Reading. Reading is a town in Berkshire.')).toEqual([
      'place Reading',
      'place Reading',
      'place Berkshire',
    ]);
    expect(listed('Exports from Turkey rose, said the ministry in Ankara.')).toContain('place Turkey');
  });

  it('are not found inside other words', () => {
    for (const { exact } of namesIn(
      'The Maytime fair, a willow basket and turkeys: nothing in the Readings.',
    ))
      expect(exact).not.toMatch(/^(?:May|Will|will|Turkey|turkey|Reading)$/);
  });
});

describe('names with characters that are not seen', () => {
  it('are found, and none is kept at either end', () => {
    const found = namesIn('Ana\u200b Costa spoke. \ufeffAna Costa went to Lis\u00adbon\u200e.');
    expect(found.map(({ exact }) => exact)).toEqual(['Ana\u200b Costa', 'Ana Costa', 'Lis\u00adbon']);
    expect(found[0]?.group).toBe(found[1]?.group);
  });

  it('are not merged with names spelled in look-alike letters of another script', () => {
    const names = namesIn('Аnа Соstа met Ana Costa in Lisbon.');
    const latin = names.find(({ exact }) => exact === 'Ana Costa');
    expect(latin?.type).toBe('person');
    for (const name of names) if (name.exact !== 'Ana Costa') expect(name.group).not.toBe(latin?.group);
  });
});

describe('names among remnants of markup', () => {
  it('hold no angle bracket, brace or entity', () => {
    const text =
      '<p>Ana Costa</p><br/>spoke in <b>Lisbon</b>&nbsp;on Monday.</p> [[Ana Costa]] {{cite|Porto}} ==Lisbon== &amp;';
    const found = namesIn(text);
    expect(found.map(({ exact }) => exact)).toContain('Ana Costa');
    for (const { exact } of found) expect(exact).not.toMatch(/[<>{}=|]|&\w+;/);
  });

  it('are not taken from addresses', () => {
    expect(namesIn('see http://example.org/Ana_Costa or write to ana@lisbon.example')).toEqual([]);
  });
});

describe('names too long to be names', () => {
  it('are kept to 300 characters, and their neighbours are found', () => {
    for (const junk of ['Supercalifragilistic'.repeat(15), Array(60).fill('Greater').join(' ')]) {
      const found = namesIn(`The ${junk} Council met in Porto.`);
      expect(found.map(({ exact }) => exact)).toContain('Porto');
      for (const { exact } of found) expect(exact.length).toBeLessThanOrEqual(300);
    }
  });
});

describe('names in languages that were not trained for', () => {
  it('are found by their shape, without sentence starts', () => {
    const found = listed('Rais wa Kenya, William Ruto, alizungumza mjini Nairobi siku ya Ijumaa.', null);
    expect(found).toContain('person William Ruto');
    expect(found).toContain('place Nairobi');
    expect(namesIn('Umuhanda mushya wafunguwe kandi abantu barishimye cyane.', null)).toEqual([]);
  });
});

describe('Hebrew prefixes', () => {
  it('are cut off listed names, hyphened ones too', () => {
    const found = namesIn('הגשר נבנה בתל-אביב. ראש העיר דן כהן נסע לחיפה ולפתח תקווה.', 'he').map(
      ({ exact }) => exact,
    );
    expect(found).toEqual(['תל-אביב', 'דן כהן', 'חיפה', 'פתח תקווה']);
  });
});

describe('Hebrew words that begin events', () => {
  it('begin none before an ordinary word', () => {
    const found = namesIn('מבצע מכירות נפתח אתמול. המחיר ירד בקרב סטודנטים.', 'he');
    expect(found.filter(({ type }) => type === 'event')).toEqual([]);
    expect(listed('סופת ברברה הגיעה לחוף.', 'he')).toContain('event סופת ברברה');
  });
});
