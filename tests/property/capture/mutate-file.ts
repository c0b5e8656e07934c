/** Files as disks, lines and hostile hands damage them: a function of the file and a list of changes, for properties and fuzzing. */
import fc from 'fast-check';
import { join } from '../../unit/capture/sample-files.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes changed, dropped, doubled and cut, as disks, lines and people do it. */
const mutation = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'drop', 'double', 'zero', 'insert'),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  length: fc.integer({ min: 1, max: 40 }),
  value: fc.integer({ min: 0, max: 255 }),
});

/** One to four of them. */
export const mutations = fc.array(mutation, { minLength: 1, maxLength: 4 });

/** What hostile hands put into files. */
const INSERTS = [
  '<',
  '"',
  '\\',
  '__proto__',
  'javascript:alert(1)',
  '../../etc/passwd',
  'Content-Length: 99999999999\r\n',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<div>'.repeat(300),
  '['.repeat(2_000),
  '{"a":'.repeat(1_500),
  '\u202e',
].map((text) => new TextEncoder().encode(text));

export function mutateFile(
  bytes: Bytes,
  changes: typeof mutations extends fc.Arbitrary<infer T> ? T : never,
): Bytes {
  let result = bytes;
  for (const { kind, at, length, value } of changes) {
    const from = Math.floor(at * result.length);
    const [before, middle, after] = [
      result.slice(0, from),
      result.slice(from, from + length),
      result.slice(from + length),
    ];
    if (kind === 'cut') result = before;
    else if (kind === 'drop') result = join([before, after]);
    else if (kind === 'insert') result = join([before, INSERTS[value % INSERTS.length]!, middle, after]);
    else if (kind === 'double') result = join([before, middle, middle, after]);
    else result = join([before, middle.fill(kind === 'flip' ? value : 0), after]);
  }
  return result;
}
