/**
 * The one door between the views and the world: calls to the background, the active tab, site access, the
 * clipboard, other pages of ours, translated words. No view knows a browser; platform/browser/panel-port.ts
 * implements this, tests and the gallery fake it.
 */

import type messages from '../../public/_locales/en/messages.json';
import type { CorrectionCalls } from '../protocol/archive-calls.ts';
import type { PanelCalls, PanelEvents } from '../protocol/calls.ts';
import type { Client } from '../protocol/client.ts';
import type { TextPosition } from '../text/position.ts';
import type { ArticleId, PassageId } from './nouns.ts';
import type { SavePort } from './save-port.ts';

/** Every text a reader sees stands in `_locales` under one of these names. */
export type MessageKey = keyof typeof messages;

export interface ActiveTab {
  readonly tabId: number;
  /** Host name without port; '' when the browser does not tell us (no access to this tab). */
  readonly host: string;
  /** null when the browser does not tell us. */
  readonly url: string | null;
  /** False for browser pages, stores and other places that no extension may read. */
  readonly readable: boolean;
}

/** Parts of `entrypoints/help/index.html`, by their ids. */
export type HelpTopic = 'first-steps' | 'search' | 'adding' | 'seen-before' | 'names' | 'keeping' | 'privacy';

export interface Shortcut {
  /** What it does, in the reader's language. */
  readonly name: string;
  /** As the browser prints it ('Alt+Shift+K'); '' when unset. */
  readonly keys: string;
}

export interface PanelPort {
  readonly calls: Client<PanelCalls>;
  /** Listens until the signal aborts. Events may be missed: each only says "ask again". */
  onEvent<Name extends keyof PanelEvents>(
    name: Name,
    listener: (fact: PanelEvents[Name]) => void,
    signal: AbortSignal,
  ): void;

  activeTab(): Promise<ActiveTab>;
  /** Another tab became active in this window, or the active one went to another address. */
  onActiveTabChange(listener: (tab: ActiveTab) => void, signal: AbortSignal): void;

  /** The words that are selected in this tab; '' for none, in a field, or where the browser lets us read nothing. */
  selectedIn(tabId: number): Promise<string>;

  /** `i18n.getMessage`; '' for an unknown key. */
  message(key: MessageKey, substitutions?: readonly string[]): string;
  /** The browser's interface language, BCP 47; for dates and numbers. */
  readonly locale: string;
  readonly browser: 'chromium' | 'firefox';

  /** Match patterns ('*://*\/*', '*://example.org/*'). Views call this synchronously in the click handler. */
  requestSite(origins: readonly string[]): Promise<boolean>;
  hasSite(origins: readonly string[]): Promise<boolean>;
  removeSite(origins: readonly string[]): Promise<boolean>;
  /** The match patterns granted now (`permissions.getAll().origins`). */
  grantedSites(): Promise<readonly string[]>;

  /** Saving pages; opened when it is first used. */
  readonly saving: SavePort;
  /** Whether articles are on their way into the archive: kept, and not found by a search yet. */
  isAdding(): Promise<boolean>;
  /** Decisions about names; the Archive page has its own door to the same ones. */
  readonly correcting: Client<CorrectionCalls>;
  /** `part`: what is highlighted of the article's body instead of the whole passage. */
  openReader(articleId: ArticleId, passageId: PassageId | null, part?: TextPosition): void;
  /** Synchronously in the click handler too: browsers open panels only on a reader's act. */
  openPanel(): void;
  openOptions(): void;
  openWelcome(): void;
  /** The help page, at one of its parts. */
  openHelp(topic: HelpTopic): void;
  /** The Archive page; with a name, its entry in the names editor. */
  openArchive(name: string | null): void;
  openShortcutSettings(): void;
  shortcuts(): Promise<readonly Shortcut[]>;

  /** False when the browser refused the clipboard. */
  copy(text: string): Promise<boolean>;
  /** A file among the reader's downloads. */
  saveFile(name: string, content: Blob): void;
  /** This page's own address: `?article=…&passage=…&part=…` of the reader. */
  readonly searchParams: URLSearchParams;
  /** Without the '#': the card's ticket. */
  readonly hash: string;
}
