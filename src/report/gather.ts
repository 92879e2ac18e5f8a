import { version } from '../kit/index.js';
import { statisticsOf, type StatisticsOptions } from '../search/index.js';
import type { Pair } from '../model/index.js';
import type { Corpus } from '../store/index.js';
import type { ReportData, ReportDocument } from './data.js';
import { MAX_PAIRS } from './limits.js';

/** Failed sources the page lists at most. */
const MAX_TROUBLES = 200;

/**
 * Reads from a corpus what the report shows.
 *
 * @param madeAt - UTC, ISO 8601
 * @param words - the lexicons; without them the report knows nothing about words
 */
export function gatherReport(
  corpus: Corpus,
  title: string,
  madeAt: string,
  words: StatisticsOptions = {},
): ReportData {
  const statistics = statisticsOf(corpus, words);
  return {
    title,
    madeAt,
    version,
    statistics,
    troubles: troublesOf(corpus),
    documentCount: statistics.counts.documents,
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
    yield { facts, ...firstPairs(corpus, facts.key), setAside: document?.setAside ?? [] };
  }
}

/** A file of pairs may be one document of a million: no more is read than the page shows. */
function firstPairs(corpus: Corpus, document: string): Pick<ReportDocument, 'pairs' | 'left'> {
  const pairs: Pair[] = [];
  for (const { pair } of corpus.pairs.stream({ document })) {
    if (pairs.length === MAX_PAIRS) {
      return { pairs, left: corpus.pairs.count({ document }) - MAX_PAIRS };
    }
    pairs.push(pair);
  }
  return { pairs };
}
