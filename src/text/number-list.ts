/** Whole numbers below 2^32 as they come, four bytes each: a list of them takes up to sixteen, and is copied boxed. */
export class NumberList {
  length = 0;
  private list = new Uint32Array(256);

  push(value: number): void {
    if (this.length === this.list.length) {
      const longer = new Uint32Array(this.length * 2);
      longer.set(this.list);
      this.list = longer;
    }
    this.list[this.length++] = value;
  }

  /** A view; good until the next number comes. */
  get all(): Uint32Array {
    return this.list.subarray(0, this.length);
  }
}
