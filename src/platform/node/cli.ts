/**
 * The command line: the product's use cases without a browser. `npm run --silent backstory -- <command> …`
 * Results are JSON Lines on standard output, progress and warnings on standard error; exit code 1 after bad lines or
 * refused files, 2 for an unusable argument.
 */
import { parseArgs } from 'node:util';
import { attribute } from './commands/attribute.ts';
import { bake } from './commands/bake.ts';
import type { Command } from './commands/command.ts';
import { compare } from './commands/compare.ts';
import { mentions } from './commands/mentions.ts';
import { names } from './commands/names.ts';
import { read } from './commands/read.ts';
import { related } from './commands/related.ts';
import { search } from './commands/search.ts';
import { seen } from './commands/seen.ts';
import { trace } from './commands/trace.ts';
import { UsageError } from './usage-error.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  bake,
  read,
  search,
  mentions,
  related,
  compare,
  trace,
  seen,
  attribute,
  names,
};

interface Parsed {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: string[];
}

async function main(): Promise<number> {
  const [name = '', ...rest] = process.argv.slice(2);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(`Say which command: ${Object.keys(COMMANDS).join(', ')}.`);
  const { values, positionals } = parse(command, rest) as Parsed;
  if (values['json-schema'] === true) {
    process.stdout.write(`${JSON.stringify(command.schema, null, 2)}\n`);
    return 0;
  }
  for (const option of command.required) {
    if (typeof values[option] !== 'string') throw new UsageError(`${name} needs --${option}.`);
  }
  if (command.takesPaths && positionals.length === 0)
    throw new UsageError(`${name} needs at least one file or folder.`);
  return command.run({ options: values, paths: positionals });
}

function parse(command: Command, args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: command.takesPaths,
      options: { ...command.options, 'json-schema': { type: 'boolean' } },
    });
  } catch (error) {
    throw new UsageError((error as Error).message.split('\n')[0] ?? 'The arguments cannot be used.');
  }
}

// A reader that closes early (head, less) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
