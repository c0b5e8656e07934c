/** A card, opened as a reader does; once more when the page was scrolling under the pointer, as attacks make it do. */
import type { Page, View } from '../../src/platform/node/drive/driven-browser.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import { cardOn, hoverOver, overlaysOn } from '../e2e/story.ts';

export async function openCard(page: Page, words: string): Promise<View> {
  const isOpen = async () => (await overlaysOn(page)) === 1;
  const open = async (): Promise<{ card: View } | null> => {
    await page.hoverAt({ x: 2, y: 2 });
    await hoverOver(page, words);
    const isThere = await waitUntil(isOpen, { what: 'an overlay', timeoutMs: 1_500 }).catch(() => false);
    if (!isThere) return null;
    // Where the machine is busy a frame may come too late for its handshake, and is closed again.
    return cardOn(page).then(
      (card) => ({ card }),
      () => null,
    );
  };
  return (await waitUntil(open, { what: `a card on ${words}`, timeoutMs: 40_000 })).card;
}
