/** The packed name lists of the tagger, from the gazetteers folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  buildLexicon,
  COMPANY,
  COUNTRY,
  GIVEN,
  joinHashes,
  type NameLexicon,
  ORDINARY,
  PLACE,
  SURNAME,
} from '../../../entities/recognise/name-lexicon.ts';
import { splitWords } from '../../../entities/recognise/split-words.ts';
import { hashWord } from '../../../entities/recognise/word-clues.ts';
import { HEBREW_LOANS } from './names-hebrew-loans.ts';
import { HEBREW_GIVEN, HEBREW_PLACES, HEBREW_SURNAMES } from './names-hebrew-names.ts';
import { hebrewVerbForms } from './names-hebrew-roots.ts';
import { HEBREW_WORDS } from './names-hebrew-words.ts';
import { OWN_GIVEN, OWN_PLACES, OWN_SURNAMES } from './names-own-lists.ts';

/** 131,072 entries of 2 bytes: 70,000 names and words fill them to a little over half, so that none is crowded out. */
const LEXICON_BITS = 17;
const LONGEST_RUN = 5;

/** Lines of a gazetteer by their columns. */
export function readRows(folder: string, file: string): readonly (readonly string[])[] {
  const bytes = readFileSync(join(folder, file));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(/\t/));
}

export function buildNameLists(folder: string): NameLexicon {
  const entries = new Map<number, number>();
  // Names of two letters are words more often.
  const add = (name: string, list: number) => {
    const hash = name.length < 3 && list !== ORDINARY ? null : hashOfName(name);
    if (hash !== null) entries.set(hash, (entries.get(hash) ?? 0) | list);
  };
  const rows = (file: string) => readRows(folder, file);
  for (const [, , name = '', latin = ''] of rows('given_names.tsv'))
    for (const form of [name, latin]) add(form, GIVEN);
  for (const [, name = '', latin = ''] of rows('surnames.tsv'))
    for (const form of [name, latin]) add(form, SURNAME);
  for (const [line = ''] of rows('nicknames_en.csv'))
    for (const name of line.split(',')) if (/^[a-z]{3,}$/.test(name)) add(name, GIVEN);
  for (const [, , name = ''] of rows('countries.tsv')) add(name, COUNTRY);
  for (const [, name = ''] of rows('capitals.tsv')) add(name, PLACE | COUNTRY);
  for (const [, name = ''] of rows('admin1.tsv'))
    add(name.replace(/ (?:Province|Region|District|Parish|Governorate|County)$/, ''), PLACE);
  for (const [, division = '', name = ''] of rows('cities.tsv.gz'))
    for (const form of [division, name]) add(form, PLACE);
  for (const [name = ''] of rows('companies_sp500.txt'))
    add(name.replace(/ (?:Inc\.?|Group|Corporation|Company|plc)$/, ''), COMPANY);
  const own = (list: string) =>
    list
      .trim()
      .split(/\s+/)
      .map((name) => name.replaceAll('_', ' '));
  for (const name of own(OWN_GIVEN + HEBREW_GIVEN)) add(name, GIVEN);
  for (const name of own(OWN_SURNAMES + HEBREW_SURNAMES)) add(name, SURNAME);
  for (const name of own(OWN_PLACES + HEBREW_PLACES)) for (const form of hyphened(name)) add(form, PLACE);
  for (const word of [...own(HEBREW_WORDS + HEBREW_LOANS), ...hebrewVerbForms()])
    for (const form of stemsOf(word)) add(form, ORDINARY);
  process.stderr.write(`${entries.size} listed names\n`);
  return buildLexicon(entries, LEXICON_BITS);
}

/** Hebrew joins names of two words by a hyphen as often as by a blank: תל-אביב. */
const hyphened = (name: string) =>
  /^[\u05d0-\u05ea]+ /.test(name) ? [name, name.replace(' ', '-')] : [name];

/** The word, and what is left of it before endings: מדינה is מדינ in מדינות and מדינתו. */
const stemsOf = (word: string) =>
  word.endsWith('ה') && word.length > 3 ? [word, word.slice(0, -1)] : [word];

/** Null for names too long to be looked for. */
function hashOfName(name: string): number | null {
  const words = splitWords(name);
  if (words.count === 0 || words.count > LONGEST_RUN) return null;
  let hash = 0;
  for (let at = 0; at < words.count; at++)
    hash = joinHashes(hash, hashWord(name.slice(words.start[at], words.end[at])));
  return hash;
}
