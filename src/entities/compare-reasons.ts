/**
 * Why two names are the same, or not: a code for the program and a sentence for the reader. The naive version shows a
 * score; readers trust a reason they can check.
 */
export type CompareCode =
  | 'identical' // letter for letter, after folding
  | 'spelling' // two spellings or romanisations of one sound
  | 'script' // the same name in another script
  | 'nickname' // a short form of the given name
  | 'initials' // an initial for a name
  | 'order' // the same words in another order
  | 'short-form' // words left out
  | 'slip' // a spelling slip
  | 'acronym' // the first letters of the other
  | 'legal-form' // only the legal form differs
  | 'surname-only' // one is only a part of the other's name
  | 'other-words' // words that do not belong together
  | 'other-number' // another number, year or generation
  | 'other-legal-form'
  | 'other-kind' // Gaza City, Gaza Strip
  | 'nothing'; // no letters to compare

interface CompareReason {
  readonly code: CompareCode;
  readonly words: string;
}

export interface Comparison {
  readonly same: boolean;
  /** Probability that both name one and the same, when either answer was as likely beforehand. */
  readonly score: number;
  readonly why: CompareReason;
}

const SENTENCES: Readonly<Record<CompareCode, string>> = {
  identical: 'The same name, letter for letter.',
  spelling: 'Two spellings of the same name.',
  script: 'The same name in another script.',
  nickname: 'A short form of the same given name.',
  initials: 'The same name with an initial.',
  order: 'The same words in another order.',
  'short-form': 'The same name with words left out.',
  slip: 'The same name but for a spelling slip.',
  acronym: 'One is the first letters of the other.',
  'legal-form': 'The same name; only the legal form is written differently.',
  'surname-only': 'One is only a part of the other: it may be someone else of that name.',
  'other-words': 'Words differ that do not belong together.',
  'other-number': 'Number, year or generation differs.',
  'other-legal-form': 'The legal form differs: it may be another company.',
  'other-kind': 'Another kind of place, body or event of that name.',
  nothing: 'There are no letters to compare.',
};

const THRESHOLD = 0.5;

/**
 * Evidence adds up to more certainty than it is worth: beyond nine in ten each further nat counts a half, below one in
 * eight a tenth: of pairs that look like two names one in ten is one after all. Read off the share of same pairs by
 * score on the tuning half of name_bench.
 */
const CERTAIN = 2.3;
const MORE_CERTAIN = 0.5;
const OTHER = -2;
const LESS_CERTAIN = 0.1;

function calibrated(odds: number): number {
  if (odds > CERTAIN) return CERTAIN + (odds - CERTAIN) * MORE_CERTAIN;
  return odds < OTHER ? OTHER + (odds - OTHER) * LESS_CERTAIN : odds;
}

/** A verdict from log-odds; `detail` names the words it hangs on. */
export function verdict(odds: number, code: CompareCode, detail = ''): Comparison {
  const score = Math.round(1000 / (1 + Math.exp(-calibrated(odds)))) / 1000;
  const words = detail === '' ? SENTENCES[code] : `${SENTENCES[code].replace(/\.$/, '')}: ${detail}.`;
  return { same: score >= THRESHOLD, score, why: { code, words } };
}
