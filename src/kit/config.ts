import { LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { DuizhaoError } from './errors.js';

/** The schema library, for strict schemas elsewhere. */
export { z };

/** Parsing takes a hundred times as much memory; nobody writes more by hand. */
const MAX_CHARACTERS = 2_000_000;

/**
 * Parses YAML text and checks it against a schema.
 *
 * Use `z.strictObject` throughout, so that an unknown key is an error and not a wish ignored.
 *
 * @param file - name used in errors
 * @throws DuizhaoError `config.not-yaml` or `config.invalid`, with the line
 */
export function parseConfig<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  file: string,
): z.output<Schema> {
  if (text.length > MAX_CHARACTERS) {
    throw new DuizhaoError({
      code: 'config.too-large',
      exit: 'badConfig',
      message: `${file}: ${text.length} characters are too many for a settings file`,
      hint: `keep it below ${MAX_CHARACTERS}`,
      at: { file },
    });
  }
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const [syntax] = document.errors;
  if (syntax !== undefined) {
    const { line } = counter.linePos(syntax.pos[0]);
    throw new DuizhaoError({
      code: 'config.not-yaml',
      exit: 'badConfig',
      message: `${file}: line ${line}: ${syntax.message}`,
      hint: 'indent with spaces and quote values that hold a colon',
      at: { file, line },
    });
  }
  const result = schema.safeParse(toData(document, file));
  if (result.success) return result.data;
  const { issues } = result.error;
  // A key that is misspelt is missed under its right name, too: the misspelling says more.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  const path = issue?.path ?? [];
  const key = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const line = lineOf([...path, ...(key === undefined ? [] : [key])]);
  throw new DuizhaoError({
    code: 'config.invalid',
    exit: 'badConfig',
    message: `${file}${line === undefined ? '' : `: line ${line}`}: ${describe(path, key, said(issue, document))}`,
    hint: 'the commented file written by "duizhao init" shows every key',
    at: { file, ...(line === undefined ? {} : { line }) },
  });

  function lineOf(keys: readonly PropertyKey[]): number | undefined {
    const node: unknown = keys.length === 0 ? document.contents : document.getIn(keys, true);
    const parent: unknown = document.getIn(keys.slice(0, -1), true);
    const range = rangeOf(node) ?? rangeOf(parent);
    return range === undefined ? undefined : counter.linePos(range).line;
  }
}

/** What is wrong with a value, in words of the settings. */
function said(issue: z.core.$ZodIssue | undefined, document: Document): string | undefined {
  if (issue === undefined) return undefined;
  const value: unknown = issue.path.length === 0 ? undefined : document.getIn(issue.path);
  if (issue.code === 'invalid_type') {
    return value === undefined
      ? 'this key is missing'
      : (NEEDED.get(issue.expected) ?? issue.message);
  }
  if (issue.code !== 'invalid_value') return issue.message;
  const choices = issue.values.map(String).join(', ');
  if (value === undefined) return `this key is missing; it is one of ${choices}`;
  return typeof value === 'string' ? `"${value}" is none of ${choices}` : issue.message;
}

/** What a value has to be, by the name that the schema has for it. */
const NEEDED: ReadonlyMap<string, string> = new Map([
  ['array', 'a list is needed: [one, another], or lines that begin with "- "'],
  ['object', 'keys with values are needed, indented below it'],
  ['string', 'a text is needed; quotation marks make one of a number, true or false'],
  ['number', 'a number is needed, without quotation marks'],
  ['boolean', 'true or false is needed, without quotation marks'],
]);

/** The document as plain data; a bomb of aliases ends here. */
function toData(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 }) ?? {};
  } catch (cause) {
    throw new DuizhaoError(
      {
        code: 'config.not-yaml',
        exit: 'badConfig',
        message: `${file}: ${cause instanceof Error ? cause.message : 'cannot be read'}`,
        hint: 'write the values out instead of using aliases',
        at: { file },
      },
      { cause },
    );
  }
}

function rangeOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  const { range } = node;
  if (!Array.isArray(range)) return undefined;
  const first: unknown = range[0];
  return typeof first === 'number' ? first : undefined;
}

function describe(
  path: readonly PropertyKey[],
  key: string | undefined,
  message = 'invalid',
): string {
  if (key !== undefined) return `unknown key "${[...path, key].map(String).join('.')}"`;
  return path.length === 0 ? message : `"${path.map(String).join('.')}": ${message}`;
}
