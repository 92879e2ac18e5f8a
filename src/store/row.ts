import { isAnyArrayBuffer, isUint8Array } from 'node:util/types';
import { damagedValue } from './failure.js';
import type { Row } from './sqlite.js';

/** Text of a column that is never empty of a value. */
export function text(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : wrong(column, value);
}

/** Text of a column that may be NULL. */
export function maybeText(row: Row, column: string): string | undefined {
  return row[column] === null ? undefined : text(row, column);
}

/** A number, whole or not. */
export function number(row: Row, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : wrong(column, value);
}

/** A number of a column that may be NULL. */
export function maybeNumber(row: Row, column: string): number | undefined {
  return row[column] === null ? undefined : number(row, column);
}

/** Bytes of a column that is never NULL; libsql gives them as one type or the other. */
export function bytes(row: Row, column: string): Uint8Array {
  const value = row[column];
  if (isUint8Array(value)) return value;
  return isAnyArrayBuffer(value) ? new Uint8Array(value) : wrong(column, value);
}

/** Parsed JSON of a column, `undefined` for NULL. */
export function json(row: Row, column: string): unknown {
  const source = maybeText(row, column);
  if (source === undefined) return undefined;
  try {
    return JSON.parse(source);
  } catch {
    return wrong(column, source);
  }
}

function wrong(column: string, value: unknown): never {
  const shown = typeof value === 'string' ? value.slice(0, 80) : String(value);
  throw damagedValue(`"${shown}" in column "${column}"`);
}
