import { Command, CommanderError } from 'commander';
import { DuizhaoError, EXIT, systemCode, type Failure } from '../kit/errors.js';
import { version } from '../kit/version.js';
import { commands } from './commands/index.js';
import type { Io } from './io.js';

const HELP = `
The main job, from a website or files to TMX, CSV and a report:
  $ duizhao run https://example.org/news/ -o corpus --contact you@example.org
  $ duizhao run article.txt -o corpus

Exit status:
  0    done
  1    done, and the answer is no (nothing found, a floor is broken)
  64   the command line is wrong
  65   the input is wrong
  66   the input is missing
  69   a server cannot be reached
  70   a bug in duizhao
  73   the output cannot be written
  75   another process holds the corpus: try again
  78   a configuration file is wrong
  130  interrupted; what was saved is kept: run the same command again
`;

/** Runs one command line and answers with an exit code; never calls `process.exit`. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const status = { code: EXIT.ok as number };
  const told: Promise<void>[] = [];
  try {
    const program = buildProgram(io, (code) => (status.code = code), told);
    if (argv.length === 0) {
      await io.err(program.helpInformation() + HELP);
      return EXIT.usage;
    }
    await program.parseAsync([...argv], { from: 'user' }).catch((error: unknown) => {
      if (!(error instanceof CommanderError)) throw error;
      status.code = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    });
    await Promise.all(told); // commander does not wait for its help to be read
    return status.code;
  } catch (error) {
    return report(error, io);
  }
}

/**
 * The whole command tree, not yet run.
 *
 * @param answer - called by a command whose answer is not "ok", with an exit code
 * @param told - gets what is under way of help and of errors in the command line
 */
export function buildProgram(
  io: Io,
  answer: (code: number) => void = () => undefined,
  told: Promise<void>[] = [],
): Command {
  const program = new Command('duizhao')
    .description(
      'Turns Chinese–English web pages and files into a clean, aligned, traceable corpus.',
    )
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .addHelpText('after', HELP)
    .configureHelp({ helpWidth: 80 })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void told.push(io.out(text)),
      writeErr: (text) => void told.push(io.err(text)),
    });
  for (const add of commands) add(program, io, answer);
  for (const sub of program.commands) sub.copyInheritedSettings(program);
  return program;
}

async function report(error: unknown, io: Io): Promise<number> {
  if (systemCode(error) === 'EPIPE') return EXIT.ok; // `| head` closed the pipe: not our failure
  if (error instanceof DuizhaoError) {
    await io.err(describe(error.failure));
    return EXIT[error.failure.exit];
  }
  if (io.signal.aborted) {
    await io.err('interrupted: what was saved is kept; run the same command again\n');
    return EXIT.interrupted;
  }
  await io.err(`bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT.bug;
}

/** `error: …` and, where there is one, `hint: …`; each on its own line. */
function describe({ message, hint }: Failure): string {
  return `error: ${message}\n${hint === undefined ? '' : `hint: ${hint}\n`}`;
}
