/**
 * The rows of a table in text (RFC 4180), from a stream: quoted cells may hold line breaks and doubled quotes.
 *
 * papaparse, the usual library, takes a whole text, a browser's file or a Node stream; this reads any stream in the
 * memory of one row, and the library is its test's oracle. O(characters).
 */

/** One article as a row; as for JSON lines. */
const MOST_ROW_CHARACTERS = 16 * 2 ** 20;

export class TableRows {
  readonly #delimiter: string;
  #row: string[] = [];
  #cell: string[] = [];
  #size = 0;
  #state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  #skipsLineFeed = false;
  #hasContent = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** Whether the table ended inside quotation marks. */
  isOpen = false;

  /** The rows that end in `text`; null for one over the limit, which was passed over. Blank lines are no rows. */
  *take(text: string): Generator<readonly string[] | null> {
    let from = 0;
    const flush = (to: number): void => {
      if (to > from) this.#put(text.slice(from, to));
    };
    for (let at = 0; at < text.length; at++) {
      const letter = text[at]!;
      if (this.#state === 'quoted') {
        if (letter !== '"') continue;
        flush(at);
        from = at + 1;
        this.#state = 'closed';
        continue;
      }
      const skips = this.#skipsLineFeed && letter === '\n';
      this.#skipsLineFeed = false;
      if (skips) from = at + 1;
      else if (letter === '"' && this.#state !== 'plain') {
        if (this.#state === 'closed') this.#put('"');
        this.#state = 'quoted';
        this.#hasContent = true;
        from = at + 1;
      } else if (letter === this.#delimiter) {
        flush(at);
        from = at + 1;
        this.#endCell();
        this.#hasContent = true;
      } else if (letter === '\n' || letter === '\r') {
        flush(at);
        from = at + 1;
        this.#skipsLineFeed = letter === '\r';
        const row = this.#endRow();
        if (row !== undefined) yield row;
      } else if (this.#state !== 'plain') this.#state = 'plain';
    }
    flush(text.length);
  }

  /** The last row, where no line break ends it. */
  *end(): Generator<readonly string[] | null> {
    this.isOpen = this.#state === 'quoted';
    const row = this.#endRow();
    if (row !== undefined) yield row;
  }

  #put(text: string): void {
    this.#size += text.length;
    this.#hasContent = true;
    if (this.#size <= MOST_ROW_CHARACTERS) this.#cell.push(text);
  }

  #endCell(): void {
    this.#row.push(this.#cell.join(''));
    this.#cell = [];
    this.#state = 'start';
    if (++this.#size > MOST_ROW_CHARACTERS) this.#row = [];
  }

  /** Undefined for a blank line. */
  #endRow(): readonly string[] | null | undefined {
    const hasContent = this.#hasContent;
    this.#endCell();
    const row = this.#size > MOST_ROW_CHARACTERS ? null : this.#row;
    this.#row = [];
    this.#size = 0;
    this.#hasContent = false;
    return hasContent ? row : undefined;
  }
}

/** The separator that divides the first lines into the same number of cells, more than one; a comma when none does. */
export function guessDelimiter(head: string): string {
  let [best, bestCells] = [',', 1];
  for (const delimiter of [',', ';', '\t', '|']) {
    const rows = [...new TableRows(delimiter).take(head)].slice(0, 20).map((row) => row?.length ?? 0);
    const [first = 0] =
      rows.length > 0 ? rows : [[...new TableRows(delimiter).take(`${head}\n`)][0]?.length ?? 0];
    const alike = rows.filter((cells) => cells === first).length >= rows.length * 0.8;
    if (alike && first > bestCells) [best, bestCells] = [delimiter, first];
  }
  return best;
}
