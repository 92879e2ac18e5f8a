import type { Rng } from '../../src/kit/index.js';
import { FOREIGN } from './foreign.js';
import type { GoldPair } from './gold-pairs.js';

/** Both texts of a pair. */
export interface Texts {
  readonly zh: string;
  readonly en: string;
}

/** Where a pair stands: its document's pairs and its own place among them. */
export interface Place {
  readonly pairs: readonly GoldPair[];
  readonly at: number;
}

/** One way to spoil a pair; `undefined` where the pair offers no hold for it. */
export type Corruption = (pair: Texts, place: Place, rng: Rng) => Texts | undefined;

/** Ways to spoil a pair, by the name in the tables. */
export const CORRUPTIONS: Readonly<Record<string, Corruption>> = {
  shifted,
  swapped: ({ zh, en }) => ({ zh: en, en: zh }),
  'wrong-number': wrongNumber,
  truncated,
  partial,
  repeated,
  'wrong-language': wrongLanguage,
  mojibake,
};

/** The English of a neighbour, one to three places off. */
function shifted(pair: Texts, { pairs, at }: Place, rng: Rng): Texts | undefined {
  const step = (rng() < 0.7 ? 1 : 2 + below(rng, 2)) * (rng() < 0.5 ? 1 : -1);
  const other = pairs[at + step];
  if (other === undefined || other.en === pair.en || other.zh === pair.zh) return undefined;
  return { zh: pair.zh, en: other.en };
}

/** One figure of one side is another figure. */
function wrongNumber(pair: Texts, _place: Place, rng: Rng): Texts | undefined {
  const side = rng() < 0.5 ? 'zh' : 'en';
  const text = pair[side];
  const figures = [...text.matchAll(/\d+/g)].filter(({ 0: run }) => Number(run) > 0);
  const chosen = figures[below(rng, figures.length)];
  if (chosen === undefined) return undefined;
  const [run] = chosen;
  const digit = below(rng, run.length);
  const was = Number(run[digit]);
  const now = (was + 1 + below(rng, 8)) % 10;
  const wrong = `${run.slice(0, digit)}${now}${run.slice(digit + 1)}`;
  if (Number(wrong) === Number(run)) return undefined;
  const changed = text.slice(0, chosen.index) + wrong + text.slice(chosen.index + run.length);
  return { ...pair, [side]: changed };
}

/** One side stops after 30–70 % of its length. */
function truncated(pair: Texts, _place: Place, rng: Rng): Texts | undefined {
  const side = rng() < 0.5 ? 'zh' : 'en';
  const text = pair[side];
  if (text.length < (side === 'zh' ? 12 : 36)) return undefined;
  const share = 0.3 + 0.4 * rng();
  let end = Math.round(text.length * share);
  if (side === 'en') end = Math.max(1, text.lastIndexOf(' ', end));
  return { ...pair, [side]: text.slice(0, end) };
}

/** One side lacks some of its clauses or sentences, at least 30 % of its length. */
function partial(pair: Texts, _place: Place, rng: Rng): Texts | undefined {
  if (rng() < 0.3) return halfTranslated(pair, rng);
  const side = rng() < 0.5 ? 'zh' : 'en';
  const text = pair[side];
  if (text.length < (side === 'zh' ? 16 : 48)) return undefined;
  const clauses = text.split(side === 'zh' ? /(?<=[，；。！？：,;])/ : /(?<=[,;.!?:]) /);
  if (clauses.length < 2) return undefined;
  const first = below(rng, clauses.length);
  let [last, gone] = [first, 0];
  while (last < clauses.length && gone < 0.3 * text.length) gone += (clauses[last++] ?? '').length;
  if (gone < 0.3 * text.length || gone > 0.8 * text.length) return undefined;
  const rest = [...clauses.slice(0, first), ...clauses.slice(last)];
  return { ...pair, [side]: rest.join(side === 'zh' ? '' : ' ') };
}

/** The second half of the Chinese is still English. */
function halfTranslated({ zh, en }: Texts, rng: Rng): Texts | undefined {
  if (zh.length < 16 || en.length < 48) return undefined;
  const share = 0.35 + 0.3 * rng();
  const cut = en.indexOf(' ', Math.round(en.length * share));
  if (cut === -1) return undefined;
  return { zh: zh.slice(0, Math.round(zh.length * share)) + en.slice(cut + 1), en };
}

/** A phrase of one side comes again and again, as machine translation does when it fails. */
function repeated(pair: Texts, _place: Place, rng: Rng): Texts | undefined {
  const side = rng() < 0.5 ? 'zh' : 'en';
  const units = side === 'zh' ? Array.from(pair.zh) : pair.en.split(' ');
  const size = side === 'zh' ? 2 + below(rng, 6) : 1 + below(rng, 4);
  if (units.length < size * 2) return undefined;
  const from = below(rng, units.length - size + 1);
  const phrase = units.slice(from, from + size);
  const loop = Array.from({ length: 3 + below(rng, 6) }, () => phrase).flat();
  const tail = rng() < 0.5 ? [] : units.slice(from + size);
  const all = [...units.slice(0, from), ...loop, ...tail];
  return { ...pair, [side]: all.join(side === 'zh' ? '' : ' ') };
}

/** One side is in a third language, or both sides are in the same one. */
function wrongLanguage(pair: Texts, { pairs, at }: Place, rng: Rng): Texts | undefined {
  const side = rng() < 0.5 ? 'zh' : 'en';
  const other = pairs[at + 1] ?? pairs[at - 1];
  const choice = rng();
  if (choice < 0.6) return { ...pair, [side]: FOREIGN[below(rng, FOREIGN.length)] ?? '' };
  const copied = choice < 0.8 || other === undefined ? pair : other;
  return { ...pair, [side]: side === 'zh' ? copied.en : copied.zh };
}

/** The bytes of one side are read in a charset they are not in. */
function mojibake(pair: Texts, _place: Place, rng: Rng): Texts | undefined {
  const readings = ['windows-1252', 'gbk', 'iso-8859-2', 'lost'] as const;
  const reading = readings[below(rng, readings.length)] ?? 'gbk';
  const zh =
    reading === 'lost'
      ? Array.from(pair.zh, (letter) => (rng() < 0.4 ? '\ufffd' : letter)).join('')
      : new TextDecoder(reading).decode(new TextEncoder().encode(pair.zh));
  if (zh === pair.zh) return undefined;
  return { ...pair, zh };
}

/** A whole number from 0, below `count`. */
export function below(rng: Rng, count: number): number {
  return Math.floor(rng() * count);
}
