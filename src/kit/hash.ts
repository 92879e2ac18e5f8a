import { createHash } from 'node:crypto';

/** SHA-256 as 64 lower-case hex digits; text is hashed as UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
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
  return JSON.stringify(value, (_key, inner: unknown) =>
    isPlainObject(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
