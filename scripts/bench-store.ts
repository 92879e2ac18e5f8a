/**
 * Processor time, memory and file size of the corpus database.
 *
 *     node dist/scripts/bench-store.js [pairs …]     (10000 100000 when none is named)
 *
 * Makes documents of 20 pairs with texts of news length from a seeded generator, saves them
 * a hundred to the transaction, and reads them back. Prints one JSON line a size.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf, jsonLine, seededRng, sha256, type Rng } from '../src/kit/index.js';
import { documentId, pairId, unitScore, type Document, type Pair } from '../src/model/index.js';
import { openCorpus, prepare, type Corpus } from '../src/store/index.js';

const PAIRS_PER_DOCUMENT = 20;
const BATCH = 100;
const HAN =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经';
const WORDS =
  'the of city foreign affairs office meeting visit delegation cooperation exchange trade between and development said director general friendly port economic culture year opening'.split(
    ' ',
  );

function sentence(rng: Rng): { zh: string; en: string } {
  const pick = <T>(items: ArrayLike<T>): T =>
    items[Math.floor(rng() * items.length)] ?? (items[0] as T);
  const length = 12 + Math.floor(rng() * 50);
  const zh = `${Array.from({ length }, () => pick(HAN)).join('')}。`;
  const en = `${Array.from({ length: Math.ceil(length / 1.7) }, () => pick(WORDS)).join(' ')}.`;
  return { zh, en };
}

function make(n: number, rng: Rng): { document: Document; pairs: Pair[] } {
  const lines = Array.from({ length: PAIRS_PER_DOCUMENT }, () => sentence(rng));
  const key = `https://bench.example/${n}.html`;
  const id = documentId(hashOf(lines));
  const document: Document = {
    id,
    key,
    origins: [
      { kind: 'url', location: key, sha256: sha256(key), fetchedAt: '2024-03-18T02:00:00Z' },
    ],
    title: { zh: '标题', en: 'Title' },
    date: `20${10 + (n % 15)}-03-18`,
    meta: { SiteName: '示例' },
    layout: 'interleaved',
    layoutConfidence: unitScore(1),
    blocks: lines.flatMap(({ zh, en }) => [
      { lang: 'zh', kind: 'paragraph', text: zh },
      { lang: 'en', kind: 'paragraph', text: en },
    ]),
    sections: lines.map((_line, at) => ({ zh: [2 * at], en: [2 * at + 1], hold: 'layout' })),
    setAside: [{ text: '粤ICP备00000000号', reason: 'footer' }],
  };
  const pairs = lines.map(({ zh, en }, at): Pair => ({
    id: pairId(hashOf(key, zh, en, 0).slice(0, 32)),
    document: id,
    position: at + 1,
    zh,
    en,
    repairs: [],
    shape: at % 7 === 0 ? '1-2' : '1-1',
    confidence: unitScore(0.9),
    score: unitScore(Math.round(rng() * 1000) / 1000),
    findings:
      at % 5 === 0 ? [{ check: 'number-mismatch', detail: 'zh 3000, en 300', rejects: true }] : [],
    state: at % 5 === 0 ? 'rejected' : 'new',
    ...(at % 5 === 0 ? { reason: 'number-mismatch' } : {}),
    layout: 'interleaved',
    blocks: { zh: [2 * at + 1], en: [2 * at + 2] },
  }));
  return { document, pairs };
}

function saveAll(corpus: Corpus, pairs: number): void {
  const rng = seededRng(7);
  const documents = pairs / PAIRS_PER_DOCUMENT;
  for (let n = 0; n < documents; n += BATCH) {
    corpus.batch(() => {
      saveSome(corpus, rng, n, Math.min(n + BATCH, documents));
    });
  }
  corpus.flush();
}

function putAll(corpus: Corpus, pairs: number): void {
  const rng = seededRng(7);
  corpus.batch(() => {
    for (let n = 0; n < pairs / PAIRS_PER_DOCUMENT; n++)
      corpus.sources.putDocument(make(n, rng).document);
  });
}

function saveSome(corpus: Corpus, rng: Rng, from: number, to: number): void {
  for (let n = from; n < to; n++) {
    const { document, pairs: made } = make(n, rng);
    const source = corpus.sources.get(document.key);
    if (source === undefined) continue;
    corpus.results.save({
      sources: [source],
      signature: 'bench',
      document,
      pairs: made,
      prepared: prepare(document, made, ({ state }) => state === 'new'),
      partOf: ({ state }) => (state === 'new' ? 'first' : 'none'),
    });
  }
}

/** Processor time, user and system: other work on the machine does not count. */
function seconds<T>(work: () => T): [number, T] {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return [Math.round((user + system) / 1e3) / 1e3, result];
}

function bench(pairs: number): Record<string, number> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'));
  try {
    const [generate] = seconds(() => {
      const rng = seededRng(7);
      for (let n = 0; n < pairs / PAIRS_PER_DOCUMENT; n++) make(n, rng);
    });
    const corpus = openCorpus(folder, { create: true });
    const [put] = seconds(() => {
      putAll(corpus, pairs);
    });
    const [save] = seconds(() => {
      saveAll(corpus, pairs);
    });
    const [again] = seconds(() => {
      saveAll(corpus, pairs);
    });
    const [stream, streamed] = seconds(() => {
      let n = 0;
      for (const { pair } of corpus.pairs.stream()) n += pair.zh === '' ? 0 : 1;
      return n;
    });
    const [counts] = seconds(() => corpus.counts());
    corpus.close();
    const bytes = statSync(join(folder, 'corpus.db')).size;
    return {
      pairs: streamed,
      generateSeconds: generate,
      putSeconds: put,
      saveSeconds: save,
      savedPerSecond: Math.round(pairs / (save - generate)),
      saveAgainSeconds: again,
      streamSeconds: stream,
      streamedPerSecond: Math.round(pairs / stream),
      countsSeconds: counts,
      fileMiB: Math.round(bytes / 2 ** 20),
      peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const sizes = process.argv.slice(2).map(Number);
for (const size of sizes.length === 0 ? [10_000, 100_000] : sizes) {
  process.stdout.write(jsonLine(bench(size)));
}
