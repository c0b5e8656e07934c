/** One call to the background as state of a view: asked when `keys` change, an overtaken answer is dropped. */
import { useEffect, useState } from 'preact/hooks';
import type { ErrorCode, Result } from '../text/result.ts';

export type Answer<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly code: ErrorCode };

const LOADING = { state: 'loading' } as const;

export function useAnswer<T>(ask: () => Promise<Result<T>>, keys: readonly unknown[]): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>(LOADING);
  useEffect(() => {
    let overtaken = false;
    setAnswer(LOADING);
    void ask().then((result) => {
      if (overtaken) return;
      setAnswer(
        result.ok ? { state: 'ready', value: result.value } : { state: 'failed', code: result.error.code },
      );
    });
    return () => {
      overtaken = true;
    };
  }, keys);
  return answer;
}
