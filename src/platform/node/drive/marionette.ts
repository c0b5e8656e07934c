/**
 * A client for Marionette, Firefox's own remote protocol, as small as the drivers need.
 *
 * Why not WebDriver BiDi alone: BiDi refuses to navigate to `moz-extension://` and sees neither the toolbar
 * popup, the sidebar, nor the background page. Marionette runs scripts in the browser's chrome context,
 * which reaches all of them.
 *
 * On the wire: `<length in bytes>:<JSON>`. A command is `[0, id, name, parameters]`, its answer
 * `[1, id, error | null, result]`; the server's first packet is a greeting.
 * https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
import { connect, type Socket } from 'node:net';

type Pending = { resolve(value: unknown): void; reject(reason: Error): void };
type Answer = [1, number, { error: string; message: string } | null, unknown];

export class Marionette {
  readonly #socket: Socket;
  readonly #pending = new Map<number, Pending>();
  #received: Buffer = Buffer.alloc(0);
  #lastId = 0;
  #greeted: () => void = () => {};

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (bytes: Buffer) => this.#receive(bytes));
    socket.on('error', (error) => this.#failAll(error));
    socket.on('close', () => this.#failAll(new Error('Firefox closed the Marionette connection')));
  }

  /** Connects on loopback, opens a session, and stays in the chrome context. */
  static async connect(port: number): Promise<Marionette> {
    const socket = await new Promise<Socket>((resolve, reject) => {
      const opening = connect({ host: '127.0.0.1', port }, () => resolve(opening));
      opening.once('error', reject);
    });
    const client = new Marionette(socket);
    await new Promise<void>((resolve) => {
      client.#greeted = resolve;
    });
    await client.command('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
    await client.command('Marionette:SetContext', { value: 'chrome' });
    return client;
  }

  command(name: string, parameters: object = {}): Promise<unknown> {
    if (this.#socket.destroyed) return Promise.reject(new Error('Firefox is gone'));
    const id = ++this.#lastId;
    const json = JSON.stringify([0, id, name, parameters]);
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#socket.write(`${Buffer.byteLength(json)}:${json}`);
    });
  }

  /**
   * Runs the body of an async function in the browser's chrome context; `args` are its parameters, by
   * position in the array `args`. The result must be JSON.
   */
  async chrome<R>(body: string, args: readonly unknown[] = [], timeoutMs = 30_000): Promise<R> {
    const script = `const args = arguments; return (async () => { ${body} })();`;
    const answer = await this.command('WebDriver:ExecuteScript', {
      script,
      args,
      scriptTimeout: timeoutMs,
      sandbox: 'system',
      newSandbox: false,
    });
    return (answer as { value: R }).value;
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(bytes: Buffer): void {
    this.#received = Buffer.concat([this.#received, bytes]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      if (colon < 0) return;
      const length = Number(this.#received.subarray(0, colon).toString('latin1'));
      const end = colon + 1 + length;
      if (this.#received.length < end) return;
      const packet: unknown = JSON.parse(this.#received.subarray(colon + 1, end).toString('utf8'));
      this.#received = this.#received.subarray(end);
      this.#settle(packet);
    }
  }

  #settle(packet: unknown): void {
    if (!Array.isArray(packet)) {
      this.#greeted();
      return;
    }
    const [, id, error, result] = packet as Answer;
    const waiting = this.#pending.get(id);
    this.#pending.delete(id);
    if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
    else waiting?.resolve(result);
  }

  #failAll(error: Error): void {
    for (const waiting of this.#pending.values()) waiting.reject(error);
    this.#pending.clear();
  }
}
