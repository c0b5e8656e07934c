/**
 * What the script in a page tells our frame above it, over a channel of their own: where the page shows its words now.
 * Of all words in view, because which of them are marked is not for the page's process to know (TRUST R1); the size of
 * what is told follows from the page alone. Types only: structured clones carry it.
 */
export type PlaceNews =
  /** Everything in view, in place of what was told before. */
  | { readonly kind: 'places'; readonly blocks: readonly BlockPlaces[] }
  /** These blocks move, null for all: what was told of them no longer holds. */
  | { readonly kind: 'moving'; readonly keys: readonly number[] | null }
  /** Own marks have changed: ask the background. */
  | { readonly kind: 'renew' };

export interface BlockPlaces {
  readonly key: number;
  /**
   * Six numbers a piece, in the block's reading order: start and end in its text, then left, top, width and height of the
   * box around it in the window, in CSS pixels. A piece is a word, or the part of one that stands on one line. A width
   * below 0: it runs from right to left.
   */
  readonly pieces: Float32Array;
  /** A CSS colour, as the page computes it. */
  readonly colour: string;
  /** Of the text, in CSS pixels: how high a line is where `turn` makes boxes ambiguous. */
  readonly fontSize: number;
  readonly isVertical: boolean;
  /** Linear part of the page's transforms (a b c d); null where lines are level. */
  readonly turn: readonly [number, number, number, number] | null;
}
