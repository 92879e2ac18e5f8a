import type { Reject } from '../kit/index.js';
import { byFrequency, type Tally, type Yield } from '../report/index.js';
import type { BuildSummary } from './build.js';
import { withCorpus } from './corpus.js';
import type { RunAllSummary } from './run-all.js';

/** Rejects are listed one by one up to here, then counted. */
const SHOWN = 8;

/** A build as a few lines for a person. */
export function describeBuild(summary: BuildSummary, rejects: readonly Reject[]): string {
  if (summary.worked + summary.compared === 0) return 'nothing is new\n';
  const parts = [
    `${summary.worked} ${summary.worked === 1 ? 'source' : 'sources'} worked on`,
    ...(summary.compared > 0 ? [`${summary.compared} compared again with others`] : []),
    ...(summary.failed > 0 ? [`${summary.failed} failed`] : []),
    ...(summary.duplicates > 0 ? [`${summary.duplicates} the same as another`] : []),
    ...(summary.loose > 0 ? [`${summary.loose} in one language only`] : []),
  ];
  return `${parts.join(', ')}\n${describeRejects(rejects)}`;
}

/** What a corpus holds, stage by stage, and why pairs were refused; read from counts, not from pairs. */
export async function describeCorpus(folder: string): Promise<string> {
  const counts = await withCorpus(folder, { readOnly: true }, (corpus) =>
    Promise.resolve(corpus.counts()),
  );
  const { sources, documents, blocks, pairs, byState, byReason, setAsideByReason } = counts;
  const kept = pairs - byState.rejected;
  const stages = Object.entries({ sources, documents, blocks, pairs, kept }).map(
    ([name, count]) => ({ name, count }),
  );
  const setAside = byFrequency(setAsideByReason);
  return [
    `in the corpus: ${describeStages(stages)}`,
    describeTallies('refused', byFrequency(byReason)),
    kept === 0 && sources > 0 ? `no pairs: ${whereLost({ stages, setAside })}\n` : '',
  ].join('');
}

/** The main job as a short summary: the yield stage by stage, the files, what to try next. */
export function describeRun(summary: RunAllSummary, rejects: readonly Reject[]): string {
  const { files, build } = summary;
  if (files.length === 0) {
    return `nothing is new: ${describeYield(summary)}`;
  }
  return [
    describeYield(summary),
    describeTallies('refused', summary.reasons),
    describeTallies('set aside', summary.setAside),
    build.loose > 0
      ? `${counted('documents', build.loose)} in one language only, without a partner\n`
      : '',
    describeRejects(rejects),
    summary.kept === 0 ? `no pairs: ${whereLost(summary)}\n` : '',
    '\n',
    ...files.map((file) => `wrote ${file}\n`),
    summary.kept === 0 ? '' : nextThings(summary),
  ].join('');
}

function describeYield({ stages }: RunAllSummary): string {
  return describeStages(stages);
}

function describeStages(stages: readonly Tally[]): string {
  return `${stages.map(({ name, count }) => counted(name, count)).join(' → ')}\n`;
}

/** `1 source`, `2 sources`, `5 kept`. */
function counted(name: string, count: number): string {
  return `${count} ${count === 1 ? name.replace(/s$/, '') : name}`;
}

function describeTallies(title: string, tallies: readonly Tally[]): string {
  if (tallies.length === 0) return '';
  return `${title}: ${tallies.map(({ name, count }) => `${name} ${count}`).join(', ')}\n`;
}

function describeRejects(rejects: readonly Reject[]): string {
  const shown = rejects
    .slice(0, SHOWN)
    .map(({ id, reason, message }) => `passed over ${id}: ${message ?? reason}\n`);
  const left = rejects.length - shown.length;
  return shown.join('') + (left > 0 ? `… and ${left} more; the report lists them\n` : '');
}

/** The first stage that gave nothing, in words. */
function whereLost({ stages, setAside }: Pick<Yield, 'stages' | 'setAside'>): string {
  if (setAside.some(({ name }) => name === 'wrong-language')) {
    return 'text is in the other language; with --pair the Chinese file comes first';
  }
  const at = stages.findIndex(({ count }) => count === 0);
  const before = stages[at - 1];
  if (at <= 0 || before === undefined) return 'no source could be read';
  return LOST[stages[at]?.name ?? ''] ?? `the step after "${before.name}" gave nothing`;
}

const LOST: Readonly<Record<string, string>> = {
  documents: 'no source could be understood; the messages above say why',
  blocks: 'the documents hold no text in Chinese or English apart from what was set aside',
  pairs:
    'no Chinese text met an English one; "duizhao extract FILE --explain" shows what was found on a page',
  kept: 'every pair was refused; the reasons are above and in the report',
};

function nextThings({ folder, files }: RunAllSummary): string {
  const [tmx, , , report] = files;
  return `
next:
  look at the pairs and at what was set aside: open ${report ?? ''} in a browser
  use the memory in OmegaT: copy ${tmx ?? ''} into the tm/auto folder of a project
  a table of the best pairs for Excel: duizhao export -C ${folder} best.csv --excel --min-score 0.9
`;
}
