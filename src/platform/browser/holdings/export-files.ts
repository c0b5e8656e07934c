/** An export as one file among the reader's downloads: the text itself, or a ZIP of many. */
import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import type { Article } from '../../../archive/article.ts';
import { exportArticles, type TextFormat } from '../../../library/holdings/export-articles.ts';
import { exportWacz } from '../../../library/holdings/export-wacz.ts';
import type { HoldingsStore } from '../../../library/holdings/holdings-store.ts';
import { type Result, succeed } from '../../../text/result.ts';
import type { ExportChoice, ExportFormat } from '../../../ui/archive-port.ts';
import { chosenArticles } from './chosen-articles.ts';
import { download } from './download.ts';
import { openImportWorker } from './open-worker.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const FILES: Readonly<Record<ExportFormat, readonly [name: string, type: string]>> = {
  jsonl: ['backstory.jsonl', 'application/jsonl'],
  csv: ['backstory.csv', 'text/csv'],
  markdown: ['backstory-markdown.zip', 'application/zip'],
  html: ['backstory-html.zip', 'application/zip'],
  wacz: ['backstory.wacz', 'application/wacz'],
  pack: ['backstory-pack.zip', 'application/zip'],
};

/** Answers the file's name. */
export async function exportFile(
  format: ExportFormat,
  { articleIds, title }: ExportChoice,
  store: HoldingsStore,
): Promise<Result<string>> {
  const [name, type] = FILES[format];
  if (format === 'pack') {
    const packed = await packInWorker(articleIds, title);
    if (!packed.ok) return packed;
    download(name, packed.value);
    return succeed(name);
  }
  const articles = chosenArticles(store, articleIds);
  const parts = format === 'wacz' ? [await waczOf(articles)] : await textParts(format, articles);
  download(name, new Blob(parts, { type }));
  return succeed(name);
}

async function packInWorker(articleIds: ExportChoice['articleIds'], name: string): Promise<Result<Blob>> {
  const worker = openImportWorker();
  const packed = await worker.calls.packArticles({ articleIds, name });
  worker.end();
  return packed;
}

/** Not compressed: programs that replay a crawl jump to the places its index names. */
async function waczOf(articles: AsyncIterable<Article>): Promise<Bytes> {
  const files = await exportWacz(articles, new Date().toISOString());
  const bytes = files.map(({ name, text }) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(bytes), { level: 0 }) as Bytes;
}

async function textParts(format: TextFormat, articles: AsyncIterable<Article>): Promise<Bytes[]> {
  const parts: Bytes[] = [];
  const isFolder = format === 'markdown' || format === 'html';
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(chunk as Bytes);
  });
  for await (const { name, text } of exportArticles(articles, format)) {
    const bytes = strToU8(text) as Bytes;
    if (!isFolder) {
      parts.push(bytes);
      continue;
    }
    const entry = new ZipDeflate(name);
    zip.add(entry);
    entry.push(bytes, true);
  }
  if (isFolder) zip.end();
  return parts;
}
