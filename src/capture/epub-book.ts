/**
 * An EPUB 2 or 3 book: what its package says about it, and the text of its chapters in reading order.
 *
 * The order stands in a file that may lie anywhere in the archive, so the texts are held (64 MiB at most); pictures,
 * fonts and sounds are passed over. O(bytes).
 */
import type { ByteSource } from './capture-outcome.ts';
import { encodingOf } from './decode-text.ts';
import { lineOfMarkup, textOfMarkup } from './markup-text.ts';
import { MOST_FILE_BYTES } from './read-bytes.ts';
import { UnpackError, type Unpacking } from './unpacking.ts';
import { childrenOf, readTree, textOf, type XmlNode } from './xml-node.ts';
import { zipEntries } from './zip-entries.ts';

interface EpubChapter {
  /** As the book's own index of files calls it. */
  readonly path: string;
  readonly title: string | null;
  readonly text: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface EpubBook {
  readonly titles: readonly string[];
  readonly authors: readonly string[];
  readonly date: string | null;
  readonly language: string | null;
  readonly publisher: string | null;
  readonly identifier: string | null;
  /** One for each place in the reading order, those without text included. */
  readonly chapters: readonly EpubChapter[];
  /** Where the file breaks off: a sentence. */
  readonly fault: string | null;
}

type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const TEXTS = /\.(?:opf|xhtml|html?|xml|ncx)$/i;
/** Fonts are scrambled in free books too; only these two do it. */
const FONT_SCRAMBLING = /idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc/;

/** Throws {@link UnpackError} with a sentence for whatever keeps it from being read. */
export async function readEpubBook(source: ByteSource, unpacking: Unpacking): Promise<EpubBook> {
  const { files, fault } = await readTexts(source, unpacking);
  const container = files.get('META-INF/container.xml');
  const packagePath = container ? rootFileOf(await readTree(container)) : findPackage(files);
  const packageFile = packagePath === null ? undefined : files.get(packagePath);
  if (packagePath === null || packageFile === undefined)
    throw fault ?? new UnpackError('damaged', 'The book lacks its package file, which lists its chapters.');
  if (isProtected(files))
    throw new UnpackError('locked', 'The book is locked by its seller’s copy protection.');
  const root = await readTree(packageFile);
  if (root === null) throw new UnpackError('damaged', 'The book’s package file is not XML.');
  return { ...readPackage(root, packagePath, files), fault: fault?.message ?? null };
}

async function readTexts(
  source: ByteSource,
  unpacking: Unpacking,
): Promise<{ files: Files; fault: UnpackError | null }> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let held = 0;
  try {
    for await (const entry of zipEntries(source, unpacking)) {
      if (!unpacking.admitEntry()) throw new UnpackError('bomb', 'The book holds more files than any book.');
      if (!TEXTS.test(entry.name)) continue;
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      let length = 0;
      for await (const piece of entry.bytes) {
        pieces.push(piece);
        length += piece.length;
        held += piece.length;
        if (held > MOST_FILE_BYTES)
          throw new UnpackError(
            'too-large',
            `The book’s text is larger than ${MOST_FILE_BYTES / 2 ** 20} MiB.`,
          );
      }
      files.set(entry.name, join(pieces, length));
    }
  } catch (error) {
    if (!(error instanceof UnpackError) || error.code !== 'damaged') throw error;
    return { files, fault: error };
  }
  return { files, fault: null };
}

function join(pieces: readonly Uint8Array<ArrayBuffer>[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function rootFileOf(container: XmlNode | null): string | null {
  const files = childrenOf(container, 'rootfiles').flatMap((list) => childrenOf(list, 'rootfile'));
  return files[0]?.tag.attributes.get('full-path') ?? null;
}

function findPackage(files: Files): string | null {
  return [...files.keys()].find((name) => /\.opf$/i.test(name)) ?? null;
}

function isProtected(files: Files): boolean {
  const encryption = files.get('META-INF/encryption.xml');
  if (encryption === undefined) return files.has('META-INF/rights.xml');
  const methods = new TextDecoder().decode(encryption).match(/EncryptionMethod[^>]*Algorithm="[^"]*"/g) ?? [];
  return methods.some((method) => !FONT_SCRAMBLING.test(method));
}

function readPackage(root: XmlNode, packagePath: string, files: Files): Omit<EpubBook, 'fault'> {
  const metadata = childrenOf(root, 'metadata')[0] ?? null;
  const fields = metadata === null ? null : (childrenOf(metadata, 'dc-metadata')[0] ?? metadata);
  const values = (name: string): string[] =>
    childrenOf(fields, name)
      .map((node) => textOf(node).replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '');
  const items = new Map(
    childrenOf(childrenOf(root, 'manifest')[0] ?? null, 'item').map(({ tag }) => [
      tag.attributes.get('id') ?? '',
      tag.attributes.get('href') ?? '',
    ]),
  );
  const spine = childrenOf(childrenOf(root, 'spine')[0] ?? null, 'itemref');
  const chapters = spine.map(({ tag }) =>
    readChapter(resolvePath(packagePath, items.get(tag.attributes.get('idref') ?? '') ?? ''), files),
  );
  return {
    titles: values('title'),
    authors: values('creator'),
    date: values('date')[0] ?? null,
    language: values('language')[0] ?? null,
    publisher: values('publisher')[0] ?? null,
    identifier: values('identifier')[0] ?? null,
    chapters,
  };
}

function readChapter(path: string, files: Files): EpubChapter {
  const bytes = files.get(path) ?? new Uint8Array(0);
  const markup = new TextDecoder(encodingOf(bytes)).decode(bytes);
  const body = /<body[\s>]/i.exec(markup);
  const heading = /<h[1-3][\s>][\s\S]{0,2000}?<\/h[1-3]>/i.exec(markup)?.[0] ?? '';
  const title = /<title[^<>]*>([^<]{0,500})/i.exec(markup)?.[1] ?? '';
  const text = textOfMarkup(body ? markup.slice(body.index) : markup);
  return { path, title: lineOfMarkup(heading) || lineOfMarkup(title) || null, text, bytes };
}

/** An address in the package file, from the archive's top; it may climb folders, but the map holds nothing above. */
function resolvePath(packagePath: string, href: string): string {
  const steps = packagePath.split('/').slice(0, -1);
  for (const step of safeDecode(href.replace(/#.*$/, '')).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function safeDecode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
