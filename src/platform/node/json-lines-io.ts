/** JSON Lines in and out: streaming, in order, bad lines reported by number and skipped. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { UsageError } from './usage-error.ts';

/** One usable input line. `id` is repeated in the answer. */
export interface InputLine {
  readonly id: string | number;
  readonly text: string;
  readonly lang?: string;
  readonly url?: string;
}

export interface LineReport {
  bad: number;
}

/** Lines with an `id` and a `text`; everything else is told on standard error. `-` is standard input. */
export async function* readLines(file: string, report: LineReport): AsyncGenerator<InputLine> {
  if (file !== '-' && !(await stat(file).catch(() => null))?.isFile())
    throw new UsageError(`There is no file ${file}.`);
  const input = file === '-' ? process.stdin : createReadStream(file, 'utf8');
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const parsed = parseLine(line);
    if (typeof parsed === 'string') {
      report.bad++;
      process.stderr.write(`line ${number}: ${parsed}\n`);
    } else yield parsed;
  }
}

function parseLine(line: string): InputLine | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'is not JSON.';
  }
  const fields = value as Partial<Record<keyof InputLine, unknown>> | null;
  if (typeof fields !== 'object' || fields === null) return 'is no object.';
  const { id, text, lang, url } = fields;
  if (typeof id !== 'string' && typeof id !== 'number') return 'has no “id”.';
  if (typeof text !== 'string') return 'has no “text”.';
  return {
    id,
    text,
    ...(typeof lang === 'string' && { lang }),
    ...(typeof url === 'string' && { url }),
  };
}

/** Waits when the reader of standard output is slower than we are, so that memory stays constant. */
export async function writeLine(value: unknown): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(value)}\n`)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}
