/**
 * Serves the project's own TypeScript to a browser as modules, types stripped, so that benches measure the sources
 * themselves and need no bundler. Loopback only.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SCRIPT = 'text/javascript; charset=utf-8';
const EMPTY_PAGE = '<!doctype html><html lang="en"><title>Bench</title><body></body></html>';

export interface SourceServer {
  /** `http://127.0.0.1:<port>`; `/` is an empty page, other paths are files of the project. */
  readonly origin: string;
  close(): void;
}

export async function serveSources(): Promise<SourceServer> {
  const server: Server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path === '/') return void response.setHeader('content-type', 'text/html').end(EMPTY_PAGE);
    try {
      const source = await readFile(join(root, path), 'utf8');
      response
        .setHeader('content-type', SCRIPT)
        .end(path.endsWith('.ts') ? stripTypeScriptTypes(source) : source);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
