/** The command line as a caller sees it: arguments and standard input in, exit code and both outputs out. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../../../src/platform/node/cli.ts', import.meta.url));

/** Compiled once for the dozens of starts of a test file. */
const COMPILED = fileURLToPath(new URL('../../../../node_modules/.cache/backstory-cli', import.meta.url));
const ENVIRONMENT = { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: COMPILED };

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function runCli(args: readonly string[], input = ''): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { env: ENVIRONMENT });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
    child.stdin.end(input);
  });
}

export type Line = Readonly<Record<string, unknown>>;

export function linesOf({ stdout }: Outcome): Line[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}
