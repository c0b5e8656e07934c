/** A large pack as the command line asks it (bake-archive.ts): texts, names and index are read where they lie in it. */
import type { Article, ArticleId } from '../archive/article.ts';
import type { PackManifest } from '../archive/pack.ts';
import type { Outlet } from '../entities/entity.ts';
import { openPrintSegment, type PrintSegment } from '../quotes/print-segment.ts';
import { openRecords } from '../retrieval/segments/packed-records.ts';
import { openPackedSegments } from '../retrieval/segments/packed-segments.ts';
import { openSegmentIndex } from '../retrieval/segments/segment-index.ts';
import { ANALYZER } from '../text/analyzer.ts';
import { fail, type Result, succeed } from '../text/result.ts';
import type { Archive } from './archive.ts';
import { BLOCKS, printsSection, SEGMENTS } from './bake-archive.ts';
import { decodeJson } from './disk/columns.ts';
import { readLayout } from './disk/index-layout.ts';
import { openDiskArchive, readCatalogue } from './disk/open-archive.ts';
import { blocksIn } from './disk/packed-blocks.ts';
import { decodeArticles } from './pack-sections.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes `start` (included) to `end` (excluded) of a section; null when they cannot be read. */
export type ReadSpan = (section: string, start: number, end: number) => Bytes | null;

/** Of an articles' section, at once. */
const PIECE_BYTES = 4_000_000;
const LINE_END = 0x0a;

/** Fails where the parts made of the articles are of another version, or too damaged to be asked. */
export async function openBaked(manifest: PackManifest, read: ReadSpan): Promise<Result<Archive>> {
  if (manifest.analyzer !== ANALYZER) return fail('stale', 'The pack was made by rules of another version.');
  const records = await openRecords(async (start, end) => read(BLOCKS, start, end));
  if (!records) return fail('archive-damaged', 'The pack’s texts cannot be read.');
  const blocks = blocksIn(records);
  const segments = await openPackedSegments(async (start, end) => read(SEGMENTS, start, end));
  if (!segments.ok) return segments;
  const [index, catalogue] = await Promise.all([
    openSegmentIndex(segments.value, readLayout(blocks)),
    readCatalogue(blocks),
  ]);
  if (!index.ok) return index;
  const { builtAt, counts } = manifest;
  const outlets = decodeJson<readonly Outlet[]>(records.notes);
  const opened = openDiskArchive(
    { index: index.value, blocks, catalogue },
    { builtAt, entities: counts.entities, outlets },
    { damaged: () => {}, rescue: async (ids) => articlesIn(manifest, read, new Set(ids)) },
  );
  if (!opened.ok) return opened;
  let prints: readonly PrintSegment[] | null = null;
  return succeed({
    ...opened.value,
    prints: {
      get segments() {
        prints ??= printsIn(manifest, read);
        return prints;
      },
    },
  });
}

/** Parts that cannot be read are left out. */
function printsIn({ sections }: PackManifest, read: ReadSpan): PrintSegment[] {
  const segments: PrintSegment[] = [];
  for (let part = 0; ; part++) {
    const section = sections[printsSection(part)];
    if (!section) return segments;
    const bytes = read(printsSection(part), 0, section.bytes);
    const opened = bytes && openPrintSegment(bytes.buffer);
    if (opened) segments.push(opened);
  }
}

/** Those of these ids, of all lines in pieces. */
function articlesIn({ sections }: PackManifest, read: ReadSpan, ids: ReadonlySet<ArticleId>): Article[] {
  const found: Article[] = [];
  const length = sections.articles?.bytes ?? 0;
  for (let start = 0; start < length && found.length < ids.size; ) {
    const piece = read('articles', start, Math.min(length, start + PIECE_BYTES));
    const end = piece ? piece.lastIndexOf(LINE_END) + 1 : 0;
    if (!piece || end === 0) return found;
    found.push(...decodeArticles(piece.subarray(0, end)).filter(({ id }) => ids.has(id)));
    start += end;
  }
  return found;
}
