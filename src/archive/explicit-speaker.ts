/**
 * Whom a paragraph names as speaking, cheaply: only to keep two speakers' words out of one passage.
 *
 * The real answer, with pronouns and titles resolved, is the quotes room's work; here a wrong null merely joins two
 * paragraphs and a wrong name merely parts them. So: a speech verb with a capitalised name directly before it
 * ("Jane Doe also said") or after it ("said Jane Doe"). Scripts without capitals give null. O(paragraph).
 */
import { once } from '../text/once.ts';

const SPEECH_VERBS = new Set(
  (
    'said says told added adds stated states noted notes stressed stresses underlined underscored explained explains confirmed affirmed announced claimed claims warned warns emphasised emphasized continued highlighted mentioned reiterated declared insisted argued replied asked remarked commented tweeted wrote recalled ' +
    'déclaré dit affirme affirmé expliqué ajouté estimé indiqué sagte sagt erklärte betonte fügte meinte warnte dijo afirmó declaró señaló explicó añadió aseguró ' +
    'сказал сказала заявил заявила сообщил сообщила отметил отметила подчеркнул подчеркнула добавил добавила'
  ).split(' '),
);
/** May stand between a name and its verb. */
const BETWEEN = new Set(
  'also further later earlier then has had have again meanwhile reportedly a hat ha также ранее'.split(' '),
);
/** Capitalised at times, but a role or a pronoun, which may be anybody. */
const NO_NAME = new Set(
  (
    'he she they it we i you who this that the these those but and however meanwhile il elle er sie él ella он она они ' +
    'spokesperson spokesman spokeswoman official officials leader leaders minister president chief secretary general director mayor police media sources source reports report statement witnesses residents experts analysts critics authorities government group movement chairman chairwoman'
  ).split(' '),
);
const tokenPattern = once(() => /[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}\p{N}]+)*|[,.;:!?“”"‘«»()]/gu);
const LONGEST_PARENTHESIS = 10;
/** A paragraph names its speaker early or not at all; this many tokens are read. */
const MOST_TOKENS = 400;

/** The last word of the speaker's name in lower case, without an Arabic article; null when nobody is named. */
export function findExplicitSpeaker(paragraph: string): string | null {
  const tokens: string[] = [];
  for (const match of paragraph.matchAll(tokenPattern())) {
    if (tokens.push(match[0]) >= MOST_TOKENS) break;
  }
  for (const [at, token] of tokens.entries()) {
    if (!SPEECH_VERBS.has(token)) continue;
    const name = nameBefore(tokens, at) ?? nameAfter(tokens, at);
    if (name !== null)
      return name
        .toLowerCase()
        .replace(/^(?:al|el)-/, '')
        .replace(/[’']s$/, '');
  }
  return null;
}

function nameBefore(tokens: readonly string[], verbAt: number): string | null {
  let at = verbAt - 1;
  while (at >= 0 && BETWEEN.has(tokens[at]!)) at--;
  if (tokens[at] === ',') {
    // "Jane Doe, for her part, stressed"
    const opening = tokens.lastIndexOf(',', at - 1);
    if (opening < 0 || at - opening > LONGEST_PARENTHESIS) return null;
    at = opening - 1;
  }
  return asName(tokens[at]);
}

function nameAfter(tokens: readonly string[], verbAt: number): string | null {
  let name: string | null = null;
  for (let at = verbAt + 1; at < tokens.length && at <= verbAt + 4; at++) {
    const next = asName(tokens[at]);
    if (next === null) break;
    name = next;
  }
  return name;
}

function asName(token: string | undefined): string | null {
  if (token === undefined || !/^\p{Lu}[\p{L}\p{M}’'-]/u.test(token)) return null;
  return NO_NAME.has(token.toLowerCase()) ? null : token;
}
