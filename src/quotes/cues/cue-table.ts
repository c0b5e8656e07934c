/**
 * What a language says with when it reports speech: one table a language, words in lower case parted by spaces.
 *
 * Naively each rule would carry its own list of English words; here rules name a kind of word and a language is a file.
 * Building the sets costs O(words in the table), once, when a language is first met.
 */
export interface CueTable {
  readonly language: string;
  /** Commonest function words: they tell which table a text needs. */
  readonly common: string;
  /** Finite verbs whose object is an utterance: "said", "wrote". */
  readonly verbs: string;
  /** Verbs that report an opinion in a few quoted words: "called it “absurd”". */
  readonly opinionVerbs: string;
  /** Non-finite forms, whose subject stands at another verb: "adding". */
  readonly participles: string;
  /** Phrases before a speaker: "according to". */
  readonly accordingTo: readonly string[];
  readonly that: string;
  readonly he: string;
  readonly she: string;
  readonly they: string;
  readonly it: string;
  /** Auxiliaries and adverbs that may part a subject from its verb. */
  readonly between: string;
  /** Forms of "to be": a participle after one is passive, and its subject did not speak. */
  readonly passive: string;
  readonly definite: string;
  readonly determiners: string;
  readonly prepositions: string;
  readonly conjunctions: string;
  readonly relatives: string;
  /** Nouns for persons by what they do: "spokesman". */
  readonly roles: string;
  /** Nouns for what was written: "statement". */
  readonly documents: string;
  /** Words before a name that are no part of it: "Mr", "President". */
  readonly titles: string;
  /** Words that may begin a sentence with a capital and are no names. */
  readonly starters: string;
  /** Words before a quoted name for a thing: "so-called", "entitled". */
  readonly labels: string;
}

type WordKind = Exclude<keyof CueTable, 'language' | 'accordingTo'>;
export type Lexicon = Readonly<Record<WordKind, ReadonlySet<string>>> & {
  readonly language: string;
  readonly accordingTo: readonly (readonly string[])[];
};

export function buildLexicon(table: CueTable): Lexicon {
  const { language, accordingTo, ...lists } = table;
  const sets = Object.fromEntries(
    Object.entries(lists).map(([kind, words]) => [
      kind,
      new Set(words.split(' ').filter((word) => word !== '')),
    ]),
  ) as Record<WordKind, Set<string>>;
  return { ...sets, language, accordingTo: accordingTo.map((phrase) => phrase.split(' ')) };
}
