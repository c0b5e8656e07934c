/**
 * Polling, the one way of waiting in the drivers: what a browser announces differs per browser, what a
 * document shows does not. 40 ms is under a reader's notice and costs a browser nothing.
 */
import { setTimeout as sleep } from 'node:timers/promises';

export interface WaitOptions {
  /** Default 10,000. */
  readonly timeoutMs?: number;
  /** What is awaited, for the error: "the badge to say 3". */
  readonly what?: string;
}

/** What a truthy answer can be. */
export type Truthy<T> = Exclude<T, null | undefined | false | 0 | ''>;

export async function waitUntil<T>(
  read: () => Promise<T> | T,
  { timeoutMs = 10_000, what = 'a condition' }: WaitOptions = {},
): Promise<Truthy<T>> {
  const deadline = performance.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      last = await read();
      if (last) return last as Truthy<T>;
    } catch (error) {
      last = error;
    }
    if (performance.now() > deadline) {
      const seen = last instanceof Error ? last.message : JSON.stringify(last);
      throw new Error(`Waited ${timeoutMs} ms for ${what}; last seen: ${seen}`);
    }
    await sleep(40);
  }
}
