import { version } from '../kit/index.js';
import type { Corpus } from '../store/index.js';
import type { ReportData, ReportDocument, Tally } from './data.js';

/** Failed sources the page lists at most. */
const MAX_TROUBLES = 200;

/**
 * Reads from a corpus what the report shows.
 *
 * @param madeAt - UTC, ISO 8601
 */
export function gatherReport(corpus: Corpus, title: string, madeAt: string): ReportData {
  const counts = corpus.counts();
  const kept = corpus.pairs.count({ states: ['new', 'accepted', 'edited'], twoSided: true });
  return {
    title,
    madeAt,
    version,
    stages: [
      { name: 'sources', count: counts.sources },
      { name: 'documents', count: counts.documents },
      { name: 'blocks', count: counts.blocks },
      { name: 'pairs', count: counts.pairs },
      { name: 'kept', count: kept },
    ],
    kept,
    rejected: byFrequency(counts.byReason),
    shapes: byFrequency(counts.byShape),
    layouts: byFrequency(counts.byLayout),
    setAside: byFrequency(counts.setAsideByReason),
    troubles: troublesOf(corpus),
    documentCount: counts.documents,
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

/** Most frequent first; equal counts in alphabetical order. */
function byFrequency(counts: Readonly<Record<string, number>>): Tally[] {
  return Object.entries(counts)
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
