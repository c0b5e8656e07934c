/** A pack that somebody else made and the reader loaded: read-only, under its own name, beside the reader's articles. */
import type { IsoDate } from '../text/iso-date.ts';
import type { Article } from './article.ts';

/** Of a pack's name, as much as a line shows. */
const MOST_NAME_CHARACTERS = 80;

export interface MountedPack {
  /** Of its articles' bytes: a pack that another version indexed anew is still the same. */
  readonly digest: string;
  readonly name: string;
  /** ISO 8601 with time; null where the pack does not say. */
  readonly madeAt: string | null;
  /** ISO 8601 with time. */
  readonly loadedAt: string;
  readonly articles: number;
  readonly words: number;
  /** The newest printed date in it; null when none is printed. */
  readonly newest: IsoDate | null;
  /** Searched and matched no more, but still here: it can be brought back. */
  readonly isRemoved: boolean;
}

/** The article as it stands in the pack of this name. */
export function inPack(article: Article, name: string): Article {
  return { ...article, provenance: { ...article.provenance, collection: `pack:${name}` } };
}

/** Without control and direction signs, on one line; null when nothing is left. */
export function plainName(name: unknown): string | null {
  if (typeof name !== 'string') return null;
  const plain = name
    .slice(0, 10 * MOST_NAME_CHARACTERS)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return Array.from(plain).slice(0, MOST_NAME_CHARACTERS).join('').trim() || null;
}
