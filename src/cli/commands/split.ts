import { readFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { DuizhaoError, readFailure } from '../../kit/index.js';
import type { Lang } from '../../model/index.js';
import type { SplitOptions, SplitProfile } from '../../split/index.js';
import type { Io } from '../io.js';

const HELP = `
Prints one sentence a line. With --json each line is {start, end, text}, the
offsets counted in UTF-16 units of the file's text. FILE may be - for stdin.

Profiles: default cuts where a reader would; omegat cuts exactly where OmegaT
cuts, so that a memory made of it matches there. --srx takes rules in SRX 2.0:
cascade, language maps, break and no-break rules; in their patterns no
possessive quantifiers, atomic groups or class intersections.

Examples:
  Sentences of a Chinese text:
    $ duizhao split --lang zh article.txt
  English, with offsets, from a pipe:
    $ cat article.txt | duizhao split --lang en --json -
  A mail or a book whose lines were wrapped at some width:
    $ duizhao split --lang en --wrapped mail.txt
  As OmegaT would cut it:
    $ duizhao split --lang zh --profile omegat article.txt

Exit status:
  0   split
  1   there is nothing to split
  65  the file is not text, or the rules are not SRX 2.0
  66  a file is missing
`;

interface SplitFlags {
  readonly lang: Lang;
  readonly json?: boolean;
  readonly profile: SplitProfile;
  readonly srx?: string;
  readonly lines?: boolean;
  readonly wrapped?: boolean;
  readonly semicolon?: boolean;
  readonly colon?: boolean;
}

/** Sentences written in one go; keeps the number of writes down. */
const BATCH = 500;

/** `duizhao split`. */
export function addSplit(program: Command, io: Io, answer: (code: number) => void): void {
  program
    .command('split')
    .summary('cut a text into sentences')
    .description('Cut a Chinese or English text into sentences.')
    .argument('<file>', 'text file, or - for stdin')
    .addOption(language())
    .option('--json', 'print {start, end, text} instead of the text alone')
    .addOption(profile())
    .addOption(
      new Option('--srx <file>', 'cut by your own rules from an SRX 2.0 file instead').conflicts([
        'profile',
        'lines',
        'semicolon',
        'colon',
      ]),
    )
    .addOption(
      new Option('--lines', 'take every line as one sentence, as it is').conflicts([
        'profile',
        'semicolon',
        'colon',
      ]),
    )
    .addOption(
      new Option('--wrapped', 'the lines were wrapped: join those that run on').conflicts([
        'lines',
        'srx',
      ]),
    )
    .option('--semicolon', 'end sentences at semicolons too')
    .option('--colon', 'end sentences at colons too')
    .addHelpText('after', HELP)
    .action(async (file: string, flags: SplitFlags) => {
      const { splitSentences } = await import('../../split/index.js');
      const options = await optionsOf(flags);
      const text = await textOf(file, io);
      const spans = splitSentences(text, flags.lang, options);
      const line = flags.json === true ? asJson : asLine;
      for (let from = 0; from < spans.length; from += BATCH) {
        io.signal.throwIfAborted();
        const batch = spans.slice(from, from + BATCH);
        await io.out(
          batch.map(({ start, end }) => line(start, end, text.slice(start, end))).join(''),
        );
      }
      if (spans.length > 0) return;
      await io.err(`nothing to split: "${file}" holds no text\n`);
      answer(1);
    });
}

function language(): Option {
  return new Option('--lang <lang>', 'main language of the text')
    .choices(['zh', 'en'])
    .makeOptionMandatory();
}

function profile(): Option {
  return new Option('--profile <name>', 'whose idea of a sentence to follow')
    .choices(['default', 'omegat'])
    .default('default');
}

async function optionsOf(flags: SplitFlags): Promise<SplitOptions> {
  const { lines = false, wrapped = false, semicolon = false, colon = false } = flags;
  const options = { profile: flags.profile, lines, wrapped, semicolon, colon };
  if (flags.srx === undefined) return options;
  const { readSrxFile } = await import('../../pipeline/index.js');
  return { ...options, srx: await readSrxFile(flags.srx) };
}

async function textOf(file: string, io: Io): Promise<string> {
  const bytes = file === '-' ? await gathered(io.stdin) : await bytesOf(file);
  const { decodeFile } = await import('../../read/index.js');
  try {
    return decodeFile(bytes, file === '-' ? 'standard input' : file).text;
  } catch (error) {
    if (error instanceof DuizhaoError && error.failure.code === 'read.empty') return '';
    throw error;
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw readFailure(error, file);
  }
}

async function gathered(stdin: Io['stdin']): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin)
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

function asJson(start: number, end: number, text: string): string {
  return `${JSON.stringify({ start, end, text })}\n`;
}

/** A sentence that runs over a line end is shown on one line; Chinese is joined without a blank. */
function asLine(_start: number, _end: number, text: string): string {
  if (!/[\r\n]/.test(text)) return `${text}\n`;
  return `${text.replace(BREAK_IN_CHINESE, '').replace(/\s*[\r\n]+\s*/g, ' ')}\n`;
}

const BREAK_IN_CHINESE = /(?<=[\u2e80-\uffef“”‘’…—])\s*[\r\n]+\s*(?=[\u2e80-\uffef“”‘’…—])/g;
