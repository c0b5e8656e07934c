/**
 * Article ids: a pure function of what the article says, so that importing a file twice, or exporting and importing
 * the archive, ends with the same rows and the same passage ids.
 *
 * The naive version hashes the file's bytes; one JSONL line and the text file it was exported from would then be two
 * articles. Here the fields are hashed. Left out: what the product itself adds (language, collection, provenance) and
 * an identifier that was only made from the file's name, since a renamed file is still the same article. O(length).
 */
import type { Article, ArticleId } from './article.ts';
import { digestOf } from './digest.ts';

type IdentifyingFields = Pick<
  Article,
  'identifier' | 'url' | 'headline' | 'author' | 'publisher' | 'datePublished' | 'articleBody'
>;

/** 80 bits: among a million articles the chance that two share an id is below 10⁻¹². */
const HEX_DIGITS = 20;

/**
 * 'a' and 20 hex digits; the letter keeps every id apart from numbers and from property names such as `__proto__`.
 * `file` is the file the article was read from: an `identifier` made from that name (see `defaultIdentifier`) is not content.
 */
export async function articleIdOf(fields: IdentifyingFields, file: string): Promise<ArticleId> {
  const identifier = isDefaultIdentifier(fields.identifier, file) ? null : fields.identifier;
  // JSON in a fixed order: no separator can be forged from inside a field, and lone surrogates stay distinct.
  const canonical = JSON.stringify([
    identifier,
    fields.url,
    fields.headline,
    fields.author,
    fields.publisher,
    fields.datePublished,
    fields.articleBody,
  ]);
  const digest = await digestOf(new TextEncoder().encode(canonical));
  return `a${digest.slice('sha256:'.length, 'sha256:'.length + HEX_DIGITS)}` as ArticleId;
}

/** What an article without an identifier of its own is called: its file's name, with its 1-based line if the file holds many. */
export function defaultIdentifier(file: string, line: number | null): string {
  return line === null ? file : `${file}:${line}`;
}

function isDefaultIdentifier(identifier: string | null, file: string): boolean {
  if (identifier === null || identifier === file) return true;
  return identifier.startsWith(`${file}:`) && /^\d+$/.test(identifier.slice(file.length + 1));
}
