/** One archived article, in the terms of schema.org NewsArticle. */
import type { Brand } from '../text/brand.ts';
import type { IsoDate } from '../text/iso-date.ts';
import type { LanguageTag } from '../text/language.ts';
import type { Provenance } from './provenance.ts';

/** A pure function of the article's content: same bytes, same id. */
export type ArticleId = Brand<string, 'ArticleId'>;

export interface Article {
  readonly id: ArticleId;
  /** The caller's own id (dc:identifier), kept through import and export; a file's name where none was given. */
  readonly identifier: string | null;
  readonly url: string | null;
  readonly headline: string | null;
  readonly author: readonly string[];
  /** The outlet as printed. */
  readonly publisher: string | null;
  /** As printed; never guessed from the text. */
  readonly datePublished: IsoDate | null;
  readonly inLanguage: LanguageTag | null;
  /** The text every Passage offset refers to. */
  readonly articleBody: string;
  readonly provenance: Provenance;
}
