/** What every part of the Archive page may reach: its port. */
import { createContext } from 'preact';
import { useContext, useEffect, useReducer, useRef } from 'preact/hooks';
import type { Result } from '../../text/result.ts';
import type { ArchivePort } from '../archive-port.ts';
import { type Panel, usePanel } from '../panel.ts';
import { type Answer, useAnswer } from '../use-answer.ts';

export interface ArchivePage {
  readonly port: ArchivePort;
}

export const ArchivePageContext = createContext<ArchivePage | null>(null);

export function useArchivePage(): ArchivePage {
  const page = useContext(ArchivePageContext);
  if (!page) throw new Error('a part of the Archive page was drawn outside it');
  return page;
}

/**
 * Asks again whenever the archive changes; the old answer to the same question (`keys`) stays until the new one is
 * there, so that dialogs, reports and selections outlive a change.
 */
export function useFresh<T>(
  ask: (page: ArchivePage, panel: Panel) => Promise<Result<T>>,
  keys: readonly unknown[] = [],
): Answer<T> {
  const page = useArchivePage();
  const panel = usePanel();
  const [changes, count] = useReducer<number, undefined>((seen) => seen + 1, 0);
  useEffect(() => {
    const listening = new AbortController();
    page.port.onChange(() => count(undefined), listening.signal);
    return () => listening.abort();
  }, []);
  const answer = useAnswer(() => ask(page, panel), [changes, ...keys]);
  const question = JSON.stringify(keys);
  const last = useRef<{ readonly question: string; readonly answer: Answer<T> } | null>(null);
  if (answer.state !== 'loading') last.current = { question, answer };
  return last.current?.question === question ? last.current.answer : answer;
}
