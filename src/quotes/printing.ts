/** One appearance of a sentence in the archive. */
import type { ArticleId } from '../archive/article.ts';
import type { PassageId } from '../archive/passage.ts';
import type { TextPosition } from '../text/position.ts';

/** Word by word, from the words asked about to the words printed. */
export interface Edit {
  readonly kind: 'kept' | 'added' | 'dropped';
  readonly text: string;
}

/** start and end are offsets in the article's body. */
export interface Printing extends TextPosition {
  readonly articleId: ArticleId;
  /** The passage in which the printing begins. */
  readonly passageId: PassageId;
  /** [0,1]; 1 = verbatim after folding. */
  readonly similarity: number;
  readonly difference: readonly Edit[];
}
