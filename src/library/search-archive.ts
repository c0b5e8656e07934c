/** The search box: query language, names first, best passages, suggestions. */

import type { ArticleId } from '../archive/article.ts';
import type { Entity, EntityId } from '../entities/entity.ts';
import type { NameAnswer } from '../entities/look-up-name.ts';
import { wordsSpelledLike } from '../entities/spelled-like.ts';
import type { EntitySummary, SearchView, SuggestionView } from '../protocol/views.ts';
import type { Filters } from '../retrieval/filters.ts';
import { splitRun } from '../retrieval/missing-words.ts';
import { isUnfiltered, parseQuery } from '../retrieval/parse-query.ts';
import type { ResolvedQuery } from '../retrieval/passes-filters.ts';
import { type SearchAnswer, type SearchOptions, search } from '../retrieval/search.ts';
import { stepOf } from '../retrieval/searchable.ts';
import { suggest } from '../retrieval/suggest.ts';
import { indexedForms, stemsOf } from '../text/stem-terms.ts';
import { foldToken, tokenise, words } from '../text/tokenise.ts';
import type { Archive } from './archive.ts';
import { namesMeant } from './name-list.ts';
import { toEntitySummary, toNamedPassageView, toPassageView } from './passage-view.ts';

/** Entities one name filter may stand for. */
const MOST_MEANT = 50;
/** Names offered above the passages. */
const MOST_NAMES = 5;

/** More words than this are no name, and prose is never corrected. */
const MOST_NAME_WORDS = 6;

/** The query field that filters by a kind of name. */
const FIELDS = { person: 'person', organization: 'org', place: 'place', event: 'event' } as const;

const SPEAKERS = ['person', 'organization'] as const;

export function resolveQuery(archive: Archive, text: string): ResolvedQuery {
  const parsed = parseQuery(text);
  const meant = ({ type, name }: Filters['names'][number]) => {
    const found = namesMeant(archive, name, { limit: MOST_MEANT, types: [type] });
    return new Set<EntityId>(found.map(({ entity }) => entity.id));
  };
  const { filters, without } = parsed;
  let found: readonly MisspeltName[] | null = null;
  const misspelt = () => {
    found ??= misspeltNames(archive, parsed.words);
    return found;
  };
  /** Speakers are kept by reference label: a name in another spelling is looked up first. */
  const labelOf = (name: string) =>
    namesMeant(archive, name, { limit: 1, types: SPEAKERS })[0]?.entity.prefLabel ?? name;
  return {
    ...parsed,
    filters: { ...filters, saidBy: filters.saidBy.map(labelOf) },
    without: { ...without, saidBy: without.saidBy.map(labelOf) },
    entitySets: filters.names.map(meant),
    excludedEntitySets: without.names.map(meant),
    correct: (word, near) => correct(archive, misspelt(), word, near),
  };
}

/** A part of a query that is a recorded name in another spelling. */
interface MisspeltName {
  readonly words: readonly string[];
  readonly names: readonly NameAnswer[];
}

/** The whole query, or else each run of words that no passage prints; of prose nothing. */
function misspeltNames(archive: Archive, asked: readonly string[]): MisspeltName[] {
  const { index } = archive;
  const meant = (some: readonly string[]) => namesMeant(archive, some.join(' '), { limit: MOST_NAMES });
  const isUnknown = (word: string) => index.passageCount(word) === 0;
  if (asked.length > MOST_NAME_WORDS || !asked.some(isUnknown)) return [];
  const whole = meant(asked);
  if (whole.length > 0) return [{ words: asked, names: whole }];
  // "bridge" is no stranger where only its plural is printed.
  const isStrange = (word: string) =>
    isUnknown(word) &&
    index.languages.every((language) =>
      stemsOf([word], language).every((stem) => indexedForms(stem).every(isUnknown)),
    );
  return runsOf(asked, isStrange)
    .map((run) => ({ words: run, names: meant(run) }))
    .filter(({ names }) => names.length > 0);
}

function runsOf(asked: readonly string[], belongs: (word: string) => boolean): string[][] {
  const runs: string[][] = [[]];
  for (const word of asked) {
    if (belongs(word)) runs.at(-1)!.push(word);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

/** A word of a name stands for that name's words alone, and no other word for a person who was not meant. */
function correct(
  archive: Archive,
  misspelt: readonly MisspeltName[],
  word: string,
  near: readonly string[],
): readonly string[] {
  const names = misspelt.flatMap((found) => (found.words.includes(word) ? found.names : []));
  if (names.length === 0) return near.filter((one) => !archive.names.isOfPerson(one));
  const own = new Set(names.flatMap(({ entity }) => wordsOf(entity)));
  const same = names.flatMap(({ entity }) => wordsSpelledLike(entity, word));
  return [...new Set([...same, ...near.filter((one) => own.has(one))])].filter(
    (one) => archive.index.passageCount(one) > 0,
  );
}

/** Folded, of all its labels. */
const wordsOf = ({ prefLabel, altLabels }: Entity) =>
  [prefLabel, ...altLabels.map(({ text }) => text)].flatMap((label) => words(label));

export function rankSearch(archive: Archive, text: string, options: SearchOptions): SearchAnswer {
  return search(archive, resolveQuery(archive, text), options);
}

export function searchArchive(archive: Archive, text: string, limit: number): SearchView {
  archive.names.expect?.();
  const query = stepOf(archive, () => resolveQuery(archive, text));
  const answer = stepOf(archive, () => search(archive, query, { limit, lines: 'texts' }));
  const { passages, total } = answer;
  const named = query.words.length > 0 ? query.words.join(' ') : (query.filters.names[0]?.name ?? '');
  // Words that passages print are ordinary words: only an unknown one may be a name in another spelling.
  const exactly = archive.names.byLetters(named, MOST_NAMES, null);
  const misspelt = exactly.length > 0 ? [] : misspeltNames(archive, query.words);
  const meant = exactly.length > 0 ? exactly : misspelt.flatMap(({ names }) => names);
  const names = distinct(meant)
    .slice(0, MOST_NAMES)
    .map(({ entity, why }) => toEntitySummary(archive, entity, why === 'part' ? 'alias' : why))
    .filter(({ passageCount }) => passageCount > 0);
  const isNarrowed = ![query.filters, query.without].every(isUnfiltered) || query.excluded.length > 0;
  const shown =
    total > 0 || isNarrowed
      ? { passages: passages.map((passage) => toPassageView(archive, passage)), total }
      : passagesOfName(archive, names[0], limit);
  const isName = misspelt.some(({ words }) => words.length === query.words.length);
  return {
    ...{ text, names },
    hints: archive.unread?.isDamaged ? [...query.hints, 'index-damaged'] : query.hints,
    ...tellMissing(
      archive,
      text,
      // A recorded name may have a word that no passage prints.
      exactly.length > 0
        ? []
        : answer.missing.filter((word) => !misspelt.some(({ words }) => words.includes(word))),
    ),
    shownFor: isName && shown.total > 0 ? names.map(({ label }) => label) : [],
    ...shown,
  };
}

/** As they were typed, and the question with those of them taken apart that are several words. */
function tellMissing(
  archive: Archive,
  text: string,
  missing: readonly string[],
): Pick<SearchView, 'missing' | 'split'> {
  if (missing.length === 0) return { missing: [], split: null };
  const wanted = new Set(missing);
  const typed = new Map<string, string>();
  let [split, told] = ['', 0];
  const { start, end, count } = tokenise(text);
  for (let at = 0; at < count; at++) {
    const [from, to] = [start[at]!, end[at]!];
    const word = foldToken(text, from, to);
    if (!wanted.has(word)) continue;
    typed.set(word, typed.get(word) ?? text.slice(from, to));
    const parts = splitRun(archive.index, word);
    if (!parts) continue;
    split += `${text.slice(told, from).replace(/[#@]$/u, '')}${parts.join(' ')}`;
    told = to;
  }
  return {
    missing: missing.map((word) => typed.get(word) ?? word),
    split: told === 0 ? null : (split + text.slice(told)).trim(),
  };
}

function distinct(answers: readonly NameAnswer[]): NameAnswer[] {
  return [...new Map(answers.map((answer) => [answer.entity.id, answer])).values()];
}

/** Each article once, best first. */
export function findArticles(archive: Archive, text: string, limit: number): ArticleId[] {
  const { passages } = rankSearch(archive, text, { limit, lines: 'articles' });
  return passages.map(({ passageId }) => archive.records.at(archive.placeOf.get(passageId)!)!.article.id);
}

/** A name in a spelling or script that no article prints still has its passages. */
function passagesOfName(
  archive: Archive,
  name: EntitySummary | undefined,
  limit: number,
): Pick<SearchView, 'passages' | 'total'> {
  const entity = name && archive.entityOf.get(name.entityId);
  if (!entity) return { passages: [], total: 0 };
  const places = archive.passagesOf.get(entity.id) ?? [];
  const shown = places.slice(0, limit);
  archive.records.need?.(shown);
  const passages = shown.map((place) => toNamedPassageView(archive, place, entity));
  return { passages, total: places.length };
}

export function suggestQueries(archive: Archive, typed: string, limit: number): SuggestionView[] {
  if (/\S:\S*$/.test(typed)) return []; // a filter is being typed: words would replace it
  const countOf = (id: EntityId) => archive.passagesOf.get(id)?.length ?? 0;
  const found = suggest(
    {
      namesWith: (letters, most) => archive.names.beginning(letters, most, countOf),
      headlinesWith: (letters, most) => archive.headlinesWith(letters, most),
      outlets: archive.inventory().outlets,
      index: archive.index,
    },
    typed,
    limit,
  );
  return found.map((one): SuggestionView => {
    if (one.kind === 'name') {
      const { prefLabel, type } = one.entity;
      // A field, not a phrase: passages print the name in other spellings than the reference label.
      return { kind: 'name', query: `${FIELDS[type]}:"${prefLabel}"`, label: prefLabel, type };
    }
    const query =
      one.kind === 'outlet'
        ? `outlet:"${one.label}"`
        : one.kind === 'headline'
          ? `"${one.label}"`
          : one.label;
    return { kind: one.kind, query, label: one.label, type: null };
  });
}
