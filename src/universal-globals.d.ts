/**
 * What the pure rooms may use beyond ECMAScript: the few globals of the Minimum Common Web API (ECMA-429) that
 * every runtime we run in has with the same meaning. Declared here, one by one, so that the list stays visible:
 * a `document`, `fetch`, `process` or `browser` in a pure room is a compile error.
 */
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string;
}
declare class URL {
  constructor(url: string, base?: string);
  readonly href: string;
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly search: string;
  hash: string;
}
declare const crypto: {
  readonly subtle: { digest(algorithm: 'SHA-256', data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> };
  getRandomValues<T extends Uint8Array>(array: T): T;
};
