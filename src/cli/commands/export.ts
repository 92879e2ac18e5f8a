import { InvalidArgumentError, type Command } from 'commander';
import { day, unitNumber, wholeNumber } from '../arguments.js';
import { jsonLine } from '../../kit/index.js';
import { addFormatFlags, writeOptionsOf, type FormatFlags } from '../format-flags.js';
import { tellIgnored } from '../format-talk.js';
import { counted } from '../counted.js';
import type { Io } from '../io.js';
import { losses } from '../losses.js';

const HELP = `
The extension of the file names the format: tmx csv tsv jsonl xlf xlf2 parquet
xlsx docx tei html moses intertext; .gz packs. Without options all pairs that
were not rejected are written.

Examples:
  A translation memory for OmegaT:
    $ duizhao export corpus.tmx --profile omegat
  A table for Excel, only pairs that score 0.9 and more:
    $ duizhao export good.csv --excel --min-score 0.9
  Everything with its reasons, rejected pairs included:
    $ duizhao export all.jsonl --state new,accepted,edited,rejected
  Training data, a tenth of the documents each for dev and test, with a card:
    $ mkdir data
    $ duizhao export data/corpus.parquet --parts 0.1,0.1 --bundle

Exit status:
  0   written
  64  the format is not known
  66  the folder is not a corpus
  73  the file cannot be written, or exists (use --force)
`;

/** `duizhao export`. */
export function addExport(program: Command, io: Io): void {
  const command = program
    .command('export')
    .summary('write pairs to TMX, tables and other formats')
    .description('Write pairs of the corpus to a file.')
    .argument('<file>', 'where; its extension names the format')
    .option('-C, --corpus <folder>', 'the corpus folder', '.')
    .option('--state <list>', 'states to write, separated by commas', 'new,accepted,edited')
    .option('--min-score <number>', 'only pairs that score at least this', unitNumber)
    .option('--max-score <number>', 'only pairs that score at most this', unitNumber)
    .option('--site <name>', 'only this host, site name or imported file, as stats shows it')
    .option('--document <url>', 'only this document, by URL, path or id')
    .option('--since <day>', 'only documents of this day or later', day)
    .option('--until <day>', 'only documents of this day or earlier', day)
    .option('--check <name>', 'only pairs in which this check found something')
    .option('--query <text>', 'only pairs that hold this text on either side')
    .option('--sample <number>', 'a random sample of this many pairs', wholeNumber)
    .option('--seed <number>', 'seed of the sample and the parts (default: 1)', wholeNumber)
    .option('--parts <dev,test>', 'three files by document: NAME.train, .dev, .test', parts)
    .option('--bundle', 'write README.md and metadata.json beside the file')
    .option('--anonymise', 'replace mails, phone, identity and card numbers')
    .option('--force', 'overwrite an existing file')
    .option('--json', 'what was written as JSON on standard output');
  addFormatFlags(command)
    .addHelpText('after', HELP)
    .action(async (file: string, { bundle, json, ...flags }: ExportFlags) => {
      const { exportCorpus } = await import('../../pipeline/index.js');
      const format = writeOptionsOf(flags);
      const { title: given, ...untitled } = format;
      await tellIgnored(file, bundle === true ? untitled : format, io);
      const summary = await exportCorpus(flags.corpus, file, {
        ...flags,
        format,
        ...(bundle === true
          ? { bundle: { ...titled(given), madeAt: io.now().toISOString() } }
          : {}),
      });
      if (json === true) {
        await io.out(jsonLine(summary));
        return;
      }
      const lost = losses();
      for (const loss of summary.losses) lost.add(loss);
      for (const line of lost.lines()) await io.err(`not carried over: ${line}\n`);
      const { pairs, files, leaks } = summary;
      if (leaks > 0)
        await io.err(`${counted(leaks, 'pair')} in no part: the text is in another part\n`);
      const written = lost.pairs() === 0 ? '' : `${pairs - lost.pairs()} of `;
      await io.err(`${written}${counted(pairs, 'pair')} in ${files.join(', ')}\n`);
      if (pairs === 0 && flags.site !== undefined) await io.err(await largestSites(flags.corpus));
    });
}

/** Sites shown at most. */
const SITES = 5;

/** What could have been asked for instead of a site without pairs. */
async function largestSites(folder: string): Promise<string> {
  const [{ openCorpus }, { statisticsOf }] = await Promise.all([
    import('../../store/index.js'),
    import('../../search/index.js'),
  ]);
  const corpus = openCorpus(folder, { readOnly: true });
  const { sites } = statisticsOf(corpus, { samplePairs: 1 });
  corpus.close();
  const names = sites.slice(0, SITES).map(({ name }) => name);
  if (names.length === 0) return 'the corpus has no pairs yet\n';
  const more = sites.length > SITES ? ` and ${sites.length - SITES} more (duizhao stats)` : '';
  return `sites of this corpus: ${names.join(', ')}${more}\n`;
}

function titled(title: string | undefined): { readonly title?: string } {
  return title === undefined ? {} : { title };
}

interface ExportFlags extends FormatFlags {
  readonly corpus: string;
  readonly state: string;
  readonly minScore?: number;
  readonly maxScore?: number;
  readonly site?: string;
  readonly document?: string;
  readonly since?: string;
  readonly until?: string;
  readonly check?: string;
  readonly query?: string;
  readonly sample?: number;
  readonly seed?: number;
  readonly parts?: { readonly dev: number; readonly test: number };
  readonly bundle?: boolean;
  readonly anonymise?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Parser of two shares that leave something for training. */
function parts(value: string): { readonly dev: number; readonly test: number } {
  const [dev = NaN, test = NaN, ...rest] = value.split(',').map(Number);
  if (rest.length > 0 || !(dev >= 0 && test >= 0 && dev + test < 1)) {
    throw new InvalidArgumentError('Give two shares that leave something, like 0.1,0.1.');
  }
  return { dev, test };
}
