/** One appearance of a sentence in the archive. */
import type { ArticleId } from '../archive/article.ts';
import type { PassageId } from '../archive/passage.ts';
import type { TextPosition } from '../text/position.ts';

/** Word by word, from the words asked about to the words printed. */
export interface Edit {
  readonly kind: 'kept' | 'added' | 'dropped';
  readonly text: string;
}

/** What a fact-checker looks for. */
export type ChangedFact = 'number' | 'negation' | 'name';

/**
 * verbatim: every word alike, or an exact run too long to be an expression. reworded: similar words in similar order.
 * Never verbatim where a number or a negation differs. similar: the sentences are alike, and no part of them proves that
 * one was printed from the other; only asked about one sentence, and told apart from its printings.
 */
export type EvidenceKind = 'verbatim' | 'reworded' | 'similar';

/** start and end are offsets in the article's body. */
export interface Printing extends TextPosition {
  readonly articleId: ArticleId;
  /** The passage in which the printing begins. */
  readonly passageId: PassageId;
  /** [0,1]: words alike over the longer side; 1 = every word alike after folding. */
  readonly similarity: number;
  readonly difference: readonly Edit[];
  readonly evidence: EvidenceKind;
  /** Numbers, negations and names that differ. */
  readonly changed: readonly ChangedFact[];
}
