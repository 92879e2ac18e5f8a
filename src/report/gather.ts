import { version } from '../kit/index.js';
import type { Corpus } from '../store/index.js';
import type { ReportData, ReportDocument } from './data.js';
import { countYield } from './yield.js';

/** Failed sources the page lists at most. */
const MAX_TROUBLES = 200;

/**
 * Reads from a corpus what the report shows.
 *
 * @param madeAt - UTC, ISO 8601
 */
export function gatherReport(corpus: Corpus, title: string, madeAt: string): ReportData {
  return {
    title,
    madeAt,
    version,
    totals: countYield(corpus),
    troubles: troublesOf(corpus),
    documentCount: corpus.counts().documents,
    documents: documentsOf(corpus),
  };
}

function troublesOf(corpus: Corpus): ReportData['troubles'] {
  const troubles: { id: string; reason: string; message?: string }[] = [];
  for (const { id, reason, message } of corpus.runs.rejects()) {
    if (troubles.length === MAX_TROUBLES) break;
    troubles.push({ id, reason, ...(message === undefined ? {} : { message }) });
  }
  return troubles;
}

function* documentsOf(corpus: Corpus): Iterable<ReportDocument> {
  for (const { facts } of corpus.documents.list({ duplicate: false })) {
    const document = corpus.documents.load(facts.key);
    yield {
      facts,
      pairs: [...corpus.pairs.of(facts.key)],
      setAside: document?.setAside ?? [],
    };
  }
}
