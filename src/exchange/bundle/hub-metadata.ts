import type { BundleCounts } from './counts.js';
import type { BundledFile, BundleFacts } from './facts.js';
import { hubLicence } from './hub-licence.js';

/** How the hub's loaders read a format: which of them, and what it must be told. */
const LOADED: Readonly<Record<string, { readonly sep?: string }>> = {
  csv: {},
  tsv: { sep: '\t' },
  jsonl: {},
  parquet: {},
};

/** Our parts by the names of the hub's splits. */
const SPLITS = { train: 'train', dev: 'validation', test: 'test' } as const;

/**
 * The metadata block of a dataset card on the Hugging Face hub, as YAML between its `---` lines.
 *
 * `configs` name the files by their parts, for formats the hub's loaders read; other files turn the
 * viewer off, which would only fail on them.
 *
 * Source: huggingface/hub-docs, datasetcard.md and datasets-manual-configuration.md.
 */
export function hubMetadata(facts: BundleFacts, counts: BundleCounts): string {
  const { zhCode = 'zh-CN', enCode = 'en-US' } = facts;
  return [
    '---',
    `pretty_name: ${JSON.stringify(facts.title)}`,
    'language:\n- zh\n- en',
    `language_details:\n- ${JSON.stringify(zhCode)}\n- ${JSON.stringify(enCode)}`,
    ...licences(facts, counts),
    'multilinguality:\n- translation',
    'language_creators:\n- found',
    `annotations_creators:\n- ${isReviewed(counts) ? 'expert-generated' : 'machine-generated'}`,
    'source_datasets:\n- original',
    'task_categories:\n- translation',
    `size_categories:\n- ${sizeClass(counts.pairs)}`,
    'tags:\n- parallel-corpus\n- bitext',
    ...configs(facts),
    '---',
    '',
  ].join('\n');
}

/** Whether people have looked at every pair. */
export function isReviewed({ pairs, states }: BundleCounts): boolean {
  return pairs > 0 && (states['accepted'] ?? 0) + (states['edited'] ?? 0) === pairs;
}

/** `other` must have a name of its own; what is known of each text stands under "Rights". */
function licences({ about }: BundleFacts, counts: BundleCounts): readonly string[] {
  const named = Object.keys(counts.licences).filter((name) => name !== 'unknown');
  const given = about?.licence === undefined ? named : [about.licence];
  if (given.length === 0) return ['license: unknown'];
  const ids = given.map(hubLicence);
  const isClear = about?.licence !== undefined || counts.licences['unknown'] === undefined;
  if (isClear && ids.every((id) => id !== undefined && id !== 'other')) {
    const [id, ...others] = [...new Set(ids)].sort();
    return [
      others.length === 0 ? `license: ${id ?? ''}` : `license:\n- ${[id, ...others].join('\n- ')}`,
    ];
  }
  return ['license: other', 'license_name: see-rights'];
}

function configs({ files, parameters }: BundleFacts): readonly string[] {
  const loaded = files.filter(isLoaded);
  if (loaded.length === 0) return ['viewer: false'];
  const [first] = loaded;
  const stated = parameters['delimiter'];
  const sep = typeof stated === 'string' ? stated : LOADED[first?.format ?? '']?.sep;
  const paths = loaded.map(
    ({ name, part = 'train' }) =>
      `  - split: ${SPLITS[part]}\n    path: ${JSON.stringify(literalGlob(name))}`,
  );
  return [
    'configs:',
    '- config_name: default',
    ...(sep === undefined || sep === ',' ? [] : [`  sep: ${JSON.stringify(sep)}`]),
    '  data_files:',
    ...paths,
  ];
}

/** An empty file has no columns to load. */
function isLoaded({ format, name, pairs }: BundledFile): boolean {
  const isPackedParquet = format === 'parquet' && name.endsWith('.gz');
  return LOADED[format] !== undefined && pairs > 0 && !isPackedParquet;
}

/** A pattern that matches that name only. */
function literalGlob(name: string): string {
  return name.replace(/[*?[]/g, '[$&]');
}

/** Size classes of the hub. */
function sizeClass(pairs: number): string {
  const limits = [
    [1e3, 'n<1K'],
    [1e4, '1K<n<10K'],
    [1e5, '10K<n<100K'],
    [1e6, '100K<n<1M'],
    [1e7, '1M<n<10M'],
    [1e8, '10M<n<100M'],
    [1e9, '100M<n<1B'],
  ] as const;
  return limits.find(([limit]) => pairs < limit)?.[1] ?? '1B<n<10B';
}
