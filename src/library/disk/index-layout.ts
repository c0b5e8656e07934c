/**
 * The layout of the index beside an archive (segment-index.ts), kept so that opening it works nothing out:
 *
 *   facts       JSON: of which state of the segments it is, sums, languages
 *   articleOf, articleLengths            passages × i32, articles × i32
 *   passages, headlines, languageOf      classes of length, passages × u8, articles × u8; articles × u8
 */
import type { IndexLayout } from '../../retrieval/segments/segment-index.ts';
import type { Result } from '../../text/result.ts';
import { type BlockKey, type BlockStore, openBlock, sealBlock } from './block-store.ts';
import { type Bytes, decodeJson, encodeJson, joinColumns, splitColumns } from './columns.ts';

const KEY: BlockKey = { part: 'layout', place: 0 };
const COLUMNS = 6;

type Facts = Pick<IndexLayout, 'version' | 'totals' | 'languages'>;

export function writeLayout(store: BlockStore, layout: IndexLayout): Promise<Result<null>> {
  const { version, totals, languages, articleOf, articleLengths } = layout;
  const facts = encodeJson({ version, totals, languages } satisfies Facts);
  const { passageClasses, headlineClasses, languageOf } = layout;
  const columns = [facts, articleOf, articleLengths, passageClasses, headlineClasses, languageOf];
  return store.write([[KEY, sealBlock(KEY, joinColumns(columns))]]);
}

/** null where there is none, or a damaged one: then it is worked out. */
export async function readLayout(store: BlockStore): Promise<IndexLayout | null> {
  const read = await store.read([KEY]);
  const bytes = read.ok ? openBlock(KEY, read.value[0] ?? null) : null;
  const columns = bytes && splitColumns(bytes, COLUMNS);
  if (!columns) return null;
  const [facts, articleOf, articleLengths, ...classes] = columns as [Bytes, Bytes, Bytes, ...Bytes[]];
  const [passageClasses, headlineClasses, languageOf] = classes as [Bytes, Bytes, Bytes];
  return {
    ...decodeJson<Facts>(facts),
    ...{ articleOf: asIntegers(articleOf), articleLengths: asIntegers(articleLengths) },
    ...{ passageClasses, headlineClasses, languageOf },
  };
}

const asIntegers = ({ buffer, byteOffset, byteLength }: Bytes) =>
  new Int32Array(buffer, byteOffset, byteLength >> 2);
