import type { AnyFormat, Pairs, WriteOptions } from './format.js';
import { recordOf, type Exportable } from './record.js';

/** The same pairs; for a format of texts only it tells at the end which columns had no place. */
export function tellingColumns(format: AnyFormat, pairs: Pairs, options: WriteOptions): Pairs {
  const { onLoss } = options;
  if (format.carries === 'everything' || onLoss === undefined) return pairs;
  const kept = new Set<string>(['zh', 'en', ...(format.shows ?? [])]);
  return watched();

  async function* watched(): AsyncIterable<Exportable> {
    const dropped = new Map<string, { readonly ordinal: number; count: number }>();
    let ordinal = 0;
    for await (const item of pairs) {
      ordinal += 1;
      const record = recordOf(item);
      for (const name in record) {
        if (kept.has(name)) continue;
        const known = dropped.get(name);
        if (known === undefined) dropped.set(name, { ordinal, count: 1 });
        else known.count += 1;
      }
      yield record;
    }
    for (const [reason, facts] of dropped) onLoss?.({ kind: 'column', reason, ...facts });
  }
}
