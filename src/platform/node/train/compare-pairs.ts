/**
 * Pairs of one word in Latin and in another script, to count spellings from: place, language and script names of
 * Unicode CLDR (licence Unicode-3.0) and the given names and surnames of sigpwned/popular-names-by-country (CC0).
 *
 * The naive version learns from the transliteration sets that also measure the product; they stay unseen here.
 * Names that are translated and not transliterated (Germany, Ivory Coast) come along: the counting drops them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Script, scriptOfWord } from '../../../text/romanise.ts';

export interface SpellingPair {
  readonly script: Script;
  readonly latin: string;
  readonly other: string;
}

/** CLDR locales by the script they write. */
const LOCALES: Readonly<Partial<Record<Script, string>>> = {
  cyrillic: 'ru uk bg sr mk be kk ky mn uz-Cyrl tg sah ce os cv bs-Cyrl az-Cyrl tt',
  arabic: 'ar fa ur ps ckb sd ug ks mzn lrc uz-Arab pa-Arab skr bal ar-EG ar-SA',
  hebrew: 'he',
  greek: 'el',
  kana: 'ja',
  hangul: 'ko',
  han: 'zh zh-Hant zh-Hant-HK yue yue-Hans',
};

type Names = Map<string, string>;

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Every text in `tree`, by its path. */
function walk(tree: unknown, path: string, into: Names): void {
  if (typeof tree === 'string') into.set(path, tree);
  else if (typeof tree === 'object' && tree !== null)
    for (const [key, branch] of Object.entries(tree)) walk(branch, `${path}/${key}`, into);
}

/** Names of one locale by CLDR path without the locale. `folder` holds the packages cldr-dates-full and -localenames-full. */
function localeNames(folder: string, locale: string): Names {
  const names: Names = new Map();
  const files = [
    join(folder, 'cldr-dates-full', 'main', locale, 'timeZoneNames.json'),
    ...['territories', 'languages', 'scripts', 'variants'].map((file) =>
      join(folder, 'cldr-localenames-full', 'main', locale, `${file}.json`),
    ),
  ];
  for (const file of files) {
    const tree = readJson(file) as { main?: Record<string, unknown> };
    walk(tree.main?.[locale], '', names);
  }
  return new Map(
    [...names].filter(([path]) => path.includes('exemplarCity') || path.includes('localeDisplayNames')),
  );
}

function nameWords(name: string): string[] {
  return name
    .toLowerCase()
    .normalize('NFC')
    .replace(/\(.*?\)/g, ' ')
    .split(/[\s\-‐–·・.,&/]+/u)
    .filter(Boolean);
}

/** Word for word when both names have as many words. */
function* wordPairs(latin: string, other: string): Generator<SpellingPair> {
  const left = nameWords(latin);
  const right = nameWords(other);
  if (left.length !== right.length) return;
  for (const [at, word] of left.entries()) {
    const written = right[at] as string;
    const script = scriptOfWord(written);
    if (scriptOfWord(word) === 'latin' && script !== 'latin' && script !== 'other')
      yield { script, latin: word, other: written };
  }
}

/** All pairs once, in a fixed order. */
export function readPairs(cldrFolder: string, gazetteerFolder: string): SpellingPair[] {
  const pairs = new Map<string, SpellingPair>();
  const put = (found: Iterable<SpellingPair>) => {
    for (const pair of found) pairs.set(`${pair.latin} ${pair.other}`, pair);
  };
  const english = localeNames(cldrFolder, 'en');
  for (const locale of Object.values(LOCALES).join(' ').split(' ')) {
    for (const [path, name] of localeNames(cldrFolder, locale)) {
      // English leaves out a city whose identifier is its name.
      const latin = english.get(path) ?? path.match(/([^/]+)\/exemplarCity$/)?.[1]?.replaceAll('_', ' ');
      if (latin !== undefined) put(wordPairs(latin, name));
    }
  }
  for (const file of ['given_names.tsv', 'surnames.tsv']) {
    for (const line of readFileSync(join(gazetteerFolder, file), 'utf8').split('\n')) {
      const [name = '', romanised = ''] = line.split('\t').slice(-2);
      put(wordPairs(romanised, name));
    }
  }
  return [...pairs.values()];
}
