/** Marked texts as numbered clues and labels for training; clues met less than thrice are left out. */

import type { NameLexicon } from '../../../entities/recognise/name-lexicon.ts';
import {
  contextClues,
  createClueReader,
  languageGroup,
  MOST_CONTEXT,
  type ReadText,
} from '../../../entities/recognise/read-text.ts';
import { SLOTS, type WordClues } from '../../../entities/recognise/word-clues.ts';
import type { TrainingWords } from './names-crf.ts';
import { type MarkedText, randomFrom } from './names-sets.ts';

const FEWEST = 3;
/** Texts whose language the tagger is not told: it often is not. */
const UNTOLD = 0.15;
const SLOT_OFFSETS = [0, 1, 2, -1, -2];
const TYPES: Readonly<Record<string, number>> = { PER: 1, ORG: 3, LOC: 5 };

/** Growing arrays of numbers: lists of a hundred million do not fit plain ones. */
class Numbers {
  values = new Int32Array(1 << 20);
  length = 0;
  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }
}

export interface NumberedClues {
  readonly words: TrainingWords;
  /** Clue numbers as the tagger knows them, by training number. */
  readonly ids: Int32Array;
  readonly counts: Int32Array;
}

/** Labels of a text's words; a word half in a span counts as in it. */
export function labelWords(read: ReadText<WordClues>, spans: MarkedText['spans']): Uint8Array {
  const labels = new Uint8Array(read.words.count);
  let at = 0;
  for (const { start, end, type } of spans) {
    while (at < read.words.count && (read.words.end[at] as number) <= start) at++;
    let label = TYPES[type] as number;
    for (let word = at; word < read.words.count && (read.words.start[word] as number) < end; word++) {
      labels[word] = label;
      if (label % 2 === 1) label++;
    }
  }
  return labels;
}

export function numberClues(texts: readonly MarkedText[], lexicon: NameLexicon): NumberedClues {
  const reader = createClueReader(lexicon, (clues) => clues);
  const random = randomFrom(7);
  const [raw, firsts, labels, starts] = [new Numbers(), new Numbers(), new Numbers(), new Numbers()];
  const weights: number[] = [];
  const context = new Int32Array(MOST_CONTEXT);
  for (const { text, language, spans, weight } of texts) {
    const group = random() < UNTOLD ? 0 : languageGroup(language, '');
    const read = reader.read(text, group);
    const marked = labelWords(read, spans);
    for (const sentence of read.sentences) {
      starts.push(labels.length);
      weights.push(weight);
      for (let at = sentence.from; at < sentence.to; at++) {
        firsts.push(raw.length);
        // A span that a sentence break cuts goes on as a new one.
        const label = marked[at] as number;
        labels.push(at === sentence.from && label > 0 && label % 2 === 0 ? label - 1 : label);
        for (let slot = 0; slot < SLOTS; slot++) {
          const place = at + (SLOT_OFFSETS[slot] as number);
          if (place < sentence.from || place >= sentence.to) continue;
          const { ids, ends } = read.clues[place] as WordClues;
          for (let id = slot === 0 ? 0 : (ends[slot - 1] as number); id < (ends[slot] as number); id++)
            raw.push(ids[id] as number);
        }
        const count = contextClues(read, sentence, at, group, context);
        for (let id = 0; id < count; id++) raw.push(context[id] as number);
      }
    }
  }
  firsts.push(raw.length);
  starts.push(labels.length);
  process.stderr.write(`${labels.length} words, ${weights.length} sentences, ${raw.length} clues\n`);
  return keepFrequent(
    raw,
    firsts,
    Uint8Array.from(labels.values.subarray(0, labels.length)),
    starts,
    weights,
  );
}

function keepFrequent(
  raw: Numbers,
  firsts: Numbers,
  labels: Uint8Array,
  starts: Numbers,
  weights: number[],
): NumberedClues {
  const bits = 26;
  const mask = 2 ** bits - 1;
  const keys = new Int32Array(2 ** bits);
  const counts = new Int32Array(2 ** bits);
  const slotOf = (id: number) => {
    let slot = Math.imul(id, 0x9e3779b1) >>> (32 - bits);
    while (counts[slot] !== 0 && keys[slot] !== id) slot = (slot + 1) & mask;
    return slot;
  };
  for (let at = 0; at < raw.length; at++) {
    const slot = slotOf(raw.values[at] as number);
    keys[slot] = raw.values[at] as number;
    counts[slot]!++;
  }
  const numbers = new Int32Array(2 ** bits).fill(-1);
  const [ids, kept] = [new Numbers(), new Numbers()];
  for (let slot = 0; slot <= mask; slot++) {
    if ((counts[slot] as number) < FEWEST) continue;
    numbers[slot] = ids.length;
    ids.push(keys[slot] as number);
    kept.push(counts[slot] as number);
  }
  const firstClue = new Float64Array(firsts.length);
  let length = 0;
  for (let word = 0; word + 1 < firsts.length; word++) {
    firstClue[word] = length;
    for (let at = firsts.values[word] as number; at < (firsts.values[word + 1] as number); at++) {
      const number = numbers[slotOf(raw.values[at] as number)] as number;
      if (number >= 0) raw.values[length++] = number;
    }
  }
  firstClue[firsts.length - 1] = length;
  process.stderr.write(`${ids.length} clues met ${FEWEST} times or more\n`);
  return {
    words: {
      clues: raw.values.subarray(0, length),
      firstClue,
      labels,
      sentences: starts.values.slice(0, starts.length),
      weights: Float32Array.from(weights),
    },
    ids: ids.values.slice(0, ids.length),
    counts: kept.values.slice(0, kept.length),
  };
}

/** The same words with only some clues; `numbers` gives each its new number, or -1. */
export function withClues(
  { words, ids, counts }: NumberedClues,
  numbers: Int32Array,
  kept: number,
): NumberedClues {
  const clues = new Int32Array(words.clues.length);
  const firstClue = new Float64Array(words.firstClue.length);
  let length = 0;
  for (let word = 0; word + 1 < firstClue.length; word++) {
    firstClue[word] = length;
    for (let at = words.firstClue[word] as number; at < (words.firstClue[word + 1] as number); at++) {
      const number = numbers[words.clues[at] as number] as number;
      if (number >= 0) clues[length++] = number;
    }
  }
  firstClue[firstClue.length - 1] = length;
  const [newIds, newCounts] = [new Int32Array(kept), new Int32Array(kept)];
  numbers.forEach((number, old) => {
    if (number < 0) return;
    newIds[number] = ids[old] as number;
    newCounts[number] = counts[old] as number;
  });
  return { words: { ...words, clues: clues.subarray(0, length), firstClue }, ids: newIds, counts: newCounts };
}
