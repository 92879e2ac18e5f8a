import {
  cleanPair,
  createJudge,
  explainScore,
  hideRecord,
  markDuplicates,
  memoryIndex,
  readPairFacts,
  type CleanOptions,
  type CleanedPair,
  type GrowingIndex,
} from '../clean/index.js';
import { jsonLine } from '../kit/index.js';
import { documentId, pairId, unitScore, type Pair } from '../model/index.js';
import { readRecords, recordOf, type RawRecord } from './clean-input.js';
import { cleanOptionsOf } from './clean-options.js';
import type { CleanFlags } from './commands/clean.js';
import { counted } from './counted.js';
import type { Io } from './io.js';
import { tally } from './tally.js';

/** Lines written in one go; keeps the number of writes down. */
const BATCH = 500;
/** Lines of a file are told apart by their number alone. */
const DOCUMENT = documentId('0'.repeat(64));

/** Judges the pairs of a file one by one, in order. */
export async function cleanLines(file: string, flags: CleanFlags, io: Io): Promise<void> {
  const options = await cleanOptionsOf(flags);
  const judge = createJudge(options);
  const index = memoryIndex();
  const counts = tally();
  let batch: string[] = [];
  for await (const { place, unit, record } of readRecords(file, flags, io)) {
    io.signal.throwIfAborted();
    const shown = flags.anonymise === true ? withoutPersonalData(record) : record;
    const cleaned = across(cleanPair(shown, judge), { place, unit }, index, options);
    counts.add(cleaned.reason ?? 'kept');
    if (flags.kept !== true || cleaned.state !== 'rejected') {
      const explained = flags.explain === true ? explanation(cleaned, options) : {};
      batch.push(jsonLine({ ...shown.rest, reason: undefined, ...cleaned, ...explained }));
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

/** Texts and every other field, as they may be passed on. */
function withoutPersonalData(record: RawRecord): RawRecord {
  const { zh, en, rest } = recordOf(hideRecord(record.rest), '', 0);
  return { ...record, zh, en, rest };
}

/** Marks a pair that repeats an earlier line; every pair is a document of its own. */
function across(
  cleaned: CleanedPair,
  { place, unit }: { readonly place: number; readonly unit: string },
  index: GrowingIndex,
  options: CleanOptions,
): CleanedPair {
  const pair: Pair = {
    ...cleaned,
    id: pairId(String(place).padStart(32, '0')),
    document: DOCUMENT,
    position: place,
    shape: '1-1',
    confidence: unitScore(1),
    layout: 'paired-files',
    blocks: { zh: [], en: [] },
  };
  const [marked = pair] = markDuplicates([pair], index, options);
  index.add([marked]);
  if (marked === pair) return cleaned;
  const { state, reason } = marked;
  const findings = marked.findings.map((finding) => ({
    ...finding,
    detail: finding.detail.replace(/\b0\d{31}\b/, (id) => `${unit} ${Number(id)}`),
  }));
  return { ...cleaned, state, findings, ...(reason === undefined ? {} : { reason }) };
}

function explanation({ zh, en }: CleanedPair, { learned }: CleanOptions): object {
  const parts = explainScore(readPairFacts(zh, en, learned)).filter(({ nats }) => nats !== 0);
  const nats = parts.map((part) => [part.feature, Number(part.nats.toFixed(2))] as const);
  return { explanation: Object.fromEntries(nats) };
}
