import {
  cleanPairs,
  createJudge,
  DocumentScores,
  hideRecord,
  markDuplicates,
  memoryIndex,
  readPairFacts,
  type CleanOptions,
  type CleanedPair,
  type Judge,
  type RawPair,
} from '../clean/index.js';
import { jsonLine } from '../kit/index.js';
import { pairId, unitScore, type DocumentId, type Pair } from '../model/index.js';
import { groupByDocument, importedDocumentId } from '../pipeline/index.js';
import { fingerprintOf, type Fingerprint } from '../text/index.js';
import { givenPairOf, readGiven, type GivenPair, type Placed } from './clean-input.js';
import { cleanOptionsOf } from './clean-options.js';
import type { CleanFlags } from './commands/clean.js';
import { counted } from './counted.js';
import type { Io } from './io.js';
import { tally } from './tally.js';

/** Lines written in one go; keeps the number of writes down. */
const BATCH = 500;

/**
 * Judges the pairs of a file in order, document by document: what an import of the file and a build
 * give. Memory holds one document, and about 600 bytes a pair to compare with.
 */
export async function cleanLines(file: string, flags: CleanFlags, io: Io): Promise<void> {
  const documents = new JudgedDocuments(flags, await cleanOptionsOf(flags));
  const counts = tally();
  let batch: string[] = [];
  for await (const group of groupByDocument(readGiven(file, flags, io))) {
    for (const { rest, cleaned, ...explained } of documents.judge(group)) {
      counts.add(cleaned.reason ?? 'kept');
      if (flags.kept === true && cleaned.state === 'rejected') continue;
      batch.push(jsonLine({ ...rest, reason: undefined, ...cleaned, ...explained }));
    }
    if (batch.length < BATCH) continue;
    await io.out(batch.join(''));
    batch = [];
  }
  await io.out(batch.join(''));
  const total = counted(counts.total(), 'pair');
  await io.err(
    `${[total, ...(counts.total() === 0 ? [] : [counts.lines().join(', ')])].join(': ')}\n`,
  );
}

/** A pair as it is written. */
interface JudgedPair {
  /** The object it came in. */
  readonly rest: object;
  readonly cleaned: CleanedPair;
  readonly explanation?: Readonly<Record<string, number>>;
}

/** Judges one document after the other. */
class JudgedDocuments {
  readonly #flags: CleanFlags;
  readonly #options: CleanOptions;
  readonly #judge: Judge;
  readonly #index = memoryIndex();
  /** Documents that came, by the first 52 bits of their ids: short of what a string takes. */
  readonly #seen = new Set<number>();

  constructor(flags: CleanFlags, options: CleanOptions) {
    this.#flags = flags;
    this.#options = options;
    this.#judge = createJudge(options);
  }

  judge(group: readonly Placed[]): readonly JudgedPair[] {
    const { anonymise, explain, withConfidence } = this.#flags;
    const shown = group.map(({ given }) =>
      anonymise === true ? withoutPersonalData(given) : given,
    );
    const raw = shown.map((given) => asGiven(given, withConfidence === true));
    const cleaned = this.#compared(group, cleanPairs(raw, this.#judge));
    const explanations = explain === true ? this.#explained(raw, cleaned) : [];
    return cleaned.map((pair, at): JudgedPair => {
      const explanation = explanations[at];
      return {
        rest: shown[at]?.rest ?? {},
        cleaned: pair,
        ...(explanation === undefined ? {} : { explanation }),
      };
    });
  }

  /** Marks pairs that repeat earlier ones. A build makes no pairs of a document that came before. */
  #compared(group: readonly Placed[], cleaned: readonly CleanedPair[]): CleanedPair[] {
    const document = importedDocumentId(group.map(({ record }) => record));
    const pairs = cleaned.map((pair, at) => asPair(pair, document, group[at]?.place ?? 0));
    const known: Fingerprint[] = [];
    const prints = (pair: Pair, at: number): Fingerprint => (known[at] ??= fingerprintOf(pair));
    const marked = markDuplicates(pairs, this.#index, this.#options, prints);
    const key = Number.parseInt(document.slice(0, 13), 16);
    if (!this.#seen.has(key)) this.#index.add(marked, prints);
    this.#seen.add(key);
    const unit = group[0]?.unit ?? 'pair';
    return cleaned.map((pair, at) => {
      const now = marked[at];
      return now === undefined || now === pairs[at] ? pair : withStandingOf(now, pair, unit);
    });
  }

  /** What adds how much to each score, beside the other pairs of the document. */
  #explained(
    raw: readonly RawPair[],
    cleaned: readonly CleanedPair[],
  ): readonly JudgedPair['explanation'][] {
    const document = new DocumentScores();
    const isScored = cleaned.map(({ zh, en }, at) => {
      if (zh === '' || en === '') return false;
      document.add(readPairFacts(zh, en, this.#options.learned), raw[at]?.confidence);
      return true;
    });
    const all = document.explained().values();
    return isScored.map((isOne) => {
      const parts = isOne ? (all.next().value ?? []) : [];
      const told = parts.filter(({ nats }) => nats !== 0);
      return Object.fromEntries(
        told.map(({ feature, nats }) => [feature, Number(nats.toFixed(2))] as const),
      );
    });
  }
}

/** Texts and every other field, as they may be passed on. */
function withoutPersonalData(given: GivenPair): GivenPair {
  const { zh, en, rest } = givenPairOf(hideRecord(given.rest), '', 0);
  return { ...given, zh, en, rest };
}

/** An import does not ask who put the two texts together. */
function asGiven({ zh, en, confidence }: GivenPair, withConfidence: boolean): RawPair {
  return withConfidence && confidence !== undefined ? { zh, en, confidence } : { zh, en };
}

function asPair(cleaned: CleanedPair, document: DocumentId, place: number): Pair {
  return {
    ...cleaned,
    id: pairId(String(place).padStart(32, '0')),
    document,
    position: place,
    shape: '1-1',
    confidence: unitScore(1),
    layout: 'paired-files',
    blocks: { zh: [], en: [] },
  };
}

/** Earlier pairs are named as who reads the file counts them. */
function withStandingOf(marked: Pair, cleaned: CleanedPair, unit: string): CleanedPair {
  const { state, reason } = marked;
  const findings = marked.findings.map((finding) => ({
    ...finding,
    detail: finding.detail.replace(/\b0\d{31}\b/, (id) => `${unit} ${Number(id)}`),
  }));
  return { ...cleaned, state, findings, ...(reason === undefined ? {} : { reason }) };
}
