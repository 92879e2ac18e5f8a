import type { Command } from 'commander';
import type { EvidenceName } from '../../align/index.js';
import { DuizhaoError, jsonLine } from '../../kit/index.js';
import { counted } from '../counted.js';
import type { Io } from '../io.js';
import { explainText } from './explain-text.js';

const HELP = `
Without --lines the files are split into sentences first. --beads prints only
numbers: Chinese sentences, a tab, English sentences, counted from 1 and
separated by commas; a side may be empty. Otherwise each line is a JSON object
with both texts, the shape and the confidence.

--anchors names a file with lines like those of --beads: the sentences of a line
belong to one bead, whatever else does. With --set it is a folder of X.tsv.
With --paragraphs, line n of one file is the translation of line n of the other,
and sentences are aligned inside each such pair of lines.

--explain says of each bead why it was chosen: what every kind of evidence adds,
in nats (natural logarithms of odds; they add up), the strongest word pairs, the
most probable other bead for the same sentences, and the best path without this
bead. With a number, only the bead that holds that Chinese sentence. --json
prints the same as JSON objects.

--without switches evidence off, by name: length, zh-to-en, en-to-zh (the two
directions of words), word-order, dictionary, learned, names, regions, numbers,
ordinals, percentages, money, dates, latin, numbering, punctuation, dialogue.

Examples:
  Two files with one sentence a line, as numbers:
    $ duizhao align zh.txt en.txt --lines --beads
  A whole set, DIR/zh/X.txt with DIR/en/X.txt, into OUT/X.tsv:
    $ duizhao align --set DIR -o OUT
  Why Chinese sentence 12 has the partner it has:
    $ duizhao align zh.txt en.txt --explain 12
  Two files of paragraphs, line by line, with some sentences tied together:
    $ duizhao align zh.txt en.txt --paragraphs --anchors known.tsv
  What are names and dates worth on a set?
    $ duizhao align --set DIR -o OUT --without names,dates

Exit status:
  0   aligned
  64  neither two files nor a set, no sentence or evidence of that name
  65  a file is not text, or is empty; anchors cross or name what is not there;
      with --paragraphs, the files have not as many lines
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
    .option('--paragraphs', 'line n of one file answers line n of the other')
    .option('--anchors <file>', 'sentences that belong to one bead; see below')
    .option('--one-pass', 'do not learn word translations from the texts first')
    .option('--without <names>', 'evidence not to use, separated by commas', evidenceNames)
    .option('--explain [sentence]', 'say why each bead, or that of one sentence, was chosen')
    .option('--json', 'with --explain: print JSON objects')
    .addHelpText('after', HELP)
    .action(async (zh: string | undefined, en: string | undefined, options: AlignFlags) => {
      const { alignFiles, alignFolder, alignUsage } = await import('../../pipeline/index.js');
      const { set, out, explain, without: names, ...rest } = options;
      const without = names === undefined ? {} : { without: await evidenceOf(names) };
      if ((set === undefined) !== (out === undefined)) throw alignUsage();
      if (options.json === true && explain === undefined) throw jsonUsage();
      const warn = (text: string): Promise<void> => io.err(`warning: ${text}\n`);
      if (options.paragraphs === true && (options.lines === true || set !== undefined)) {
        throw paragraphsUsage();
      }
      if (set !== undefined && out !== undefined) {
        if (zh !== undefined || explain !== undefined) throw alignUsage();
        const { documents, beads, doubts } = await alignFolder(set, out, { ...rest, ...without });
        await io.err(`${counted(documents, 'document')}, ${counted(beads, 'bead')}\n`);
        for (const doubt of doubts) await warn(doubt);
        return;
      }
      if (zh === undefined || en === undefined) throw alignUsage();
      if (explain !== undefined) {
        await printExplained(zh, en, { ...rest, ...without, explain }, io);
        return;
      }
      for await (const line of alignFiles(zh, en, { ...rest, ...without }, warn))
        await io.out(line);
    });
}

interface AlignFlags {
  readonly lines?: boolean;
  readonly beads?: boolean;
  readonly set?: string;
  readonly out?: string;
  readonly onePass?: boolean;
  readonly paragraphs?: boolean;
  readonly anchors?: string;
  readonly without?: readonly string[];
  /** `true` without a sentence number. */
  readonly explain?: string | true;
  readonly json?: boolean;
}

/** Flags of `--explain`, with the evidence known by name. */
interface ExplainFlags extends Omit<AlignFlags, 'without' | 'set' | 'out' | 'beads'> {
  readonly without?: readonly EvidenceName[];
}

function evidenceNames(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(',').map((name) => name.trim())];
}

/** @throws DuizhaoError `align.unknown-evidence` */
async function evidenceOf(names: readonly string[]): Promise<EvidenceName[]> {
  const { EVIDENCE_NAMES, isEvidenceName } = await import('../../align/index.js');
  return names.map((name) => {
    if (isEvidenceName(name)) return name;
    throw new DuizhaoError({
      code: 'align.unknown-evidence',
      exit: 'usage',
      message: `--without: no evidence is called "${name}"`,
      hint: `the names are ${EVIDENCE_NAMES.join(', ')}`,
    });
  });
}

async function printExplained(
  zh: string,
  en: string,
  { without, explain, json, ...known }: ExplainFlags,
  io: Io,
): Promise<void> {
  const { explainFiles } = await import('../../pipeline/index.js');
  const beads = await explainFiles(zh, en, {
    ...known,
    ...(without === undefined ? {} : { without }),
    ...(typeof explain === 'string' ? { sentence: sentenceOf(explain) } : {}),
  });
  for (const bead of beads) await io.out(json === true ? jsonLine(bead) : explainText(bead));
}

function sentenceOf(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new DuizhaoError({
    code: 'align.bad-sentence',
    exit: 'usage',
    message: `--explain takes the number of a Chinese sentence, not "${text}"`,
    hint: 'name the files first: duizhao align zh.txt en.txt --explain 12',
  });
}

function paragraphsUsage(): DuizhaoError {
  return new DuizhaoError({
    code: 'align.paragraphs-or-lines',
    exit: 'usage',
    message: '--paragraphs goes with two files and without --lines',
    hint: 'with --lines each line is one sentence already; with --paragraphs lines are split',
  });
}

function jsonUsage(): DuizhaoError {
  return new DuizhaoError({
    code: 'align.json-alone',
    exit: 'usage',
    message: '--json belongs to --explain',
    hint: 'without --beads and --explain, align prints JSON objects anyway',
  });
}
