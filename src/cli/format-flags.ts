import { InvalidArgumentError, Option, type Command } from 'commander';
import type { WriteOptions } from '../exchange/index.js';

/** Flags of every verb that writes pairs to a file, as the command line gives them. */
export interface FormatFlags {
  readonly columns?: readonly string[];
  readonly excel?: boolean;
  readonly delimiter?: string;
  readonly header?: 'names' | 'sketch-engine' | 'codes';
  readonly profile?: 'generic' | 'omegat' | 'trados' | 'memoq' | 'heartsome';
  readonly zhCode?: string;
  readonly enCode?: string;
  readonly unit?: 'sentence' | 'paragraph';
  readonly source?: 'zh' | 'en';
  readonly context?: boolean;
  readonly title?: string;
}

/** Adds the options that say how a file is written. */
export function addFormatFlags(command: Command): Command {
  return command
    .option('--columns <list>', 'columns to write, in this order, separated by commas', words)
    .option('--excel', 'for Excel: byte order mark, formulas guarded')
    .option('--delimiter <character>', 'what separates the cells of a table', character)
    .addOption(
      new Option('--header <kind>', 'first row of a table').choices([
        'names',
        'sketch-engine',
        'codes',
      ]),
    )
    .addOption(
      new Option('--profile <tool>', 'CAT tool whose habits a TMX follows').choices([
        'generic',
        'omegat',
        'trados',
        'memoq',
        'heartsome',
      ]),
    )
    .option('--zh-code <code>', 'language code of the Chinese (default: zh-CN)')
    .option('--en-code <code>', 'language code of the English (default: en-US)')
    .addOption(
      new Option('--unit <unit>', 'what a pair is, for TMX').choices(['sentence', 'paragraph']),
    )
    .addOption(new Option('--source <side>', 'the language translated from').choices(['zh', 'en']))
    .option('--context', 'add the neighbouring sentences, for tools that match by context')
    .option('--title <text>', 'title of a page or document');
}

/** The flags that were given, as options of the writer. */
export function writeOptionsOf(flags: FormatFlags): WriteOptions {
  const { columns, excel, delimiter, header, profile, zhCode, enCode, unit, source } = flags;
  const { context, title } = flags;
  const given = {
    columns,
    excel,
    delimiter,
    header,
    profile,
    zhCode,
    enCode,
    unit,
    source,
    context,
    title,
  };
  const known: WriteOptions = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  );
  return known;
}

/** Parser of a list separated by commas. */
export function words(value: string): readonly string[] {
  return value
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function character(value: string): string {
  const text = value === '\\t' || value === 'tab' ? '\t' : value;
  if (text.length !== 1) throw new InvalidArgumentError('Give one character, or "tab".');
  return text;
}
