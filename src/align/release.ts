import { rangeSize, type Bead } from '../model/index.js';
import type { AlignInput, SectionRange } from './types.js';

/** Mean evidence of two-sided beads, in nats, below which the page's own pairing is doubted. */
const DOUBTFUL = 2;
/** Neighbouring doubtful sections there must be: one alone may be a caption or a heading. */
const LEAST_RUN = 2;
/** Nats by which the text without the pairing must do better. */
const MARGIN = 20;

/**
 * The same document without its layout's paragraph pairs where they look shifted: a run of
 * doubtful sections becomes one with its neighbours on both sides, where the shift begins and
 * ends. What somebody locked stays.
 *
 * @returns `undefined` where there is nothing to doubt or nothing to release
 */
export function releasedInput(input: AlignInput, beads: readonly Bead[]): AlignInput | undefined {
  const sections = input.sections ?? [];
  if (sections.filter(({ hold }) => hold === 'layout').length < LEAST_RUN) return undefined;
  const released = releasedSections(sections, beads);
  const merged: SectionRange[] = [];
  for (const [index, section] of sections.entries()) {
    const last = merged.at(-1);
    if (last === undefined || released[index] !== 1 || released[index - 1] !== 1) {
      merged.push(section);
      continue;
    }
    merged[merged.length - 1] = {
      zh: { from: last.zh.from, to: section.zh.to },
      en: { from: last.en.from, to: section.en.to },
      hold: 'open',
    };
  }
  return merged.length === sections.length ? undefined : { ...input, sections: merged };
}

/** Uint8 [sections]: which of them are given up. */
function releasedSections(sections: readonly SectionRange[], beads: readonly Bead[]): Uint8Array {
  const doubtful = doubtfulSections(sections, beads);
  const released = new Uint8Array(sections.length);
  for (let from = 0; from < sections.length; from++) {
    if (doubtful[from] === 0) continue;
    let to = from;
    let paired = 0;
    for (; to < sections.length && doubtful[to] !== 0; to++) paired += doubtful[to] === 2 ? 1 : 0;
    if (paired >= LEAST_RUN) {
      for (let at = Math.max(0, from - 1); at < Math.min(sections.length, to + 1); at++) {
        if (sections[at]?.hold !== 'locked') released[at] = 1;
      }
    }
    from = to;
  }
  return released;
}

/** Uint8 [sections]: 2 where both sides are there and little speaks for them, 1 where one is not. */
function doubtfulSections(sections: readonly SectionRange[], beads: readonly Bead[]): Uint8Array {
  const doubtful = new Uint8Array(sections.length);
  let next = 0;
  for (const [index, { zh, en, hold }] of sections.entries()) {
    let [pairs, nats] = [0, 0];
    for (; next < beads.length; next++) {
      const bead = beads[next];
      if (bead === undefined || bead.zh.to > zh.to || bead.en.to > en.to) break;
      if (rangeSize(bead.zh) === 0 || rangeSize(bead.en) === 0) continue;
      pairs += 1;
      nats += bead.score;
    }
    if (hold === 'locked') continue;
    if (rangeSize(zh) === 0 || rangeSize(en) === 0) doubtful[index] = 1;
    else if (nats < DOUBTFUL * pairs || pairs === 0) doubtful[index] = 2;
  }
  return doubtful;
}

/** Whether the beads found without the pairing are plainly better. */
export function isPlainlyBetter(released: readonly Bead[], kept: readonly Bead[]): boolean {
  const total = (beads: readonly Bead[]): number =>
    beads.reduce((sum, { score }) => sum + score, 0);
  return total(released) > total(kept) + MARGIN;
}
