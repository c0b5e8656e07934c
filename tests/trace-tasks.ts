/** What documents' threads did during an act, by DevTools' tracing: our pages' own threads are among them. */
import type { ChromiumPage } from '../src/platform/node/drive/chromium-view.ts';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  /** Microseconds the thread itself worked: unlike a duration, not longer when the machine is busy with others. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly name?: string };
}

/** Milliseconds of its own that each task took, a list for each main thread. */
export async function traceTasks(page: ChromiumPage, act: () => Promise<void>): Promise<number[][]> {
  const { tracing } = page.puppeteer;
  await tracing.start({ categories: ['toplevel'] });
  await act();
  const trace = JSON.parse(new TextDecoder().decode(await tracing.stop()));
  const events: readonly TraceEvent[] = trace.traceEvents;
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  return mains.map(({ pid, tid }) =>
    events
      .filter((one) => one.pid === pid && one.tid === tid && one.ph === 'X' && one.name.endsWith('RunTask'))
      .map(({ tdur = 0 }) => tdur / 1000),
  );
}
