/** Kinds of edit that a sentence goes through between two printings, made by a seeded generator from real sentences. */

/** Deterministic: a small linear congruential generator, in [0, 1). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const WORDS = ['report', 'nearly', 'quietly', 'however', 'decision', 'region', 'officials', 'recent'];
const CLAUSES = [
  ', as he put it on Monday,',
  ', which nobody had expected,',
  ', according to several people who know the matter,',
  '(in his own words)',
];
const VOWELS: Readonly<Record<string, string>> = { a: 'e', e: 'a', i: 'y', o: 'u', u: 'o', y: 'i' };

export interface Edits {
  readonly kind: string;
  /** What the issue asks for. */
  readonly target: number;
  readonly edit: (sentence: string, other: string) => string;
}

export function listEdits(random: () => number): Edits[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const place = (count: number) => Math.floor(random() * count);
  const changed = (sentence: string, change: (words: string[]) => void) => {
    const words = sentence.split(' ');
    change(words);
    return words.join(' ');
  };
  const oneWord = (words: string[]) => {
    words[1 + place(words.length - 2)] = pick(WORDS);
  };
  const respelt = (words: string[]) => {
    const name = words.findIndex((word, at) => at > 0 && /^\p{Lu}\p{Ll}{3,}/u.test(word));
    const at = name < 0 ? words.length >> 1 : name;
    words[at] = words[at]!.replace(/[aeiouy]/g, (vowel) => VOWELS[vowel]!);
  };
  const dropped = (words: string[]) => {
    const length = Math.max(3, Math.round(words.length * 0.3));
    words.splice(place(words.length - length), length);
  };
  const eight = (sentence: string) => {
    const words = sentence.split(' ');
    const at = place(words.length - 8);
    return `He said “${words.slice(at, at + 8).join(' ')}” on Tuesday, according to two people in the room.`;
  };
  const joined = (sentence: string, other: string) =>
    `${sentence.replace(/[.!?]["”]?$/, '')}, and ${other[0]!.toLowerCase()}${other.slice(1)}`;
  const repunctuated = (sentence: string) =>
    `«${sentence.replaceAll("'", '’').replaceAll('"', '»').replaceAll(' - ', ' – ').replaceAll(',', ' —')}»`;
  return [
    { kind: 'one word changed', target: 0.98, edit: (sentence) => changed(sentence, oneWord) },
    { kind: 'a name respelt', target: 0.98, edit: (sentence) => changed(sentence, respelt) },
    { kind: '30 % dropped', target: 0.96, edit: (sentence) => changed(sentence, dropped) },
    { kind: 'eight words quoted', target: 0.97, edit: eight },
    {
      kind: 'a clause inserted',
      target: 0.95,
      edit: (sentence) =>
        changed(sentence, (words) => words.splice(2 + place(words.length - 4), 0, pick(CLAUSES))),
    },
    { kind: 'two sentences joined', target: 0.95, edit: joined },
    { kind: 'quotation marks and dashes', target: 1, edit: repunctuated },
  ];
}

/**
 * `count` texts of about `words` words that say nothing, but with the word order of the given ones: each word follows the
 * two before it as it does somewhere in `texts` (a Markov chain), so that expressions are as common as in real news.
 */
export function* babble(
  texts: readonly string[],
  count: number,
  words: number,
  seed: number,
): Generator<string> {
  const random = randomOf(seed);
  const follow = new Map<string, string[]>();
  for (const text of texts) {
    const list = text.split(/\s+/);
    for (let at = 0; at + 2 < list.length; at++) {
      const key = `${list[at]} ${list[at + 1]}`;
      const known = follow.get(key);
      if (known) known.push(list[at + 2]!);
      else follow.set(key, [list[at + 2]!]);
    }
  }
  const starts = [...follow.keys()];
  for (let made = 0; made < count; made++) {
    const [first, second] = starts[Math.floor(random() * starts.length)]!.split(' ');
    const list = [first!, second!];
    while (list.length < words) {
      const next = follow.get(`${list.at(-2)} ${list.at(-1)}`);
      list.push(next ? next[Math.floor(random() * next.length)]! : 'meanwhile');
    }
    yield list.join(' ');
  }
}
