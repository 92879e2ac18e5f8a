import { isFunctionWordEn } from '../text/index.js';
import { findKin } from './kin.js';
import type { LearnedLexicon, LearnedPair } from './learned.js';
import { unitOf, type Lexicon } from './lexicon.js';

/** Geometric mean of both probabilities from which a learned translation is taken for one. */
const LEAST_TRUST = 0.1;

/** Learned translations of a unit: stem numbers and how far each is trusted. */
type Taught = Map<number, number>;

/**
 * The dictionary with learned translations put into it: stems it lacks get numbers behind its own,
 * and {@link Lexicon.trust} tells how far a translation was borne out by the texts learned from.
 *
 * Words of grammar and translations that are hardly ever met are left out. The same pairs give
 * the same lexicon, in whatever order they come.
 */
export function extendLexicon(lexicon: Lexicon, learned: LearnedLexicon): Lexicon {
  const pairs = learned.filter((pair) => trustOf(pair) >= LEAST_TRUST && isWord(pair.en));
  const added = [...new Set(pairs.map(({ en }) => en))]
    .filter((stem) => !lexicon.stemId.has(stem))
    .sort();
  const stems = [...lexicon.stems, ...added];
  const stemId = new Map([
    ...lexicon.stemId,
    ...added.map((stem, at): [string, number] => [stem, lexicon.stems.length + at]),
  ]);
  const taught = taughtByUnit(lexicon, pairs, stemId);
  const changed = new Set([...taught.values()].flatMap((own) => [...own.keys()]));
  const entries = entriesOf(lexicon, taught);
  const { trie, units, kin } = lexicon;
  return {
    ...lexicon,
    ...entries,
    stems,
    stemId,
    kin: findKin({ trie, units, stems: stems.length, ...entries }, kin, changed),
    stemCount: longer(lexicon.stemCount, new Uint16Array(stems.length).fill(1)),
    isProper: longer(lexicon.isProper, new Uint8Array(stems.length)),
  };
}

function trustOf({ zhToEn, enToZh }: LearnedPair): number {
  return Math.sqrt(zhToEn * enToZh);
}

/** Values and the like have a colon in their names. */
function isWord(stem: string): boolean {
  return !stem.includes(':') && !isFunctionWordEn(stem);
}

function taughtByUnit(
  lexicon: Lexicon,
  pairs: LearnedLexicon,
  stemId: ReadonlyMap<string, number>,
): Map<number, Taught> {
  const taught = new Map<number, Taught>();
  for (const pair of pairs) {
    const unit = unitOf(lexicon, pair.zh);
    const stem = stemId.get(pair.en);
    if (unit === undefined || stem === undefined) continue;
    const own = taught.get(unit) ?? new Map<number, number>();
    taught.set(unit, own.set(stem, Math.max(own.get(stem) ?? 0, trustOf(pair))));
  }
  return taught;
}

/** The translations of every unit, the learned ones behind those of the dictionary. */
function entriesOf(
  { units, start, stem, weight }: Lexicon,
  taught: ReadonlyMap<number, Taught>,
): Pick<Lexicon, 'start' | 'stem' | 'weight'> & { readonly trust: Float32Array } {
  let extra = 0;
  for (const own of taught.values()) extra += own.size;
  const made = {
    start: new Uint32Array(units + 1),
    stem: new Uint32Array(stem.length + extra),
    weight: new Float32Array(stem.length + extra),
    trust: new Float32Array(stem.length + extra),
  };
  let size = 0;
  for (let unit = 0; unit < units; unit++) {
    const own = taught.get(unit);
    for (let at = start[unit] as number; at < (start[unit + 1] as number); at++) {
      const one = stem[at] as number;
      made.stem[size] = one;
      made.weight[size] = weight[at] as number;
      made.trust[size++] = own?.get(one) ?? 0;
      own?.delete(one);
    }
    for (const [one, trust] of [...(own ?? [])].sort((a, b) => a[0] - b[0])) {
      made.stem[size] = one;
      made.weight[size] = 1;
      made.trust[size++] = trust;
    }
    made.start[unit + 1] = size;
  }
  // Translations that both know stand once, so that some room is left over.
  return {
    start: made.start,
    stem: made.stem.slice(0, size),
    weight: made.weight.slice(0, size),
    trust: made.trust.slice(0, size),
  };
}

function longer<Kind extends Uint8Array | Uint16Array>(old: Kind, room: Kind): Kind {
  room.set(old);
  return room;
}
