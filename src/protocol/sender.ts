/**
 * Who sent a message, decided from what the browser says of the sender and from nothing the message holds.
 *
 * Privilege is our own origin. A content script (our id, a web page's origin, top frame of a tab) may ask PageCalls;
 * anything else (a frame, another extension, an opaque origin) is nobody. `sender.tab` tells which tab, never a right.
 */

/** The parts of `runtime.MessageSender` that count. */
export interface SenderFacts {
  readonly id?: string | undefined;
  /** Chrome fills it in; Firefox does not. */
  readonly origin?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  /** Its address follows a page that moves itself (`pushState`); `url` is the one the document was loaded with. */
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
}

export type Sender =
  | { readonly kind: 'panel'; readonly tabId: number | null }
  | { readonly kind: 'page'; readonly tabId: number; readonly url: string | null }
  | { readonly kind: 'nobody' };

const NOBODY: Sender = { kind: 'nobody' };

/** `own.url` is the extension's root address, with its trailing slash. */
export function classifySender(
  sender: SenderFacts,
  own: { readonly id: string; readonly url: string },
): Sender {
  if (sender.id !== own.id) return NOBODY;
  const tabId = sender.tab?.id ?? null;
  if (isOwnPage(sender, own.url)) return { kind: 'panel', tabId };
  if (tabId === null || sender.frameId !== 0) return NOBODY;
  return { kind: 'page', tabId, url: sender.tab?.url ?? null };
}

/** Where the browser names no origin (Firefox) the address decides; an opaque origin ("null") is never ours. */
function isOwnPage({ origin, url }: SenderFacts, own: string): boolean {
  if (origin !== undefined) return `${origin}/` === own;
  return url?.startsWith(own) === true;
}
