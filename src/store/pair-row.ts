import { documentId, pairId, unitScore, type Finding, type Pair } from '../model/index.js';
import { toDetail, toFindings, toLayout, toState } from './gates.js';
import { json, maybeText, number, text } from './row.js';
import type { Row, Value } from './sqlite.js';
import { codePoints, storable } from './storable.js';

/** The part of a pair that nothing searches for, kept as JSON. */
export interface PairDetail {
  readonly blocks: Pair['blocks'];
  readonly repairs?: readonly string[];
  readonly original?: { readonly zh: string; readonly en: string };
  /** The texts where a TEXT column cannot hold them: NUL, lone surrogates. */
  readonly exact?: { readonly zh: string; readonly en: string };
}

/** Columns of `pair` that hold the pair itself, in the order of {@link pairValues}. */
export const PAIR_COLUMNS = [
  'id',
  'document',
  'position',
  'state',
  'reason',
  'score',
  'confidence',
  'shape',
  'layout',
  'zh',
  'en',
  'zh_length',
  'en_length',
  'checks',
  'findings',
  'detail',
] as const;

/** Whether a row `p` of `pair` has the id that is given as the only value: asks the index of beginnings. */
export const HAS_ID = 'substr(p.id, 1, 5) = substr(?1, 1, 5) AND p.id = ?1';

/** A pair as column values; `document` is the number of its document. */
export function pairValues(pair: Pair, document: number): Value[] {
  const zh = storable(pair.zh);
  const en = storable(pair.en);
  const detail: PairDetail = {
    blocks: pair.blocks,
    ...(pair.repairs.length === 0 ? {} : { repairs: pair.repairs }),
    ...(pair.original === undefined ? {} : { original: pair.original }),
    ...(zh === pair.zh && en === pair.en ? {} : { exact: { zh: pair.zh, en: pair.en } }),
  };
  return [
    pair.id,
    document,
    pair.position,
    pair.state,
    pair.reason ?? null,
    pair.score,
    pair.confidence,
    pair.shape,
    pair.layout,
    zh,
    en,
    codePoints(zh),
    codePoints(en),
    ...findingValues(pair.findings),
    JSON.stringify(detail),
  ];
}

/** The columns `checks` and `findings`. */
export function findingValues(findings: readonly Finding[]): [string | null, string | null] {
  const checks = checksOf(findings);
  return checks === undefined ? [null, null] : [checks, JSON.stringify(findings)];
}

/** Names of the checks, each once, in a form that `,name,` can be looked up in. */
export function checksOf(findings: readonly Finding[]): string | undefined {
  if (findings.length === 0) return undefined;
  return `,${[...new Set(findings.map(({ check }) => check))].join()},`;
}

/** The pair of a row that has {@link PAIR_COLUMNS} and `document_id`. */
export function toPair(row: Row): Pair {
  const { exact, original, repairs, blocks } = toDetail(json(row, 'detail'));
  const reason = maybeText(row, 'reason');
  return {
    id: pairId(text(row, 'id')),
    document: documentId(text(row, 'document_id')),
    position: number(row, 'position'),
    zh: exact?.zh ?? text(row, 'zh'),
    en: exact?.en ?? text(row, 'en'),
    ...(original === undefined ? {} : { original }),
    repairs: repairs ?? [],
    shape: text(row, 'shape'),
    confidence: unitScore(number(row, 'confidence')),
    score: unitScore(number(row, 'score')),
    findings: findingsOf(row),
    state: toState(text(row, 'state')),
    ...(reason === undefined ? {} : { reason }),
    layout: toLayout(text(row, 'layout')),
    blocks,
  };
}

/** What checks found in the pair of a row. */
export function findingsOf(row: Row): readonly Finding[] {
  const stored = json(row, 'findings');
  return stored === undefined ? [] : toFindings(stored);
}
