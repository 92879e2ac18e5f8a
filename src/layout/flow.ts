import { contentNats } from './content.js';
import { LAYOUT_DEFAULTS } from './defaults.js';
import { endsSentence } from './measure.js';
import { groupOf, type Group, type Unit } from './unit.js';

interface Chunk {
  readonly start: number;
  readonly end: number;
}

/**
 * Parts a stream of alternating languages into sections.
 *
 * A section is a run of one language followed by a run of the other, or a lone block.
 * The cheapest cut of the whole stream is found by dynamic programming over its positions:
 *
 *     best[i] = min over chunk [j, i) of best[j] + cost(chunk)
 *
 * Costs are in nats: the Gaussian of the log length ratio, what the words of both say, a price
 * for lone blocks and for every block beyond one a side, for pairing unlike kinds, and for
 * reversed order.
 * Linear in the number of blocks, since chunks are bounded except for whole runs.
 */
export function interleavedGroups(units: readonly Unit[]): readonly Group[] {
  const order = usualOrder(units);
  const best = new Float64Array(units.length + 1).fill(Infinity);
  const from = new Int32Array(units.length + 1);
  best[0] = 0;
  for (let end = 1; end <= units.length; end++) {
    for (const start of startsOf(units, end)) {
      const cost = Number(best[start]) + chunkCost(units.slice(start, end), order);
      if (cost < Number(best[end])) {
        best[end] = cost;
        from[end] = start;
      }
    }
  }
  return cutsOf(from, units.length).map(({ start, end }) => toGroup(units.slice(start, end)));
}

function toGroup(units: readonly Unit[]): Group {
  const isInline = units.every((unit) => unit.isInline && unit.from === units[0]?.from);
  if (units.length === 1) return groupOf(units, 'alone', 'layout');
  return groupOf(units, isInline ? 'inline' : 'interleaved', 'layout');
}

/** The language that opens most pairs, by total length cost of both readings. */
function usualOrder(units: readonly Unit[]): Unit['lang'] {
  let zhFirst = 0;
  let enFirst = 0;
  for (let i = 1; i < units.length; i++) {
    const [one, two] = [units[i - 1], units[i]];
    if (one === undefined || two === undefined || one.lang === two.lang) continue;
    const [zh, en] = one.lang === 'zh' ? [one, two] : [two, one];
    const weight = Math.max(0, 1 - ratioCost(zh, en) + contentNats([zh], [en]));
    if (one.lang === 'zh') zhFirst += weight;
    else enFirst += weight;
  }
  if (zhFirst === enFirst) return units[0]?.lang ?? 'zh';
  return zhFirst > enFirst ? 'zh' : 'en';
}

/** Where a chunk that ends before `end` may start: bounded sizes, and the two whole runs. */
function startsOf(units: readonly Unit[], end: number): readonly number[] {
  const last = units[end - 1]?.lang;
  let secondRun = end;
  while (secondRun > 0 && units[secondRun - 1]?.lang === last) secondRun--;
  let firstRun = secondRun;
  while (firstRun > 0 && units[firstRun - 1]?.lang !== last) firstRun--;
  const starts = [end - 1];
  if (end - secondRun > 2 * LAYOUT_DEFAULTS.maxSectionBlocks && end < units.length) {
    if (units[end]?.lang === last) return starts;
  }
  const least = Math.max(firstRun, secondRun - LAYOUT_DEFAULTS.maxSectionBlocks);
  for (let start = secondRun - 1; start >= least; start--) starts.push(start);
  if (firstRun < least) starts.push(firstRun);
  return starts;
}

function chunkCost(units: readonly Unit[], order: Unit['lang']): number {
  const [first] = units;
  if (first === undefined) return 0;
  if (units.length === 1) return aloneCost(first);
  const { zh, en } = groupOf(units, 'interleaved', 'layout');
  const extra = Math.max(zh.length, en.length) - 1;
  return (
    LAYOUT_DEFAULTS.extraBlockCost * extra +
    ratioCost(sum(zh), sum(en)) +
    (first.lang === order || first.isInline ? 0 : LAYOUT_DEFAULTS.wrongOrderCost) +
    kindCost(zh, en) -
    sharedNumbers(zh, en) -
    contentNats(zh, en)
  );
}

function aloneCost({ block }: Unit): number {
  const isShort = !endsSentence(block.text) && block.text.length < 80;
  return isShort ? LAYOUT_DEFAULTS.shortOrphanCost : LAYOUT_DEFAULTS.orphanCost;
}

/**
 * Headings and lines without full stop go with their like: one that shares its side with
 * paragraphs, while the other side has fewer such lines, has probably no translation.
 */
function kindCost(zh: readonly Unit[], en: readonly Unit[]): number {
  const [ofZh, ofEn] = [zh.filter(isLine).length, en.filter(isLine).length];
  const mixed = (lines: number, all: number): number => (lines < all ? lines : 0);
  const excess = Math.abs(mixed(ofZh, zh.length) - mixed(ofEn, en.length));
  const isUnlike = zh.some(isHeading) !== en.some(isHeading) && excess === 0;
  return LAYOUT_DEFAULTS.mixedKindCost * excess + (isUnlike ? LAYOUT_DEFAULTS.kindMismatchCost : 0);
}

function isLine(unit: Unit): boolean {
  return isHeading(unit) || (unit.block.text.length < 80 && !endsSentence(unit.block.text));
}

function isHeading({ block }: Unit): boolean {
  return block.kind === 'heading' || block.kind === 'title';
}

/** Nats gained by numbers written alike on both sides, at most 1.5. */
function sharedNumbers(zh: readonly Unit[], en: readonly Unit[]): number {
  const known = new Set(zh.flatMap(({ numbers }) => numbers));
  if (known.size === 0) return 0;
  const shared = new Set(en.flatMap(({ numbers }) => numbers).filter((n) => known.has(n)));
  return Math.min(1.5, shared.size * 0.5);
}

function sum(units: readonly Unit[]): { readonly letters: number } {
  return { letters: units.reduce((total, { letters }) => total + letters, 0) };
}

/** Gaussian cost of the log ratio; short texts vary more. */
function ratioCost(zh: { readonly letters: number }, en: { readonly letters: number }): number {
  const ratio = Math.log((en.letters + 4) / (zh.letters + 4));
  const spread =
    LAYOUT_DEFAULTS.ratioSpread +
    LAYOUT_DEFAULTS.shortSpread / Math.sqrt(Math.min(zh.letters, en.letters) + 4);
  return Math.min(LAYOUT_DEFAULTS.maxRatioCost, (ratio * ratio) / (2 * spread * spread));
}

function cutsOf(from: Int32Array, end: number): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = end; at > 0; at = Number(from[at]))
    chunks.push({ start: Number(from[at]), end: at });
  return chunks.reverse();
}
