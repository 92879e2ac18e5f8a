import { anonymiseTexts, hideRecord } from '../clean/index.js';
import { recordOf, type PairRecord } from '../exchange/index.js';
import type { TracedPair } from '../model/index.js';
import type { ReportData, ReportDocument } from '../report/index.js';

/** Fields that may hold what a person wrote; the others are numbers, hashes and fixed words. */
const WRITTEN = [
  ...(['zh', 'en', 'original_zh', 'original_en', 'title_zh', 'title_en', 'checks'] as const),
  ...(['url_or_path', 'url_or_path_en', 'site', 'licence'] as const),
];

/** The pair as it may be passed on: texts, what they were before repair, titles and addresses. */
export function withoutPersonalData(record: PairRecord): PairRecord {
  const { texts } = anonymiseTexts(WRITTEN.map((name) => record[name] ?? ''));
  const hidden = WRITTEN.flatMap((name, at) =>
    record[name] === undefined ? [] : [[name, texts[at]] as const],
  );
  return { ...record, ...Object.fromEntries(hidden) };
}

/** The same of every pair. */
export function* anonymised(pairs: Iterable<TracedPair>): Iterable<PairRecord> {
  for (const pair of pairs) yield withoutPersonalData(recordOf(pair));
}

/** A report that may be passed on: whatever text it shows, in pairs, titles, addresses, names. */
export function anonymisedReport({ documents, ...data }: ReportData): ReportData {
  return { ...hideRecord(data), documents: hiddenDocuments(documents) };
}

function* hiddenDocuments(documents: Iterable<ReportDocument>): Iterable<ReportDocument> {
  for (const { pairs, ...document } of documents) {
    yield { ...hideRecord(document), pairs: pairs.map((pair) => hideRecord(pair)) };
  }
}
