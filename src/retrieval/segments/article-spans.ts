/** Which article each passage of a segment lies in, and how long that is: what bounds the scores of whole articles. */
import type { FieldLengths } from './field-lengths.ts';
import { lengthClassOf, lengthOfClass } from './length-class.ts';
import { hasBit } from './passage-bits.ts';

export interface ArticleSpans {
  /** By ordinal; numbered from 0 in the order of passages. */
  readonly articleOf: Int32Array;
  /** By article: the length class of its body, all passages together. */
  readonly bodyClasses: Uint8Array;
}

/** `starts`: one bit a passage. */
export function spanArticles({ body }: FieldLengths, starts: Uint8Array, passages: number): ArticleSpans {
  const articleOf = new Int32Array(passages);
  const bodyClasses = new Uint8Array(passages);
  let [article, words] = [0, 0];
  for (let ordinal = 0; ordinal < passages; ordinal++) {
    if (ordinal > 0 && hasBit(starts, ordinal)) {
      bodyClasses[article++] = lengthClassOf(words);
      words = 0;
    }
    articleOf[ordinal] = article;
    words += lengthOfClass(body[ordinal] as number);
  }
  bodyClasses[article] = lengthClassOf(words);
  return { articleOf, bodyClasses: bodyClasses.slice(0, article + 1) };
}
