import { anonymisePair } from '../clean/index.js';
import {
  existing,
  formatFor,
  savePairs,
  type Loss,
  type Profile,
  type WriteOptions,
} from '../exchange/index.js';
import { DuizhaoError } from '../kit/index.js';
import type { PairState, TracedPair } from '../model/index.js';
import type { PairFilter } from '../store/index.js';
import { withCorpus } from './corpus.js';

/** What `duizhao export` was told. */
export interface ExportOptions {
  /** States, separated by commas. */
  readonly state: string;
  readonly minScore?: number;
  /** Column names, separated by commas. */
  readonly columns?: string;
  readonly excel?: boolean;
  readonly profile?: string;
  readonly force?: boolean;
  /** Replace mail addresses, phone, identity-card and bank-card numbers on both sides. */
  readonly anonymise?: boolean;
}

/** What was written and what could not be carried. */
export interface ExportSummary {
  readonly files: readonly string[];
  readonly pairs: number;
  readonly losses: readonly { readonly name: string; readonly count: number }[];
}

const STATES: readonly PairState[] = ['new', 'accepted', 'edited', 'rejected'];
const PROFILES: readonly Profile[] = ['generic', 'omegat', 'trados', 'memoq', 'heartsome'];

/** Writes the chosen pairs of a corpus to a file; the old file stays if anything fails. */
export async function exportCorpus(
  folder: string,
  file: string,
  options: ExportOptions,
): Promise<ExportSummary> {
  const there = await existing(formatFor(file), file);
  if (there.length > 0 && options.force !== true) {
    throw new DuizhaoError({
      code: 'export.would-overwrite',
      exit: 'cannotWrite',
      message: `"${there[0] ?? file}" exists`,
      hint: 'choose another name, or overwrite with --force',
      at: { file: there[0] ?? file },
    });
  }
  const filter: PairFilter = {
    states: options.state.split(',').map((state) => member(STATES, state.trim(), 'state')),
    ...(options.minScore === undefined ? {} : { minScore: options.minScore }),
  };
  return withCorpus(folder, { readOnly: true }, async (corpus) => {
    let pairs = 0;
    const losses = new Map<string, number>();
    const onLoss = ({ kind, reason }: Loss): void => {
      const name = `${kind} ${reason}`;
      losses.set(name, (losses.get(name) ?? 0) + 1);
    };
    const counted = function* (): Iterable<TracedPair> {
      for (const pair of corpus.pairs.stream(filter)) {
        pairs += 1;
        yield options.anonymise === true ? withoutPersonalData(pair) : pair;
      }
    };
    const files = await savePairs(file, counted(), { ...writeOptions(options), onLoss });
    return { files, pairs, losses: [...losses].map(([name, count]) => ({ name, count })) };
  });
}

function writeOptions({ columns, excel, profile }: ExportOptions): WriteOptions {
  return {
    ...(columns === undefined ? {} : { columns: columns.split(',').map((name) => name.trim()) }),
    ...(excel === undefined ? {} : { excel }),
    ...(profile === undefined ? {} : { profile: member(PROFILES, profile, 'profile') }),
  };
}

function member<T extends string>(known: readonly T[], given: string, what: string): T {
  const found = known.find((name) => name === given);
  if (found !== undefined) return found;
  throw new DuizhaoError({
    code: `export.unknown-${what}`,
    exit: 'usage',
    message: `unknown ${what} "${given}"`,
    hint: `one of ${known.join(', ')}`,
  });
}

/** The pair as it may be passed on; the text before repair is treated like the text. */
function withoutPersonalData({ pair, document }: TracedPair): TracedPair {
  const { original, ...rest } = pair;
  const { zh, en } = anonymisePair(pair);
  const before = original === undefined ? undefined : anonymisePair(original);
  return {
    pair: {
      ...rest,
      zh,
      en,
      ...(before === undefined ? {} : { original: { zh: before.zh, en: before.en } }),
    },
    document,
  };
}
