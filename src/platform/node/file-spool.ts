/** Spools on files; whoever opens them removes them. */
import { openSync, readSync, writeSync } from 'node:fs';
import type { Spool } from '../../library/spool.ts';

/** Written at once. */
const BUFFER_BYTES = 1 << 20;

/** Takes the place of what was there; the file is closed with the process. */
export function openFileSpool(path: string): Spool {
  const file = openSync(path, 'w+');
  const buffer = Buffer.alloc(BUFFER_BYTES);
  let [written, waiting] = [0, 0];
  const flush = () => {
    for (let at = 0; at < waiting; ) at += writeSync(file, buffer, at, waiting - at, written + at);
    written += waiting;
    waiting = 0;
  };
  return {
    get length() {
      return written + waiting;
    },
    append: (bytes) => {
      for (let at = 0; at < bytes.length; ) {
        if (waiting === BUFFER_BYTES) flush();
        const part = bytes.subarray(at, at + BUFFER_BYTES - waiting);
        buffer.set(part, waiting);
        waiting += part.length;
        at += part.length;
      }
    },
    read: (start, end) => {
      if (end > written) flush();
      const bytes = new Uint8Array(end - start);
      for (let at = 0; at < bytes.length; ) {
        const read = readSync(file, bytes, at, bytes.length - at, start + at);
        if (read === 0) throw new Error(`${path} ends before byte ${end}.`);
        at += read;
      }
      return bytes;
    },
  };
}
