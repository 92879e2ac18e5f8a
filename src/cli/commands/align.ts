import type { Command } from 'commander';
import type { Io } from '../io.js';

const HELP = `
Without --lines the files are split into sentences first. --beads prints only
numbers: Chinese sentences, a tab, English sentences, counted from 1 and
separated by commas; a side may be empty. Otherwise each line is a JSON object
with both texts, the shape and the confidence.

Examples:
  Two files with one sentence a line, as numbers:
    $ duizhao align zh.txt en.txt --lines --beads
  A whole set, DIR/zh/X.txt with DIR/en/X.txt, into OUT/X.tsv:
    $ duizhao align --set DIR -o OUT

Exit status:
  0   aligned
  64  neither two files nor a set
  65  a file is not text, or is empty
  66  a file is missing
`;

/** `duizhao align`. */
export function addAlign(program: Command, io: Io): void {
  program
    .command('align')
    .summary('align two texts, sentence by sentence')
    .description('Align a Chinese and an English text, or a whole set of them.')
    .argument('[zh]', 'Chinese text file')
    .argument('[en]', 'English text file')
    .option('--lines', 'each line is one sentence already')
    .option('--beads', 'print sentence numbers instead of texts')
    .option('--set <folder>', 'align every zh/X.txt with en/X.txt in a folder')
    .option('-o, --out <folder>', 'with --set: where X.tsv goes')
    .option('--one-pass', 'do not learn word translations from the texts first')
    .addHelpText('after', HELP)
    .action(async (zh: string | undefined, en: string | undefined, options: AlignFlags) => {
      const { alignFiles, alignFolder, alignUsage } = await import('../../pipeline/index.js');
      const { set, out } = options;
      if ((set === undefined) !== (out === undefined)) throw alignUsage();
      if (set !== undefined && out !== undefined) {
        if (zh !== undefined) throw alignUsage();
        const { documents, beads } = await alignFolder(set, out, options);
        await io.err(`${documents} documents, ${beads} beads\n`);
        return;
      }
      if (zh === undefined || en === undefined) throw alignUsage();
      for await (const line of alignFiles(zh, en, options)) await io.out(line);
    });
}

interface AlignFlags {
  readonly lines?: boolean;
  readonly beads?: boolean;
  readonly set?: string;
  readonly out?: string;
  readonly onePass?: boolean;
}
