/** `compare --pairs FILE`: for each pair of names whether they are the same, how sure, and why. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { compareNames } from '../../../entities/compare-names.ts';
import { writeLine } from '../json-lines-io.ts';
import { UsageError } from '../usage-error.ts';
import { type Command, lineSchema, NUMBER, TEXT, textOption } from './command.ts';

const TYPES = ['person', 'organization', 'place', 'event'] as const;

interface Pair {
  readonly id: string | number;
  readonly left: string;
  readonly right: string;
  readonly type: (typeof TYPES)[number] | undefined;
}

export const compare: Command = {
  options: { pairs: { type: 'string' } },
  required: ['pairs'],
  takesPaths: false,
  schema: lineSchema({
    id: { type: ['string', 'number'] },
    same: { type: 'boolean' },
    score: NUMBER,
    why: lineSchema({ code: TEXT, words: TEXT }),
  }),
  run: async (call) => {
    const file = textOption(call, 'pairs');
    if (file !== '-' && !(await stat(file).catch(() => null))?.isFile())
      throw new UsageError(`There is no file ${file}.`);
    const input = file === '-' ? process.stdin : createReadStream(file, 'utf8');
    let number = 0;
    let bad = 0;
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      if (line.trim() === '') continue;
      const pair = parsePair(line);
      if (typeof pair === 'string') {
        bad++;
        process.stderr.write(`line ${number}: ${pair}\n`);
      } else await writeLine({ id: pair.id, ...compareNames(pair.left, pair.right, pair.type) });
    }
    return bad > 0 ? 1 : 0;
  },
};

/** A pair, or what is wrong with the line. */
function parsePair(line: string): Pair | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'is not JSON.';
  }
  if (typeof value !== 'object' || value === null) return 'is no object.';
  const { id, left, right, type } = value as Partial<Record<keyof Pair, unknown>>;
  if (typeof id !== 'string' && typeof id !== 'number') return 'has no “id”.';
  if (typeof left !== 'string') return 'has no “left”.';
  if (typeof right !== 'string') return 'has no “right”.';
  const known = TYPES.find((name) => name === type);
  if (type !== undefined && type !== null && !known) return `“type” is none of ${TYPES.join(', ')}.`;
  return { id, left, right, type: known };
}
