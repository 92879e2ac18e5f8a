import { mergePaired, pairPages, type PagePair } from '../extract/index.js';
import { loadLexicon, pageJudge } from '../lexicon/index.js';
import type { Document } from '../model/index.js';
import type { Corpus } from '../store/index.js';
import type { Engine, EngineOptions } from './engine.js';
import { saveResults } from './save-results.js';
import { madeOf } from './work.js';

/**
 * Looks for partners among the documents that are in one language only, and aligns the pairs.
 *
 * @param engine - called only if a pair is found, because loading it takes time
 * @returns how many documents stay without a partner
 */
export function pairLooseDocuments(
  corpus: Corpus,
  engine: () => Engine,
  signature: string,
  { clean }: Pick<EngineOptions, 'clean'>,
): number {
  const loose = looseDocuments(corpus);
  if (loose.keys.length < 2) return loose.keys.length;
  const matches = bestForEach(pairPages(loose, { judge: pageJudge(loadLexicon()) }));
  corpus.batch(() => {
    for (const { match, zh, en } of loaded(matches, corpus)) {
      const [zhSource, enSource] = [corpus.sources.get(match.zh), corpus.sources.get(match.en)];
      if (zhSource === undefined || enSource === undefined) continue; // forgotten meanwhile
      const document = mergePaired(zh, en, match.score);
      const sources = [zhSource, enSource] as const;
      const pairs = engine().process(document);
      saveResults(corpus, sources, madeOf(document, pairs), signature, clean);
    }
  });
  return loose.keys.length - 2 * matches.length;
}

interface LoadedMatch {
  readonly match: PagePair;
  readonly zh: Document;
  readonly en: Document;
}

/**
 * A source belongs to one document, so of two Chinese pages that claim an English one, such as the
 * same text in both scripts, the surer takes it, the first in corpus order if they are as sure.
 */
function bestForEach(matches: readonly PagePair[]): readonly PagePair[] {
  const byEnglish = new Map<string, PagePair>();
  for (const match of matches) {
    const best = byEnglish.get(match.en);
    if (best === undefined || match.score > best.score) byEnglish.set(match.en, match);
  }
  return [...byEnglish.values()];
}

function* loaded(matches: readonly PagePair[], { documents }: Corpus): Iterable<LoadedMatch> {
  for (const match of matches) {
    const [zh, en] = [documents.load(match.zh), documents.load(match.en)];
    if (zh !== undefined && en !== undefined) yield { match, zh, en };
  }
}

/** The documents in one language; their texts are loaded one at a time, each time they are read. */
function looseDocuments({ documents }: Corpus): Iterable<Document> & { keys: readonly string[] } {
  const keys: string[] = [];
  for (const { facts } of documents.list({ layout: 'one-language', duplicate: false })) {
    keys.push(facts.key);
  }
  return {
    keys,
    *[Symbol.iterator]() {
      for (const key of keys) {
        const document = documents.load(key);
        if (document !== undefined) yield document;
      }
    },
  };
}
