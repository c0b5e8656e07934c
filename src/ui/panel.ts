/** What every view and part may reach without being handed it: the port, the words, and the line of confirmation. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PanelPort } from './panel-port.ts';
import { createStore, type Store } from './store.ts';
import { createWords, type Words } from './words.ts';

export interface Panel extends Words {
  readonly port: PanelPort;
  /** The last confirmation ("Citation copied"); a new object each time, so that the same words are said again. */
  readonly notice: Store<{ readonly text: string } | null>;
  announce(text: string): void;
  /** Aborts when the page goes away. */
  readonly signal: AbortSignal;
}

export function createPanel(port: PanelPort, signal: AbortSignal): Panel {
  const notice = createStore<{ readonly text: string } | null>(null);
  return { ...createWords(port), port, notice, announce: (text) => notice.set({ text }), signal };
}

export const PanelContext = createContext<Panel | null>(null);

export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error('a view was drawn outside mount()');
  return panel;
}
