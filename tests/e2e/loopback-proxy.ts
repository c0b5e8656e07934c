/**
 * The only network the browsers under test have: one proxy on loopback. It plays every host that ends in
 * `.test` from files and handlers, and refuses and counts everything else, HTTPS tunnels included. A run in
 * which `outside` stays empty is the proof that nothing left the browser.
 *
 * Pages are plain HTTP: `http://news.test/page.html` is the file `tests/e2e/pages/page.html`. A handler for
 * `news.test/page.html` comes before a file; a path ending in `/` means its `index.html`.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Answer {
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
}
type Handler = Answer | ((request: IncomingMessage) => Answer | Promise<Answer>);

interface Request {
  readonly method: string;
  /** The full address; of a tunnel only `host:port`. */
  readonly url: string;
}

export interface LoopbackProxy {
  readonly port: number;
  /** Requests to anything but a `.test` page over plain HTTP, in order. */
  readonly outside: readonly Request[];
  /** Requests that were answered here, in order. */
  readonly inside: readonly Request[];
  /** What the browser asked for itself, on loopback. */
  readonly chatter: readonly Request[];
  /** `where` is host and path, without query: `news.test/x`. */
  serve(where: string, handler: Handler): void;
  /** While blocked every request is refused (and counted on its side), as on a dead network. */
  block(blocked: boolean): void;
  close(): Promise<void>;
}

const PAGES = join(fileURLToPath(new URL('.', import.meta.url)), 'pages');

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xhtml': 'application/xhtml+xml',
  '.xml': 'application/xml',
};

/**
 * What a browser asks on its own account: tab icons, and the two services of Chromium that no switch turns
 * off, which the driver sends to this host (see `drive/chromium.ts`). Answered, listed apart.
 */
const CHATTER = (url: URL): boolean => url.hostname === 'browser.test' || url.pathname === '/favicon.ico';

export async function startLoopbackProxy(pagesDir: string = PAGES): Promise<LoopbackProxy> {
  const handlers = new Map<string, Handler>();
  const outside: Request[] = [];
  const inside: Request[] = [];
  const chatter: Request[] = [];
  const sockets = new Set<Socket>();
  let blocked = false;

  const server = createServer(async (request, response) => {
    const url = URL.parse(request.url ?? '');
    const ours = url !== null && url.protocol === 'http:' && url.hostname.endsWith('.test');
    const line = { method: request.method ?? '', url: request.url ?? '' };
    (!ours ? outside : CHATTER(url) ? chatter : inside).push(line);
    if (blocked) return cutOff(response);
    if (!ours) return void response.writeHead(502).end();
    const answer = await answerFor(url, request, handlers, pagesDir);
    // No caching, so that every visit is seen here.
    response.writeHead(answer.status ?? 200, { 'cache-control': 'no-store', ...answer.headers });
    response.end(answer.body);
  });
  server.on('connect', (request, socket) => {
    outside.push({ method: 'CONNECT', url: request.url ?? '' });
    socket.end('HTTP/1.1 502 Outside\r\n\r\n');
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    port: (server.address() as AddressInfo).port,
    outside,
    inside,
    chatter,
    serve: (where, handler) => void handlers.set(where, handler),
    block: (now) => {
      blocked = now;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function answerFor(
  url: URL,
  request: IncomingMessage,
  handlers: ReadonlyMap<string, Handler>,
  pagesDir: string,
): Promise<Answer> {
  const handler = handlers.get(`${url.hostname}${url.pathname}`);
  if (typeof handler === 'function') return handler(request);
  if (handler) return withType(handler, url.pathname);
  if (CHATTER(url)) return { status: 204, body: '' };
  const path = normalize(decodeURIComponent(url.pathname)).replace(/[/\\]$/, '/index.html');
  try {
    return withType({ body: await readFile(join(pagesDir, path)) }, path);
  } catch {
    return { status: 404, body: `No page ${path} in tests/e2e/pages and no handler for it.` };
  }
}

function withType(answer: Answer, path: string): Answer {
  const type = MEDIA_TYPES[extname(path)] ?? 'text/html; charset=utf-8';
  return { ...answer, headers: { 'content-type': type, ...answer.headers } };
}

/** What a dead network looks like; any answer would be shown as a page. Firefox asks ten times then. */
function cutOff(response: ServerResponse): void {
  response.socket?.destroy();
}
