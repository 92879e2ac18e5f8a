import {
  isSelected,
  recordOf,
  samplePairs,
  type Exportable,
  type Selection,
} from '../exchange/index.js';
import { anonymisePair } from '../clean/index.js';
import { DuizhaoError, seededRng } from '../kit/index.js';
import type { PairState, TracedPair } from '../model/index.js';
import type { Corpus, PairFilter } from '../store/index.js';

/** Which pairs of a corpus are exported. */
export interface ExportChoice {
  /** States, separated by commas. */
  readonly state: string;
  readonly minScore?: number;
  readonly maxScore?: number;
  /** Host of the documents, or the name of their site or a part of it. */
  readonly site?: string;
  /** URL or path of one document. */
  readonly document?: string;
  /** `YYYY-MM-DD`, inclusive. */
  readonly since?: string;
  readonly until?: string;
  /** Name of a check that found something. */
  readonly check?: string;
  /** Text on either side. */
  readonly query?: string;
  /** A random sample of that many pairs. */
  readonly sample?: number;
  /** Makes the sample and the parts repeatable; default 1. */
  readonly seed?: number;
  /** Replace mail addresses, phone, identity-card and bank-card numbers on both sides. */
  readonly anonymise?: boolean;
}

const STATES: readonly PairState[] = ['new', 'accepted', 'edited', 'rejected'];

/**
 * The pairs chosen, in corpus order.
 *
 * @throws DuizhaoError `export.unknown-state`
 */
export async function chosenPairs(
  corpus: Corpus,
  choice: ExportChoice,
): Promise<Iterable<Exportable>> {
  const pairs = matching(corpus, filterOf(choice), choice);
  if (choice.sample === undefined) return pairs;
  return samplePairs(pairs, choice.sample, seededRng(choice.seed ?? 1));
}

function* matching(
  corpus: Corpus,
  filter: PairFilter,
  { query, site, anonymise }: ExportChoice,
): Iterable<TracedPair> {
  const rest: Selection = {
    ...(query === undefined ? {} : { query }),
    ...(site === undefined || isHost(site) ? {} : { site }),
  };
  const isRestricted = Object.keys(rest).length > 0;
  for (const pair of corpus.pairs.stream(filter)) {
    if (isRestricted && !isSelected(recordOf(pair), rest)) continue;
    yield anonymise === true ? withoutPersonalData(pair) : pair;
  }
}

function filterOf(choice: ExportChoice): PairFilter {
  const { minScore, maxScore, site, document, since, until, check } = choice;
  return {
    states: choice.state.split(',').map((state) => stateNamed(state.trim())),
    ...(minScore === undefined ? {} : { minScore }),
    ...(maxScore === undefined ? {} : { maxScore }),
    ...(site === undefined || !isHost(site) ? {} : { site }),
    ...(document === undefined ? {} : { document }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(check === undefined ? {} : { check }),
  };
}

/** A name of a site has no dots; names of machines of this network have none either. */
function isHost(site: string): boolean {
  return site === 'localhost' || /^[\w-]+(\.[\w-]+)+(:\d+)?$/.test(site);
}

function stateNamed(given: string): PairState {
  const found = STATES.find((name) => name === given);
  if (found !== undefined) return found;
  throw new DuizhaoError({
    code: 'export.unknown-state',
    exit: 'usage',
    message: `unknown state "${given}"`,
    hint: `one of ${STATES.join(', ')}`,
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
