import { formatFor, type BundleCounts, type Facts } from '../exchange/index.js';
import { version } from '../kit/index.js';
import type { Corpus } from '../store/index.js';
import { readSettings } from './settings.js';

/** What stands at the head of a file that has a place for it. */
interface Heading {
  readonly title?: string;
  readonly facts?: Facts;
}

/**
 * Title and facts of a corpus for a file: what its settings say, how large it is, and how the pairs
 * were chosen. Nothing of the time, so that the same corpus gives the same file.
 */
export async function headingOf(
  corpus: Corpus,
  folder: string,
  file: string,
  parameters: Readonly<Record<string, string | number | boolean>>,
): Promise<Heading> {
  const { title, licence, about = {} } = await readSettings(folder);
  const titled = title === undefined ? {} : { title };
  if (formatFor(file).hasFacts !== true) return titled;
  const { documents, pairs } = corpus.counts();
  const chosen = Object.entries(parameters).map(([name, value]) => `${name} ${value}`);
  return {
    ...titled,
    facts: known({
      ...about,
      licence,
      'made with': `duizhao ${version}`,
      'documents in the corpus': documents,
      'pairs in the corpus': pairs,
      'chosen by': chosen.join('; '),
    }),
  };
}

/** What was counted of the pairs in the file. */
export function countedFacts(counts: BundleCounts): Facts {
  const { pairs, documents, zhCharacters, enWords, from, until, meanScore } = counts;
  const named = (kind: string, tally: Readonly<Record<string, number>>) =>
    Object.fromEntries(
      Object.entries(tally).map(([name, count]) => [`pairs of ${kind} ${name}`, count]),
    );
  return known({
    pairs,
    documents,
    'Chinese characters': zhCharacters,
    'English words': enWords,
    'earliest date': from,
    'latest date': until,
    'mean score': meanScore,
    ...named('site', counts.sites),
    ...named('licence', counts.licences),
  });
}

function known(facts: Readonly<Record<string, string | number | undefined>>): Facts {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(facts)) if (value !== undefined) kept[name] = value;
  return kept;
}
