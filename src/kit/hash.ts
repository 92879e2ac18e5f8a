import { hash } from 'node:crypto';

/** SHA-256 as 64 lower-case hex digits; text is hashed as UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}

/**
 * SHA-256 over several values, unambiguous: `['a', 'bc']` and `['ab', 'c']` differ.
 *
 * Values are written as JSON with sorted object keys, so key order does not matter.
 */
export function hashOf(...values: readonly unknown[]): string {
  const isFlat = values.every((value) => typeof value === 'string' || typeof value === 'number');
  return sha256(isFlat ? JSON.stringify(values) : stableJson(values));
}

/** JSON with object keys in code-unit order: equal values give equal text. */
export function stableJson(value: unknown): string {
  return JSON.stringify(ordered(value));
}

/** The same value with its keys in order; a replacer of `JSON.stringify` takes four times as long. */
function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isOwnJson(value)) return ordered(value.toJSON());
  if (Array.isArray(value)) return value.map(ordered);
  const from = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(from).sort()) {
    if (key === '__proto__') define(copy, key, ordered(from[key]));
    else copy[key] = ordered(from[key]);
  }
  return copy;
}

/** Whether it says itself what it is in JSON, as a date does. */
function isOwnJson(value: object): value is { toJSON: () => unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}

/** Where an assignment would be something else. */
function define(object: object, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true });
}
