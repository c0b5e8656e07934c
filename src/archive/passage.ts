/** The unit of retrieval: 60–120 words of one article, never running on into a paragraph of another speaker. */
import type { Brand } from '../text/brand.ts';
import type { TextPosition } from '../text/position.ts';
import type { ArticleId } from './article.ts';

/** `<article id>/<ordinal>`. */
export type PassageId = Brand<string, 'PassageId'>;

export interface Passage extends TextPosition {
  readonly id: PassageId;
  readonly articleId: ArticleId;
  /** 0-based place among the article's passages. */
  readonly ordinal: number;
  /** Invariant: `=== articleBody.slice(start, end)`. */
  readonly text: string;
}
