import { hashOf } from '../../src/kit/index.js';
import { openCorpus } from '../../src/store/index.js';

/** What a corpus holds, in one hash. */
export interface Fingerprint {
  /** Over every pair with its findings and its origin, in corpus order; times left out. */
  readonly hash: string;
  readonly pairs: number;
}

/** Reads every pair. */
export function fingerprint(folder: string): Fingerprint {
  const corpus = openCorpus(folder, { readOnly: true });
  let hash = '';
  let pairs = 0;
  for (const { pair, document } of corpus.pairs.stream()) {
    hash = hashOf(hash, pair, document.key, document.title, document.date);
    pairs += 1;
  }
  corpus.close();
  return { hash, pairs };
}

/** Addresses of the sources that have results: they must not lose them. */
export function doneSources(folder: string): ReadonlySet<string> {
  const corpus = openCorpus(folder, { readOnly: true });
  const done = [...corpus.sources.list()].filter(({ signature }) => signature !== undefined);
  corpus.close();
  return new Set(done.map(({ key }) => key));
}

/** How many sources there are whose address holds this text. */
export function sourcesOf(folder: string, text: string): number {
  const corpus = openCorpus(folder, { readOnly: true });
  const count = [...corpus.sources.list()].filter(({ key }) => key.includes(text)).length;
  corpus.close();
  return count;
}

/** What `verify` finds, one line each. */
export function problemsOf(folder: string): string[] {
  const corpus = openCorpus(folder, { readOnly: true });
  const { problems } = corpus.verify();
  corpus.close();
  return problems.map(({ check, detail }) => `${check}: ${detail}`);
}

/** What is wrong with a corpus after trouble: damage, and results that are gone. */
export function harmTo(folder: string, before: ReadonlySet<string>): string[] {
  const now = doneSources(folder);
  const lost = [...before].filter((key) => !now.has(key));
  return [
    ...problemsOf(folder),
    ...(lost.length === 0 ? [] : [`${lost.length} sources lost their results`]),
  ];
}
