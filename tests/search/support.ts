import { hashOf, sha256 } from '../../src/kit/index.js';
import { documentId, pairId, unitScore, type Document, type Pair } from '../../src/model/index.js';
import { prepare, type Corpus } from '../../src/store/index.js';

/** A sentence and its translation; a third word changes single fields of the pair. */
export type Line = readonly [zh: string, en: string, patch?: Partial<Pair>];

/** Saves one document of these pairs. */
export function saveLines(
  corpus: Corpus,
  key: string,
  lines: readonly Line[],
  facts: Partial<Document> = {},
): void {
  const id = documentId(hashOf(key, lines));
  const document: Document = {
    id,
    key,
    origins: [{ kind: key.includes('://') ? 'url' : 'path', location: key, sha256: sha256(key) }],
    title: {},
    meta: {},
    layout: 'interleaved',
    layoutConfidence: unitScore(1),
    blocks: [],
    sections: [],
    setAside: [],
    ...facts,
  };
  const pairs = lines.map(([zh, en, patch], at): Pair => ({
    id: pairId(hashOf(key, at, zh, en).slice(0, 32)),
    document: id,
    position: at + 1,
    zh,
    en,
    repairs: [],
    shape: '1-1',
    confidence: unitScore(1),
    score: unitScore(0.9),
    findings: [],
    state: 'new',
    layout: 'interleaved',
    blocks: { zh: [], en: [] },
    ...patch,
  }));
  corpus.sources.put({ origin: document.origins[0], bytes: Buffer.from(key) });
  const { sha256: hash } = document.origins[0];
  corpus.results.save({
    sources: [{ key, sha256: hash }],
    signature: 's',
    document,
    pairs,
    partOf: ({ state }) => (state === 'rejected' ? 'none' : 'first'),
    prepared: prepare(document, pairs, ({ state }) => state !== 'rejected'),
  });
}
