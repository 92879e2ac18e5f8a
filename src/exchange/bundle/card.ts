import { version } from '../../kit/index.js';
import { COLUMNS } from '../columns.js';
import type { BundleCounts } from './counts.js';
import { describeCorpus, type DescribedField } from './description.js';
import type { BundledFile, BundleFacts } from './facts.js';
import { hubMetadata } from './hub-metadata.js';

/** A README of the files that is also a dataset card of the Hugging Face hub. */
export function dataCard(facts: BundleFacts, counts: BundleCounts): string {
  const { title, files, madeAt, parameters, about, leftOut = 0 } = facts;
  const { pairs, documents, zhCharacters, enWords, from, until = '' } = counts;
  return `${hubMetadata(facts, counts)}
# ${title}

${about?.description === undefined ? '' : `${about.description}\n\n`}${pairs} Chinese–English pairs from ${documents} documents: ${zhCharacters} Chinese characters, ${enWords} English words${from === undefined ? '' : `, dated ${from} to ${until}`}.${leftOut === 0 ? '' : ` ${leftOut} of them could not be held by this format and are not in the files.`}

Made with duizhao ${version} on ${madeAt}.

## Files

${filesTable(files)}

## Description 语料元数据

Fields that name GB/T 40035—2021 stand for what that clause calls so; its annex B, a list of such fields, was not at hand when these were chosen.

${descriptionTable(describeCorpus(facts, counts))}

## Sources

${table(['site', 'pairs'], Object.entries(counts.sites))}

## Rights

What is known of the rights stands with each pair in the column \`licence\`.${about?.licence === undefined ? '' : ` The collection: ${about.licence}.`}

${table(['licence', 'pairs'], Object.entries(counts.licences))}

## Parameters

${table(['parameter', 'value'], Object.entries(parameters))}

## Columns

${COLUMNS.map(({ name, summary }) => `- \`${name}\`: ${summary}`).join('\n')}
`;
}

function filesTable(files: readonly BundledFile[]): string {
  const rows = files.map(({ name, part = '', pairs, bytes, sha256 }) => {
    return [`\`${name}\``, part, pairs, bytes, sha256];
  });
  return table(['file', 'part', 'pairs', 'bytes', 'SHA-256'], rows);
}

function descriptionTable(fields: readonly DescribedField[]): string {
  const rows = fields.map(({ field, name, value, basis }) => {
    return [name, field, shown(value), basis.join('; ')];
  });
  return table(['名称', 'field', 'value', 'from'], rows);
}

function shown(value: DescribedField['value']): string {
  if (value === null) return 'not known';
  if (typeof value !== 'object') return String(value);
  const entries = Object.entries(value).map(([name, inner]) => {
    return `${name}: ${typeof inner === 'string' ? inner : JSON.stringify(inner)}`;
  });
  return entries.length === 0 ? 'none' : entries.join(', ');
}

type Cell = string | number | boolean;

function table(names: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [names, names.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map(cellText).join(' | ')} |`)
    .join('\n');
}

/** Text that stays in its cell. */
function cellText(cell: Cell): string {
  return String(cell).replace(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
