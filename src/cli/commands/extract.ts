import type { Command } from 'commander';
import type { PageExplanation } from '../../extract/index.js';
import { DuizhaoError, type Run } from '../../kit/index.js';
import type { Document } from '../../model/index.js';
import type { Io } from '../io.js';
import { gatherRejects } from '../rejects.js';

const HELP = `
Shows what of a page or file counts as text, in which language, and what was
set aside and why. --json prints one object a document, one line each:
{title, date, layout, blocks: [{lang, kind, text}], setAside: [{text, reason}]}

Examples:
  What of a page counts, for a person:
    $ duizhao extract article.html
  For a program:
    $ duizhao extract article.html --json
  Every block of a page with its verdict and the numbers behind it:
    $ duizhao extract article.html --explain
    $ duizhao extract article.html --explain html > why.html

"layout" says how the two languages sit, and the share of the text that does:
  interleaved      paragraphs in turn, also several of one language in a row
  marked           the markup names the language (class "langs_cn", lang="en")
  side-by-side     columns of a table or of elements placed like one
  sequential       all of one language, then all of the other
  inline           both in one line or paragraph, glosses in brackets too
  definition-list  terms and explanations
  one-language     no second language; it may be on another page

"weight" is what a block counts in the search for the article: its letters, a
Chinese character as 3.3, when it reads as prose. "place" names the languages
kept and the section; blocks of one section belong together.

Exit status:
  0   extracted
  1   nothing in the input counts as text
  65  a file is not text
  66  a file is missing
`;

/** `duizhao extract`. */
export function addExtract(program: Command, io: Io, answer: (code: number) => void): void {
  program
    .command('extract')
    .summary('show the text of pages and files')
    .description('Extract the Chinese and English blocks of pages and files.')
    .argument('[path...]', 'pages, documents and archives, and folders of them')
    .option('--json', 'one JSON object a document instead of a listing')
    .option('--explain [format]', 'show why, block by block: as text or html')
    .addHelpText('after', HELP)
    .action(async (given: string[], options: ExtractFlags) => {
      const { run, rejects } = gatherRejects(io.signal);
      const { paths, format } = sortOut(given, options.explain);
      if (paths.length === 0) throw noPath();
      if (format !== undefined) {
        if (!(await explain(paths, format === 'html', io, run))) answer(1);
        await tell(rejects, io);
        return;
      }
      const { documentsIn } = await import('../../pipeline/index.js');
      let blocks = 0;
      for await (const document of documentsIn(paths, run)) {
        blocks += document.blocks.length;
        await io.out(
          options.json === true ? `${JSON.stringify(asJson(document))}\n` : asText(document),
        );
      }
      await tell(rejects, io);
      if (blocks === 0) answer(1);
    });
}

interface ExtractFlags {
  readonly json?: boolean;
  readonly explain?: string | true;
}

/** `--explain` takes the word after it: where that is no format it is a path. */
function sortOut(
  given: readonly string[],
  explain: string | true | undefined,
): { readonly paths: readonly string[]; readonly format: 'text' | 'html' | undefined } {
  if (explain === undefined) return { paths: given, format: undefined };
  if (explain === true || explain === 'text') return { paths: given, format: 'text' };
  if (explain === 'html') return { paths: given, format: 'html' };
  return { paths: [explain, ...given], format: 'text' };
}

function noPath(): DuizhaoError {
  return new DuizhaoError({
    code: 'extract.no-path',
    exit: 'usage',
    message: 'nothing to extract from',
    hint: 'name a page, a file or a folder: duizhao extract article.html',
  });
}

/** Says what could not be read. */
async function tell(rejects: ReturnType<typeof gatherRejects>['rejects'], io: Io): Promise<void> {
  for (const { id, reason, message } of rejects) {
    await io.err(`${message ?? `${id}: ${reason}`}\n`);
  }
}

/** Writes the explanation of every page and file; whether there was one. */
async function explain(
  paths: readonly string[],
  isHtml: boolean,
  io: Io,
  run: Run,
): Promise<boolean> {
  const { readBytes, readPaths } = await import('../../read/index.js');
  const { explainDocument, explainPage, explanationAsHtml, explanationAsText } =
    await import('../../extract/index.js');
  const pages: PageExplanation[] = [];
  for await (const item of readPaths(paths, run)) {
    const found = item.kind === 'page' ? await readBytes(item.page.origin, item.page.bytes) : item;
    pages.push(found.kind === 'page' ? explainPage(found.page) : explainDocument(found.document));
  }
  if (isHtml) await io.out(explanationAsHtml(pages));
  else for (const page of pages) await io.out(explanationAsText(page));
  return pages.length > 0;
}

function asJson({
  title,
  date,
  layout,
  layoutConfidence,
  meta,
  blocks,
  sections,
  setAside,
}: Document): unknown {
  return { title, date, layout, layoutConfidence, meta, blocks, sections, setAside };
}

function asText({
  key,
  title,
  date,
  layout,
  layoutConfidence,
  blocks,
  setAside,
}: Document): string {
  const lines = [
    `# ${key}`,
    `title zh: ${title.zh ?? '–'}`,
    `title en: ${title.en ?? '–'}`,
    `date: ${date ?? '–'}   layout: ${layout} (${layoutConfidence.toFixed(2)})`,
    '',
    ...blocks.map(({ lang, kind, text }) => `${lang}  ${kind}\t${text}`),
    '',
    ...setAside.map(({ text, reason }) => `set aside  ${reason}\t${text}`),
  ];
  return `${lines.join('\n')}\n\n`;
}
