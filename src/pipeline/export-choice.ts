import { isSelected, recordOf, samplePairs, type Exportable } from '../exchange/index.js';
import { DuizhaoError, seededRng } from '../kit/index.js';
import type { PairState } from '../model/index.js';
import type { Corpus, PairFilter } from '../store/index.js';
import { withoutPersonalData } from './anonymised.js';

/** Which pairs of a corpus are exported. */
export interface ExportChoice {
  /** States, separated by commas. */
  readonly state: string;
  readonly minScore?: number;
  readonly maxScore?: number;
  /** Host, name of a site or a part of it, or imported file: whatever statistics show as a site. */
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
  { query, anonymise }: ExportChoice,
): Iterable<Exportable> {
  for (const pair of corpus.pairs.stream(filter)) {
    if (query !== undefined && !isSelected(recordOf(pair), { query })) continue;
    yield anonymise === true ? withoutPersonalData(recordOf(pair)) : pair;
  }
}

function filterOf(choice: ExportChoice): PairFilter {
  const { minScore, maxScore, site, document, since, until, check } = choice;
  return {
    states: choice.state.split(',').map((state) => stateNamed(state.trim())),
    ...(minScore === undefined ? {} : { minScore }),
    ...(maxScore === undefined ? {} : { maxScore }),
    ...(site === undefined ? {} : { site }),
    ...(document === undefined ? {} : { document }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(check === undefined ? {} : { check }),
  };
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
