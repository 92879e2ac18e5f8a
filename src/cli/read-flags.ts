import { Option, type Command } from 'commander';
import type { ReadOptions } from '../exchange/index.js';

/** Flags of every verb that reads files of other tools, as the command line gives them. */
export interface ReadFlags {
  readonly inlineTags?: 'drop' | 'keep';
  readonly variants?: 'first' | 'each';
  readonly zhCode?: string;
  readonly enCode?: string;
  readonly zhColumn?: string;
  readonly enColumn?: string;
}

/** `--zh-column` and `--en-column`. */
export function addColumnFlags(command: Command): Command {
  const what = (language: string): string =>
    `column of a table with the ${language}: its name, or its number if no row names them; of JSON Lines the field: a.b`;
  return command
    .option('--zh-column <name>', what('Chinese'))
    .option('--en-column <name>', what('English'));
}

/** `--inline-tags`. */
export function inlineTagsOption(): Option {
  return new Option('--inline-tags <choice>', 'tags inside segments of a TMX').choices([
    'drop',
    'keep',
  ]);
}

/** The flags that were given, as options of the reader. */
export function readOptionsOf({
  inlineTags,
  variants,
  zhCode,
  enCode,
  zhColumn,
  enColumn,
}: ReadFlags): Partial<ReadOptions> {
  return {
    ...(inlineTags === undefined ? {} : { inlineTags }),
    ...(variants === undefined ? {} : { variants }),
    ...(zhCode === undefined ? {} : { zhCode }),
    ...(enCode === undefined ? {} : { enCode }),
    ...(zhColumn === undefined ? {} : { zhColumn }),
    ...(enColumn === undefined ? {} : { enColumn }),
  };
}
