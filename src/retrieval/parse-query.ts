/**
 * The query language: words, "phrases", -not, and `field:value` or `field:"some words"`.
 *
 * It never refuses: what cannot be understood is searched as words, and a hint says so. Linear in the query's length.
 */
import type { EntityType } from '../entities/entity.ts';
import { type IsoDate, parseIsoDate } from '../text/iso-date.ts';
import { words } from '../text/tokenise.ts';
import { type Filters, NO_FILTERS } from './filters.ts';
import { plainQuestion } from './plain-question.ts';

/** Longer queries are cut here: past a few hundred words a query is a page, which has its own kind of question. */
export const LONGEST_QUERY = 2_000;

export type QueryHint = 'too-long' | 'unbalanced-quotes' | 'unknown-field' | 'bad-date' | 'only-exclusions';

export interface ParsedQuery {
  /** Folded words to rank by, phrases' words included, in order. */
  readonly words: readonly string[];
  /** Folded words that must stand next to each other. */
  readonly phrases: readonly (readonly string[])[];
  readonly excluded: readonly (readonly string[])[];
  readonly filters: Filters;
  /** `-field:value`: no article may meet any of these. */
  readonly without: Filters;
  readonly hints: readonly QueryHint[];
  /** The last word is still being typed: no space, quote or field after it. */
  readonly isLastWordOpen: boolean;
}

const NAME_FIELDS: Readonly<Record<string, EntityType>> = {
  person: 'person',
  org: 'organization',
  place: 'place',
  event: 'event',
};
const QUOTES = /["“”„«»]/;
const PART = /(-?)(?:(\p{L}+):)?(?:["“”„«»]([^"“”„«»]*)(["“”„«»]|$)|(\S+))/gu;

export function parseQuery(text: string): ParsedQuery {
  const hints = new Set<QueryHint>();
  if (text.length > LONGEST_QUERY) hints.add('too-long');
  const cut = plainQuestion(text.slice(0, LONGEST_QUERY));
  const state: Draft = {
    ...{ words: [], phrases: [], excluded: [] },
    ...{ filters: { ...NO_FILTERS }, without: { ...NO_FILTERS } },
  };
  let isLastWordOpen = false;
  for (const match of cut.matchAll(PART)) {
    const [whole, minus, field, phrase, closing, bare] = match;
    if (phrase !== undefined && closing === '') hints.add('unbalanced-quotes');
    const value = phrase ?? bare ?? '';
    const filters = minus === '-' ? state.without : state.filters;
    if (field !== undefined && value !== '' && addFilter(filters, hints, field.toLowerCase(), value))
      continue;
    if (field !== undefined && field.length > 1 && phrase === undefined) hints.add('unknown-field');
    const parts = words(field === undefined ? value : `${field} ${value}`);
    if (minus === '-' && parts.length > 0) state.excluded.push(parts);
    else addWords(state, parts, phrase !== undefined && closing !== '');
    isLastWordOpen = phrase === undefined && minus === '' && match.index + whole.length === cut.length;
  }
  const excludes = state.excluded.length > 0 || !isUnfiltered(state.without);
  if (excludes && state.words.length === 0 && isUnfiltered(state.filters)) hints.add('only-exclusions');
  return { ...state, hints: [...hints], isLastWordOpen };
}

interface Draft {
  words: string[];
  phrases: string[][];
  excluded: string[][];
  filters: DraftFilters;
  without: DraftFilters;
}

type DraftFilters = { -readonly [Field in keyof Filters]: Filters[Field] };

function addWords(draft: Draft, parts: readonly string[], isPhrase: boolean): void {
  draft.words.push(...parts);
  if (isPhrase && parts.length > 1) draft.phrases.push([...parts]);
}

/** False when the field is none of ours. */
function addFilter(filters: DraftFilters, hints: Set<QueryHint>, field: string, raw: string): boolean {
  const value = raw.replace(QUOTES, '');
  const type = Object.hasOwn(NAME_FIELDS, field) ? NAME_FIELDS[field] : undefined;
  if (type) filters.names = [...filters.names, { type, name: value }];
  else if (field === 'outlet') filters.outlets = [...filters.outlets, value];
  else if (field === 'said') filters.saidBy = [...filters.saidBy, value];
  else if (field === 'lang') filters.languages = [...filters.languages, value.toLowerCase()];
  else if (field === 'before' || field === 'after') {
    const date: IsoDate | null = parseIsoDate(value);
    if (date) filters[field] = date;
    else hints.add('bad-date');
  } else return false;
  return true;
}

export function isUnfiltered(filters: Filters): boolean {
  return (
    filters.names.length + filters.outlets.length + filters.saidBy.length + filters.languages.length === 0 &&
    filters.before === null &&
    filters.after === null
  );
}
