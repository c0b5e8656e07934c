/**
 * Words that tell of an event, found in running text of nine languages.
 *
 * The naive version tries each word of the tables at each place. Here whole words, beginnings and endings lie in maps
 * built once a language; a word costs one look-up and, where the language inflects, one a letter: O(text).
 * A word that is as often something else ("fire", "match") counts only where it stands as a noun.
 */
import { cliticCuts } from '../../text/clitics.ts';
import { fold } from '../../text/tokenise.ts';
import { englishRoot } from './event-roots.ts';
import { ARABIC, HEBREW, RUSSIAN } from './event-triggers-east.ts';
import { ENGLISH_TRIGGERS } from './event-triggers-en.ts';
import { DUTCH, FRENCH, GERMAN, ITALIAN, SPANISH } from './event-triggers-west.ts';
import { EVENT_TYPES, type EventType, type TriggerLines } from './event-type.ts';

/** By BCP 47 language. */
const OTHER_TRIGGERS: Readonly<Record<string, TriggerLines>> = {
  ru: RUSSIAN,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
  nl: DUTCH,
  ar: ARABIC,
  he: HEBREW,
};

export interface Trigger {
  readonly type: EventType;
  /** Equal for the forms of one word. */
  readonly root: string;
  /** Counts only behind an article, a number, an adjective or a name. */
  readonly isDoubtful: boolean;
  /** Words it is written with: 1 or 2 ("semi-final"). */
  readonly length: number;
}

interface TriggerBook {
  readonly whole: ReadonlyMap<string, Trigger>;
  /** Beginnings, longest first by their length. */
  readonly prefixes: ReadonlyMap<string, Trigger>;
  readonly suffixes: ReadonlyMap<string, Trigger>;
  /** First words of triggers of two. */
  readonly firsts: ReadonlySet<string>;
  readonly isEnglish: boolean;
}

const SHORTEST_PART = 3;

function put(map: Map<string, Trigger>, form: string, trigger: Trigger): void {
  if (!map.has(form)) map.set(form, trigger);
}

const lengthOf = (form: string): number => (form.includes(' ') ? 2 : 1);

function nounForms(noun: string): string[] {
  const plural = /[^aeou]y$/.test(noun)
    ? `${noun.slice(0, -1)}ies`
    : /(?:s|sh|ch|x|z)$/.test(noun)
      ? `${noun}es`
      : `${noun}s`;
  return [noun, plural];
}

/** The forms of a regular verb; a short one doubles its last consonant ("rob", "robbed"). */
function verbForms(verb: string): string[] {
  const isDoubling = /^[^aeiou]*[aeiou][bdgmnprt]$/.test(verb) || /(?:mit|fer|bel|cur)$/.test(verb);
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : isDoubling ? verb + verb.at(-1) : verb;
  const past = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
  const third = nounForms(verb)[1] as string;
  return [verb, third, past, `${stem}ing`];
}

function buildEnglish(): TriggerBook {
  const whole = new Map<string, Trigger>();
  for (const type of EVENT_TYPES) {
    const { n } = ENGLISH_TRIGGERS[type];
    for (const entry of n.split(' ').filter(Boolean)) {
      const isDoubtful = entry.endsWith('?');
      const noun = fold(entry.replace('?', ''));
      const root = englishRoot(noun);
      for (const form of nounForms(noun))
        put(whole, form, { type, root, isDoubtful, length: lengthOf(form) });
    }
  }
  for (const type of EVENT_TYPES) {
    for (const entry of ENGLISH_TRIGGERS[type].v.split(' ').filter(Boolean)) {
      const [verb = '', irregular = ''] = entry.split('=');
      const root = englishRoot(verb);
      const forms = [...irregular.split(',').filter(Boolean).map(fold), ...verbForms(fold(verb))];
      // A doubtful noun that is also a verb of its own kind ("visit") tells of the event either way.
      for (const form of forms) {
        const known = whole.get(form);
        if (known?.type === type && known.isDoubtful) whole.set(form, { ...known, isDoubtful: false });
        put(whole, form, { type, root, isDoubtful: false, length: lengthOf(form) });
      }
    }
  }
  return { whole, prefixes: new Map(), suffixes: new Map(), firsts: firstsOf(whole), isEnglish: true };
}

function firstsOf(whole: ReadonlyMap<string, Trigger>): Set<string> {
  return new Set(
    [...whole.keys()].filter((form) => form.includes(' ')).map((form) => form.split(' ')[0] as string),
  );
}

function buildOther(language: string): TriggerBook | null {
  const lines = OTHER_TRIGGERS[language];
  if (!lines) return null;
  const [whole, prefixes, suffixes] = [1, 2, 3].map(() => new Map<string, Trigger>()) as [
    Map<string, Trigger>,
    Map<string, Trigger>,
    Map<string, Trigger>,
  ];
  for (const type of EVENT_TYPES) {
    for (const entry of (lines[type] ?? '').split(' ').filter(Boolean)) {
      const root = fold(entry);
      const trigger = { type, root, isDoubtful: false, length: lengthOf(root) };
      put(entry.endsWith('*') ? prefixes : entry.startsWith('*') ? suffixes : whole, root, trigger);
    }
  }
  return { whole, prefixes, suffixes, firsts: firstsOf(whole), isEnglish: false };
}

const books = new Map<string, TriggerBook | null>();

/** `language` is a BCP 47 tag; null for one without a table. */
export function triggerBook(language: string): TriggerBook | null {
  const [base = ''] = language.toLowerCase().split('-');
  if (!books.has(base)) books.set(base, base === 'en' ? buildEnglish() : buildOther(base));
  return books.get(base) ?? null;
}

/** What the folded `word` tells; `next` the word behind it, for triggers of two words. Null: no event. */
export function triggerOf(book: TriggerBook, word: string, next: string | null): Trigger | null {
  if (next !== null && book.firsts.has(word)) {
    const both = book.whole.get(`${word} ${next}`);
    if (both) return both;
  }
  const whole = book.whole.get(word);
  if (whole) return whole;
  if (book.isEnglish) return null;
  for (let length = word.length; length >= SHORTEST_PART; length--) {
    const found = book.prefixes.get(word.slice(0, length));
    if (found) return found;
  }
  for (let start = 1; start <= word.length - SHORTEST_PART; start++) {
    const found = book.suffixes.get(word.slice(start));
    if (found) return found;
  }
  return null;
}

const ELISION = /^\p{L}{1,5}['’]/u;

/** The same under Arabic and Hebrew clitics and behind a French or Italian elision ("l’inauguration"); the shortest cut first. */
export function triggerUnderClitics(
  book: TriggerBook,
  text: string,
  start: number,
  end: number,
): Trigger | null {
  if (book.isEnglish) return null;
  const elided = ELISION.exec(text.slice(start, end));
  if (elided) return triggerOf(book, fold(text.slice(start + elided[0].length, end)), null);
  for (const cut of cliticCuts(text, start, end)) {
    const found = triggerOf(book, fold(cut.prefix + text.slice(cut.start, end)), null);
    if (found) return found;
  }
  return null;
}
