/**
 * What the background knows of one tab's page while it is being read: its blocks, and the names that the bundled
 * archive marks in them.
 *
 * The texts live in memory only and are gone when the background dies; the content script then sends the page whole
 * again. What panels show (the summary) is kept where it survives.
 */
import type { EntityId } from '../entities/entity.ts';
import { linkMentions, type ReadBlock, readBlock } from '../entities/link-mentions.ts';
import type { Mention } from '../entities/mention.ts';
import type { NameKnowledge } from '../entities/name-knowledge.ts';
import type { PageMark, PageText } from '../protocol/calls.ts';
import type { AmbiguousName, NameOnPage, PassageView } from '../protocol/views.ts';

export interface PageSummary {
  readonly revision: number;
  /** Address the page had when it was read; a summary of another address is of another page. */
  readonly url: string | null;
  readonly title: string;
  readonly names: readonly NameOnPage[];
  readonly ambiguous: readonly AmbiguousName[];
  readonly passages: readonly PassageView[];
  readonly truncatedAt: number | null;
  readonly cardBlocked: boolean;
}

interface SessionBlock {
  /** By the bundled archive: what the page may be told of (TRUST R1). */
  readonly read: ReadBlock;
  mentions: readonly Mention[];
  /** By another archive, read when first asked for. */
  whole: { readonly knowledge: NameKnowledge; readonly read: ReadBlock } | null;
}

export interface PageSession {
  revision: number;
  title: string;
  truncatedAt: number | null;
  cardBlocked: boolean;
  /** In reading order as far as the content script's numbering keeps it. */
  readonly blocks: Map<number, SessionBlock>;
}

export function createPageSession(): PageSession {
  return { revision: 0, title: '', truncatedAt: null, cardBlocked: false, blocks: new Map() };
}

/** Takes a reading in; returns the blocks whose marks changed. */
export function takeReading(
  session: PageSession,
  knowledge: NameKnowledge,
  page: PageText,
): { key: number; marks: PageMark[] }[] {
  session.revision = page.revision;
  session.title = page.title;
  session.truncatedAt = page.truncatedAt;
  if (page.whole) session.blocks.clear();
  for (const key of page.removed) session.blocks.delete(key);
  const fresh = new Set(page.blocks.map(({ key }) => key));
  for (const { key, text } of page.blocks) {
    session.blocks.set(key, { read: readBlock(knowledge, text), mentions: [], whole: null });
  }
  const blocks = [...session.blocks];
  const linked = linkMentions(
    knowledge,
    blocks.map(([, block]) => block.read),
  );
  const changed: { key: number; marks: PageMark[] }[] = [];
  blocks.forEach(([key, block], index) => {
    const before = block.mentions;
    block.mentions = linked[index] as Mention[];
    const marks = marksOf(block.mentions);
    if (fresh.has(key) ? marks.length > 0 : !isSameMarks(marks, marksOf(before)))
      changed.push({ key, marks });
  });
  return changed;
}

function marksOf(mentions: readonly Mention[]): PageMark[] {
  return mentions.flatMap(({ start, end, entityId }) =>
    entityId ? [{ start, end, type: typeOf(entityId) }] : [],
  );
}

/** The type stands in front of the id. */
export function typeOf(entityId: EntityId): PageMark['type'] {
  return entityId.slice(0, entityId.indexOf(':')) as PageMark['type'];
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

/** Mentions of every block by the archive that `knowledge` is of, in the blocks' order. */
export function mentionsByBlock(
  session: PageSession,
  knowledge: NameKnowledge,
  isBundled: boolean,
): ReadonlyMap<number, readonly Mention[]> {
  const blocks = [...session.blocks];
  if (isBundled) return new Map(blocks.map(([key, { mentions }]) => [key, mentions]));
  const reads = blocks.map(([, block]) => {
    if (block.whole?.knowledge !== knowledge)
      block.whole = { knowledge, read: readBlock(knowledge, block.read.text) };
    return block.whole.read;
  });
  const linked = linkMentions(knowledge, reads);
  return new Map(blocks.map(([key], at) => [key, linked[at] as Mention[]]));
}

export function textOf(session: PageSession): string {
  return [...session.blocks.values()].map(({ read }) => read.text).join('\n');
}
