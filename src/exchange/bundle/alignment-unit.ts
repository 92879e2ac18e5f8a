import type { PairRecord } from '../record.js';

/** What a pair is: sentences that answer each other, or a whole paragraph beside its translation. */
export type AlignmentUnit = 'sentence' | 'paragraph';

/**
 * The unit of a pair, told by its text.
 *
 * A bead of the aligner may hold several sentences and says how many in its shape (`1-2`); more than
 * that on both sides means that the pair was never cut, as when paragraphs were imported. Stops in
 * quotations do not count, and both sides must have them, so abbreviations do no harm.
 */
export function alignmentUnit({ zh, en, shape }: PairRecord): AlignmentUnit {
  if (zh.length < MIN_PARAGRAPH && en.length < MIN_PARAGRAPH) return 'sentence';
  const sides = [
    zh === '' ? Infinity : sentencesIn(zh, ZH),
    en === '' ? Infinity : sentencesIn(en, EN),
  ];
  return Math.min(...sides) > sentencesOf(shape) ? 'paragraph' : 'sentence';
}

/** Two sentences with their stops: fewer characters hold no paragraph. */
const MIN_PARAGRAPH = 8;

interface Script {
  readonly quotation: RegExp;
  /** A stop inside the text, or a line end. */
  readonly stop: RegExp;
}

const ZH: Script = {
  quotation: /“[^”]*”|「[^」]*」|『[^』]*』|"[^"]*"|（[^）]*）/g,
  stop: /[。！？!?]+[”’」』）)]*(?=\s*[^\s”’」』）)])|\n\s*(?=\S)/g,
};

const EN: Script = {
  quotation: /“[^”]*”|"[^"]*"|\([^)]*\)/g,
  stop: /[.!?]+["”’)\]]*\s+(?=["“‘([]?[A-Z0-9])|\n\s*(?=\S)/g,
};

function sentencesIn(text: string, { quotation, stop }: Script): number {
  return (text.replace(quotation, '').match(stop)?.length ?? 0) + 1;
}

/** `1-2` → 2; 1 where nothing is said. */
function sentencesOf(shape: string | undefined): number {
  const [zh = '', en = ''] = shape?.split('-') ?? [];
  return Math.max(1, Number(zh) || 0, Number(en) || 0);
}
