import { main } from '../../src/cli/main.js';
import type { Io } from '../../src/cli/io.js';

/** What a command line did. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** An {@link Io} in memory: a fixed clock, standard input from a string, outputs gathered. */
export function io(
  stdin: string | Uint8Array = '',
): Io & { readonly outcome: () => Omit<Outcome, 'code'> } {
  let [out, err] = ['', ''];
  return {
    stdin: (async function* () {
      yield await Promise.resolve(stdin);
    })(),
    out: (text) => {
      out += text;
      return Promise.resolve();
    },
    err: (text) => {
      err += text;
      return Promise.resolve();
    },
    signal: new AbortController().signal,
    isTerminal: false,
    now: () => new Date('2026-01-02T03:04:05Z'),
    env: {},
    outcome: () => ({ out, err }),
  };
}

/** Runs a command line in this process; words are split at spaces unless given as a list. */
export async function run(
  words: string | readonly string[],
  stdin: string | Uint8Array = '',
): Promise<Outcome> {
  const world = io(stdin);
  const argv = typeof words === 'string' ? words.split(' ').filter((word) => word !== '') : words;
  const code = await main(argv, world);
  return { code, ...world.outcome() };
}
