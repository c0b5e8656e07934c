/** One line of an evaluation: a measured value, what it must reach, and what others reach on the same data in the same run. */
export interface Figure {
  /** The data set, and the part of it that nothing was tuned on: "name_bench, held-out half". */
  readonly set: string;
  /** "F1", "recall at 1 % false". */
  readonly measure: string;
  readonly value: number;
  /** Null where nobody set one. */
  readonly target: number | null;
  /** True for shares of errors: less is better. */
  readonly isCost?: boolean;
  /** Others by name, measured in the same run; a published figure says so in its name. */
  readonly peers?: Readonly<Record<string, number>>;
}

/** `data`: the folder of third-party sets; throws when a set it needs is not there. */
export type Evaluate = (data: string) => Promise<readonly Figure[]>;
