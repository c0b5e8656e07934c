/**
 * What the extension's scripts hold in a Chromium. All of its documents share one heap, each worker has its own;
 * summing over targets would count the documents' heap once for each tab of ours.
 */
import type { Browser, CDPSession } from 'puppeteer-core';

/** Bytes in use, garbage included. `background` is its session while it lives. */
export async function measureHeaps(
  browser: Browser,
  origin: string,
  background: CDPSession | null,
): Promise<number> {
  const pages = (await browser.pages()).filter((page) => page.url().startsWith(origin));
  const documents = await Promise.all(pages.map(async (page) => heapOf(await page.createCDPSession(), true)));
  const workers = await Promise.all(
    pages.flatMap((page) => page.workers()).map((worker) => heapOf(worker.client, false)),
  );
  const own = background ? await heapOf(background, false) : 0;
  return Math.max(0, ...documents) + workers.reduce((sum, bytes) => sum + bytes, own);
}

/** 0 when it is gone meanwhile. */
async function heapOf(session: CDPSession, isOnlyForThis: boolean): Promise<number> {
  try {
    const { usedSize, backingStorageSize = 0 } = (await session.send('Runtime.getHeapUsage')) as {
      readonly usedSize: number;
      /** Of array buffers: what a text or a pack is held in. */
      readonly backingStorageSize?: number;
    };
    if (isOnlyForThis) await session.detach();
    return usedSize + backingStorageSize;
  } catch {
    return 0;
  }
}
