/** What every stage receives besides its data. Nothing in a stage is global. */
export interface Run {
  readonly signal: AbortSignal;
  /** Called for records set aside; a stage never drops a record in silence. */
  readonly onReject: (reject: Reject) => void;
}

/** A record that goes no further, and why. */
export interface Reject {
  readonly stage: string;
  /** URL, path or id a person can look up. */
  readonly id: string;
  /** Kebab-case code, or the `code` of the {@link DuizhaoError} that stopped it. */
  readonly reason: string;
  /** One sentence for a person. */
  readonly message?: string;
}

/**
 * One room of the house: a lazy, single-pass transformation.
 *
 * Pull-based, so the slowest reader sets the pace and memory stays bounded.
 * Leaving the `for await` early runs every `finally` upstream.
 */
export type Stage<In, Out> = (input: AsyncIterable<In>, run: Run) => AsyncIterable<Out>;

/** Joins two stages; types must meet at the seam. */
export function chain<A, B, C>(first: Stage<A, B>, second: Stage<B, C>): Stage<A, C> {
  return (input, run) => second(first(input, run), run);
}

/** What items weigh, and how much may be in flight at once; one item is, however heavy. */
export interface Weight<In> {
  readonly of: (item: In) => number;
  readonly most: number;
}

/**
 * Maps with up to `width` items in flight, keeping input order.
 *
 * @param width - items in flight, a whole number of at least 1
 */
export function mapInOrder<In, Out>(
  width: number,
  work: (item: In, run: Run) => Promise<Out>,
  weight: Weight<In> = { of: () => 0, most: 0 },
): Stage<In, Out> {
  return async function* (input, run) {
    const window: { readonly pending: Promise<Out>; readonly weight: number }[] = [];
    let total = 0;
    for await (const item of input) {
      run.signal.throwIfAborted();
      const own = weight.of(item);
      while (window.length > 0 && total + own > weight.most) yield await takeOldest();
      const pending = work(item, run);
      pending.catch(() => undefined); // surfaced by the await below, never "unhandled"
      window.push({ pending, weight: own });
      total += own;
      if (window.length >= width) yield await takeOldest();
    }
    while (window.length > 0) yield await takeOldest();

    function takeOldest(): Promise<Out> {
      const oldest = window.shift();
      if (oldest === undefined) throw new RangeError('nothing is in flight');
      total -= oldest.weight;
      return oldest.pending;
    }
  };
}
