import { DuizhaoError } from '../kit/index.js';
import type { ReadOptions } from './format.js';
import { findColumns } from './table/header.js';

/** Which fields of an object hold the texts, and what its file is called. */
type Stated = Pick<ReadOptions, 'file' | 'zhColumn' | 'enColumn'>;

/**
 * The object with its texts under `zh` and `en`: those of the fields that a person named, else where
 * {@link withOwnNames} finds them. A field that is `null` is one without text.
 *
 * @throws DuizhaoError `jsonl.no-field` if there is no text nor `null` where there should be
 */
export function withStatedFields(value: object, line: number, stated: Stated): object {
  const { zhColumn, enColumn } = stated;
  if (zhColumn === undefined && enColumn === undefined) return withOwnNames(value);
  const paths = [zhColumn, enColumn].map((path) =>
    path === undefined ? undefined : pathIn(value, path),
  );
  const [zh, en] = paths.map((keys, index) => {
    const path = index === 0 ? zhColumn : enColumn;
    return path === undefined ? undefined : textAt(value, keys, { path, line, stated });
  });
  const rest = paths.reduce<object>(
    (left, keys) => (keys === undefined ? left : without(left, keys)),
    value,
  );
  return {
    ...withOwnNames(rest),
    ...(zh === undefined ? {} : { zh }),
    ...(en === undefined ? {} : { en }),
  };
}

/**
 * The object with its texts under `zh` and `en`, where it has them under names that a table may give
 * them, or in `translation`; as it is if it has both names already, or neither text.
 */
function withOwnNames(value: object): object {
  if ('zh' in value && 'en' in value) return value;
  const isBare = !('zh' in value || 'en' in value);
  const nested: unknown = isBare && 'translation' in value ? value.translation : undefined;
  const isNested = isObject(nested);
  const fields: readonly (readonly [string, unknown])[] = Object.entries(isNested ? nested : value);
  const columns = findColumns(fields.map(([name]) => name));
  if (columns === undefined) return value;
  const named = fields.map(([name, text], index) => {
    const column = columns[index];
    return [column === 'zh' || column === 'en' ? column : name, text] as const;
  });
  const outer = isNested ? Object.entries(value).filter(([name]) => name !== 'translation') : [];
  return Object.fromEntries([...outer, ...named]);
}

/** The keys a path stands for: a key of that very name, or one after the other between the dots. */
function pathIn(value: object, path: string): readonly string[] {
  return Object.hasOwn(value, path) ? [path] : path.split('.');
}

function textAt(
  value: object,
  keys: readonly string[] = [],
  where: { readonly path: string; readonly line: number; readonly stated: Stated },
): string {
  let found: unknown = value;
  for (const key of keys) found = own(found, key);
  if (found === null) return '';
  if (typeof found === 'string') return found;
  throw noField(value, where);
}

function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const field: unknown = Object.getOwnPropertyDescriptor(value, key)?.value;
  return field;
}

/** The object without the field; what holds nothing else goes, too. */
function without(value: object, [key = '', ...deeper]: readonly string[]): object {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, field]: [string, unknown]) => {
      if (name !== key) return [[name, field]];
      if (deeper.length === 0 || typeof field !== 'object' || field === null) return [];
      const left = without(field, deeper);
      return Object.keys(left).length === 0 ? [] : [[name, left]];
    }),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fields named in an error, at most. */
const MAX_NAMED = 12;

function noField(
  value: object,
  { path, line, stated }: { readonly path: string; readonly line: number; readonly stated: Stated },
): DuizhaoError {
  const { file } = stated;
  const names = Object.entries(value).flatMap(([name, field]: [string, unknown]) =>
    isObject(field) ? Object.keys(field).map((inner) => `${name}.${inner}`) : [name],
  );
  const more = names.length > MAX_NAMED ? ' …' : '';
  return new DuizhaoError({
    code: 'jsonl.no-field',
    exit: 'badInput',
    message: `${file}: line ${line} has no text in a field "${path}"`,
    hint: `its fields: ${names.slice(0, MAX_NAMED).join(', ')}${more}; one without text must hold null`,
    at: { file, line },
  });
}
