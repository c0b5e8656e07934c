/** What the evaluations of formats count in, and how they read a file: as an import does, with every library at hand. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { CaptureOutcome } from '../../src/capture/capture-outcome.ts';
import { captureFile } from '../../src/capture/formats.ts';
import { loadPdf, unbrotli } from '../../src/platform/node/unpack-libraries.ts';
import type { Figure } from './figure.ts';

/** `BACKSTORY_TELL=1` lists what was missed: for finding out why, never for counting. */
const IS_TELLING = process.env.BACKSTORY_TELL === '1';

export class Tally {
  right = 0;
  wanted = 0;
  check(isRight: boolean, what: string): void {
    this.wanted++;
    if (isRight) this.right++;
    else if (IS_TELLING) console.log(`  missed ${what}`);
  }
  figure(set: string, measure: string, peers: Figure['peers'] = {}): Figure {
    return {
      set,
      measure: `${measure} (of ${this.wanted})`,
      value: this.right / Math.max(this.wanted, 1),
      target: 1,
      peers,
    };
  }
}

export const bytesOf = (path: string) => new Uint8Array(readFileSync(path));
export const flat = (text: unknown) =>
  String(text ?? '')
    .replace(/\s+/g, ' ')
    .trim();

export async function outcomesOf(path: string, file = basename(path)): Promise<CaptureOutcome[]> {
  const outcomes: CaptureOutcome[] = [];
  const context = { file, collection: 'yours', capturedAt: null, sidecar: null, loadPdf, unbrotli } as const;
  for await (const outcome of captureFile(bytesOf(path), context)) outcomes.push(outcome);
  return outcomes;
}
