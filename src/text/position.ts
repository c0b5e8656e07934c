/**
 * Where something stands in a text, in the two ways the W3C Web Annotation model knows: by offsets, which are exact
 * until the text changes, and by quotation, which survives a change.
 */

/** Half-open [start, end) in UTF-16 code units of one named text. W3C TextPositionSelector. */
export interface TextPosition {
  readonly start: number;
  readonly end: number;
}

/** The words themselves and up to 64 code units on either side. W3C TextQuoteSelector. */
export interface TextQuote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}
