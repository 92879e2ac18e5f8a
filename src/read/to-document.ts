import { hashOf } from '../kit/index.js';
import { arrange, type ArrangeHints, type Arranged, type RawBlock } from '../layout/index.js';
import { documentId, type Document, type Origin } from '../model/index.js';

/** A document from the raw blocks of one file. */
export function documentOf(
  origin: Origin,
  raw: readonly RawBlock[],
  hints: ArrangeHints = {},
): Document {
  return withIdentity(arrange(raw, hints), [origin], origin.location);
}

/** Adds what identifies an arranged document: the hash of its text, its key and its origins. */
export function withIdentity(
  arranged: Arranged,
  origins: readonly [Origin, ...Origin[]],
  key: string,
): Document {
  const id = documentId(hashOf(arranged.blocks.map(({ lang, kind, text }) => [lang, kind, text])));
  return { ...arranged, id, key, origins, meta: {} };
}
