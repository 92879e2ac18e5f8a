import type { Origin, TracedPair } from '../model/index.js';

/**
 * What every format carries of a pair: one flat row, the same names everywhere.
 *
 * Unknown and empty values are absent, except `zh` and `en`, which are always there.
 */
export interface PairRecord {
  readonly zh: string;
  readonly en: string;
  /** Quality in [0, 1], 4 decimals. */
  readonly score?: number;
  /** `1-2`: one Chinese, two English sentences. */
  readonly shape?: string;
  /** Id of the document, a hash of its text. */
  readonly doc?: string;
  /** Place in the document, from 1. */
  readonly position?: number;
  /** Where the (Chinese) text was found. */
  readonly url_or_path?: string;
  readonly title_zh?: string;
  readonly title_en?: string;
  /** `YYYY-MM-DD`, of the document. */
  readonly date?: string;
  readonly site?: string;
  readonly licence?: string;
  /** `new`, `accepted`, `edited` or `rejected`. */
  readonly state?: string;
  /** The check that rejected the pair. */
  readonly reason?: string;
  /** Findings, `name: detail`, joined by `; `. */
  readonly checks?: string;
  /** Probability in [0, 1] that the alignment is exactly right, 4 decimals. */
  readonly confidence?: number;
  readonly layout?: string;
  /** Where the English text was found, when it has an address of its own. */
  readonly url_or_path_en?: string;
  /** UTC, ISO 8601. */
  readonly fetched_at?: string;
  /** SHA-256 of the page. */
  readonly sha256?: string;
  /** Names of the repairs, joined by spaces. */
  readonly repairs?: string;
  readonly original_zh?: string;
  readonly original_en?: string;
  /** Numbers of the blocks it was taken from, joined by spaces. */
  readonly blocks_zh?: string;
  readonly blocks_en?: string;
  /** Id of the pair: the same sentence at the same place keeps it. */
  readonly id?: string;
}

/** A pair as the corpus hands it out, or as a file gave it. */
export type Exportable = TracedPair | PairRecord;

/** The flat row of a pair; rows pass through. */
export function recordOf(item: Exportable): PairRecord {
  return 'pair' in item ? flatten(item) : item;
}

function flatten({ pair, document }: TracedPair): PairRecord {
  const [origin, second] = document.origins;
  const siteOf = origin.site ?? document.meta['SiteName'];
  const row: Record<string, string | number | undefined> = {
    zh: pair.zh,
    en: pair.en,
    score: round(pair.score),
    shape: pair.shape,
    doc: document.id,
    position: pair.position,
    url_or_path: address(origin),
    title_zh: document.title.zh,
    title_en: document.title.en,
    date: document.date,
    site: siteOf,
    licence: origin.licence,
    state: pair.state,
    reason: pair.reason,
    checks: pair.findings.map(({ check, detail }) => `${check}: ${detail}`).join('; '),
    confidence: round(pair.confidence),
    layout: pair.layout,
    url_or_path_en: second === undefined ? undefined : address(second),
    fetched_at: origin.fetchedAt,
    sha256: origin.sha256,
    repairs: pair.repairs.join(' '),
    original_zh: pair.original?.zh,
    original_en: pair.original?.en,
    blocks_zh: pair.blocks.zh.join(' '),
    blocks_en: pair.blocks.en.join(' '),
    id: pair.id,
  };
  return tidy(pair.zh, pair.en, row);
}

function tidy(
  zh: string,
  en: string,
  row: Readonly<Record<string, string | number | undefined>>,
): PairRecord {
  const kept: Record<string, string | number> = {};
  for (const name in row) {
    const value = row[name];
    if (value !== undefined && value !== '') kept[name] = value;
  }
  return { ...kept, zh, en };
}

function address(origin: Origin): string {
  return origin.finalUrl ?? origin.location;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
