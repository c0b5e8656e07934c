/** A pack's sections as their readers and writers share them: small steps between bytes and what they stand for. */
import type { Article } from '../archive/article.ts';
import type { ReadPackFile } from '../archive/pack.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

type Bytes = Uint8Array<ArrayBuffer>;

/** Every file is read once, however many sections lie in it. */
export function onceEach(readFile: ReadPackFile): ReadPackFile {
  const asked = new Map<string, ReturnType<ReadPackFile>>();
  return (file) => {
    const reading = asked.get(file) ?? readFile(file);
    asked.set(file, reading);
    return reading;
  };
}

/** One article a line, so that no single string must hold an archive. */
export function encodeArticles(articles: readonly Article[]): Bytes {
  return encoder.encode(articles.map((article) => `${JSON.stringify(article)}\n`).join(''));
}

export function decodeArticles(lines: Bytes): Article[] {
  return decoder
    .decode(lines)
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Article]));
}

/** Copied out of its shard, because what opens buffers wants the whole of one and lives on; the shard need not. */
export function ownBuffer({ buffer, byteOffset, byteLength }: Bytes): ArrayBuffer {
  return buffer.slice(byteOffset, byteOffset + byteLength);
}
