import { version } from '../kit/index.js';
import { COLUMNS } from './columns.js';
import type { Pairs } from './format.js';
import { recordOf, type PairRecord } from './record.js';

/** Counts over the pairs of an export. */
export interface BundleCounts {
  readonly pairs: number;
  readonly documents: number;
  /** Chinese characters: code points of the Han script and everything else but white space. */
  readonly zhCharacters: number;
  /** English words, separated by white space. */
  readonly enWords: number;
  /** Earliest and latest date of a document, `YYYY-MM-DD`. */
  readonly from?: string;
  readonly until?: string;
  /** Pairs by site and by licence; unknown ones under `unknown`. */
  readonly sites: Readonly<Record<string, number>>;
  readonly licences: Readonly<Record<string, number>>;
}

/** What a bundle says of a corpus besides its counts. */
export interface BundleFacts {
  readonly title: string;
  /** UTC, ISO 8601. */
  readonly madeAt: string;
  /** Names of the files of pairs. */
  readonly files: readonly string[];
  /** What the export was told: states, floors, profile … */
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
}

/** A text file of a bundle. */
export interface BundleFile {
  readonly name: string;
  readonly text: string;
}

/** Counts pairs on their way into a file: read `counts()` when they are through. */
export function countingPairs(pairs: Pairs): {
  readonly pairs: AsyncIterable<PairRecord>;
  readonly counts: () => BundleCounts;
} {
  const documents = new Set<string>();
  const [sites, licences] = [new Map<string, number>(), new Map<string, number>()];
  let [count, zhCharacters, enWords] = [0, 0, 0];
  let [from, until] = ['', ''];

  async function* counted(): AsyncIterable<PairRecord> {
    for await (const item of pairs) {
      const record = recordOf(item);
      add(record);
      yield record;
    }
  }

  function add({ zh, en, doc, site, licence, date = '' }: PairRecord): void {
    count += 1;
    if (doc !== undefined) documents.add(doc);
    zhCharacters += zh.replace(/\s+/g, '').length;
    enWords += en.split(/\s+/).filter((word) => word !== '').length;
    if (date !== '' && (from === '' || date < from)) from = date;
    if (date > until) until = date;
    increase(sites, site ?? 'unknown');
    increase(licences, licence ?? 'unknown');
  }

  return {
    pairs: counted(),
    counts: () => ({
      pairs: count,
      documents: documents.size,
      zhCharacters,
      enWords,
      ...(from === '' ? {} : { from, until }),
      sites: sorted(sites),
      licences: sorted(licences),
    }),
  };
}

function increase(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function sorted(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

/**
 * What stands beside the files of a corpus: a README that is also a Hugging Face dataset card, and
 * the same facts as JSON: title, languages, level, encoding, size, period, sources, licences and
 * processing, as the Chinese standard for such corpora (GB/T 40035-2021) wants them described; the
 * names of the fields are ours.
 */
export function bundleFiles(facts: BundleFacts, counts: BundleCounts): readonly BundleFile[] {
  return [
    { name: 'README.md', text: card(facts, counts) },
    { name: 'metadata.json', text: `${JSON.stringify(metadata(facts, counts), undefined, 2)}\n` },
  ];
}

function metadata(facts: BundleFacts, counts: BundleCounts) {
  return {
    title: facts.title,
    languages: ['zh', 'en'],
    alignmentLevel: 'sentence',
    encoding: 'UTF-8',
    files: facts.files,
    size: {
      pairs: counts.pairs,
      documents: counts.documents,
      zhCharacters: counts.zhCharacters,
      enWords: counts.enWords,
    },
    period: { from: counts.from ?? null, until: counts.until ?? null },
    sources: counts.sites,
    licences: counts.licences,
    processing: { tool: 'duizhao', version, madeAt: facts.madeAt, parameters: facts.parameters },
    columns: COLUMNS.map(({ name, type, summary }) => ({ name, type, summary })),
  };
}

function card(facts: BundleFacts, counts: BundleCounts): string {
  const { title, files, madeAt, parameters } = facts;
  return `---
pretty_name: ${JSON.stringify(title)}
language: [zh, en]
task_categories: [translation]
size_categories: [${sizeClass(counts.pairs)}]
license: other
${configs(files)}---

# ${title}

${counts.pairs} Chinese–English pairs from ${counts.documents} documents: ${counts.zhCharacters} Chinese characters, ${counts.enWords} English words${counts.from === undefined ? '' : `, dated ${counts.from} to ${counts.until ?? ''}`}.

Made with duizhao ${version} on ${madeAt}.

## Files

${files.map((file) => `- \`${file}\``).join('\n')}

## Sources

${table('site', counts.sites)}

## Rights

What is known of the rights stands with each pair in the column \`licence\`.

${table('licence', counts.licences)}

## Parameters

${table('parameter', parameters)}

## Columns

${COLUMNS.map(({ name, summary }) => `- \`${name}\`: ${summary}`).join('\n')}
`;
}

function table(title: string, values: Readonly<Record<string, string | number | boolean>>): string {
  const rows = Object.entries(values).map(
    ([name, value]) =>
      `| ${name.replaceAll('|', '\\|')} | ${String(value).replaceAll('|', '\\|')} |`,
  );
  return [`| ${title} | |`, '| --- | --- |', ...rows].join('\n');
}

/** Which file is which part, as the Hugging Face hub reads it; nothing when there are no parts. */
function configs(files: readonly string[]): string {
  const splits = [
    ['train', 'train'],
    ['validation', 'dev'],
    ['test', 'test'],
  ] as const;
  const parts = splits.flatMap(([split, part]) =>
    files
      .filter((file) => file.includes(`.${part}.`))
      .map((file) => `      - split: ${split}\n        path: ${JSON.stringify(file)}\n`),
  );
  if (parts.length === 0) return '';
  return `configs:\n  - config_name: default\n    data_files:\n${parts.join('')}`;
}

/** Size classes of the Hugging Face hub. */
function sizeClass(pairs: number): string {
  const limits = [
    [1e3, 'n<1K'],
    [1e4, '1K<n<10K'],
    [1e5, '10K<n<100K'],
    [1e6, '100K<n<1M'],
    [1e7, '1M<n<10M'],
  ] as const;
  return limits.find(([limit]) => pairs < limit)?.[1] ?? '10M<n<100M';
}
