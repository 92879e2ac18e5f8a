import { mergePaired, pairPages } from '../extract/index.js';
import { contentSimilarity, loadLexicon } from '../lexicon/index.js';
import type { Document, Lang } from '../model/index.js';
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
  if (loose.length < 2) return loose.length;
  const matches = pairPages(loose, { similarity: byContent() });
  const byKey = new Map(loose.map((document) => [document.key, document]));
  corpus.batch(() => {
    for (const match of matches) {
      const [zh, en] = [byKey.get(match.zh), byKey.get(match.en)];
      const [zhSource, enSource] = [corpus.sources.get(match.zh), corpus.sources.get(match.en)];
      if (zh === undefined || en === undefined) continue;
      if (zhSource === undefined || enSource === undefined) continue; // forgotten meanwhile
      const document = mergePaired(zh, en, match.score);
      const sources = [zhSource, enSource] as const;
      const pairs = engine().process(document);
      saveResults(corpus, sources, madeOf(document, pairs), signature, clean);
    }
  });
  return loose.length - 2 * matches.length;
}

function looseDocuments(corpus: Corpus): Document[] {
  const found: Document[] = [];
  for (const { facts } of corpus.documents.list({ layout: 'one-language', duplicate: false })) {
    const document = corpus.documents.load(facts.key);
    if (document !== undefined) found.push(document);
  }
  return found;
}

/** Likeness of a Chinese and an English page by what they say. */
export function byContent(): (zh: Document, en: Document) => number {
  return (zh, en) => contentSimilarity(loadLexicon(), textOf(zh, 'zh'), textOf(en, 'en'));
}

function textOf({ blocks }: Document, side: Lang): string {
  return blocks.flatMap(({ lang, text }) => (lang === side ? [text] : [])).join('\n');
}
