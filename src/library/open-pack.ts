/**
 * A pack's files to an archive, without the rules that made them: what a woken background does first.
 *
 * Articles and authority are the truth; a pack whose truth is damaged is refused. Derived parts that are damaged, or were
 * made by another version's rules, are made again by `derive` where the caller brings it (command line), and are refused
 * where not (a background, which must stay small: the import worker packs anew). Nothing is ever half read.
 */
import type { Article } from '../archive/article.ts';
import { OPENING_FILES, type ReadPackFile, readManifest, readSection } from '../archive/pack.ts';
import type { Authority } from '../entities/authority.ts';
import { openGazetteer } from '../entities/gazetteer.ts';
import { openNameSounds } from '../entities/link-sounds.ts';
import { openPrintSegment } from '../quotes/print-segment.ts';
import type { PassageIndex } from '../retrieval/passage-index.ts';
import { loadPassageIndex } from '../retrieval/young-index.ts';
import { ANALYZER } from '../text/analyzer.ts';
import { fail, type Result, succeed } from '../text/result.ts';
import type { MemoryArchive } from './archive.ts';
import { type ArchiveParts, assembleArchive, passagesAt } from './assemble-archive.ts';
import { decodeArticles, onceEach, ownBuffer } from './pack-sections.ts';

const decoder = new TextDecoder();
const decodeJson = <T>(bytes: Uint8Array): T => JSON.parse(decoder.decode(bytes)) as T;

/** What reading the articles gave, one list an article: three small lists in one section. */
export interface Annotations extends Pick<ArchiveParts, 'mentions' | 'speakers'> {
  /** Start and end in the body. */
  readonly passages: readonly (readonly (readonly [number, number])[])[];
}

/** Makes the derived parts from the truth. */
type Derive = (articles: readonly Article[], authority: Authority) => ArchiveParts;

/** Truth first, then what is derived from it. */
const TRUTH = ['articles', 'authority'] as const;
const DERIVED = ['annotations', 'gazetteer', 'sounds', 'prints'] as const;

interface OpenOptions {
  /** Null: a pack whose derived parts cannot be read is refused. */
  readonly derive?: Derive | null;
  /** Opens the index of a pack that holds none itself. */
  readonly openIndex?: (() => Promise<Result<PassageIndex>>) | null;
}

export async function openPack(
  readFile: ReadPackFile,
  { derive = null, openIndex = null }: OpenOptions = {},
): Promise<Result<MemoryArchive>> {
  const read = readAhead(readFile);
  const manifest = await readManifest(read);
  if (!manifest.ok) return manifest;
  const isCurrent = manifest.value.analyzer === ANALYZER;
  const readAll = (names: readonly string[]) =>
    Promise.all(names.map((name) => readSection(manifest.value, name, read)));
  const isBeside = openIndex !== null && !Object.hasOwn(manifest.value.sections, 'index');
  const [truth, derived, beside] = await Promise.all([
    readAll(TRUTH),
    isCurrent ? readAll(isBeside ? DERIVED : [...DERIVED, 'index']) : [],
    isCurrent && isBeside ? openIndex() : null,
  ]);
  const [lines, rules] = truth as [SectionBytes, SectionBytes];
  if (!lines.ok) return lines;
  if (!rules.ok) return rules;
  const articles = decodeArticles(lines.value);
  const authority = decodeJson<Authority>(rules.value);
  const parts = openDerived(derived, articles, authority, beside);
  if (parts) return succeed(assembleArchive(parts, false));
  if (!derive) return fail('archive-damaged', "The pack's index is damaged or of another version.");
  return succeed(assembleArchive(derive(articles, authority), true));
}

/** Asks for the manifest and the first shard at once: a background that was just woken waits for one round of reads. */
export function readAhead(readFile: ReadPackFile): ReadPackFile {
  const read = onceEach(readFile);
  for (const file of OPENING_FILES) void read(file);
  return read;
}

type SectionBytes = Result<Uint8Array<ArrayBuffer>>;

/** null when any derived section is missing or damaged. */
function openDerived(
  sections: readonly SectionBytes[],
  articles: readonly Article[],
  authority: Authority,
  beside: Result<PassageIndex> | null,
): ArchiveParts | null {
  const [annotations, gazetteer, sounds, prints, packed] = sections;
  if (!annotations?.ok || !gazetteer?.ok || !sounds?.ok || !prints?.ok) return null;
  const index = beside ?? (packed?.ok ? succeed(loadPassageIndex(decoder.decode(packed.value))) : null);
  if (!index?.ok) return null;
  const opened = openGazetteer(ownBuffer(gazetteer.value));
  const heard = openNameSounds(ownBuffer(sounds.value));
  const segment = openPrintSegment(ownBuffer(prints.value));
  if (!opened || !heard || !segment) return null;
  const { passages, mentions, speakers } = decodeJson<Annotations>(annotations.value);
  // A pack made before quotations were kept with their passages.
  if (speakers.some((list) => list.some((one) => !('quotes' in one)))) return null;
  return {
    articles,
    authority,
    passages: passages.map((list, at) => passagesAt(articles[at] as Article, list)),
    mentions,
    speakers,
    gazetteer: opened,
    sounds: heard,
    index: index.value,
    prints: { segments: [segment] },
  };
}
