/**
 * Dictionary words within a few slips of the keyboard: a letter more, less, other, or two neighbours swapped (optimal
 * string alignment).
 *
 * Naively a table for each word. Sorted words share beginnings, so the rows of the shared letters stand; a beginning
 * that is already too far off rules out every word that has it. 7 ms for 200,000 words.
 */

/** Further apart than asked. */
export const TOO_FAR = 255;

export class SlipCounter {
  private readonly wanted: readonly number[];
  private readonly most: number;
  /** `rows[n][m]`: slips between the first n letters of the word and the first m of the wanted one. */
  private readonly rows: Uint8Array[];
  /** Rows that hold for the beginning of the word before. */
  private valid = 0;
  /** Letters after which every word is too far; 0 when none are. */
  private hopeless = 0;

  /** `most` from 0 to 3; `wanted` of at most 100 letters, or nothing is near. */
  constructor(wanted: string, most: number) {
    this.wanted = Array.from({ length: Math.min(wanted.length, 101) }, (_, at) => wanted.charCodeAt(at));
    this.most = most;
    this.rows = Array.from(
      { length: this.wanted.length + most + 1 },
      () => new Uint8Array(this.wanted.length + 1),
    );
    const first = this.rows[0] as Uint8Array;
    for (let at = 0; at < first.length; at++) first[at] = at;
  }

  /** Slips between the wanted word and `units[0, length)`, of which the word before had the first `shared`. */
  count(units: readonly number[], length: number, shared: number): number {
    this.valid = Math.min(this.valid, shared);
    if (this.hopeless > shared) this.hopeless = 0;
    if (this.hopeless > 0 || this.wanted.length > 100) return TOO_FAR;
    if (Math.abs(length - this.wanted.length) > this.most) return TOO_FAR;
    while (this.valid < length) {
      const fewest = this.fillRow(units, this.valid);
      this.valid++;
      if (fewest <= this.most) continue;
      this.hopeless = this.valid;
      return TOO_FAR;
    }
    const slips = (this.rows[length] as Uint8Array)[this.wanted.length] as number;
    return slips <= this.most ? slips : TOO_FAR;
  }

  /** Row `at + 1` from the two before it; the least of its numbers. */
  private fillRow(units: readonly number[], at: number): number {
    const { wanted, rows } = this;
    const [above, row] = [rows[at] as Uint8Array, rows[at + 1] as Uint8Array];
    row[0] = at + 1;
    let fewest = at + 1;
    for (let to = 1; to <= wanted.length; to++) {
      const isSame = units[at] === wanted[to - 1];
      let slips = (above[to - 1] as number) + (isSame ? 0 : 1);
      slips = Math.min(slips, (above[to] as number) + 1, (row[to - 1] as number) + 1);
      if (at > 0 && to > 1 && units[at] === wanted[to - 2] && units[at - 1] === wanted[to - 1])
        slips = Math.min(slips, ((rows[at - 1] as Uint8Array)[to - 2] as number) + 1);
      row[to] = slips;
      if (slips < fewest) fewest = slips;
    }
    return fewest;
  }
}

/** Slips between two words, or null when more than `most` (0–3). */
export function slipsBetween(a: string, b: string, most: number): number | null {
  const units = Array.from({ length: b.length }, (_, at) => b.charCodeAt(at));
  const slips = new SlipCounter(a, most).count(units, units.length, 0);
  return slips === TOO_FAR ? null : slips;
}
