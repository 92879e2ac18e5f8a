import {
  acrossChecks,
  checks,
  cleanLimits,
  cleanPair,
  createJudge,
  explainScore,
  hideRecord,
  LOW_SCORE,
  markDuplicates,
  memoryIndex,
  notingChecks,
  readPairFacts,
  type CleanLimit,
  type CleanOptions,
  type CleanedPair,
  type GrowingIndex,
} from '../clean/index.js';
import { DuizhaoError, jsonLine } from '../kit/index.js';
import { documentId, pairId, unitScore, type Pair } from '../model/index.js';
import { cleanOptions, readSettings } from '../pipeline/index.js';
import { readRecords, recordOf, type RawRecord } from './clean-input.js';
import type { CleanFlags } from './commands/clean.js';
import type { Io } from './io.js';
import { learnedIn } from './learned.js';
import { tally } from './tally.js';

/** Lines written in one go; keeps the number of writes down. */
const BATCH = 500;
/** Lines of a file are told apart by their number alone. */
const DOCUMENT = documentId('0'.repeat(64));

/** Writes every check with its summary, then its thresholds and their reasons. */
export async function listChecks(io: Io): Promise<void> {
  for (const { name, summary, isOptional } of [...checks, ...acrossChecks.map(withoutOption)]) {
    await io.out(`${name.padEnd(22)}${summary}${isOptional === true ? ' (off by default)' : ''}\n`);
    await listLimits(io, ({ checks: users }) => users.includes(name));
  }
  await io.out(`${LOW_SCORE.padEnd(22)}no check refuses the pair, but its score is too low\n`);
  await listLimits(io, ({ checks: users }) => users.length === 0);
}

async function listLimits(io: Io, isShown: (limit: CleanLimit) => boolean): Promise<void> {
  const all: readonly (readonly [string, CleanLimit])[] = Object.entries(cleanLimits);
  for (const [key, limit] of all.filter(([, each]) => isShown(each))) {
    await io.out(`    ${key}: ${limit.value}  ${limit.summary}\n        why: ${limit.reason}\n`);
  }
}

function withoutOption(check: { name: string; summary: string }): {
  name: string;
  summary: string;
  isOptional?: boolean;
} {
  return check;
}

/** Judges the pairs of a file one by one, in order. */
export async function cleanLines(file: string, flags: CleanFlags, io: Io): Promise<void> {
  const options = await optionsOf(flags);
  const judge = createJudge(options);
  const index = memoryIndex();
  const counts = tally();
  let batch: string[] = [];
  for await (const { place, unit, record } of readRecords(file, io)) {
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
  await io.err(`${counts.total()} pairs: ${counts.lines().join(', ')}\n`);
}

/** Texts and every other field, as they may be passed on. */
function withoutPersonalData(record: RawRecord): RawRecord {
  const { zh, en, rest } = recordOf(hideRecord(record.rest), '', 0);
  return { ...record, zh, en, rest };
}

async function optionsOf(flags: CleanFlags): Promise<CleanOptions> {
  const settings = flags.corpus === undefined ? {} : await readSettings(flags.corpus);
  const clean = cleanOptions(settings);
  const off = [...(clean.off ?? []), ...known(flags.off ?? [])];
  const on = [...(clean.on ?? []), ...known(flags.on ?? [])];
  const reject = [...(clean.reject ?? []), ...noting(flags.reject ?? [])];
  const limits =
    flags.minScore === undefined ? clean.limits : { ...clean.limits, minScore: flags.minScore };
  const learned = flags.corpus === undefined ? [] : await learnedIn(flags.corpus);
  return { ...clean, learned, off, on, reject, ...(limits === undefined ? {} : { limits }) };
}

function known(names: readonly string[]): readonly string[] {
  return namesOf([...checks, ...acrossChecks], names);
}

/** Checks of the whole file, which else only note. */
function noting(names: readonly string[]): readonly string[] {
  known(names);
  const rest = names.filter((name) => !notingChecks.some((check) => check.name === name));
  if (rest.length === 0) return names;
  throw new DuizhaoError({
    code: 'clean.no-such-choice',
    exit: 'usage',
    message: `--reject is for ${notingChecks.map(({ name }) => name).join(', ')}`,
    hint: `a rule in duizhao.yaml can refuse pairs for "${rest[0] ?? ''}": when: has(${rest[0] ?? ''})`,
  });
}

function namesOf(
  checks: readonly { readonly name: string }[],
  names: readonly string[],
): readonly string[] {
  const all = checks.map(({ name }) => name);
  const unknown = names.find((name) => !all.includes(name));
  if (unknown === undefined) return names;
  throw new DuizhaoError({
    code: 'clean.unknown-check',
    exit: 'usage',
    message: `unknown check "${unknown}"`,
    hint: 'see them all with: duizhao clean --list',
  });
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
