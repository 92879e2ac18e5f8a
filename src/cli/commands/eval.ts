import type { Command } from 'commander';
import { EXIT } from '../../kit/index.js';
import { unitNumber, wholeNumber } from '../arguments.js';
import type { Io } from '../io.js';

const HELP = `
GOLD is a folder with zh/X.txt, en/X.txt (one sentence a line) and gold/X.tsv
(Chinese numbers, a tab, English numbers, from 1), or only the links. FOUND is
a folder of X.tsv, or one file; without it duizhao aligns the set itself.

Strict: exactly the gold link. Lax: overlaps it on both sides. One-sided links
count for precision only, as in the scores published with Vecalign and
Bertalign. Intervals are 95 % bootstrap intervals.

Examples:
  How good is duizhao on a set?
    $ duizhao eval novels/
  Another tool's links, compared with ours, errors drawn:
    $ duizhao eval novels/ theirs/ --against ours/ --html errors.html
  Lines are paragraphs: how many links cross one after splitting?
    $ duizhao eval laws/ --paragraphs
  A gate for a script:
    $ duizhao eval novels/ --floor 0.94

Exit status:
  0   scored
  1   strict F1 is below --floor
  64  links only, where texts are needed
  65  a line is no link, gold has none, or a document is missing from FOUND
  66  a file or folder is missing
`;

/** `duizhao eval`. */
export function addEval(program: Command, io: Io, answer: (code: number) => void): void {
  program
    .command('eval')
    .summary('score an alignment against gold')
    .description('Score an alignment, or duizhao itself, against hand-made links.')
    .argument('<gold>', 'gold set, or folder or file of gold links')
    .argument('[found]', 'folder or file of the links to score')
    .option('--against <links>', 'compare with these links, with a significance test')
    .option('--html <file>', 'draw the alignment with its errors marked')
    .option('--paragraphs', 'lines are paragraphs: split them, count links that cross')
    .option('--floor <f1>', 'exit 1 when strict F1 is lower than this', unitNumber)
    .option('--seed <number>', 'seed of intervals and tests', wholeNumber)
    .option('--resamples <number>', 'resamples of the intervals', wholeNumber)
    .option('--json', 'the report as one JSON object')
    .addHelpText('after', HELP)
    .action(async (gold: string, found: string | undefined, options: EvalFlags) => {
      const { describeAnswer, evaluateSet } = await import('../evaluation.js');
      const result = await evaluateSet(gold, found, options);
      await io.out(options.json === true ? `${JSON.stringify(result)}\n` : describeAnswer(result));
      const f1 = result.report?.strict.f1 ?? 1;
      if (options.floor !== undefined && f1 < options.floor) answer(EXIT.negative);
    });
}

interface EvalFlags {
  readonly against?: string;
  readonly html?: string;
  readonly paragraphs?: boolean;
  readonly floor?: number;
  readonly seed?: number;
  readonly resamples?: number;
  readonly json?: boolean;
}
