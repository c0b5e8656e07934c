/**
 * Looks for bombs among a PDF's streams before pdf.js sees it: the library unpacks a page's commands whole, and a
 * kilobyte packed twice became 500 MB of memory; half a million states within each other never end. Pictures are passed:
 * no text is read from them, and a white sheet compresses as a bomb does. A forger who calls commands a picture, or packs
 * them otherwise than by DEFLATE, is not found. O(bytes out of the other streams).
 */
import { inflate } from './inflate.ts';
import { StateNesting } from './state-nesting.ts';
import { UnpackError, type Unpacking } from './unpacking.ts';

/** A stream's dictionary stands just before it. */
const MOST_DICTIONARY = 2_000;
const ZLIB_HEADER = 2;

/** Throws {@link UnpackError} for a bomb, and for nothing else: what is damaged is the library's matter. */
export async function refusePdfBomb(bytes: Uint8Array<ArrayBuffer>, unpacking: Unpacking): Promise<void> {
  const text = new TextDecoder('latin1').decode(bytes);
  const word = /stream(\r?\n)?/g;
  let previous: RegExpExecArray | null = null;
  for (let match = word.exec(text); match !== null; match = word.exec(text)) {
    if (previous?.[1] !== undefined) {
      const packed = bytes.subarray(previous.index + previous[0].length, match.index);
      const layers = layersBefore(text, previous.index);
      if (layers !== null) await readThrough(packed, layers, unpacking);
    }
    previous = match;
  }
}

/** How many times the stream at `at` is deflated; null for a picture. */
function layersBefore(text: string, at: number): number | null {
  const before = text.slice(Math.max(0, at - MOST_DICTIONARY), at);
  const dictionary = before.slice(Math.max(0, before.lastIndexOf(' obj')));
  if (/\/Subtype\s*\/Image\b/.test(dictionary)) return null;
  return dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
}

async function readThrough(
  packed: Uint8Array<ArrayBuffer>,
  layers: number,
  unpacking: Unpacking,
): Promise<void> {
  const nesting = new StateNesting();
  if (layers === 0) {
    nesting.count(packed);
    return;
  }
  let stream = inflate(packed.subarray(ZLIB_HEADER), 'raw', unpacking);
  for (let layer = 1; layer < layers; layer++) stream = inflate(withoutHeader(stream), 'raw', unpacking);
  try {
    for await (const piece of stream) nesting.count(piece);
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
