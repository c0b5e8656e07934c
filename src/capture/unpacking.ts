/**
 * How much one import may unpack: one account for a file and everything nested in it.
 *
 * The naive version believes the sizes that headers state; they are written by whoever made the bomb. Here bytes are
 * counted as they come out. Each stream may hold 16 MiB, then 200 times what went in: text compresses 3 to 20 times,
 * the most repetitive log 100 times, a bomb 1,000 times. O(1) a piece.
 */

/** A file in an archive in an archive in an archive is still read; nobody packs four times by hand. */
export const MOST_NESTED = 3;
/** A year of a large newspaper. */
export const MOST_ENTRIES = 100_000;
const FREE_BYTES = 16 * 2 ** 20;
const MOST_RATIO = 200;
/** Across all entries: many small entries that each stay below their own limit. */
const FREE_BYTES_IN_ALL = 2 ** 30;
/** Each costs its free bytes of time; an honest archive has none. */
const MOST_BOMBS = 3;

/** Thrown by the readers of this room and turned into an outcome by the registry; never leaves it. */
export class UnpackError extends Error {
  readonly code: 'bomb' | 'damaged' | 'locked' | 'unsupported' | 'too-large';
  constructor(code: UnpackError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export class Unpacking {
  #entries = 0;
  #bombs = 0;
  #packed = 0;
  #unpacked = 0;

  /** Whether one more entry may be read. */
  admitEntry(): boolean {
    return ++this.#entries <= MOST_ENTRIES && this.#bombs < MOST_BOMBS;
  }

  /** Bytes of the outermost file that have been read. */
  countPacked(bytes: number): void {
    this.#packed += bytes;
  }

  /** A count for one compressed stream. Throws {@link UnpackError} once it gives too much for what it took. */
  openStream(): (bytesIn: number, bytesOut: number) => void {
    let [taken, given] = [0, 0];
    return (bytesIn, bytesOut) => {
      taken += bytesIn;
      given += bytesOut;
      this.#unpacked += bytesOut;
      const isStreamBomb = given > FREE_BYTES + taken * MOST_RATIO;
      if (!isStreamBomb && this.#unpacked <= FREE_BYTES_IN_ALL + this.#packed * MOST_RATIO) return;
      this.#bombs++;
      const size = Math.round(given / 2 ** 20);
      throw new UnpackError(
        'bomb',
        `It unpacks to more than ${size} MiB, over ${MOST_RATIO} times its size, as no text does; it was not read further.`,
      );
    };
  }
}
