import { expect } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf, sha256 } from '../../src/kit/index.js';
import {
  documentId,
  pairId,
  unitScore,
  type Document,
  type Origin,
  type Page,
  type Pair,
} from '../../src/model/index.js';
import {
  openCorpus,
  prepare,
  type Corpus,
  type OpenOptions,
  type Part,
  type Prepared,
  type Saved,
} from '../../src/store/index.js';
import { fingerprintOf } from '../../src/text/index.js';

/** A sentence and its translation. */
export type Line = readonly [zh: string, en: string];

/** Noon of a day nobody waits for, one second later at every call. */
export function ticking(): () => Date {
  let at = Date.UTC(2024, 2, 18, 12);
  return () => new Date((at += 1000));
}

/** Runs `work` in a folder that is gone afterwards. */
export function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-store-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs `work` on an empty corpus that is gone afterwards. */
export function inCorpus<T>(work: (corpus: Corpus) => T, options: OpenOptions = {}): T {
  return inFolder((folder) => {
    const corpus = openCorpus(folder, { create: true, clock: ticking(), ...options });
    try {
      return work(corpus);
    } finally {
      corpus.close();
    }
  });
}

/** A page whose bytes are `body`. */
export function pageOf(location: string, body: string): Page {
  const bytes = new TextEncoder().encode(body);
  return { origin: originOf(location, sha256(bytes)), bytes, contentType: 'text/html' };
}

/** The document a page would give, one section for each line. */
export function documentOf(pages: readonly Page[], lines: readonly Line[]): Document {
  const [first, ...others] = pages.map(({ origin }) => origin);
  if (first === undefined) throw new RangeError('a document needs a page');
  return {
    id: documentId(hashOf(lines)),
    key: [first, ...others].map(({ location }) => location).join(' '),
    origins: [first, ...others],
    title: { zh: '标题', en: 'Title' },
    date: '2024-03-18',
    meta: { SiteName: '示例' },
    layout: others.length === 0 ? 'interleaved' : 'paired-pages',
    layoutConfidence: unitScore(1),
    blocks: lines.flatMap(([zh, en]) => [
      { lang: 'zh', kind: 'paragraph', text: zh },
      { lang: 'en', kind: 'paragraph', text: en },
    ]),
    sections: lines.map((_line, at) => ({ zh: [2 * at], en: [2 * at + 1], hold: 'layout' })),
    setAside: [{ text: '粤ICP备00000000号', reason: 'footer' }],
  };
}

/** One pair a line, as the clean room would make them; `patch` changes single pairs. */
export function pairsOf(
  document: Document,
  lines: readonly Line[],
  patch: (pair: Pair, at: number) => Pair = (pair) => pair,
): Pair[] {
  return lines.map(([zh, en], at) =>
    patch(
      {
        id: pairId(hashOf(document.key, zh, en, 0).slice(0, 32)),
        document: document.id,
        position: at + 1,
        zh,
        en,
        repairs: [],
        shape: '1-1',
        confidence: unitScore(0.9),
        score: unitScore(0.8),
        findings: [],
        state: 'new',
        layout: document.layout,
        blocks: { zh: [2 * at + 1], en: [2 * at + 2] },
      },
      at,
    ),
  );
}

/** What part pairs play in these tests: as the clean room has it. */
export function partOf({ state, reason }: Pick<Pair, 'state' | 'reason'>): Part {
  if (state !== 'rejected') return 'first';
  return reason === 'duplicate' ? 'repeat' : 'none';
}

/** What {@link prepare} makes of them. */
export function prepared(document: Document, pairs: readonly Pair[]): Prepared {
  return prepare(document, pairs, (pair) => partOf(pair) !== 'none');
}

/** Adds a page with these lines and saves its results, duplicates marked as the clean room does. */
export function build(
  corpus: Corpus,
  location: string,
  lines: readonly Line[],
  { signature = 's1', body = JSON.stringify(lines) } = {},
): Saved {
  const page = pageOf(location, body);
  corpus.sources.put(page);
  return save(corpus, [page], lines, signature);
}

/** Saves the results of pages that are in the corpus. */
export function save(
  corpus: Corpus,
  pages: readonly [Page, ...Page[]],
  lines: readonly Line[],
  signature = 's1',
): Saved {
  const document = documentOf(pages, lines);
  const [first, ...others] = pages.map(({ origin }) => ({
    key: origin.location,
    sha256: origin.sha256,
  }));
  if (first === undefined) throw new RangeError('results need a page');
  const sources = [first, ...others] as const;
  const seen = corpus.seen(sources);
  const pairs = pairsOf(document, lines, (pair) => {
    const earlier = seen.find(fingerprintOf(pair).pair);
    return earlier === undefined ? pair : { ...pair, state: 'rejected', reason: 'duplicate' };
  });
  return corpus.results.save({
    sources,
    signature,
    document,
    pairs,
    partOf,
    prepared: prepared(document, pairs),
  });
}

function originOf(location: string, hash: string): Origin {
  return {
    kind: location.includes('://') ? 'url' : 'path',
    location,
    sha256: hash,
    fetchedAt: '2024-03-18T02:00:00Z',
    charset: { name: 'utf-8', decidedBy: 'valid-utf-8' },
  };
}

/** What `expect(…).toThrow` is given to ask for a code. */
export function failure(code: string): Error {
  const wanted: unknown = expect.objectContaining({ failure: expect.objectContaining({ code }) });
  return wanted as Error;
}
