import { Option, type Command } from 'commander';
import type { CheckTarget, Problem } from '../../exchange/index.js';
import { DuizhaoError, EXIT } from '../../kit/errors.js';
import { namingFormat } from '../format-talk.js';
import type { Io } from '../io.js';

const HELP = `
Reads the whole file, in any format that can be read, and says what the tool
would reject: one line each on standard output, FILE:LINE:COLUMN first. Errors
are refused, warnings are taken but not as meant. A file the tool does not open
at all is one error. --fix writes a mended copy beside the file,
NAME.fixed.EXT, or where --fix says.

Examples:
  Will OmegaT take this memory?
    $ duizhao check memory.tmx --for omegat
  A copy that it takes:
    $ duizhao check memory.tmx --for omegat --fix
  Is this table safe in Excel?
    $ duizhao check pairs.csv --for excel
  Will Trados take this bilingual document?
    $ duizhao check pairs.xlf --for trados

Exit status:
  0   nothing that would be rejected
  1   something would be rejected
  64  the format is not known
  66  the file is missing
  73  the mended copy cannot be written, or exists (use --force)
`;

/** `duizhao check`. */
export function addCheck(program: Command, io: Io, answer: (code: number) => void): void {
  program
    .command('check')
    .summary('say what a tool would reject in a file')
    .description('Check a file of pairs and say what a tool would reject.')
    .argument('<file>', 'TMX, table or any other format that can be read')
    .addOption(
      new Option('--for <tool>', 'tool the file is meant for')
        .choices([
          ...['generic', 'omegat', 'trados', 'memoq', 'heartsome'],
          ...['excel', 'sketch-engine', 'custom-translator'],
        ])
        .default('generic'),
    )
    .option('--format <name>', 'format of the file, whatever its name')
    .option('--fix [file]', 'write a mended copy')
    .option('--force', 'overwrite an existing copy')
    .option('--json', 'problems as JSON Lines')
    .addHelpText('after', HELP)
    .action(async (file: string, flags: CheckFlags) => {
      const { checkFile } = await import('../../exchange/index.js');
      const options = {
        target: flags.for,
        ...(flags.format === undefined ? {} : { format: flags.format }),
      };
      const report = reporter(file, io, flags.json === true);
      await namingFormat('--format', () => checkFile(file, { ...options, onProblem: report.add }));
      await report.flush();
      const { errors, warnings } = report.counts();
      await io.err(`${errors} errors, ${warnings} warnings\n`);
      if (errors > 0) answer(EXIT.negative);
      if (flags.fix === undefined || flags.fix === false) return;
      await fix(file, options, flags, io);
    });
}

interface CheckFlags {
  readonly for: CheckTarget;
  readonly format?: string;
  readonly fix?: string | boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Problems found, written in batches: a file may have a million of them. */
function reporter(file: string, io: Io, isJson: boolean) {
  let [errors, warnings, text] = [0, 0, ''];
  const writes: Promise<void>[] = [];
  return {
    add: (problem: Problem): void => {
      if (problem.severity === 'error') errors += 1;
      else warnings += 1;
      text += isJson ? `${JSON.stringify({ file, ...problem })}\n` : describe(file, problem);
      if (text.length < 1 << 16) return;
      const write = io.out(text);
      write.catch(() => undefined); // it fails again in flush
      writes.push(write);
      text = '';
    },
    flush: async (): Promise<void> => {
      await Promise.all(writes);
      if (text !== '') await io.out(text);
    },
    counts: () => ({ errors, warnings }),
  };
}

/** `memory.tmx:12:3: error: version "1.1" … [version]`. */
function describe(file: string, { line, column, severity, message, rule }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return `${place}: ${severity}: ${message} [${rule}]\n`;
}

async function fix(
  file: string,
  options: { readonly target: CheckTarget; readonly format?: string },
  flags: CheckFlags,
  io: Io,
): Promise<void> {
  const { existing, fixFile, formatFor } = await import('../../exchange/index.js');
  const to = typeof flags.fix === 'string' ? flags.fix : fixedName(file);
  const there = await existing(formatFor(flags.format ?? file), to);
  if (there.length > 0 && flags.force !== true) {
    throw new DuizhaoError({
      code: 'check.would-overwrite',
      exit: 'cannotWrite',
      message: `there already: "${there.join('", "')}"`,
      hint: 'name another file after --fix, or overwrite with --force',
    });
  }
  await fixFile(file, to, options);
  await io.err(`mended copy: ${to}\n`);
}

/** `a/memory.tmx.gz` → `a/memory.fixed.tmx.gz`. */
function fixedName(file: string): string {
  const at = file.search(/\.[^./\\]+(\.gz)?$/i);
  return at === -1 ? `${file}.fixed` : `${file.slice(0, at)}.fixed${file.slice(at)}`;
}
