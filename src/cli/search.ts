import pc from 'picocolors';
import { DuizhaoError, jsonLine } from '../kit/index.js';
import type { PairState } from '../model/index.js';
import { concordance, inContext, isEmptyQuery, parseQuery } from '../search/index.js';
import type { Hit, Span } from '../search/index.js';
import { openCorpus, type PairFilter } from '../store/index.js';
import type { SearchFlags } from './commands/search.js';
import type { Io } from './io.js';

/** Characters on each side of a keyword: about a line of a terminal in all. */
const CONTEXT = { zh: 20, en: 40 } as const;

/** Writes the answers to a query and tells how many there are. */
export async function searchCorpus(
  words: readonly string[],
  flags: SearchFlags,
  io: Io,
): Promise<{ readonly shown: number; readonly total: number }> {
  const query = parseQuery(words.join(' '), flags.side);
  if (isEmptyQuery(query)) throw nothingAsked(words);
  const filter = filterOf(flags);
  const corpus = openCorpus(flags.corpus, { readOnly: true });
  try {
    const total = corpus.search.count(query, filter);
    const write = writerFor(flags, io);
    let shown = 0;
    for (const hit of concordance(corpus, query, filter)) {
      await io.out(write(hit, (shown += 1)));
      if (shown >= flags.limit) break;
    }
    return { shown, total };
  } finally {
    corpus.close();
  }
}

const STATES: readonly PairState[] = ['new', 'accepted', 'edited', 'rejected'];

function filterOf({ state, minScore, site, since, until }: SearchFlags): PairFilter {
  const names = state.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !STATES.some((known) => known === name));
  if (unknown !== undefined) throw unknownState(unknown);
  return {
    states: STATES.filter((known) => names.includes(known)),
    ...(minScore === undefined ? {} : { minScore }),
    ...(site === undefined ? {} : { site }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
}

function writerFor(flags: SearchFlags, io: Io): (hit: Hit, place: number) => string {
  if (flags.json === true)
    return ({ pair, document, spans }) => jsonLine({ ...pair, document, spans });
  if (flags.kwic === true) return kwicLines;
  const colours = pc.createColors(io.isTerminal && io.env['NO_COLOR'] === undefined);
  return ({ pair, document, spans }, place) => {
    const facts = [
      pair.score.toFixed(2),
      document.date,
      pair.state === 'new' ? undefined : pair.state,
    ];
    const head = facts.filter((fact) => fact !== undefined).join('  ');
    return [
      `${place}. ${colours.dim(`${head}  ${document.key}`)}`,
      `   ${marked(pair.zh, spans.zh, colours.yellow)}`,
      `   ${marked(pair.en, spans.en, colours.yellow)}`,
      '',
      '',
    ].join('\n');
  };
}

/** One line for each place: side, left, keyword, right, the other side, id, document. */
function kwicLines({ pair, document, spans }: Hit): string {
  const rows = (['zh', 'en'] as const).flatMap((side) =>
    spans[side].map((span) => {
      const { left, match, right } = inContext(pair[side], span, CONTEXT[side]);
      const other = side === 'zh' ? pair.en : pair.zh;
      return [side, left, match, right, other, pair.id, document.key].map(cell).join('\t');
    }),
  );
  return rows.map((row) => `${row}\n`).join('');
}

function cell(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ');
}

function marked(text: string, spans: readonly Span[], mark: (text: string) => string): string {
  let result = '';
  let at = 0;
  for (const { start, end } of spans) {
    result += text.slice(at, start) + mark(text.slice(start, end));
    at = end;
  }
  return result + text.slice(at);
}

function nothingAsked(words: readonly string[]): DuizhaoError {
  return new DuizhaoError({
    code: 'search.nothing-asked',
    exit: 'usage',
    message: `there is no letter or character to look for in "${words.join(' ')}"`,
    hint: 'give at least one word; punctuation is not searched',
  });
}

function unknownState(name: string): DuizhaoError {
  return new DuizhaoError({
    code: 'search.unknown-state',
    exit: 'usage',
    message: `no such state: "${name}"`,
    hint: `states are ${STATES.join(', ')}`,
  });
}
