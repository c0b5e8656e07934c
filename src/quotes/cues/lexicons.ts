/**
 * Which cue table a text needs.
 *
 * The naive version asks a language detector, which stays silent on one sentence. Here every table counts its commonest
 * words among the first words of the text; the best count wins and English wins ties. O(sample × languages).
 */
import { ARABIC } from './ar.ts';
import { buildLexicon, type CueTable, type Lexicon } from './cue-table.ts';
import { GERMAN } from './de.ts';
import { ENGLISH } from './en.ts';
import { SPANISH } from './es.ts';
import { FRENCH } from './fr.ts';
import { HEBREW } from './he.ts';
import { ITALIAN } from './it.ts';
import { DUTCH } from './nl.ts';
import { RUSSIAN } from './ru.ts';

const TABLES: readonly CueTable[] = [
  ENGLISH,
  GERMAN,
  FRENCH,
  SPANISH,
  ITALIAN,
  DUTCH,
  RUSSIAN,
  ARABIC,
  HEBREW,
];
const SAMPLE = 6_000;
const built = new Map<CueTable, Lexicon>();

function lexiconOf(table: CueTable): Lexicon {
  let lexicon = built.get(table);
  if (!lexicon) {
    lexicon = buildLexicon(table);
    built.set(table, lexicon);
  }
  return lexicon;
}

export function chooseLexicon(text: string): Lexicon {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  let best = lexiconOf(ENGLISH);
  let most = 0;
  for (const table of TABLES) {
    const lexicon = lexiconOf(table);
    // A verb of speech weighs like three common words: sentences of eight words must be enough.
    let count = 0;
    const tells = (word: string): boolean =>
      lexicon.verbs.has(word) ||
      lexicon.accordingTo.some((phrase) => phrase.length === 1 && phrase[0] === word);
    for (const word of words) count += lexicon.common.has(word) ? 1 : tells(word) ? 3 : 0;
    if (count > most) {
      most = count;
      best = lexicon;
    }
  }
  return best;
}
