/** Content digests: the name by which bytes are recognised again, in provenance, pack manifests and shards. */

/** 'sha256:' and 64 hex digits of the SHA-256 (FIPS 180-4) of `bytes`. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  let hex = '';
  for (const byte of hash) hex += byte.toString(16).padStart(2, '0');
  return `sha256:${hex}`;
}

const DIGEST = /^sha256:[0-9a-f]{64}$/;

export function isDigest(text: string): boolean {
  return DIGEST.test(text);
}

/** The digest of pieces one behind the other. */
export interface RunningDigest {
  add(bytes: Uint8Array<ArrayBuffer>): void;
  end(): Promise<string>;
}

/** Holds the pieces until the end: Web Crypto knows whole bytes alone. */
export function wholeDigest(): RunningDigest {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  return {
    add: (bytes) => void pieces.push(bytes),
    end: () => digestOf(pieces.length === 1 ? (pieces[0] as Uint8Array<ArrayBuffer>) : joinBytes(pieces)),
  };
}

export function joinBytes(pieces: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const piece of pieces) {
    whole.set(piece, end);
    end += piece.length;
  }
  return whole;
}
