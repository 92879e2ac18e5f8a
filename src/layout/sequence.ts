import { LAYOUT_DEFAULTS } from './defaults.js';
import { endsSentence } from './measure.js';
import type { Unit } from './unit.js';

/** How the two languages follow each other in a stream of blocks. */
export type Sequence = 'one-language' | 'sequential' | 'interleaved';

/**
 * Tells interleaved paragraphs from one text after the other.
 *
 * Two texts of m and n paragraphs can switch language at most 2·min(m, n) times; interleaved
 * pages come near that, sequential ones switch once or a few times and keep most of each
 * language in one run.
 */
export function sequenceOf(units: readonly Unit[]): Sequence {
  const letters = { zh: 0, en: 0 };
  const counts = { zh: 0, en: 0 };
  const longest = { zh: 0, en: 0 };
  let [run, switches] = [0, 0];
  units.forEach((unit, i) => {
    letters[unit.lang] += unit.letters;
    counts[unit.lang] += 1;
    const isSwitch = i > 0 && units[i - 1]?.lang !== unit.lang;
    if (isSwitch) switches += 1;
    run = isSwitch || i === 0 ? unit.letters : run + unit.letters;
    longest[unit.lang] = Math.max(longest[unit.lang], run);
  });
  if (!isBilingual(units)) return 'one-language';
  const possible = 2 * Math.min(counts.zh, counts.en) - 1;
  const share = Math.min(longest.zh / letters.zh, longest.en / letters.en);
  const isSequential =
    possible >= 3 &&
    switches <= Math.max(1, possible * LAYOUT_DEFAULTS.maxSequentialSwitches) &&
    share >= LAYOUT_DEFAULTS.minSequentialRun;
  return isSequential ? 'sequential' : 'interleaved';
}

/** Whether both languages have a fair share of the text; lines without a full stop count less. */
export function isBilingual(units: readonly Unit[]): boolean {
  const weight = { zh: 0, en: 0 };
  for (const { lang, letters, block } of units) {
    weight[lang] += letters * (endsSentence(block.text) || letters > 100 ? 1 : 0.3);
  }
  const minor = Math.min(weight.zh, weight.en);
  return minor >= (weight.zh + weight.en) * LAYOUT_DEFAULTS.minMinorShare && minor > 0;
}
