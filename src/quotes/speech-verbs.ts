/**
 * Whether a word that may be a verb of speech is one where it stands, and which nouns for bodies can speak.
 *
 * Naively every "reports" and "claims" of the table is a verb, and "press reports" speak. The word before decides. O(1).
 */
import type { Stream, Token } from './speech-stream.ts';

/** Nouns for bodies: "the company said" is whichever company speaks in the text. */
export const BODY_NOUNS: ReadonlySet<string> = new Set(
  'company firm group corporation bank council agency airline club party government union ministry department committee commission board association organisation organization federation trust charity authority society institute exchange retailer maker carrier bureau foundation embassy'.split(
    ' ',
  ),
);

/** "Italian", "the Swede", "New Zealander". */
export const isDemonym = (lower: string): boolean => DEMONYM.test(lower);
const DEMONYM =
  /^(?:\p{L}{3,}(?:ian|ish|ese)s?|(?:americ|germ|afric|kore|mexic|moroc|mallorc|catal|puerto ric|kosov)[ao]n?s?|swede|dane|finn|scot|scotsman|briton|pole|serb|croat|czech|greek|turk|swiss|spaniard|dutch|french|dutchman|frenchman|frenchwoman|englishman|irishman|welshman|ulsterman|israeli|iraqi|pakistani|zealander|londoner)$/u;

/** A verb of the table that is no noun here: not "the report", "his claims". */
export function isSpeechVerb({ tokens, lexicon }: Stream, at: number): boolean {
  const token = tokens[at]!;
  const putsIt = /^puts?$/.test(token.lower) && tokens[at + 1]?.lower === 'it';
  // "is quoted as saying"
  if (token.lower === 'saying' && tokens[at - 1]?.lower === 'as') return true;
  if (token.kind !== 'word' || !(lexicon.verbs.has(token.lower) || putsIt)) return false;
  if (token.isCapital && at > 0 && tokens[at - 1]!.kind === 'word') return false;
  const previous = at > 0 ? tokens[at - 1]! : null;
  if (previous?.kind !== 'word') return true;
  if (lexicon.determiners.has(previous.lower) && lexicon.language === 'en') return false;
  if (previous.isPossessive && /s$/.test(token.lower)) return false;
  if (MAYBE_NOUN.test(token.lower) && !canSpeak(lexicon, previous)) return false;
  if (previous.lower === 'to' && lexicon.language === 'en') return tokens[at - 2]?.lower === 'on';
  return !isPassive(lexicon.passive, previous.lower) || lexicon.language !== 'en';
}

/** "press reports", "the oil claims". */
const MAYBE_NOUN =
  /^(?:reports|claims|comments|remarks|questions|estimates|demands|stresses|hopes|fears|posts|promises|pledges|notes|states|replies|cries)$/;

function canSpeak(lexicon: Stream['lexicon'], { lower, isCapital }: Token): boolean {
  if (isCapital || lexicon.language !== 'en' || /.ly$/.test(lower) || BODY_NOUNS.has(lower)) return true;
  return [
    ...[lexicon.roles, lexicon.documents, lexicon.between, lexicon.relatives, lexicon.conjunctions],
    ...[lexicon.he, lexicon.she, lexicon.they, lexicon.it],
  ].some((words) => words.has(lower));
}

const isPassive = (passive: ReadonlySet<string>, lower: string): boolean => passive.has(lower);
