/** The words of all names by their script: what words of a page in another script may sound like. */
import { type Script, scriptOfWord } from '../text/romanise.ts';
import { words } from '../text/tokenise.ts';
import type { Entity } from './entity.ts';

export interface LabelWords {
  readonly scripts: readonly Script[];
  /** Folded, each once; those of composed labels are left out. */
  in(script: Script): readonly string[];
}

export function labelWordsOf(entities: readonly Entity[]): LabelWords {
  const byScript = Map.groupBy(new Set(entities.flatMap(wordsOf)), scriptOfWord);
  return { scripts: [...byScript.keys()], in: (script) => byScript.get(script) ?? [] };
}

const wordsOf = ({ prefLabel, altLabels, isComposed }: Entity): string[] =>
  isComposed ? [] : [prefLabel, ...altLabels.map(({ text }) => text)].flatMap((label) => words(label));

export function joinLabelWords(some: LabelWords, others: LabelWords): LabelWords {
  return {
    scripts: [...new Set([...some.scripts, ...others.scripts])],
    in: (script) => [...new Set([...some.in(script), ...others.in(script)])],
  };
}
