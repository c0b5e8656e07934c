/**
 * Which of a few languages a text is in, for choosing names of months, speech verbs and stop words.
 *
 * The naive version compares letter trigrams with a profile per language. Scripts alone settle most of ours, and the
 * commonest words settle the rest with a table a reader can check. Null when the evidence is thin: a wrong language
 * does more harm than none. O(text), and never more than the first 8,000 characters.
 */

import { type LanguageTag, parseLanguageTag } from './language.ts';
import { once } from './once.ts';

const SAMPLE = 8_000;
/** Share of the letters that a script must have before the text counts as written in it. */
const MAIN_SCRIPT = 0.6;
/** Commonest words make up 20–50 % of running text; headlines and lists have fewer. */
const FEWEST_COMMON_WORDS = 0.08;
/** How many times the runner-up the best language must score. */
const LEAD = 1.5;

const scripts = once((): readonly (readonly [script: string, letters: RegExp])[] => [
  ['Latin', /\p{Script=Latin}/gu],
  ['Arabic', /\p{Script=Arabic}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['Cyrillic', /\p{Script=Cyrillic}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['Hangul', /\p{Script=Hangul}/gu],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Han', /\p{Script=Han}/gu],
]);

/** Scripts that one of our languages has to itself. */
const ONE_LANGUAGE: Readonly<Record<string, string>> = { Hebrew: 'he', Greek: 'el', Hangul: 'ko' };

const COMMON_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Latin: {
    en: 'the of and to in that is was for on with as by at from he it his said are be has have this not they were which an but had their its will who',
    fr: 'le la les de des du et un une en dans que qui est pour sur par au aux avec pas ne ce cette il elle sont plus été se son sa ses mais ont',
    de: 'der die das und in den von zu mit sich auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie',
    es: 'el la los las de y en que un una por con para se del al es lo no su sus como más pero fue ha han son este esta sobre entre también',
  },
  Arabic: {
    ar: 'في من على إلى أن عن التي الذي هذا هذه مع كان بعد ما لا أو قال كما بين قد وقال إن ذلك خلال عام لم كل',
    fa: 'و در به از که این را با است آن برای یک بر تا می شد شده خود های کرد بود هم نیز اما گفت',
  },
  Cyrillic: {
    ru: 'и в не на что с по как это из но он а от за для было были его был о к после также у они под со при или она до года',
  },
};

/** Letters that rule a language out: Ukrainian, Belarusian and Serbian are not Russian, Urdu is not Persian. */
const FOREIGN_LETTERS: Readonly<Record<string, RegExp>> = {
  ru: /[іїєґўјљњћђџѓќѕ]/iu,
  fa: /[ٹڈڑے]/u,
  ar: /[پچژگکیٹڈڑے]/u,
};
/** A borrowed name may bring a few. */
const MOST_FOREIGN = 0.005;

/** One of en, fr, de, es, ar, fa, he, ru, el, ko, ja, zh; null when unsure, or when no script makes up most of the text. */
export function detectLanguage(text: string): LanguageTag | null {
  const sample = text.slice(0, SAMPLE);
  const script = mainScript(sample);
  if (script === null) return null;
  if (script === 'Han') return parseLanguageTag('zh');
  if (script === 'Kana') return parseLanguageTag('ja');
  const only = ONE_LANGUAGE[script];
  return parseLanguageTag(only ?? mostCommonWords(sample, COMMON_WORDS[script] ?? {}) ?? '');
}

function mainScript(sample: string): string | null {
  const counts = new Map<string, number>();
  let letters = 0;
  for (const [script, pattern] of scripts()) {
    const count = sample.match(pattern)?.length ?? 0;
    counts.set(script, count);
    letters += count;
  }
  if (letters < 8) return null;
  // Japanese mixes both: a tenth of kana is enough, since Chinese has none.
  const kana = counts.get('Kana') ?? 0;
  const eastAsian = kana + (counts.get('Han') ?? 0);
  if (eastAsian >= letters * MAIN_SCRIPT) return kana >= eastAsian / 10 ? 'Kana' : 'Han';
  for (const [script, count] of counts) if (count >= letters * MAIN_SCRIPT) return script;
  return null;
}

function mostCommonWords(sample: string, languages: Readonly<Record<string, string>>): string | null {
  const words = sample.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const scores: { language: string; score: number }[] = [];
  for (const [language, list] of Object.entries(languages)) {
    if (hasForeignLetters(sample, language)) continue;
    const common = new Set(list.split(' '));
    scores.push({ language, score: words.filter((word) => common.has(word)).length });
  }
  scores.sort((a, b) => b.score - a.score);
  const [best, next] = scores;
  if (best === undefined || best.score < 2 || best.score < words.length * FEWEST_COMMON_WORDS) return null;
  return best.score >= LEAD * (next?.score ?? 0) ? best.language : null;
}

function hasForeignLetters(sample: string, language: string): boolean {
  const foreign = FOREIGN_LETTERS[language];
  if (foreign === undefined) return false;
  const count = sample.match(new RegExp(foreign.source, `g${foreign.flags}`))?.length ?? 0;
  return count > sample.length * MOST_FOREIGN;
}
