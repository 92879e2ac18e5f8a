import type { Command } from 'commander';
import type { PairRecord } from '../../exchange/index.js';
import { DuizhaoError } from '../../kit/errors.js';
import { addFormatFlags, writeOptionsOf, type FormatFlags } from '../format-flags.js';
import { namingFormat, tellIgnored } from '../format-talk.js';
import { counted } from '../counted.js';
import type { Io } from '../io.js';
import { losses } from '../losses.js';
import { tally } from '../tally.js';
import { addColumnFlags, inlineTagsOption, readOptionsOf, type ReadFlags } from '../read-flags.js';
import { readNotes } from '../read-notes.js';
import { severalLine, variantsOption } from '../variants.js';

const HELP = `
The endings of the names tell the formats: tmx csv tsv jsonl xlf (XLIFF 1.2)
xlf2 (2.1) parquet xlsx docx tei html, moses (X.zh and X.en), intertext
(X.zh.xml, X.en.xml, X.zh.en.xml); .gz packs and unpacks. "-" is standard input
or output, with --from and --to. What a format cannot carry is counted on
standard error.

Examples:
  Somebody's memory as a table:
    $ duizhao convert memory.tmx table.xlsx
  A table for OmegaT, packed:
    $ duizhao convert pairs.csv memory.tmx.gz --profile omegat
  One stream into another:
    $ duizhao convert --from jsonl --to csv - - < pairs.jsonl

Exit status:
  0   converted
  64  a format is not known
  65  the input is not what its name says, or holds no pair
  66  the input is missing
  73  the output cannot be written, or exists (use --force)
`;

/** `duizhao convert`. */
export function addConvert(program: Command, io: Io): void {
  const command = program
    .command('convert')
    .summary('turn one file of pairs into another format')
    .description('Turn a file of pairs into a file of another format.')
    .argument('<from>', 'file to read, or - for standard input')
    .argument('<to>', 'file to write, or - for standard output')
    .option('--from <format>', 'format read, whatever the file name')
    .option('--to <format>', 'format written, whatever the file name')
    .addOption(inlineTagsOption())
    .addOption(variantsOption());
  addColumnFlags(command)
    .option('--anonymise', 'replace mails, phone, identity and card numbers')
    .option('--force', 'overwrite an existing file');
  addFormatFlags(command)
    .addHelpText('after', HELP)
    .action(async (from: string, to: string, flags: ConvertFlags) => {
      const { loadPairs, readPairs, somePairs } = await import('../../exchange/index.js');
      const skipped = tally();
      const notes = readNotes();
      let several = 0;
      let severalFrom: number | undefined;
      const options = {
        ...readOptionsOf(flags),
        onSkip: ({ reason }: { readonly reason: string }) => {
          skipped.add(reason);
        },
        ...notes.options,
        onVariants: ({ line }: { readonly line: number }) => {
          several += 1;
          severalFrom ??= line;
        },
      };
      const file = from === '-' ? '<stdin>' : from;
      const pairs = await namingFormat('--from', () =>
        from === '-'
          ? readPairs(needed(flags.from, '--from'), io.stdin, { ...options, file })
          : loadPairs(from, { ...options, ...named(flags.from) }),
      );
      if (to !== '-' || flags.to !== undefined) {
        await namingFormat('--to', () => tellIgnored(flags.to ?? to, writeOptionsOf(flags), io));
      }
      const { read, lost, left, files } = await writeTo(to, somePairs(pairs, file), flags, io);
      for (const line of skipped.lines()) await io.err(`not a pair: ${line}\n`);
      if (severalFrom !== undefined) await io.err(`${severalLine(several, severalFrom)}\n`);
      await io.err(notes.told());
      for (const line of lost) await io.err(`not carried over: ${line}\n`);
      await io.err(
        `${left === 0 ? '' : `${read - left} of `}${counted(read, 'pair')}${files.length === 0 ? '' : ` in ${files.join(', ')}`}\n`,
      );
    });
}

interface ConvertFlags extends FormatFlags, ReadFlags {
  readonly from?: string;
  readonly to?: string;
  readonly anonymise?: boolean;
  readonly force?: boolean;
}

interface Written {
  readonly read: number;
  readonly lost: readonly string[];
  /** Pairs left out. */
  readonly left: number;
  readonly files: readonly string[];
}

/** Writes to a file, which must not be there, or to standard output. */
async function writeTo(
  to: string,
  pairs: AsyncIterable<PairRecord>,
  flags: ConvertFlags,
  io: Io,
): Promise<Written> {
  const { existing, formatFor, savePairs, writeText } = await import('../../exchange/index.js');
  const hide =
    flags.anonymise === true
      ? (await import('../../pipeline/index.js')).withoutPersonalData
      : undefined;
  const lost = losses();
  let read = 0;
  const options = {
    ...writeOptionsOf(flags),
    onLoss: lost.add,
  };
  if (to === '-') {
    const text = writeText(needed(flags.to, '--to'), counted(), options);
    for await (const piece of text) await io.out(piece);
    return { read, lost: lost.lines(), left: lost.pairs(), files: [] };
  }
  const there = await existing(formatFor(flags.to ?? to), to);
  if (there.length > 0 && flags.force !== true) throw wouldOverwrite(there);
  const files = await savePairs(to, counted(), { ...options, ...named(flags.to) });
  return { read, lost: lost.lines(), left: lost.pairs(), files };

  async function* counted(): AsyncIterable<PairRecord> {
    for await (const pair of pairs) {
      io.signal.throwIfAborted();
      read += 1;
      yield hide?.(pair) ?? pair;
    }
  }
}

function named(format: string | undefined): { readonly format?: string } {
  return format === undefined ? {} : { format };
}

function needed(format: string | undefined, option: string): string {
  if (format !== undefined) return format;
  throw new DuizhaoError({
    code: 'convert.no-format',
    exit: 'usage',
    message: `"-" has no name that tells its format`,
    hint: `say ${option} tmx, csv, jsonl …`,
  });
}

function wouldOverwrite(files: readonly string[]): DuizhaoError {
  return new DuizhaoError({
    code: 'convert.would-overwrite',
    exit: 'cannotWrite',
    message: `there already: "${files.join('", "')}"`,
    hint: 'choose another name, or overwrite with --force',
  });
}
