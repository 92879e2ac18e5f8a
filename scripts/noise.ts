/** Seeded damage to an alignment set, with gold that stays right. */
import type { Link, SetDocument } from '../src/evaluate/index.js';
import type { Lang } from '../src/model/index.js';
import { seededRng } from '../src/kit/index.js';
import type { Rng } from '../src/kit/index.js';

/** What is done to a set, and how much of it. */
export interface Noise {
  /** `drop`: sentences here and there; `block`: a run of them; `insert`: foreign ones put in. */
  readonly kind: 'drop' | 'block' | 'insert';
  readonly side: Lang;
  /** Share of the side's sentences, in [0, 1]. */
  readonly share: number;
  readonly seed: number;
}

/** One side after the damage: the old position of each sentence, or a foreign text. */
type Slots = readonly (number | string)[];

/** Damages every document of a set; the same seed gives the same set. */
export function addNoise(set: readonly SetDocument[], noise: Noise): SetDocument[] {
  const rng = seededRng(noise.seed);
  const slots = slotsFor(set, noise, rng);
  return set.map((document, at) => rebuild(document, noise.side, slots[at] ?? []));
}

function slotsFor(set: readonly SetDocument[], noise: Noise, rng: Rng): Slots[] {
  switch (noise.kind) {
    case 'drop':
      return dropped(set, noise, rng);
    case 'block':
      return set.map((document) => withoutBlock(document[noise.side].length, noise.share, rng));
    case 'insert':
      return inserted(set, noise, rng);
    default:
      throw new Error(`unreachable: ${String(noise.kind satisfies never)}`);
  }
}

/** Takes exactly the share out of the whole set, each sentence with equal chance. */
function dropped(set: readonly SetDocument[], { side, share }: Noise, rng: Rng): Slots[] {
  const places = set.flatMap((document, at) =>
    document[side].map((_, index) => [at, index] as const),
  );
  const chosen = shuffled(places, rng).slice(0, Math.round(places.length * share));
  const gone = new Set(chosen.map(([at, index]) => `${at}:${index}`));
  return set.map((document, at) =>
    upTo(document[side].length).filter((index) => !gone.has(`${at}:${index}`)),
  );
}

/** Takes one run of sentences out, anywhere. */
function withoutBlock(count: number, share: number, rng: Rng): Slots {
  const size = Math.round(count * share);
  const start = Math.floor(rng() * (count - size + 1));
  return upTo(count).filter((index) => index < start || index >= start + size);
}

/** Puts sentences of other documents in; of the same one, from far away, if there is no other. */
function inserted(set: readonly SetDocument[], { side, share }: Noise, rng: Rng): Slots[] {
  const total = set.reduce((sum, document) => sum + document[side].length, 0);
  const counts = set.map(() => 0);
  const weights = set.flatMap((document, at) => document[side].map(() => at));
  for (let made = 0; made < Math.round(total * share); made += 1) {
    const at = weights[Math.floor(rng() * weights.length)] ?? 0;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return set.map((document, at) => {
    const own: (number | string)[] = upTo(document[side].length);
    for (let made = 0; made < (counts[at] ?? 0); made += 1) {
      const place = Math.floor(rng() * (own.length + 1));
      own.splice(place, 0, foreignTo(set, at, side, place / own.length, rng));
    }
    return own;
  });
}

function foreignTo(
  set: readonly SetDocument[],
  at: number,
  side: Lang,
  place: number,
  rng: Rng,
): string {
  if (set.length > 1) {
    const step = 1 + Math.floor(rng() * (set.length - 1));
    const texts = set[(at + step) % set.length]?.[side] ?? [];
    if (texts.length > 0) return texts[Math.floor(rng() * texts.length)] ?? '';
  }
  const texts = set[at]?.[side] ?? [];
  const half = Math.floor(texts.length / 2);
  return texts[(Math.floor(place * texts.length) + half) % Math.max(1, texts.length)] ?? '';
}

function rebuild(document: SetDocument, side: Lang, slots: Slots): SetDocument {
  const now = new Map<number, number>();
  const added: Link[] = [];
  slots.forEach((slot, at) => {
    if (typeof slot === 'number') now.set(slot, at);
    else added.push(side === 'zh' ? { zh: [at], en: [] } : { zh: [], en: [at] });
  });
  const kept = document.gold
    .map((link) => ({ ...link, [side]: link[side].flatMap((at) => now.get(at) ?? []) }))
    .filter(({ zh, en }) => zh.length + en.length > 0);
  const texts = slots.map((slot) =>
    typeof slot === 'number' ? (document[side][slot] ?? '') : slot,
  );
  return { ...document, [side]: texts, gold: inReadingOrder([...kept, ...added], side) };
}

/** By the damaged side; links without it stay behind the link they followed. */
function inReadingOrder(links: readonly Link[], side: Lang): Link[] {
  let last = -1;
  return links
    .map((link, index) => {
      const [first] = link[side];
      if (first !== undefined) last = first;
      return { link, index, key: first ?? last };
    })
    .sort((a, b) => a.key - b.key || a.index - b.index)
    .map(({ link }) => link);
}

function shuffled<Item>(items: readonly Item[], rng: Rng): Item[] {
  const list = [...items];
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(rng() * (at + 1));
    const [one, two] = [list[at], list[other]];
    if (one === undefined || two === undefined) continue;
    [list[at], list[other]] = [two, one];
  }
  return list;
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
