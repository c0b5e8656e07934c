/**
 * The search box's memory: suggestions at once, results a moment after the last letter, older answers dropped.
 * Results of the previous words stay until new ones are there, so nothing ever flashes "0 results".
 */

import type { SearchView, SuggestionView } from '../protocol/views.ts';
import type { ErrorCode } from '../text/result.ts';
import type { PanelPort } from './panel-port.ts';
import { createStore, type Store } from './store.ts';

interface SearchState {
  readonly text: string;
  readonly suggestions: readonly SuggestionView[];
  readonly results: SearchView | null;
  readonly loading: boolean;
  readonly error: ErrorCode | null;
  /** Articles are on their way into the archive, and may answer in a moment. */
  readonly isAdding: boolean;
  /** As many passages as were asked for: there may be more. */
  readonly isCut: boolean;
}

export interface Search {
  readonly state: Store<SearchState>;
  type(text: string): void;
  /** Takes a suggestion: its query becomes the text, and no further suggestions open. */
  accept(query: string): void;
  closeSuggestions(): void;
  /** Lists more passages of the same answer. */
  more(): void;
  /** The results of the text as it stands now, waiting for them if need be; null when the search failed. */
  settle(): Promise<SearchView | null>;
}

const EMPTY: SearchState = {
  text: '',
  suggestions: [],
  results: null,
  loading: false,
  error: null,
  isAdding: false,
  isCut: false,
};
const SUGGEST_FROM_LETTERS = 2;
const SUGGESTION_LIMIT = 5;
/** Passages listed at first, and added with each wish for more. */
const RESULT_STEP = 20;
/** Who has not found it among so many asks more exactly. */
export const MOST_RESULTS = 200;
/** Shorter than the pause between two keystrokes of a fast typist would search every letter. */
const TYPING_PAUSE_MS = 90;
/** Between two looks at whether what is being added is there. */
const ADDING_POLL_MS = 500;

/**
 * `text`: what is searched at once, '' for nothing (the address bar opens a search with its words). Until `signal` ends,
 * an open search is asked again when the archive changes: what was just saved is found without typing once more.
 */
export function createSearch(port: PanelPort, text: string, signal: AbortSignal): Search {
  const state = createStore<SearchState>(EMPTY);
  let asked = 0;
  let limit = RESULT_STEP;
  /** The question whose suggestions may still be shown; 0 when none may. */
  let suggesting = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let poll: ReturnType<typeof setTimeout> | undefined;
  let pending: Promise<void> = Promise.resolve();

  async function find(ask: number, text: string): Promise<void> {
    clearTimeout(poll);
    const answer = await port.calls.search({ text, limit });
    if (ask !== asked) return;
    if (!answer.ok) return state.patch({ loading: false, error: answer.error.code });
    const isCut = answer.value.passages.length >= limit;
    const found = { results: answer.value, isCut, loading: false, error: null };
    if (answer.value.names.length + answer.value.passages.length > 0) state.patch(found);
    // Before anything is called nothing: what was just saved is not there yet.
    const isAdding = await port.isAdding();
    if (ask !== asked || signal.aborted) return;
    state.patch({ ...found, isAdding });
    if (isAdding) poll = setTimeout(lookAgain, ADDING_POLL_MS);
  }

  /** The background is told of the end at the same time: one pause later it surely answers from the new state. */
  async function lookAgain(): Promise<void> {
    const ask = asked;
    const isAdding = await port.isAdding();
    if (ask === asked && !signal.aborted) poll = setTimeout(isAdding ? lookAgain : askAgain, ADDING_POLL_MS);
  }

  async function suggest(ask: number, text: string): Promise<void> {
    const answer = await port.calls.suggest({ text, limit: SUGGESTION_LIMIT });
    if (ask === suggesting) state.patch({ suggestions: answer.ok ? answer.value : [] });
  }

  function start(text: string, withSuggestions: boolean): void {
    clearTimeout(pause);
    clearTimeout(poll);
    const ask = ++asked;
    suggesting = 0;
    limit = RESULT_STEP;
    if (text.trim() === '') {
      state.set({ ...EMPTY, text });
      return;
    }
    state.patch({ text, loading: true, error: null });
    if (withSuggestions && [...text.trim()].length >= SUGGEST_FROM_LETTERS) {
      suggesting = ask;
      void suggest(ask, text);
    } else state.patch({ suggestions: [] });
    pending = new Promise((done) => {
      pause = setTimeout(() => void find(ask, text).then(done), withSuggestions ? TYPING_PAUSE_MS : 0);
    });
  }

  function askAgain(): void {
    if (state.value.text.trim() !== '') pending = find(++asked, state.value.text);
  }
  function more(): void {
    limit = Math.min(MOST_RESULTS, limit + RESULT_STEP);
    state.patch({ loading: true });
    askAgain();
  }
  port.onEvent('holdingsChanged', askAgain, signal);
  if (text !== '') start(text, false);
  return {
    state,
    type: (text) => start(text, true),
    accept: (query) => start(query, false),
    more,
    closeSuggestions() {
      suggesting = 0;
      state.patch({ suggestions: [] });
    },
    async settle() {
      const ask = asked;
      await pending;
      return ask === asked && state.value.error === null ? state.value.results : null;
    },
  };
}
