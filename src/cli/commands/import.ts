import { basename } from 'node:path';
import type { Command } from 'commander';
import type { ImportConflict, ImportSummary } from '../../pipeline/index.js';
import { namingFormat } from '../format-talk.js';
import type { Io } from '../io.js';
import { inlineTagsOption, readOptionsOf, type ReadFlags } from '../read-flags.js';
import { severalLine, variantsOption } from '../variants.js';

const HELP = `
Takes what "duizhao export" and "duizhao convert" write, and what other tools
write: TMX, CSV, TSV, XLSX, JSON Lines, XLIFF, Parquet, TEI, DOCX, Moses and
InterText. A pair is recognised by its id, or by its very texts: a changed text
or state counts as an edit by whoever --who names. Decisions of other people are
not overruled; a text beside theirs comes in as a pair of its own, with the file
as its origin. So do pairs the corpus does not know, with the next build; what
the file says was decided on them is taken over when it is imported again.
A failed import leaves the corpus as it was.

Examples:
  A table that somebody has corrected:
    $ duizhao import corrected.xlsx --who "Li Hua"
  A translation memory from elsewhere:
    $ duizhao import memory.tmx
    $ duizhao build

Exit status:
  0   imported
  65  the file is not what its name says, or holds no pair
  66  the file or the corpus is missing
  75  another process holds the corpus
`;

/** `duizhao import`. */
export function addImport(program: Command, io: Io): void {
  program
    .command('import')
    .summary('bring a file of pairs into the corpus')
    .description('Bring a file of pairs into the corpus: edits, or new pairs.')
    .argument('<file>', 'file of pairs; its extension names the format')
    .option('-C, --corpus <folder>', 'the corpus folder', '.')
    .option('--format <name>', 'format of the file, whatever its name')
    .option('--who <name>', 'whose work it is (default: the name of the file)')
    .option('--overrule', 'decisions of other people give way')
    .addOption(variantsOption())
    .addOption(inlineTagsOption())
    .option('--zh-code <code>', 'which Chinese of a TMX is meant, if several: zh-TW')
    .option('--en-code <code>', 'which English of a TMX is meant, if several: en-GB')
    .option('--json', 'the summary as JSON on standard output')
    .addHelpText('after', HELP)
    .action(async (file: string, flags: ImportFlags) => {
      const { importPairs, withCorpus } = await import('../../pipeline/index.js');
      const options = {
        who: flags.who ?? basename(file),
        overrules: flags.overrule === true,
        ...(flags.format === undefined ? {} : { format: flags.format }),
        ...readOptionsOf(flags),
      };
      const summary = await namingFormat('--format', () =>
        withCorpus(flags.corpus, { clock: io.now }, (corpus) => importPairs(corpus, file, options)),
      );
      if (flags.json === true) await io.out(`${JSON.stringify(summary)}\n`);
      await io.err(toldOf(summary));
    });
}

interface ImportFlags extends ReadFlags {
  readonly corpus: string;
  readonly format?: string;
  readonly who?: string;
  readonly overrule?: boolean;
  readonly json?: boolean;
}

/** Conflicts told one by one; `--json` has more. */
const MAX_TOLD = 20;

function toldOf(summary: ImportSummary): string {
  const { same, changed, kept, conflicts, skipped, several, severalFrom = 0 } = summary;
  const lines = [`${same} as they were, ${changed} changed, ${summary.new} new`];
  if (kept > 0) {
    lines.push(
      `${kept} decided otherwise by somebody else: that stands, other texts come in apart`,
    );
    lines.push(...conflicts.slice(0, MAX_TOLD).map(conflictLine));
    const more = kept - Math.min(MAX_TOLD, conflicts.length);
    if (more > 0) lines.push(`  and ${more} more (--json lists up to 1,000)`);
  }
  if (several > 0) lines.push(severalLine(several, severalFrom));
  if (skipped > 0) lines.push(`${skipped} units are no pairs`);
  if (summary.new + kept > 0) lines.push('next: duizhao build');
  if (summary.undecided > 0) {
    lines.push(
      `${summary.undecided} of the new pairs say what was decided on them: after the build`,
    );
    lines.push('  import the file again, and those decisions are taken over');
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** `  kept, by Li Hua: rejected "你好" | "Hello"; the file: accepted`. */
function conflictLine({ stands, file }: ImportConflict): string {
  const isOtherText = stands.zh !== file.zh || stands.en !== file.en;
  const said = `${file.state ?? 'edited'}${isOtherText ? ` ${texts(file)}` : ''}`;
  return `  kept, by ${stands.who}: ${stands.state ?? ''} ${texts(stands)}; the file: ${said}`;
}

function texts({ zh, en }: { readonly zh: string; readonly en: string }): string {
  return `"${short(zh)}" | "${short(en)}"`;
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
