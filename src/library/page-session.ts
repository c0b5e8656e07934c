/**
 * What the background knows of one tab's page while it is being read: its blocks, and the names and sentences that the
 * bundled archive marks in them.
 *
 * The texts live in memory only and are gone when the background dies; the content script then sends the page whole
 * again. What panels show (the summary) is kept where it survives.
 */
import type { EntityId, EntityType } from '../entities/entity.ts';
import { linkMentions, needNames, type ReadBlock, readBlock } from '../entities/link-mentions.ts';
import type { Mention } from '../entities/mention.ts';
import type { NameKnowledge } from '../entities/name-knowledge.ts';
import type { PageMark, PageMarks, PageText } from '../protocol/calls.ts';
import type { AmbiguousName, NameOnPage, PassageView, SeenView } from '../protocol/views.ts';
import type { Archive } from './archive.ts';
import { createReuseMemory, markablePieces, type PageReuseMemory } from './page-reuse.ts';
import { shownMentions } from './shown-mentions.ts';

/** Who asks: filled in from the browser's sender, never from a field. */
export interface PageContext {
  readonly tabId: number;
  /** Where the tab was when it asked; null when the browser does not say. */
  readonly url: string | null;
}

export interface PageSummary {
  readonly revision: number;
  /** Address the page had when it was read; a summary of another address is of another page. */
  readonly url: string | null;
  readonly title: string;
  readonly names: readonly NameOnPage[];
  readonly ambiguous: readonly AmbiguousName[];
  readonly passages: readonly PassageView[];
  readonly seen: SeenView;
  readonly truncatedAt: number | null;
  readonly cardBlocked: boolean;
  /** Where own marks are allowed: what the bundled archive does not mark already. */
  readonly own: PageMarks['blocks'];
}

interface SessionBlock {
  /** When it was read, in milliseconds of the ports' clock. */
  readonly since: number;
  /** By the bundled archive: what the page may be told of (TRUST R1). */
  readonly read: ReadBlock;
  mentions: readonly Mention[];
  /** By another archive, read when first asked for. */
  whole: { readonly knowledge: NameKnowledge; readonly read: ReadBlock } | null;
}

export interface PageSession {
  revision: number;
  /** Where it was read: its tab may be elsewhere before the summary is written. */
  url: string | null;
  title: string;
  truncatedAt: number | null;
  cardBlocked: boolean;
  /** Whether names are shown that are linked by their sound alone. */
  readonly bySound: boolean;
  /** Whether the reader allowed marks of own articles on this site. */
  readonly ownMarks: boolean;
  /** In reading order as far as the content script's numbering keeps it. */
  readonly blocks: Map<number, SessionBlock>;
  /** Sentences printed before, by the bundled archive and by the one that panels are told of; null until asked. */
  bundledReuse: PageReuseMemory | null;
  wholeReuse: PageReuseMemory | null;
}

/** The reader's wishes that hold for a page as long as only changes of it arrive. */
export type PageWishes = Pick<PageSession, 'bySound' | 'ownMarks'>;

export function createPageSession(wishes: PageWishes): PageSession {
  return {
    ...{
      revision: 0,
      url: null,
      title: '',
      truncatedAt: null,
      cardBlocked: false,
      ...wishes,
      blocks: new Map(),
    },
    ...{ bundledReuse: null, wholeReuse: null },
  };
}

/** Takes a reading in; returns the blocks whose marks changed. */
export function takeReading(
  session: PageSession,
  bundled: Archive,
  page: PageText,
  now: number,
): { key: number; marks: PageMark[] }[] {
  const { knowledge } = bundled;
  session.revision = page.revision;
  session.title = page.title;
  session.truncatedAt = page.truncatedAt;
  if (page.whole) session.blocks.clear();
  for (const key of page.removed) session.blocks.delete(key);
  const fresh = new Set(page.blocks.map(({ key }) => key));
  for (const { key, text } of page.blocks) {
    session.blocks.set(key, { since: now, read: readBlock(knowledge, text), mentions: [], whole: null });
  }
  const blocks = [...session.blocks];
  const reads = blocks.map(([, block]) => block.read);
  const linked = shownMentions(bundled, session.bySound, linkMentions(knowledge, reads));
  const changed: { key: number; marks: PageMark[] }[] = [];
  blocks.forEach(([key, block], index) => {
    const before = block.mentions;
    block.mentions = linked[index] as Mention[];
    // Most blocks of a very big page, each time a piece of it arrives.
    if (before.length + block.mentions.length === 0) return;
    const marks = marksOf(block.mentions);
    if (fresh.has(key) ? marks.length > 0 : !isSameMarks(marks, marksOf(before)))
      changed.push({ key, marks });
  });
  return changed;
}

export function marksOf(mentions: readonly Mention[]): PageMark[] {
  return mentions.flatMap(({ start, end, entityId }) =>
    entityId ? [{ start, end, type: typeOf(entityId) }] : [],
  );
}

/** The type stands in front of the id. */
export function typeOf(entityId: EntityId): EntityType {
  return entityId.slice(0, entityId.indexOf(':')) as EntityType;
}

function isSameMarks(a: readonly PageMark[], b: readonly PageMark[]): boolean {
  return (
    a.length === b.length &&
    a.every((mark, at) => mark.start === b[at]!.start && mark.end === b[at]!.end && mark.type === b[at]!.type)
  );
}

export function mentionAt(session: PageSession, key: number, start: number, end: number): Mention | null {
  return (
    session.blocks.get(key)?.mentions.find((mention) => mention.start === start && mention.end === end) ??
    null
  );
}

/** Mentions of every block by this archive, in the blocks' order. */
export function mentionsByBlock(
  session: PageSession,
  archive: Archive,
  isBundled: boolean,
): ReadonlyMap<number, readonly Mention[]> {
  const blocks = [...session.blocks];
  if (isBundled) return new Map(blocks.map(([key, { mentions }]) => [key, mentions]));
  const { knowledge } = archive;
  const unread = blocks.filter(([, { whole }]) => whole?.knowledge !== knowledge);
  needNames(
    knowledge,
    unread.map(([, { read }]) => read.text),
  );
  const reads = blocks.map(([, block]) => {
    if (block.whole?.knowledge !== knowledge)
      block.whole = { knowledge, read: readBlock(knowledge, block.read.text) };
    return block.whole.read;
  });
  const linked = shownMentions(archive, session.bySound, linkMentions(knowledge, reads));
  return new Map(blocks.map(([key], at) => [key, linked[at] as Mention[]]));
}

/** By block, in the blocks' order. */
export function textsOf(session: PageSession): ReadonlyMap<number, string> {
  return new Map([...session.blocks].map(([key, { read }]) => [key, read.text]));
}

/** What the archive printed before of this page, as far as it was asked about. */
export function reuseBy(session: PageSession, archive: Archive, isBundled: boolean): PageReuseMemory {
  const field = isBundled ? 'bundledReuse' : 'wholeReuse';
  if (session[field]?.archive !== archive) session[field] = createReuseMemory(archive);
  return session[field]!;
}

export function sentenceMarksOf(memory: PageReuseMemory, key: number): PageMark[] {
  return markablePieces(memory, key).map(({ start, end }) => ({ start, end, type: 'reused' }));
}
