/**
 * XML as a stream of elements, read by saxes in memory that does not grow with the file.
 *
 * A DOM parser expands entities first: a kilobyte of them has stopped a browser for 15 seconds. Here a file that
 * declares entities is refused before the parser sees it, and depth is limited. Feeds are often not well-formed: what
 * the parser can pass over, it passes over; the first fault is kept for the case that nothing was found. O(bytes).
 */
import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import type { ByteSource } from './capture-outcome.ts';
import { encodingOf } from './decode-text.ts';
import { chunksOf, peek } from './read-bytes.ts';

export interface XmlTag {
  /** Without prefix. */
  readonly name: string;
  /** As written; '' for none. */
  readonly prefix: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
}

export interface XmlHandler {
  open(tag: XmlTag): void;
  close(): void;
  text(text: string): void;
}

/** Thrown while reading; its message is a sentence. */
export class XmlError extends Error {
  readonly code: 'bomb' | 'damaged';
  constructor(code: XmlError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Feeds have 10, office documents 40. */
const DEEPEST = 500;
/** A feed that uses undeclared entities has one each; a file of zeros one a byte, and each costs as much as an exception. */
const MOST_FAULTS = 50_000;
const HEAD_BYTES = 65_536;
/**
 * A DOCTYPE with declarations of its own, before the first element. One that only names a DTD elsewhere, as RSS 0.91 has
 * it, is harmless: nothing is loaded. The same words in an entry's text (an article about XML) declare nothing.
 */
const OWN_DECLARATIONS =
  /^[\ufeff\s]*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*)*<!DOCTYPE(?:"[^"]*"|'[^']*'|[^>"'[])*\[/i;

/**
 * Calls `handler` in document order and yields after each piece of input. Its value is the first fault that was passed
 * over, or null. Throws {@link XmlError} for entities, depth, and a file with no element at all.
 */
export async function* readXml(source: ByteSource, handler: XmlHandler): AsyncGenerator<void, string | null> {
  const peeked = await peek(source, HEAD_BYTES);
  const decoder = new TextDecoder(xmlEncoding(peeked.head));
  const head = decoder.decode(peeked.head.slice(0), { stream: true });
  if (OWN_DECLARATIONS.test(head))
    throw new XmlError(
      'bomb',
      'The file declares entities of its own, which can unpack to any size; it was not read.',
    );
  const reading = startParser(handler);
  const again = new TextDecoder(xmlEncoding(peeked.head));
  let isStart = true;
  for await (const chunk of chunksOf(peeked.source)) {
    for (let at = 0; at < chunk.length; at += HEAD_BYTES) {
      let text = again.decode(chunk.subarray(at, at + HEAD_BYTES), { stream: true });
      if (isStart) text = text.replace(/^[\ufeff\s]+/, '');
      if (text !== '') isStart = false;
      reading.write(text);
      yield;
      // Only here, so that what was read before the faults is not lost.
      if (reading.faults() > MOST_FAULTS)
        throw new XmlError('damaged', 'The file is no XML, or too damaged to be read.');
    }
  }
  return reading.end();
}

interface Reading {
  write(text: string): void;
  faults(): number;
  end(): string | null;
}

function startParser(handler: XmlHandler): Reading {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  let fault: string | null = null;
  let faults = 0;
  parser.on('error', (error) => {
    fault ??= error.message;
    faults++;
  });
  parser.on('doctype', (doctype) => {
    if (/\[|<!ENTITY/i.test(doctype.replace(/"[^"]*"|'[^']*'/g, '')))
      throw new XmlError('bomb', 'The file declares entities of its own; it was not read.');
  });
  parser.on('opentag', (tag) => {
    if (++depth > DEEPEST)
      throw new XmlError('bomb', `The file is nested more than ${DEEPEST} deep; it was not read.`);
    handler.open(tagOf(tag));
  });
  parser.on('closetag', () => {
    depth--;
    handler.close();
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  return {
    write: (text) => {
      parser.write(text);
    },
    faults: () => faults,
    end: () => {
      parser.close();
      return fault;
    },
  };
}

function tagOf(tag: SaxesTagNS): XmlTag {
  const attributes = new Map<string, string>();
  for (const attribute of Object.values(tag.attributes) as SaxesAttributeNS[])
    attributes.set(attribute.name.toLowerCase(), attribute.value);
  return { name: tag.local, prefix: tag.prefix, namespace: tag.uri, attributes };
}

/** Byte order mark, else the declaration, else UTF-8. */
function xmlEncoding(head: Uint8Array<ArrayBuffer>): string {
  const marked = encodingOf(head);
  if (marked !== 'utf-8') return marked;
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le';
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be';
  const start = new TextDecoder('latin1').decode(head.subarray(0, 200));
  const declared = /^(?:ï»¿)?\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1] ?? 'utf-8';
  // The declaration was read as single bytes, so it cannot be true.
  if (/^utf-?16|^ucs/i.test(declared)) return 'utf-8';
  try {
    return declared !== '' && new TextDecoder(declared) ? declared : 'utf-8';
  } catch {
    return 'utf-8';
  }
}

/** The name of the outermost element, with its prefix, as far as the first bytes show it; null for no XML. */
export function rootOf(head: Uint8Array<ArrayBuffer>): string | null {
  const text = new TextDecoder(xmlEncoding(head)).decode(head);
  const prolog =
    /^[\ufeff\s]*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?\s*>\s*)*/i.exec(text);
  return /^<([a-z_][\w.-]*(?::[\w.-]+)?)/i.exec(text.slice(prolog?.[0].length ?? 0))?.[1] ?? null;
}
