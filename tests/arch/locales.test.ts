/**
 * The translations against the English messages: the same messages with the same substitutions, every plural form a
 * language's rules can select and no other, its own quotation marks, nothing left in English by accident.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

type Messages = ReadonlyMap<string, string>;

const FOLDER = fileURLToPath(new URL('../../public/_locales', import.meta.url));
const LOCALES = globSync('*/messages.json', { cwd: FOLDER })
  .map((file) => dirname(file))
  .sort();
const ENGLISH = readMessages('en');
const TRANSLATED = LOCALES.filter((locale) => locale !== 'en');

/** What stays as it is, and why: in every language, or after a locale and a colon in that one. */
const MAY_STAY: readonly (readonly [string, string])[] = [
  ['(extensionName|popupTitle|panelTitle|readerTitleOf)', 'the product’s name'],
  ['(cite(Markdown|Bibtex|Ris|Csl)|exportJsonl)', 'names of formats'],
  ['key(Cite|Correct|Open|Back|Move)', 'what is printed on the keys'],
  [
    'example(Words|Phrase|Not|Person|Said|Outlet|Dates|Language)',
    'searches that find something in the bundled archive',
  ],
  ['demo(Text1|Text2|Sentence|Quote)', 'read out of the bundled archive, whose articles are in English'],
  ['hostFieldExample', 'names of sites'],
  ['textDirection', 'a word for the program'],
  ['de:(badgeNames_one|kindPerson|kindOrganization|fieldBody|chartsChooseName)', 'the same in German'],
  [
    'fr:(kindOrganizations?|suggestionsLabel|(passages|articles|articleCount)_.*|(figure|archiveTab)Articles|figurePassages|tabPassages|passagesTitle|archiveColumnArticle|importPause|sitesTitle|outletAffiliation|factLicense)',
    'the same in French',
  ],
];

/** The marks a language quotes with, and its apostrophe. */
const QUOTES: Readonly<Record<string, string>> = {
  ar: '«»“”',
  de: '„“',
  es: '«»',
  fa: '«»',
  fr: '«»’',
  he: '”',
  ru: '«»',
  zh_CN: '“”',
};
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he']);

/** Joints between parts: their blanks are meant. */
const JOINTS = /^(separator|listComma|listSemicolon|andMore_\w+)$/;
/** In these forms of Arabic and Hebrew the word itself says how many. */
const SAYS_COUNT_BY_ITSELF = /_(zero|one|two)$/;
const STEMS = [...ENGLISH.keys()].filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -6));

function readMessages(locale: string): Messages {
  const file = readFileSync(join(FOLDER, locale, 'messages.json'), 'utf8');
  const entries = Object.entries(JSON.parse(file) as Record<string, { readonly message: string }>);
  return new Map(entries.map(([key, { message }]) => [key, message]));
}

/** As browsers name languages: the folders have underscores. */
const tagOf = (locale: string) => locale.replace('_', '-');

/** Messages with a count come in the forms that the language's rules can select. */
function wantedKeys(categories: readonly string[]): string[] {
  const plain = [...ENGLISH.keys()].filter((key) => stemOf(key) === null);
  return [...plain, ...STEMS.flatMap((stem) => categories.map((category) => `${stem}_${category}`))].sort();
}

/** Null for a message that comes in one form only. */
function stemOf(key: string): string | null {
  const stem = key.replace(/_(zero|one|two|few|many|other)$/, '');
  return stem !== key && STEMS.includes(stem) ? stem : null;
}

/** What `key` translates: forms that English lacks are measured by its "other". */
function englishOf(key: string): string {
  const stem = stemOf(key);
  return ENGLISH.get(stem === null ? key : `${stem}_other`) ?? '';
}

/** Without substitutions, whose `$` is no word. */
const bare = (text: string) => text.replace(/\$\d/g, '');
const substitutionsOf = (text: string) => [...new Set(text.match(/\$\d/g))].sort();

function mayStay(locale: string, key: string): boolean {
  return MAY_STAY.some(([pattern]) => {
    const whole = new RegExp(`^${pattern}$`);
    return whole.test(key) || whole.test(`${locale}:${key}`);
  });
}

/** Keys of the messages that `isWrong`, with their text: what a translator wants to read. */
function wrong(messages: Messages, isWrong: (text: string, key: string) => boolean): string[] {
  return [...messages].filter(([key, text]) => isWrong(text, key)).map(([key, text]) => `${key}: ${text}`);
}

describe.each(TRANSLATED)('the messages in %s', (locale) => {
  const messages = readMessages(locale);
  const { pluralCategories } = new Intl.PluralRules(tagOf(locale)).resolvedOptions();

  it('are those of English, with every plural form of the language and no other', () => {
    expect([...messages.keys()].sort()).toEqual(wantedKeys(pluralCategories));
  });

  it('name their language and its direction', () => {
    expect(messages.get('languageTag')).toBe(tagOf(locale));
    const isRightToLeft = RIGHT_TO_LEFT.has(locale);
    expect(messages.get('textDirection')).toBe(isRightToLeft ? 'rtl' : 'ltr');
  });

  it('are none of them English, but for what is the same word everywhere', () => {
    expect(
      wrong(
        messages,
        (text, key) => /\p{L}/u.test(bare(text)) && text === ENGLISH.get(key) && !mayStay(locale, key),
      ),
    ).toEqual([]);
  });

  it('carry the substitutions of English; “one” and “two” may leave the count to the word', () => {
    const isWrong = (text: string, key: string) => {
      const had = substitutionsOf(englishOf(key));
      const has = substitutionsOf(text);
      const needed = SAYS_COUNT_BY_ITSELF.test(key) ? had.filter((one) => one !== '$1') : had;
      return has.some((one) => !had.includes(one)) || needed.some((one) => !has.includes(one));
    };
    expect(wrong(messages, isWrong)).toEqual([]);
  });

  it('carry the figures of English, which are measured or typed', () => {
    const figuresOf = (text: string): readonly string[] => bare(text).match(/\d{2,}/g) ?? [];
    const isWrong = (text: string, key: string) =>
      figuresOf(englishOf(key)).some((figure) => !figuresOf(text).includes(figure));
    expect(wrong(messages, isWrong)).toEqual([]);
  });

  it('begin and end without blanks, but for joints', () => {
    expect(wrong(messages, (text, key) => text.trim() !== text && !JOINTS.test(key))).toEqual([]);
    expect(wrong(messages, (text) => text.trim() === '')).toEqual([]);
  });

  it('use quotation marks of their own, and no typewriter’s', () => {
    const others = [...'"\'«»„“”‘「」'].filter((mark) => !(QUOTES[locale] ?? '').includes(mark)).join('');
    const isWrong = (text: string, key: string) =>
      new RegExp(`[${others}]`).test(text) && !mayStay(locale, key);
    expect(wrong(messages, isWrong)).toEqual([]);
  });

  it('leave the isolating of names to the views, and turn no direction round', () => {
    expect(wrong(messages, (text) => /[\u202a-\u202e\u2066-\u2069]/.test(text))).toEqual([]);
  });

  it('fit where browsers cut: a description of 132 characters, a name of 75', () => {
    expect([...(messages.get('extensionDescription') ?? '')].length).toBeLessThanOrEqual(132);
    expect([...(messages.get('extensionName') ?? '')].length).toBeLessThanOrEqual(75);
  });
});
