import type { Command } from 'commander';
import { countFromZero, unitNumber } from '../arguments.js';
import { words } from '../format-flags.js';
import type { Io } from '../io.js';
import { addColumnFlags, type ReadFlags } from '../read-flags.js';

const HELP = `
Reads one JSON object per line with string fields "zh" and "en" and writes the
same objects with the texts repaired and score, state, reason, findings and
repairs added. A file named as another format that "duizhao convert" reads (.tmx
.csv .tsv .xlsx …) is read as that; what is written is JSON Lines. No pair is
dropped: what is refused has state "rejected" and its reason. A text that repair
changed is kept under "original". FILE may be - for stdin: JSON Lines.

Pairs are judged as an import into a new corpus and a build judge them, beside
the others of their document: neighbours with the same "doc", or else the same
"url_or_path", at most 500; where a file names neither, some 64 to 500 that
follow each other. Each document is written once all of it is read. A document
that repeats an earlier one has no pairs in a corpus; here its pairs are
written, too, refused as duplicates. With --with-confidence the field
"confidence", from 0 to 1, counts in the score: an aligner's opinion that the
two texts belong together.

--explain adds what each feature of the pair adds to the log-odds of its score,
compared with an ordinary good pair: above 0 it raises the score. Names that end
in "-here" say how far the pair is from the others of its document.

--preview takes the settings of a corpus (its duizhao.yaml), judges its pairs
again, compares them with each other, and shows what a build would change, with
samples, and what it would only put on record; nothing is written. --off, --on,
--reject and --min-score come on top of the settings, to try them before they
are written down. It keeps about 600 bytes a pair in memory.

Examples:
  Judge a file of pairs:
    $ duizhao clean pairs.jsonl > judged.jsonl
  Only good ones, without personal data:
    $ duizhao clean pairs.jsonl --kept --anonymise > good.jsonl
  Judge a memory:
    $ duizhao clean memory.tmx > judged.jsonl
  Judge what was just aligned:
    $ duizhao align zh.txt en.txt | duizhao clean --with-confidence > out.jsonl
  A table whose first row is a pair already, English first:
    $ duizhao clean tatoeba.tsv --zh-column 2 --en-column 1 > judged.jsonl
  All checks, their thresholds and why they are so:
    $ duizhao clean --list
  Try the rules in duizhao.yaml before the next build:
    $ duizhao clean --preview -C my-corpus
  What a higher threshold would cost, with twenty pairs of each kind:
    $ duizhao clean --preview -C my-corpus --min-score 0.5 --samples 20

Exit status:
  0   every line was judged
  64  a check is not known, or an option means nothing here
  65  a line is not a pair (its number is on stderr)
  66  the file or the corpus is missing
  78  duizhao.yaml is wrong (file and line are on stderr)
`;

/** What the command line said. */
export interface CleanFlags extends Pick<ReadFlags, 'zhColumn' | 'enColumn'> {
  readonly corpus?: string;
  readonly preview?: boolean;
  readonly list?: boolean;
  readonly kept?: boolean;
  readonly anonymise?: boolean;
  readonly minScore?: number;
  readonly off?: readonly string[];
  readonly reject?: readonly string[];
  readonly on?: readonly string[];
  readonly explain?: boolean;
  readonly withConfidence?: boolean;
  readonly samples?: number;
  readonly json?: boolean;
}

/** `duizhao clean`. */
export function addClean(program: Command, io: Io): void {
  const command = program
    .command('clean')
    .summary('score, check and repair pairs')
    .description('Score, check and repair pairs of a file.')
    .argument('[file]', 'JSON Lines or another format, or - for stdin', '-')
    .option('-C, --corpus <folder>', 'take the settings of this corpus, and the words it learned')
    .option('--preview', 'show what the settings of the corpus would change')
    .option('--list', 'list every check, its thresholds and their reasons')
    .option('--kept', 'write only the pairs that are kept')
    .option('--anonymise', 'replace mails, phone, identity and card numbers')
    .option('--min-score <number>', 'smallest score that is kept', unitNumber)
    .option('--off <checks>', 'checks to switch off, separated by commas', words)
    .option('--on <checks>', 'optional checks to switch on, separated by commas', words)
    .option('--reject <checks>', 'refuse near-duplicate, boilerplate, many-translations', words)
    .option(
      '--samples <number>',
      'pairs that --preview shows of each change (default: 5)',
      countFromZero,
    )
    .option('--with-confidence', 'count the field "confidence" in the score')
    .option('--json', 'JSON where --preview or --list write for people')
    .option('--explain', 'add what each feature adds to the score');
  addColumnFlags(command)
    .addHelpText('after', HELP)
    .action(async (file: string, flags: CleanFlags) => {
      if (flags.preview === true) {
        const { previewSettings } = await import('../preview.js');
        await previewSettings(file, flags, io);
      } else if (flags.list === true) {
        const { listChecks } = await import('../list-checks.js');
        await listChecks(io, flags.json === true);
      } else {
        const { cleanLines } = await import('../cleaning.js');
        await cleanLines(file, flags, io);
      }
    });
}
