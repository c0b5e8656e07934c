/** State that outlives one drawing: a value, a way to replace it, and whoever wants to hear about it. */
import { useEffect, useReducer } from 'preact/hooks';

export interface Store<T> {
  readonly value: T;
  set(next: T): void;
  patch(part: Partial<T>): void;
  subscribe(listener: () => void): () => void;
}

export function createStore<T>(initial: T): Store<T> {
  const listeners = new Set<() => void>();
  let value = initial;
  const store: Store<T> = {
    get value() {
      return value;
    },
    set(next) {
      value = next;
      for (const listener of listeners) listener();
    },
    patch: (part) => store.set({ ...value, ...part }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return store;
}

/** The store's value now; draws again whenever it is replaced. */
export function useStore<T>(store: Store<T>): T {
  const [, draw] = useReducer<number, undefined>((count) => count + 1, 0);
  const { value } = store;
  useEffect(() => {
    // Effects run after the drawing: what changed in between would be missed.
    if (store.value !== value) draw(undefined);
    return store.subscribe(() => draw(undefined));
  }, [store]);
  return value;
}
