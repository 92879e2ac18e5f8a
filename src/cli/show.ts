import { jsonLine } from '../kit/index.js';
import { EXIT } from '../kit/errors.js';
import type { Origin, TracedPair } from '../model/index.js';
import { withCorpus } from '../pipeline/index.js';
import type { Corpus, Decision, HistoryEntry } from '../store/index.js';
import type { ShowFlags } from './commands/show.js';
import type { Io } from './io.js';
import { checkedIds, noId, wholeId } from './pair-ids.js';

/** Writes each pair with its origin, repairs, findings, decision and history. */
export async function showPairs(
  ids: readonly string[],
  flags: ShowFlags,
  io: Io,
  answer: (code: number) => void,
): Promise<void> {
  if (ids.length === 0) throw noId('name at least one pair by its id, or say --conflicts');
  const asked = checkedIds(ids);
  await withCorpus(flags.corpus, { readOnly: true }, async (corpus) => {
    for (const given of asked) {
      const id = wholeId(corpus, given);
      const traced = id && corpus.pairs.get(id);
      const history = id === undefined ? [] : corpus.history(id);
      if (id === undefined || (traced === undefined && history.length === 0)) {
        answer(EXIT.negative);
        await io.err(`no pair ${given}\n`);
        continue;
      }
      const decision = corpus.edits.on(id);
      await io.out(
        flags.json === true
          ? jsonLine({ id, ...traced, decision, history })
          : describe(id, traced, decision, history),
      );
    }
  });
}

/** Writes the decisions that wait for another look. */
export async function showConflicts(flags: ShowFlags, io: Io): Promise<void> {
  await withCorpus(flags.corpus, { readOnly: true }, async (corpus: Corpus) => {
    const conflicts = corpus.edits.conflicts();
    for (const decision of conflicts) {
      await io.out(
        flags.json === true ? jsonLine(decision) : `${decided(decision).join('\n')}\n\n`,
      );
    }
    await io.err(conflicts.length === 1 ? '1 conflict\n' : `${conflicts.length} conflicts\n`);
  });
}

function describe(
  id: string,
  traced: TracedPair | undefined,
  decision: Decision | undefined,
  history: readonly HistoryEntry[],
): string {
  const lines = [
    ...(traced === undefined ? [`pair       ${id} (no longer in the corpus)`] : pairLines(traced)),
    ...(decision === undefined ? [] : decided(decision).slice(1)),
    'history',
    ...history.flatMap(entryLines),
  ];
  return `${lines.join('\n')}\n\n`;
}

function pairLines({ pair, document }: TracedPair): string[] {
  const { original, repairs, findings, state, reason } = pair;
  const { title, origins, date, meta } = document;
  const source = meta['importedFrom'];
  const why = reason === undefined ? '' : ` (${reason})`;
  return [
    `pair       ${pair.id}`,
    `Chinese    ${pair.zh}`,
    `English    ${pair.en}`,
    `state      ${state}${why}`,
    `score      ${pair.score.toFixed(2)}, alignment ${pair.confidence.toFixed(2)}, ${pair.shape}, ${pair.layout}`,
    ...findings.map(({ check, detail }) => `found      ${check}: ${detail}`),
    ...(repairs.length === 0 ? [] : [`repaired   ${repairs.join(', ')}`]),
    ...(original === undefined ? [] : [`before     ${original.zh}`, `           ${original.en}`]),
    ...origins.flatMap(originLines),
    ...(source === undefined ? [] : [`           imported from ${source}`]),
    `document   ${document.key}, pair ${pair.position}${date === undefined ? '' : `, ${date}`}`,
    ...[title.zh, title.en].flatMap((text) => (text === undefined ? [] : [`title      ${text}`])),
  ];
}

function originLines({ location, finalUrl, site, licence, fetchedAt, sha256 }: Origin): string[] {
  const facts = [site, licence, fetchedAt, `sha256 ${sha256}`].filter((one) => one !== undefined);
  return [`from       ${finalUrl ?? location}`, `           ${facts.join(', ')}`];
}

function decided({ pair, state, who, at, note, zh, en, machine, conflict }: Decision): string[] {
  const became = conflict?.became;
  return [
    `pair       ${pair}`,
    `decided    ${state} by ${who}, ${at}${note === undefined ? '' : `: ${note}`}`,
    ...(conflict === undefined
      ? []
      : [`           ${zh}`, `           ${en}`, `conflict   ${conflict.kind}, ${conflict.at}`]),
    ...(became === undefined
      ? [`machine    ${machine.zh}`, `           ${machine.en}`]
      : [`machine    ${became.zh}`, `           ${became.en}`]),
  ];
}

function entryLines({ at, who, what, was, became }: HistoryEntry): string[] {
  return [
    `  ${at}  ${what} by ${who}`,
    ...(was === undefined ? [] : [`    from ${toldOf(was)}`]),
    ...(became === undefined ? [] : [`    to   ${toldOf(became)}`]),
  ];
}

/** `rejected: 你好 | Hello` of a pair; anything else as JSON, without the decision before. */
function toldOf(value: unknown): string {
  const isPair = typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
  if (!isPair) return JSON.stringify(value, withoutDecision);
  const state = 'state' in value ? `${String(value.state)}: ` : '';
  return `${state}${String(value.zh)} | ${String(value.en)}`;
}

/** An entry of its own tells it. */
function withoutDecision(name: string, value: unknown): unknown {
  return name === 'decision' ? undefined : value;
}
