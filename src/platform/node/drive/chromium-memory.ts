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

/** Twice: what the first sweep frees may hold what the second one frees. */
export async function sweepHeaps(
  browser: Browser,
  origin: string,
  background: CDPSession | null,
): Promise<void> {
  const pages = (await browser.pages()).filter((page) => page.url().startsWith(origin));
  const sessions = await Promise.all(pages.slice(0, 1).map((page) => page.createCDPSession()));
  for (let round = 0; round < 2; round++)
    for (const session of background ? [...sessions, background] : sessions)
      await session.send('HeapProfiler.collectGarbage').catch(() => {});
  await Promise.all(sessions.map((session) => session.detach().catch(() => {})));
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
