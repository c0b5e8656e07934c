/** What one article gives to the grouping of an archive's names: its text and the names that were recognised in it. */
import type { RecognisedName } from '../recognise/recognised-name.ts';

export interface ArticleNames {
  readonly text: string;
  /** BCP 47, or null where nobody says. */
  readonly language: string | null;
  readonly names: readonly RecognisedName[];
}

/** Recognises the names of a text; `language` may be null. Bound to a model by whoever has its bytes. */
export type Recognise = (text: string, language: string | null) => readonly RecognisedName[];
