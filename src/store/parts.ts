import { pairId, type Pair } from '../model/index.js';
import type { Fingerprint } from '../text/index.js';
import type { Likable } from './likeness.js';
import { maybeNumber, number, text } from './row.js';
import type { Row } from './sqlite.js';
import type { Changes } from './stale.js';

/** What part a pair plays for later ones: the first of its text, a repetition, or none. */
export type Part = 'first' | 'repeat' | 'none';

/** The keys a row of `pair` carries; `null` where it has none. */
export interface Keys {
  readonly pair: number | null;
  readonly zh: number | null;
  readonly en: number | null;
}

/** Keys of a pair that plays a part; only firsts have keys for their sides. */
export function keysOf(part: Part, print: Fingerprint | undefined): Keys {
  if (part === 'none' || print === undefined) return { pair: null, zh: null, en: null };
  if (part === 'repeat') return { pair: print.pair, zh: null, en: null };
  return { pair: print.pair, zh: print.zh ?? null, en: print.en ?? null };
}

interface Player {
  readonly keys: Keys;
  /** Only firsts have one. */
  readonly likable?: Likable;
}

/** The pairs of a document that play a part: which they are, by what is seen of them later. */
export class Players {
  readonly #players = new Map<string, Player>();
  readonly #byPosition: ReadonlyMap<number, Likable>;
  /** Firsts by position, ascending. */
  readonly likables: readonly Likable[];

  constructor(likables: readonly Likable[]) {
    this.likables = likables;
    this.#byPosition = new Map(likables.map((one) => [one.position, one]));
  }

  /** A pair being saved. */
  add({ id, position }: Pick<Pair, 'id' | 'position'>, part: Part, keys: Keys): void {
    if (keys.pair === null) return;
    const likable = part === 'first' ? this.#byPosition.get(position) : undefined;
    // A later document names the first by its id, and only counts the others.
    const name = part === 'first' ? `${keys.pair} ${id}` : `${keys.pair}`;
    this.#players.set(name, { keys, ...(likable === undefined ? {} : { likable }) });
  }

  /** A pair as it lies in the database. */
  addRow(row: Row): void {
    const keys = {
      pair: maybeNumber(row, 'pair_key') ?? null,
      zh: maybeNumber(row, 'zh_key') ?? null,
      en: maybeNumber(row, 'en_key') ?? null,
    };
    const place = { id: pairId(text(row, 'id')), position: number(row, 'position') };
    this.add(place, row['is_first'] === 1 ? 'first' : 'repeat', keys);
  }

  /** What is different between these and others. */
  changesTo(others: Players): Changes {
    const changed = [...this.#missingIn(others), ...others.#missingIn(this)];
    const keysFor = (name: keyof Keys, of: (player: Player) => boolean): number[] => [
      ...new Set(changed.flatMap((player) => (of(player) ? (player.keys[name] ?? []) : []))),
    ];
    const isFirst = ({ likable }: Player): boolean => likable !== undefined;
    return {
      firsts: keysFor('pair', isFirst),
      repeats: keysFor('pair', (player) => !isFirst(player)),
      zh: keysFor('zh', isFirst),
      en: keysFor('en', isFirst),
      sketches: changed.flatMap(({ likable }) => likable ?? []),
    };
  }

  *#missingIn(others: Players): Iterable<Player> {
    for (const [name, player] of this.#players) if (!others.#players.has(name)) yield player;
  }
}
