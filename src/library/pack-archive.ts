/**
 * An archive to pack files and back.
 *
 * Articles and authority are the truth; passages, mentions, gazetteer and index are derived. A pack whose truth is
 * damaged is refused; one whose derived parts are damaged, or were made by another version's rules, is made again
 * from its truth, and says so. Nothing is ever half read.
 */
import type { Article } from '../archive/article.ts';
import {
  encodePack,
  OPENING_FILES,
  type PackFiles,
  type ReadPackFile,
  readManifest,
  readSection,
} from '../archive/pack.ts';
import type { Passage, PassageId } from '../archive/passage.ts';
import type { Authority } from '../entities/authority.ts';
import { openGazetteer } from '../entities/gazetteer.ts';
import type { Recognise } from '../entities/group/article-names.ts';
import { openNameSounds } from '../entities/link-sounds.ts';
import { openPrintSegment } from '../quotes/print-segment.ts';
import { loadPassageIndex } from '../retrieval/passage-index.ts';
import { ANALYZER } from '../text/analyzer.ts';
import { type Result, succeed } from '../text/result.ts';
import type { Archive } from './archive.ts';
import {
  type ArchiveParts,
  assembleArchive,
  deriveParts,
  nameArchive,
  newestDate,
} from './derive-archive.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const encodeJson = (value: unknown) => encoder.encode(JSON.stringify(value));
const decodeJson = <T>(bytes: Uint8Array): T => JSON.parse(decoder.decode(bytes)) as T;

/**
 * Deterministic: the same articles and authority give the same bytes, on any machine and day. With `recognise`, an
 * archive without an authority file gets its own names.
 */
export function packArchive(
  articles: readonly Article[],
  given: Authority,
  recognise: Recognise | null = null,
): Promise<PackFiles> {
  const authority = nameArchive(articles, given, recognise);
  const parts = deriveParts(articles, authority);
  const sections = new Map<string, Uint8Array<ArrayBuffer>>([
    ['articles', encodeLines(parts.articles)],
    ['authority', encodeJson(parts.authority)],
    ['annotations', encodeJson(annotationsOf(parts))],
    ['gazetteer', new Uint8Array(parts.gazetteer.buffer)],
    ['sounds', new Uint8Array(parts.sounds.buffer)],
    ['index', encoder.encode(parts.index.toJson())],
    ['prints', new Uint8Array(parts.prints.segments[0]!.buffer)],
  ]);
  return encodePack(sections, {
    analyzer: ANALYZER,
    builtAt: newestDate(parts.articles),
    counts: {
      articles: parts.articles.length,
      passages: parts.passages.flat().length,
      entities: authority.entities.length,
    },
  });
}

/** What reading the articles gave, one list an article: three small lists in one section. */
interface Annotations extends Pick<ArchiveParts, 'mentions' | 'speakers'> {
  /** Start and end in the body. */
  readonly passages: readonly (readonly (readonly [number, number])[])[];
}

function annotationsOf({ passages, mentions, speakers }: ArchiveParts): Annotations {
  return {
    passages: passages.map((list) => list.map(({ start, end }) => [start, end] as const)),
    mentions,
    speakers,
  };
}

/** One article a line, so that no single string must hold an archive. */
function encodeLines(articles: readonly Article[]): Uint8Array<ArrayBuffer> {
  return encoder.encode(articles.map((article) => `${JSON.stringify(article)}\n`).join(''));
}

/** Truth first, then what is derived from it. */
const TRUTH = ['articles', 'authority'] as const;
const DERIVED = ['annotations', 'gazetteer', 'sounds', 'index', 'prints'] as const;

export async function openArchive(readFile: ReadPackFile): Promise<Result<Archive>> {
  const read = readAhead(readFile);
  const manifest = await readManifest(read);
  if (!manifest.ok) return manifest;
  const isCurrent = manifest.value.analyzer === ANALYZER;
  const readAll = (names: readonly string[]) =>
    Promise.all(names.map((name) => readSection(manifest.value, name, read)));
  const [truth, derived] = await Promise.all([readAll(TRUTH), isCurrent ? readAll(DERIVED) : []]);
  const [lines, rules] = truth as [SectionBytes, SectionBytes];
  if (!lines.ok) return lines;
  if (!rules.ok) return rules;
  const articles = decoder
    .decode(lines.value)
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Article]));
  const authority = decodeJson<Authority>(rules.value);
  const stored = openDerived(derived, articles, authority);
  return succeed(assembleArchive(stored ?? deriveParts(articles, authority), stored === null));
}

/**
 * Asks for the manifest and the first shard at once: a background that was just woken waits for one round of reads.
 * Every file is read once, however many sections lie in it.
 */
function readAhead(readFile: ReadPackFile): ReadPackFile {
  const asked = new Map<string, ReturnType<ReadPackFile>>();
  const read: ReadPackFile = (file) => {
    const reading = asked.get(file) ?? readFile(file);
    asked.set(file, reading);
    return reading;
  };
  for (const file of OPENING_FILES) void read(file);
  return read;
}

type SectionBytes = Result<Uint8Array<ArrayBuffer>>;

/** null when any derived section is missing or damaged. */
function openDerived(
  sections: readonly SectionBytes[],
  articles: readonly Article[],
  authority: Authority,
): ArchiveParts | null {
  const [annotations, gazetteer, sounds, index, prints] = sections;
  if (!annotations?.ok || !gazetteer?.ok || !sounds?.ok || !index?.ok || !prints?.ok) return null;
  const opened = openGazetteer(ownBuffer(gazetteer.value));
  const heard = openNameSounds(ownBuffer(sounds.value));
  const segment = openPrintSegment(ownBuffer(prints.value));
  if (!opened || !heard || !segment) return null;
  const { passages, mentions, speakers } = decodeJson<Annotations>(annotations.value);
  return {
    articles,
    authority,
    passages: passages.map((list, at) => toPassages(articles[at] as Article, list)),
    mentions,
    speakers,
    gazetteer: opened,
    sounds: heard,
    index: loadPassageIndex(decoder.decode(index.value)),
    prints: { segments: [segment] },
  };
}

/** Copied out of its shard, because a gazetteer lives on and the shard, several times its size, need not. */
function ownBuffer({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): ArrayBuffer {
  return buffer.slice(byteOffset, byteOffset + byteLength);
}

function toPassages(article: Article, spans: readonly (readonly [number, number])[]): Passage[] {
  return spans.map(([start, end], ordinal) => ({
    id: `${article.id}/${ordinal}` as PassageId,
    articleId: article.id,
    ordinal,
    start,
    end,
    text: article.articleBody.slice(start, end),
  }));
}
