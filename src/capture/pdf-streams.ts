/**
 * Looks for bombs among a PDF's compressed streams before pdf.js sees it: the library unpacks a page's commands whole,
 * and a kilobyte packed twice became 500 MB of memory. Pictures are passed: no text is read from them, and a white
 * sheet compresses as a bomb does. A forger who calls commands a picture is not found. O(bytes out of the other streams).
 */
import { inflate } from './inflate.ts';
import { UnpackError, type Unpacking } from './unpacking.ts';

/** A stream's dictionary stands just before it. */
const MOST_DICTIONARY = 2_000;
/** What gives less than the 16 MiB that every stream may have, by DEFLATE's greatest ratio, need not be unpacked. */
const SMALL_STREAM = (16 * 2 ** 20) / 1_032;
const ZLIB_HEADER = 2;

/** Throws {@link UnpackError} for a bomb, and for nothing else: what is damaged is the library's matter. */
export async function refusePdfBomb(bytes: Uint8Array<ArrayBuffer>, unpacking: Unpacking): Promise<void> {
  const text = new TextDecoder('latin1').decode(bytes);
  const word = /stream(\r?\n)?/g;
  let previous: RegExpExecArray | null = null;
  for (let match = word.exec(text); match !== null; match = word.exec(text)) {
    if (previous?.[1] !== undefined) {
      const packed = bytes.subarray(previous.index + previous[0].length, match.index);
      await unpackAll(packed, layersBefore(text, previous.index), unpacking);
    }
    previous = match;
  }
}

/** How many times the stream at `at` is deflated; 0 for a picture. */
function layersBefore(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - MOST_DICTIONARY), at);
  const dictionary = before.slice(Math.max(0, before.lastIndexOf(' obj')));
  if (/\/Subtype\s*\/Image\b/.test(dictionary)) return 0;
  return dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
}

async function unpackAll(
  packed: Uint8Array<ArrayBuffer>,
  layers: number,
  unpacking: Unpacking,
): Promise<void> {
  if (layers === 0 || (layers === 1 && packed.length < SMALL_STREAM)) return;
  let stream = inflate(packed.subarray(ZLIB_HEADER), 'raw', unpacking);
  for (let layer = 1; layer < layers; layer++) stream = inflate(withoutHeader(stream), 'raw', unpacking);
  try {
    for await (const _ of stream);
  } catch (error) {
    if (!(error instanceof UnpackError) || error.code === 'bomb') throw error;
  }
}

async function* withoutHeader(
  source: AsyncIterable<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let left = ZLIB_HEADER;
  for await (const piece of source) {
    yield piece.subarray(left);
    left = Math.max(0, left - piece.length);
  }
}
