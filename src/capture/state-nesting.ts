/**
 * Counts how deep a PDF's drawing states are nested: `q` saves one, `Q` goes back to the one before.
 *
 * pdf.js asks each state's forebears for what it does not hold itself, so that its time grows with the square of the
 * depth: 10,000 took two seconds, 500,000 no end. Only words between blanks count, in streams of commands as in any
 * other: letters of fonts and texts do not stand alone a thousand times. O(bytes).
 */
import { UnpackError } from './unpacking.ts';

/** The standard allows 28, programs that draw use some dozens. */
const MOST_STATES = 1_000;
const SAVE = 0x71;
const RESTORE = 0x51;
/** Blanks, line ends and all other control characters. */
const SPACE = 0x20;

export class StateNesting {
  #depth = 0;
  #before = SPACE;
  #last = SPACE;

  /** The next bytes of one stream. Throws {@link UnpackError} when they nest deeper than any drawing. */
  count(bytes: Uint8Array<ArrayBuffer>): void {
    let [before, last] = [this.#before, this.#last];
    for (const byte of bytes) {
      if (byte <= SPACE && before <= SPACE) {
        if (last === SAVE) this.#deepen();
        else if (last === RESTORE) this.#depth = Math.max(0, this.#depth - 1);
      }
      [before, last] = [last, byte];
    }
    [this.#before, this.#last] = [before, last];
  }

  #deepen(): void {
    if (++this.#depth <= MOST_STATES) return;
    throw new UnpackError(
      'bomb',
      `A page of it is drawn in more than ${MOST_STATES} layers within each other, as no document is; it was not read.`,
    );
  }
}
