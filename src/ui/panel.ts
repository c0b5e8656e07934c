/** What every view and part may reach without being handed it: the port, the words, and the line of confirmation. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PanelPort } from './panel-port.ts';
import { createStore, type Store } from './store.ts';
import { createWords, type Words } from './words.ts';

/** What was just done, and how it is taken back. */
interface Undoable {
  readonly text: string;
  undo(): Promise<unknown>;
}

export interface Panel extends Words {
  readonly port: PanelPort;
  /** The last confirmation ("Citation copied"); a new object each time, so that the same words are said again. */
  readonly notice: Store<{ readonly text: string } | null>;
  announce(text: string): void;
  /** The last act that can be taken back. */
  readonly undoable: Store<Undoable | null>;
  /** Aborts when the page goes away. */
  readonly signal: AbortSignal;
}

export function createPanel(port: PanelPort, signal: AbortSignal): Panel {
  const notice = createStore<{ readonly text: string } | null>(null);
  const undoable = createStore<Undoable | null>(null);
  return { ...createWords(port), port, notice, announce: (text) => notice.set({ text }), undoable, signal };
}

export const PanelContext = createContext<Panel | null>(null);

export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error('a view was drawn outside mount()');
  return panel;
}
