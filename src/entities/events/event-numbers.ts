/**
 * Figures that tell one event from its look-alike: how many died or were hurt, how strong the earthquake was, how the
 * match ended. The naive version collects digits; here the word beside a figure says what it counts. O(words).
 */
import { phraseBook } from '../../text/resolve-phrases.ts';
import type { EventNumber, NumberKind } from './event-mention.ts';
import type { EventType } from './event-type.ts';

/** Words a figure may stand away from what it counts: "12 people were killed", "killing at least 12". */
const REACH_BEHIND = 4;
const REACH_BEFORE = 3;
const YEAR = /^(?:1[5-9]|20)\d\d$/;
const SCORE = /(?<![\d.,:/–-])(\d{1,2})\s?[-–:]\s?(\d{1,2})(?![\d:/]|[–-]\d|[.,]\d)/g;
/** Strength on any scale: a figure with one decimal beside such a word, folded. */
const STRENGTH = [
  'magnitude',
  'richter',
  'starke',
  'magnitud',
  'магнитуд',
  'kracht',
  'قوته',
  'بقوه',
  'עוצמה',
  'בעוצמה',
];
const DECIMAL = /(?<![\d.,])(\d)[.,](\d)(?![\d.,]*\d)/g;

const COUNTED: Readonly<Partial<Record<EventType, NumberKind>>> = {
  killing: 'dead',
  death: 'dead',
  injury: 'injured',
};
/** Folded words that count like the triggers do. */
const DEAD =
  /^(?:dead|toll|fatalit|todesopfer|tote|morts?$|muert|morti$|doden|погибш|жертв|قتيل|قتلى|הרוגים|הרוגימ)/;
const INJURED = /^(?:injur|wound|hurt|verletzt|bless|herid|ferit|gewond|ранен|пострада|جريح|جرحي|פצוע)/;

/** `words` are the folded words of `text`, a sentence; `types` what each tells of, null for most. */
export function eventNumbers(
  text: string,
  words: readonly string[],
  types: readonly (EventType | null)[],
  language: string,
): EventNumber[] {
  const numbers: EventNumber[] = [...scores(text), ...strengths(text, words)];
  const spelled = phraseBook(language)?.numbers;
  for (const [at, word] of words.entries()) {
    const value = /^\d+$/.test(word) ? Number(word) : (spelled?.get(word) ?? null);
    if (value === null || value === 0 || value > 1e9) continue;
    const isSpelled = !/^\d/.test(word);
    const kind = kindOf(words, types, at);
    if (kind !== null && !(isSpelled && value === 1 && /^(?:an?|une?|eine?|een|un[oa]?)$/.test(word)))
      numbers.push({ kind, value });
    else if (!isSpelled && value >= 10 && !YEAR.test(word)) numbers.push({ kind: 'count', value });
  }
  return numbers;
}

function kindOf(
  words: readonly string[],
  types: readonly (EventType | null)[],
  at: number,
): NumberKind | null {
  for (let step = 1; step <= REACH_BEHIND; step++) {
    const kind =
      kindAt(words, types, at + step) ?? (step <= REACH_BEFORE ? kindAt(words, types, at - step) : null);
    if (kind !== null) return kind;
  }
  return null;
}

function kindAt(
  words: readonly string[],
  types: readonly (EventType | null)[],
  at: number,
): NumberKind | null {
  const word = words[at];
  if (word === undefined) return null;
  if (DEAD.test(word)) return 'dead';
  if (INJURED.test(word)) return 'injured';
  const type = types[at];
  return type ? (COUNTED[type] ?? null) : null;
}

function scores(text: string): EventNumber[] {
  return [...text.matchAll(SCORE)].map(([, home, away]) => ({
    kind: 'score',
    value: Number(home) * 1000 + Number(away),
  }));
}

function strengths(text: string, words: readonly string[]): EventNumber[] {
  if (!words.some((word) => STRENGTH.some((strength) => word.startsWith(strength)))) return [];
  return [...text.matchAll(DECIMAL)].map(([, whole, tenth]) => ({
    kind: 'magnitude',
    value: Number(`${whole}.${tenth}`),
  }));
}
