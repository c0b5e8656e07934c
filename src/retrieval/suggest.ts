/**
 * What the reader may be about to type: names, headlines and outlets that hold the letters at a word's beginning, then
 * indexed words. From two letters on; names first, because an exact name is what most searches are for.
 */
import type { Entity } from '../entities/entity.ts';
import { fold } from '../text/tokenise.ts';
import type { PassageIndex } from './passage-index.ts';

export type Suggestion =
  | { readonly kind: 'name'; readonly entity: Entity; readonly label: string }
  | { readonly kind: 'headline' | 'outlet' | 'word'; readonly label: string };

interface SuggestedName {
  readonly entity: Entity;
  readonly label: string;
}

export interface SuggestionSource {
  /** Names with a label in which folded letters begin a word, most printed first. */
  readonly namesWith: (letters: string, limit: number) => readonly SuggestedName[];
  /** Headlines in which folded letters begin a word. */
  readonly headlinesWith: (letters: string, limit: number) => readonly string[];
  readonly outlets: readonly string[];
  readonly index: PassageIndex;
}

const FEWEST_LETTERS = 2;

export function suggest(source: SuggestionSource, typed: string, limit: number): Suggestion[] {
  const wanted = fold(typed);
  if (wanted.length < FEWEST_LETTERS) return [];
  const begins = (text: string) => ` ${fold(text)}`.includes(` ${wanted}`);
  const names = source
    .namesWith(wanted, Math.ceil(limit / 2))
    .map((name): Suggestion => ({ kind: 'name', ...name }));
  const lines = (kind: 'headline' | 'outlet', texts: readonly string[]) =>
    texts.map((label): Suggestion => ({ kind, label }));
  const lastWord = wanted.slice(wanted.lastIndexOf(' ') + 1);
  const completed = lastWord.length < FEWEST_LETTERS ? [] : source.index.complete(lastWord, limit);
  const found: Suggestion[] = [
    ...names,
    ...lines('headline', source.headlinesWith(wanted, 2)),
    ...lines('outlet', source.outlets.filter(begins).slice(0, 2)),
    ...completed.map(
      (word): Suggestion => ({
        kind: 'word',
        label: wanted.slice(0, wanted.length - lastWord.length) + word,
      }),
    ),
  ];
  return found.slice(0, limit);
}
