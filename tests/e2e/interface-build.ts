/**
 * Builds that speak another language than the browser they run in: the built extension copied, with other messages in
 * the place of English. `pseudo` writes every message longer and with other letters between brackets, so that a text
 * that is none, or that has no room, is seen at a glance.
 */
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserKind } from '../../src/platform/node/drive/driven-browser.ts';
import { buildOf } from './story.ts';

type Messages = Record<string, { message: string }>;

/** A folder of `_locales`, or one of two that are made up. */
export type Interface = 'pseudo' | 'pseudo-rtl' | string;

export async function buildSpeaking(kind: BrowserKind, language: Interface): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `backstory-${language}-`));
  await cp(buildOf(kind), folder, { recursive: true });
  const file = (locale: string) => join(folder, '_locales', locale, 'messages.json');
  const messagesIn = async (locale: string) => JSON.parse(await readFile(file(locale), 'utf8')) as Messages;
  const english = await messagesIn('en');
  const spoken = language.startsWith('pseudo')
    ? pseudoMessages(english, language === 'pseudo-rtl' ? 'rtl' : 'ltr')
    : { ...english, ...(await messagesIn(language)) };
  await writeFile(file('en'), JSON.stringify(spoken));
  return folder;
}

/** What is no text of the interface: facts for the program, keys, searches, what is read out of the archive. */
const NO_TEXT =
  /^(languageTag|textDirection|separator|list(Comma|Semicolon)|(?:key|searchKey)(?:[A-Z][a-z]+)?|example[A-Z][a-z]+|demo(Text\d|Sentence|Quote)|dateRange|sourceAsOf|charts(Count|Bar))$/;

function pseudoMessages(english: Messages, direction: 'ltr' | 'rtl'): Messages {
  const entries = Object.entries(english).map(([key, { message }]) => {
    return [key, { message: NO_TEXT.test(key) ? message : lengthen(message) }] as const;
  });
  return {
    ...Object.fromEntries(entries),
    languageTag: { message: 'en-x-pseudo' },
    textDirection: { message: direction },
  };
}

const OTHER_LETTERS: Readonly<Record<string, string>> = {
  ...{ a: 'å', c: 'ç', e: 'é', g: 'ğ', i: 'ï', n: 'ñ', o: 'ö', s: 'š', u: 'û', y: 'ÿ', z: 'ž' },
  ...{ A: 'Å', C: 'Ç', E: 'É', G: 'Ğ', I: 'Ï', N: 'Ñ', O: 'Ö', S: 'Š', U: 'Û', Y: 'Ÿ', Z: 'Ž' },
};

/** By a third; by a half when short, as words of other languages are. */
function lengthen(message: string): string {
  const [lead, words, tail] = [/^\s*/, /\S.*\S|\S/s, /\s*$/].map((part) => part.exec(message)?.[0] ?? '');
  const other = (words ?? '').replace(/\$\d|\p{L}/gu, (sign) => OTHER_LETTERS[sign] ?? sign);
  const letters = [...(words ?? '').replace(/\$\d/g, '')].length;
  const filling = 'ïñ lœñğ wørdš '.repeat(40).slice(0, Math.ceil(letters * (letters < 20 ? 0.5 : 0.33)));
  return `${lead}⟦${`${other} ${filling}`.trim()}⟧${tail}`;
}
