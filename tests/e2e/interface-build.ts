/**
 * A build that speaks no language: the built extension copied, with every message longer and in other letters between
 * brackets, so that a text that is none, or that has no room, is seen at a glance; also from right to left.
 */
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserKind } from '../../src/platform/node/drive/driven-browser.ts';
import { buildOf } from './story.ts';

type Messages = Record<string, { message: string }>;
export type Direction = 'ltr' | 'rtl';

/** A folder of its own, the caller's to remove. */
export async function buildPseudo(kind: BrowserKind, direction: Direction): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'backstory-pseudo-'));
  await cp(buildOf(kind), folder, { recursive: true });
  // Browsers that the tests drive are English.
  const file = join(folder, '_locales', 'en', 'messages.json');
  const english = JSON.parse(await readFile(file, 'utf8')) as Messages;
  await writeFile(file, JSON.stringify(pseudoMessages(english, direction)));
  return folder;
}

/** What is no text of the interface: facts for the program, keys, searches, what is read out of the archive. */
const NO_TEXT =
  /^(languageTag|textDirection|separator|list(Comma|Semicolon)|(?:key|searchKey)(?:[A-Z][a-z]+)?|example[A-Z][a-z]+|demo(Text\d|Sentence|Quote)|dateRange|charts(Count|Bar))$/;

function pseudoMessages(english: Messages, direction: Direction): Messages {
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
