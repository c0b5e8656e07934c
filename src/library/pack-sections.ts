/** A pack's sections as their readers and writers share them: small steps between bytes and what they stand for. */
import type { Article } from '../archive/article.ts';
import type { ReadPackFile } from '../archive/pack.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Within a line JSON writes it as two signs. */
const LINE_END = 0x0a;

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

/** One article a line. No single string holds an archive: a million passages are longer than any may be. */
export function encodeArticles(articles: readonly Article[]): Bytes {
  const lines = articles.map((article) => encoder.encode(`${JSON.stringify(article)}\n`));
  const encoded = new Uint8Array(lines.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const line of lines) {
    encoded.set(line, end);
    end += line.length;
  }
  return encoded;
}

export function decodeArticles(lines: Bytes): Article[] {
  const articles: Article[] = [];
  for (let start = 0; start < lines.length; ) {
    const end = lines.indexOf(LINE_END, start);
    const line = lines.subarray(start, end < 0 ? lines.length : end);
    if (line.length > 0) articles.push(JSON.parse(decoder.decode(line)) as Article);
    start += line.length + 1;
  }
  return articles;
}

/** Copied out of its shard, because what opens buffers wants the whole of one and lives on; the shard need not. */
export function ownBuffer({ buffer, byteOffset, byteLength }: Bytes): ArrayBuffer {
  return buffer.slice(byteOffset, byteOffset + byteLength);
}
