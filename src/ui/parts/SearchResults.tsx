/** What a search found: hints about the query, names first, then passages; where nothing was found, how to ask. */

import type { SearchView } from '../../protocol/views.ts';
import { createLazy } from '../lazy.tsx';
import type { EntityType, QueryHint } from '../nouns.ts';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { MOST_RESULTS, type Search } from '../search-store.ts';
import { useStore } from '../store.ts';
import { HelpLink } from './HelpLink.tsx';
import { NameRow } from './NameRow.tsx';
import { countShown, PassageList } from './Passage.tsx';
import { Section } from './Section.tsx';
import { Sentence } from './Sentence.tsx';
import { ErrorMessage, Skeleton, StateMessage } from './StateMessage.tsx';
import { SEARCH_EXAMPLES } from './search-examples.ts';
import { WhyMatched } from './WhyMatched.tsx';

const HINTS: Record<QueryHint, MessageKey> = {
  'too-long': 'hintTooLong',
  'unbalanced-quotes': 'hintUnbalancedQuotes',
  'unknown-field': 'hintUnknownField',
  'bad-date': 'hintBadDate',
  'only-exclusions': 'hintOnlyExclusions',
  'index-damaged': 'hintIndexDamaged',
};

export function SearchResults({ search }: { readonly search: Search }) {
  const { t, plural } = usePanel();
  const { results, loading, error, text, isAdding } = useStore(search.state);
  if (error) return <ErrorMessage code={error} retry={() => search.accept(text)} />;
  if (!results) return <Skeleton label={t('searching')} lines={6} />;
  const isEmpty = results.names.length === 0 && results.passages.length === 0;
  return (
    <div class="results" aria-busy={loading}>
      <p class="visually-hidden" role="status">
        {!loading &&
          (isEmpty && isAdding ? t('addingTitle') : plural('passagesFound', countFound(search).total))}
      </p>
      {results.hints.map((hint) => (
        <p key={hint} class="notice">
          {t(HINTS[hint])}
        </p>
      ))}
      {isTypedSentence(results.text) && <TypedSentence text={results.text} />}
      <MissingWords search={search} results={results} isEmpty={isEmpty} />
      {!isEmpty ? (
        <Found search={search} results={results} />
      ) : loading ? (
        <Skeleton label={t('searching')} lines={6} />
      ) : isAdding ? (
        <StateMessage state="adding" title={t('addingTitle')}>
          <p>{t('addingText')}</p>
        </StateMessage>
      ) : (
        <NothingFound search={search} />
      )}
      {!isEmpty && isAdding && <p class="fine-print">{t('addingText')}</p>}
    </div>
  );
}

const TypedSentence = createLazy<{ text: string }>(
  async () => (await import('./TypedSentence.tsx')).TypedSentence,
);

/** Fewer words are a search; with the query language's signs they are one too. */
const LEAST_WORDS = 6;

function isTypedSentence(text: string): boolean {
  return text.trim().split(/\s+/).length >= LEAST_WORDS && !/(?:^|\s)(?:-\S|\p{L}+:\S)/u.test(text);
}

/** Passages that the list stands for, and all that answer: where fewer came than were asked for, these are the same. */
function countFound({ state }: Search): { readonly listed: number; readonly total: number } {
  const { results, isCut } = state.value;
  const listed = countShown(results?.passages ?? []);
  return { listed, total: isCut ? Math.max(listed, results?.total ?? 0) : listed };
}

interface FoundProps {
  readonly search: Search;
  readonly results: SearchView;
}

function Found({ search, results }: FoundProps) {
  const { t } = usePanel();
  const { passages } = results;
  const { listed, total } = countFound(search);
  const [name] = results.names;
  const isOtherCount = name && results.shownFor.length === 0 && name.passageCount !== total;
  return (
    <>
      <OtherSpelling search={search} results={results} />
      {results.names.length > 0 && (
        <Section title={t('namesTitle')} count={results.names.length}>
          <ul class="name-list">
            {results.names.map((name) => (
              <NameRow
                key={name.entityId}
                entityId={name.entityId}
                type={name.type}
                label={name.label}
                counts="passages"
                count={name.passageCount}
              >
                <WhyMatched why={name.why} exact={results.text} because={[]} />
              </NameRow>
            ))}
          </ul>
        </Section>
      )}
      {results.passages.length > 0 && (
        <Section title={t('passagesTitle')} count={total} listed={listed}>
          {isOtherCount && <p class="fine-print">{t('passagesAnswer')}</p>}
          <PassageList
            passages={passages}
            more={listed < total && passages.length < MOST_RESULTS ? search.more : null}
          />
        </Section>
      )}
    </>
  );
}

/** Told of a pasted text: more of its words say no more. */
const MOST_MISSING = 8;

/** Of an empty answer it is said already that nothing was found. */
function MissingWords({ search, results, isEmpty }: FoundProps & { readonly isEmpty: boolean }) {
  const { t } = usePanel();
  const { missing, split } = results;
  const told = isEmpty ? [] : missing.slice(0, MOST_MISSING);
  if (told.length === 0 && split === null) return null;
  const more = told.length < missing.length && !isEmpty ? ['…'] : [];
  return (
    <p class="notice" data-testid="missing-words">
      {told.length > 0 && (
        <Sentence message="searchMissing" parts={[[...told, ...more].join(t('listComma'))]} />
      )}{' '}
      {split !== null && (
        <>
          {t('searchDidYouMean')}{' '}
          <button
            type="button"
            class="link-button"
            data-testid="search-split"
            onClick={() => search.accept(split)}
          >
            <bdi>{split}</bdi>
          </button>
        </>
      )}
    </p>
  );
}

/** What was done about a name in a spelling that nobody prints: its passages are shown, or it is offered. */
function OtherSpelling({ search, results }: FoundProps) {
  const { t } = usePanel();
  const { text, names, shownFor } = results;
  if (shownFor.length > 0) {
    return (
      <p class="notice" data-testid="shown-for">
        <Sentence message="searchShownFor" parts={[text.trim(), shownFor.join(t('listComma'))]} />
      </p>
    );
  }
  const likely = names.filter(({ why }) => why === 'spelling');
  if (likely.length === 0) return null;
  return (
    <p class="notice" data-testid="did-you-mean">
      {t('searchDidYouMean')}{' '}
      {likely.map(({ entityId, type, label }, index) => (
        <span key={entityId}>
          {index > 0 && t('listComma')}
          <button type="button" class="link-button" onClick={() => search.accept(nameQuery(type, label))}>
            <bdi>{label}</bdi>
          </button>
        </span>
      ))}
    </p>
  );
}

const NAME_FIELDS: Record<EntityType, string> = {
  person: 'person',
  organization: 'org',
  place: 'place',
  event: 'event',
};

const nameQuery = (type: EntityType, label: string) => `${NAME_FIELDS[type]}:"${label}"`;

/** Example queries and what each does; a click tries it. */
function NothingFound({ search }: { readonly search: Search }) {
  const { t } = usePanel();
  return (
    <StateMessage state="nothing-found" title={t('nothingFoundTitle')}>
      <p>{t('nothingFoundText')}</p>
      <ul class="examples">
        {SEARCH_EXAMPLES.map(([query, meaning]) => (
          <li key={query}>
            <button type="button" class="example" data-item onClick={() => search.accept(t(query))}>
              <code>{t(query)}</code>
            </button>
            <span>{t(meaning)}</span>
          </li>
        ))}
      </ul>
      <HelpLink topic="search" />
    </StateMessage>
  );
}
