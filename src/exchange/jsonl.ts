import { DuizhaoError, readJsonLines } from '../kit/index.js';
import { chooseColumns, recordFromCells } from './columns.js';
import type { Chunks, Pairs, ReadOptions, WriteOptions } from './format.js';
import { gather } from './gather.js';
import { withStatedFields } from './json-fields.js';
import { recordOf, type PairRecord } from './record.js';

/** JSON Lines: one object a pair, columns that are empty left out. Carries any text whatever. */
export function writeJsonl(pairs: Pairs, options: WriteOptions = {}): AsyncIterable<string> {
  return gather(jsonLines(pairs, options));
}

async function* jsonLines(pairs: Pairs, options: WriteOptions): AsyncIterable<string> {
  const columns = chooseColumns(options.columns);
  for await (const item of pairs) {
    const record = recordOf(item);
    let fields = '';
    for (const { name } of columns) {
      const value = record[name];
      if (value !== undefined)
        fields += `${fields === '' ? '' : ','}"${name}":${JSON.stringify(value)}`;
    }
    yield `{${fields}}\n`;
  }
}

/**
 * Pairs of a JSON Lines file: objects with string fields `zh` and `en`, or one of them; fields named
 * like columns of a table (`zh-CN`, `eng_Latn`, `Chinese`) count too, also inside `translation`, where
 * data sets of Hugging Face have them; and whatever fields the options name.
 *
 * @throws DuizhaoError `jsonl.not-a-pair`, `jsonl.no-field`, `jsonl.bad-line` with the line
 */
export async function* readJsonl(source: Chunks, options: ReadOptions): AsyncIterable<PairRecord> {
  for await (const { line, value } of readJsonLines(source, options.file)) {
    const record = recordAt(line, value, options);
    if (record !== undefined) yield record;
  }
}

/** The pair of a line; `undefined`, and told, if both texts are empty. */
export function recordAt(
  line: number,
  value: unknown,
  options: ReadOptions,
): PairRecord | undefined {
  const record = recordIn(line, value, options);
  if (record === undefined) throw notAPair(options.file, line);
  if (record.zh !== '' || record.en !== '') return record;
  options.onSkip?.({ at: line, reason: 'empty' });
  return undefined;
}

function recordIn(line: number, value: unknown, options: ReadOptions): PairRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const named = withStatedFields(value, line, options);
  const texts = ['zh' in named ? named.zh : undefined, 'en' in named ? named.en : undefined];
  if (!texts.some((text) => typeof text === 'string')) return undefined;
  if (texts.some((text) => text !== undefined && typeof text !== 'string')) return undefined;
  return recordFromCells(Object.entries(named), options.onUnused);
}

function notAPair(file: string, line: number): DuizhaoError {
  return new DuizhaoError({
    code: 'jsonl.not-a-pair',
    exit: 'badInput',
    message: `${file}: line ${line} is not an object with string fields "zh" and "en"`,
    hint: 'each line must look like {"zh": "…", "en": "…"}; --zh-column and --en-column name other fields',
    at: { file, line },
  });
}
