import { DuizhaoError, jsonLine } from '../kit/index.js';
import { EXIT } from '../kit/errors.js';
import { pairId, type Origin, type PairId, type TracedPair } from '../model/index.js';
import { withCorpus } from '../pipeline/index.js';
import type { Corpus, Decision, HistoryEntry } from '../store/index.js';
import type { ShowFlags } from './commands/show.js';
import type { Io } from './io.js';

const ID = /^[0-9a-f]{32}$/;

/** Writes each pair with its origin, repairs, findings, decision and history. */
export async function showPairs(
  ids: readonly string[],
  flags: ShowFlags,
  io: Io,
  answer: (code: number) => void,
): Promise<void> {
  if (ids.length === 0) throw nothingAsked('name at least one pair by its id, or say --conflicts');
  const asked = toPairIds(ids);
  await withCorpus(flags.corpus, { readOnly: true }, async (corpus) => {
    for (const id of asked) {
      const traced = corpus.pairs.get(id);
      const history = corpus.history(id);
      if (traced === undefined && history.length === 0) {
        answer(EXIT.negative);
        await io.err(`no pair ${id}\n`);
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

/**
 * Ids as a person gives them.
 *
 * @throws DuizhaoError `show.nothing-asked`
 */
export function toPairIds(given: readonly string[]): readonly PairId[] {
  const wrong = given.find((id) => !ID.test(id));
  if (wrong === undefined) return given.map(pairId);
  throw nothingAsked(`"${wrong}" is no id of a pair: 32 letters a-f and figures`);
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

function nothingAsked(message: string): DuizhaoError {
  return new DuizhaoError({
    code: 'show.nothing-asked',
    exit: 'usage',
    message,
    hint: 'ids are in the column "id" of exports and in: duizhao search --json',
  });
}
