import { DuizhaoError } from '../kit/index.js';

/** One learned pair: how likely each word is to be translated by the other. */
export interface LearnedPair {
  /** Chinese token: a word or character, simplified. */
  readonly zh: string;
  /** English token: a stem. */
  readonly en: string;
  /** t(en | zh), in [0, 1]. */
  readonly zhToEn: number;
  /** t(zh | en), in [0, 1]. */
  readonly enToZh: number;
  /** Beads the pair was seen in. */
  readonly seen: number;
}

/** Word translations learned from a corpus. */
export type LearnedLexicon = readonly LearnedPair[];

const FORMAT = 'duizhao-lexicon/1';

/**
 * A learned lexicon as JSON Lines: a head line, then one pair a line in code-unit order.
 *
 * The same pairs give the same bytes.
 */
export function printLearned(pairs: LearnedLexicon): string {
  const head = JSON.stringify({ format: FORMAT, pairs: pairs.length });
  const lines = [...pairs]
    .sort((a, b) => compare(a.zh, b.zh) || compare(a.en, b.en))
    .map(({ zh, en, zhToEn, enToZh, seen }) =>
      JSON.stringify([zh, en, rounded(zhToEn), rounded(enToZh), seen]),
    );
  return `${[head, ...lines].join('\n')}\n`;
}

/**
 * Reads what {@link printLearned} wrote.
 *
 * @param file - name used in errors
 * @throws DuizhaoError `lexicon.bad-learned` with the line
 */
export function parseLearned(text: string, file: string): LearnedLexicon {
  const [head = '', ...lines] = text.split('\n').filter((line) => line !== '');
  if (!head.includes(FORMAT)) throw badLine(file, 1);
  return lines.map((line, index) => parsePair(line) ?? fail(file, index + 2));
}

function parsePair(line: string): LearnedPair | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!Array.isArray(value)) return undefined;
  const [zh, en, zhToEn, enToZh, seen] = value as readonly unknown[];
  const isPair =
    typeof zh === 'string' &&
    typeof en === 'string' &&
    typeof zhToEn === 'number' &&
    typeof enToZh === 'number' &&
    typeof seen === 'number';
  return isPair ? { zh, en, zhToEn, enToZh, seen } : undefined;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

function fail(file: string, line: number): never {
  throw badLine(file, line);
}

function badLine(file: string, line: number): DuizhaoError {
  return new DuizhaoError({
    code: 'lexicon.bad-learned',
    exit: 'badInput',
    message: `${file}: line ${line} is not part of a learned lexicon`,
    hint: 'make it again with: duizhao learn',
    at: { file, line },
  });
}
