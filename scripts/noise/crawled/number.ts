import type { Rng } from '../../../src/kit/index.js';

/** A number as it is written, and what it says. */
export interface Written {
  readonly text: string;
  readonly value: number;
}

/** A number in a text. */
export interface NumberInText extends Written {
  /** Where its text begins. */
  readonly at: number;
  /** Whether it says which month. */
  readonly isMonth: boolean;
  /** The greatest value it could have where it stands: 12 for a month, 31 for a day. */
  readonly most: number;
  /** Another number in the same manner, or now and then none. */
  readonly other: (rng: Rng) => Written | undefined;
}
