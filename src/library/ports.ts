/** What the use cases need from the world they run in; platform/ implements it, tests fake it. */
import type { PanelEvents, TabCalls } from '../protocol/calls.ts';
import type { Client } from '../protocol/client.ts';
import type { LookupView, Settings } from '../protocol/views.ts';
import type { Result } from '../text/result.ts';
import type { Archive } from './archive.ts';
import type { PageSummary } from './page-session.ts';

export interface Badge {
  /** Distinct names and events of the page that the archive knows. */
  readonly names: number;
  /** Sentences of the page that the archive printed before. */
  readonly sentences: number;
}

export interface LibraryPorts {
  /** Bundled and own articles together. Opens the archive once and keeps it; a failure is told to every caller. */
  archive(): Promise<Result<Archive>>;
  /** The bundled archive alone: what pages may learn about (TRUST R1). The same object as `archive` where there is nothing else. */
  bundled(): Promise<Result<Archive>>;
  settings: {
    read(): Promise<Settings>;
    change(change: Partial<Settings>): Promise<Settings>;
  };
  /** Survives the background's death, not the browser's: nothing here that cannot be made again. */
  summaries: {
    read(tabId: number): Promise<PageSummary | null>;
    write(tabId: number, summary: PageSummary): Promise<void>;
    readLookup(tabId: number): Promise<LookupView | null>;
    writeLookup(tabId: number, lookup: LookupView): Promise<void>;
    forget(tabId: number): Promise<void>;
  };
  tabs: {
    calls(tabId: number): Client<TabCalls>;
    describe(tabId: number): Promise<TabFacts>;
    /** Injects the content script where it does not run yet; false where the browser forbids it. */
    startReading(tabId: number): Promise<boolean>;
    /** A page of the extension, '/reader.html?…', in a new tab. */
    open(path: string): Promise<void>;
    showBadge(tabId: number, badge: Badge | null): Promise<void>;
  };
  announce<Name extends keyof PanelEvents>(event: Name, fact: PanelEvents[Name]): void;
  /** 32 hex digits of randomness. */
  randomTicket(): string;
  /** Milliseconds of some monotonous clock. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

export interface TabFacts {
  readonly host: string;
  readonly title: string;
  readonly url: string | null;
  /** Whether the extension may read this site without a click. */
  readonly access: 'everywhere' | 'site' | 'none' | 'unreachable';
  /** Loaded to the end: our script answers by now, or this is no page for readers (a PDF, an image, a feed). */
  readonly isLoaded?: boolean;
}
