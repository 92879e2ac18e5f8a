import { version } from '../../kit/index.js';
import { COLUMNS } from '../columns.js';
import { dataCard } from './card.js';
import type { BundleCounts } from './counts.js';
import { describeCorpus, levelOf } from './description.js';
import type { BundleFacts } from './facts.js';

/** A text file of a bundle. */
export interface BundleFile {
  readonly name: string;
  readonly text: string;
}

/** Names of what {@link bundleFiles} makes. */
export const BUNDLE_NAMES = Object.freeze(['README.md', 'metadata.json']);

/**
 * What stands beside the files of a corpus: a README that is also a Hugging Face dataset card, and
 * the same facts as JSON, for programs and (`description`) field by field with Chinese names.
 */
export function bundleFiles(facts: BundleFacts, counts: BundleCounts): readonly BundleFile[] {
  return [
    { name: 'README.md', text: dataCard(facts, counts) },
    { name: 'metadata.json', text: `${JSON.stringify(metadata(facts, counts), undefined, 2)}\n` },
  ];
}

function metadata(facts: BundleFacts, counts: BundleCounts) {
  return {
    title: facts.title,
    languages: ['zh', 'en'],
    alignmentLevel: levelOf(counts),
    alignment: { units: counts.units, shapes: counts.shapes },
    encoding: 'UTF-8',
    files: facts.files,
    size: {
      pairs: counts.pairs,
      leftOut: facts.leftOut ?? 0,
      documents: counts.documents,
      zhCharacters: counts.zhCharacters,
      enWords: counts.enWords,
    },
    period: { from: counts.from ?? null, until: counts.until ?? null },
    sources: counts.sites,
    licences: counts.licences,
    states: counts.states,
    processing: { tool: 'duizhao', version, madeAt: facts.madeAt, parameters: facts.parameters },
    description: describeCorpus(facts, counts),
    columns: COLUMNS.map(({ name, type, summary }) => ({ name, type, summary })),
  };
}
