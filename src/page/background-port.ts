/**
 * Everything this room may ask of the world outside the page. The page room knows no extension API: the platform
 * implements this port over messages, and tests implement it with a few words to mark.
 */
import type { PageCalls, TabCalls } from '../protocol/calls.ts';
import type { Client } from '../protocol/client.ts';
import type { Handlers } from '../protocol/server.ts';

export interface BackgroundPort {
  /** Every call resolves, also when nobody answers (then with `failed`). */
  readonly calls: Client<PageCalls>;
  /** Answers the background's calls to this tab until the signal aborts. Registered once per document. */
  onCall(handlers: Handlers<TabCalls, undefined>, signal: AbortSignal): void;
  /** Address of the frame that shows one card. */
  cardUrl(ticket: string): string;
  /** Address of the frame that draws own marks. */
  ownMarksUrl(ticket: string): string;
  /** False for good once the extension was updated, disabled or removed under a page that is still open. */
  isAlive(): boolean;
}
