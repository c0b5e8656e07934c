/**
 * The search box: an ARIA 1.2 combobox with a listbox of suggestions. Arrows go through the suggestions and on
 * into the results below; Enter takes the chosen suggestion, or opens the best passage; Esc closes, then clears.
 */
import type { Ref } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { SuggestionView } from '../../protocol/views.ts';
import { KIND_SINGULAR } from '../kinds.ts';
import { focusItem } from '../list-keys.ts';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import type { Search } from '../search-store.ts';
import { useStore } from '../store.ts';
import { Icon } from './Icon.tsx';

interface SearchBoxProps {
  readonly search: Search;
  readonly autoFocus?: boolean;
}

export function SearchBox({ search, autoFocus = false }: SearchBoxProps) {
  const { t } = usePanel();
  const { text, suggestions, loading } = useStore(search.state);
  const [active, setActive] = useState(-1);
  const box = useRef<HTMLInputElement>(null);
  const listId = useId();
  const typed = plainWords(text);
  const shown = suggestions.filter(
    ({ kind, query }) => query !== text && (kind !== 'word' || query !== typed),
  );
  useEffect(() => {
    if (!autoFocus) return;
    box.current?.focus();
    // While Firefox (153) opens its popup, it may take the focus from the box and give it to the document.
    const listening = new AbortController();
    const focusAgain = () => document.activeElement === document.body && box.current?.focus();
    addEventListener('focus', focusAgain, { signal: listening.signal });
    return () => listening.abort();
  }, [autoFocus]);
  useEffect(() => setActive(-1), [suggestions]);

  const onKeyDown = useSearchKeys(search, shown, active, setActive);
  return (
    <search class="search">
      <div class="search-field" aria-busy={loading}>
        <Icon name="search" />
        <SearchInput
          box={box}
          text={text}
          listId={listId}
          isOpen={shown.length > 0}
          active={active}
          onInput={(typed) => search.type(typed)}
          onKeyDown={onKeyDown}
        />
        {text === '' ? (
          <span class="search-key" aria-hidden="true">
            {t('searchKey')}
          </span>
        ) : (
          <button
            type="button"
            class="icon-button"
            aria-label={t('clearSearch')}
            onClick={() => {
              search.type('');
              box.current?.focus();
            }}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      <Suggestions
        id={listId}
        suggestions={shown}
        active={active}
        onTake={(query) => {
          search.accept(query);
          box.current?.focus();
        }}
      />
    </search>
  );
}

/** As words are suggested: what was typed already is no suggestion. */
const plainWords = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** What each key does in the box, with `active` counting the suggestions shown and -1 meaning the text itself. */
function useSearchKeys(
  search: Search,
  shown: readonly SuggestionView[],
  active: number,
  setActive: (index: number) => void,
): (event: KeyboardEvent) => void {
  const { port } = usePanel();
  const openBest = async () => {
    const best = (await search.settle())?.passages[0];
    if (best) port.openReader(best.provenance.articleId, best.passageId);
    else focusItem(1, null);
  };
  return (event) => {
    if (event.isComposing) return;
    const { text } = search.state.value;
    const chosen = shown[active];
    if (event.key === 'ArrowDown') {
      if (active + 1 < shown.length) setActive(active + 1);
      else if (focusItem(1, null)) setActive(-1);
    } else if (event.key === 'ArrowUp') {
      setActive(Math.max(-1, active - 1));
    } else if (event.key === 'Enter') {
      if (chosen) search.accept(chosen.query);
      else if (text.trim() !== '') {
        search.closeSuggestions();
        void openBest();
      }
    } else if (event.key === 'Escape' && text !== '') {
      if (shown.length > 0) search.closeSuggestions();
      else search.type('');
    } else return;
    event.preventDefault();
  };
}

interface SearchInputProps {
  readonly box: Ref<HTMLInputElement>;
  readonly text: string;
  readonly listId: string;
  readonly isOpen: boolean;
  readonly active: number;
  readonly onInput: (typed: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function SearchInput({ box, text, listId, isOpen, active, onInput, onKeyDown }: SearchInputProps) {
  const { t } = usePanel();
  return (
    <input
      ref={box}
      data-testid="search-box"
      type="text"
      role="combobox"
      enterkeyhint="search"
      dir={text === '' ? undefined : 'auto'}
      autocomplete="off"
      spellcheck={false}
      aria-label={t('searchLabel')}
      aria-autocomplete="list"
      aria-expanded={isOpen}
      aria-controls={listId}
      aria-activedescendant={active >= 0 ? optionId(listId, active) : undefined}
      placeholder={t('searchPlaceholder')}
      value={text}
      onInput={(event) => onInput(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

const SUGGESTION_KIND: Record<Exclude<SuggestionView['kind'], 'name'>, MessageKey> = {
  headline: 'suggestsHeadline',
  outlet: 'suggestsOutlet',
  word: 'suggestsWord',
};

interface SuggestionsProps {
  readonly id: string;
  readonly suggestions: readonly SuggestionView[];
  readonly active: number;
  readonly onTake: (query: string) => void;
}

function Suggestions({ id, suggestions, active, onTake }: SuggestionsProps) {
  const { t } = usePanel();
  return (
    <div
      id={id}
      class="suggestions"
      role="listbox"
      aria-label={t('suggestionsLabel')}
      hidden={suggestions.length === 0}
    >
      {suggestions.map(({ kind, query, label, type }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox holds focus and handles the keys
        <div
          key={`${kind} ${query}`}
          id={optionId(id, index)}
          class="suggestion"
          data-testid="suggestion"
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(query)}
        >
          <bdi class={type ? 'name' : undefined} data-kind={type ?? undefined}>
            {label}
          </bdi>
          <span class="suggestion-kind">
            {kind === 'name' ? type && t(KIND_SINGULAR[type]) : t(SUGGESTION_KIND[kind])}
          </span>
        </div>
      ))}
    </div>
  );
}
