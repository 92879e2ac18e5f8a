import { rangeSize, type Bead } from '../model/index.js';
import type { AlignInput, SectionRange } from './types.js';

/** Mean evidence of two-sided beads, in nats, below which the page's own pairing is doubted. */
const DOUBTFUL = 2;
/** Nats by which the text without the pairing must do better. */
const MARGIN = 20;

/**
 * The same document without its layout's paragraph pairs, if they look shifted: neighbouring
 * sections that nobody locked become one.
 *
 * @returns `undefined` where there is nothing to doubt or nothing to release
 */
export function releasedInput(input: AlignInput, beads: readonly Bead[]): AlignInput | undefined {
  const sections = input.sections ?? [];
  if (sections.filter(({ hold }) => hold === 'layout').length < 2) return undefined;
  const pairs = beads.filter(({ zh, en }) => rangeSize(zh) > 0 && rangeSize(en) > 0);
  const nats = pairs.reduce((sum, { score }) => sum + score, 0);
  if (nats >= DOUBTFUL * pairs.length && pairs.length * 4 >= beads.length) return undefined;
  const merged: SectionRange[] = [];
  for (const section of sections) {
    const last = merged.at(-1);
    if (last === undefined || last.hold === 'locked' || section.hold === 'locked') {
      merged.push(section);
      continue;
    }
    merged[merged.length - 1] = {
      zh: { from: last.zh.from, to: section.zh.to },
      en: { from: last.en.from, to: section.en.to },
      hold: 'open',
    };
  }
  return { ...input, sections: merged };
}

/** Whether the beads found without the pairing are plainly better. */
export function isPlainlyBetter(released: readonly Bead[], kept: readonly Bead[]): boolean {
  const total = (beads: readonly Bead[]): number =>
    beads.reduce((sum, { score }) => sum + score, 0);
  return total(released) > total(kept) + MARGIN;
}
