/**
 * What the whole text says about each name: a form found once with certainty is a name wherever it is printed, of the
 * type most of its places give it; a surname alone is the person's.
 *
 * The naive version lets each sentence decide and calls Costa a place in one and a person in the next. O(words).
 */
import { foldToken } from '../../text/tokenise.ts';
import { joinHashes } from './name-lexicon.ts';
import { type NameModel, TYPED, UNIT } from './name-model.ts';
import type { ReadText } from './read-text.ts';
import { decodeNames, type TaggedName, type WeighedClues } from './tag-names.ts';
import { LOWER, NUMBER, PUNCTUATION } from './word-clues.ts';

const LONGEST = 6;
/** How far a sure form moves another place of the same words, in natural logarithms. */
const PULL = 1.6;
/** A surname alone is a little less sure to be the person's. */
const SURNAME_PULL = 1.2;
/** Names less sure than this tell nothing about other places. */
const SURE = 0.6;

interface Form {
  readonly votes: Float64Array;
  pull: number;
}

const PERSON = 1;
const PLACE = 5;

/** Begin names of places, and nobody's: the tagger takes a town it never saw for a person at the start of a sentence. */
const PLACE_HEADS = new Set(['port', 'mount', 'mt', 'fort', 'cape']);

export function settleNames(
  model: NameModel,
  read: ReadText<WeighedClues>,
  scores: Int32Array,
  found: readonly TaggedName[],
): readonly TaggedName[] {
  if (found.length === 0) return found;
  const first = found.map((name) => settleByHead(read, name));
  const forms = collectForms(read, first);
  if (!addPull(read, scores, forms)) return first;
  const names = decodeNames(model, read.sentences, scores);
  return names.map((name) => settleByHead(read, voteType(read, forms, name)));
}

/** "Port Ellery" is a place. */
function settleByHead({ text, words }: ReadText<WeighedClues>, name: TaggedName): TaggedName {
  const { from, to, label } = name;
  if (label !== PERSON || to - from < 2) return name;
  const head = foldToken(text, words.start[from] as number, words.end[from] as number);
  return PLACE_HEADS.has(head) ? { ...name, label: PLACE } : name;
}

function hashOf(read: ReadText<WeighedClues>, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = joinHashes(hash, (read.clues[at] as WeighedClues).hash);
  return hash;
}

function collectForms(read: ReadText<WeighedClues>, names: readonly TaggedName[]): Map<number, Form> {
  const forms = new Map<number, Form>();
  const vote = (from: number, to: number, label: number, weight: number, pull: number) => {
    const hash = hashOf(read, from, to);
    let form = forms.get(hash);
    if (form === undefined) {
      form = { votes: new Float64Array(TYPED), pull: 0 };
      forms.set(hash, form);
    }
    form.votes[label] = (form.votes[label] as number) + weight;
    form.pull = Math.max(form.pull, pull);
  };
  for (const { from, to, label, probability } of names) {
    if (probability < SURE || to - from > LONGEST) continue;
    vote(from, to, label, probability, PULL * probability);
    if (label === PERSON && to - from > 1) vote(to - 1, to, label, probability, SURNAME_PULL * probability);
  }
  return forms;
}

function topLabel({ votes }: Form): number {
  let best = 1;
  for (let label = 3; label < TYPED; label += 2)
    if ((votes[label] as number) > (votes[best] as number)) best = label;
  return best;
}

/** Raises the scores of every place of the forms; false when all stand where they were found. */
function addPull(
  read: ReadText<WeighedClues>,
  scores: Int32Array,
  forms: ReadonlyMap<number, Form>,
): boolean {
  let places = 0;
  for (const { from, to } of read.sentences) {
    for (let at = from; at < to; at++) {
      const { shape } = read.clues[at] as WeighedClues;
      if (shape === LOWER || shape === PUNCTUATION || shape === NUMBER) continue;
      let hash = 0;
      let found = 0;
      let form: Form | null = null;
      for (let end = at; end < to && end < at + LONGEST; end++) {
        hash = joinHashes(hash, (read.clues[end] as WeighedClues).hash);
        const known = forms.get(hash);
        if (known === undefined) continue;
        form = known;
        found = end + 1;
      }
      if (form === null) continue;
      places++;
      const pull = Math.round(form.pull * UNIT);
      const label = topLabel(form);
      for (let word = at; word < found; word++) {
        const into = word * TYPED + label - (word === at ? 1 : 0);
        scores[into] = (scores[into] as number) + pull;
      }
      at = found - 1;
    }
  }
  return places > 0;
}

/** The type that most places of the same words have. */
function voteType(
  read: ReadText<WeighedClues>,
  forms: ReadonlyMap<number, Form>,
  name: TaggedName,
): TaggedName {
  const form = forms.get(hashOf(read, name.from, name.to));
  if (form === undefined) return name;
  const label = topLabel(form);
  const isClear = (form.votes[label] as number) > 1.5 * (form.votes[name.label] as number);
  return isClear ? { ...name, label } : name;
}
