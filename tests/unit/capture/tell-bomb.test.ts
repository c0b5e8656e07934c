import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type CaptureContext, type CaptureOutcome, refuse } from '../../../src/capture/capture-outcome.ts';
import { tellBomb } from '../../../src/capture/tell-bomb.ts';
import { capture } from './collect.ts';

const context: CaptureContext = { file: 'a.gz', collection: 'yours', capturedAt: null, sidecar: null };

async function collect(outcomes: AsyncIterable<CaptureOutcome>): Promise<CaptureOutcome[]> {
  const all: CaptureOutcome[] = [];
  for await (const outcome of outcomes) all.push(outcome);
  return all;
}

describe('a bomb that begins as something else', () => {
  const bomb = gzipSync(new Uint8Array(40 * 2 ** 20), { level: 9 }) as Uint8Array<ArrayBuffer>;

  it.each(['a.gz', 'a.csv.gz', 'a.xml.gz', 'a.tar.gz', 'a.gz.gz'])('is said to be one: %s', async (name) => {
    const used = process.cpuUsage();
    expect(await capture(name, bomb)).toMatchObject([
      { ok: false, code: 'bomb', reason: expect.stringMatching(/unpacks to more than \d+ MiB/) },
    ]);
    // Microseconds of this process: a file of zeros once took the XML parser 48 seconds.
    expect(process.cpuUsage(used).user).toBeLessThan(2_000_000);
  });

  it('is not confused with a small file of its kind', async () => {
    const small = gzipSync(new Uint8Array(5_000)) as Uint8Array<ArrayBuffer>;
    expect(await capture('a.gz', small)).toMatchObject([{ ok: false, code: 'binary' }]);
  });

  it('is looked for in 64 MiB and no further', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
      for (;;) {
        given += 2 ** 20;
        yield new Uint8Array(2 ** 20);
      }
    }
    async function* refused(): AsyncGenerator<CaptureOutcome> {
      yield refuse(context, 'binary', 'The file holds binary data, not text.');
    }
    expect(await collect(tellBomb(endless(), context, refused))).toMatchObject([{ code: 'binary' }]);
    expect(given).toBe(64 * 2 ** 20);
  });

  it('is not looked for behind a file of which something was read', async () => {
    let given = 0;
    async function* pieces(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
      for (; ; given++) yield new Uint8Array(1);
    }
    async function* two(): AsyncGenerator<CaptureOutcome> {
      yield refuse(context, 'binary', 'One.');
      yield refuse(context, 'binary', 'Two.');
    }
    expect(await collect(tellBomb(pieces(), context, two))).toMatchObject([
      { reason: 'One.' },
      { reason: 'Two.' },
    ]);
    expect(given).toBe(0);
  });
});
