import type { NamedCount } from './statistics.js';

/** At most `limit` rows: the last one sums up those that did not fit. */
export function withRest(rows: readonly NamedCount[], limit: number): readonly NamedCount[] {
  if (rows.length <= limit) return rows;
  const rest = rows.slice(limit - 1);
  return [
    ...rows.slice(0, limit - 1),
    {
      name: `(${rest.length} more)`,
      pairs: rest.reduce((sum, { pairs }) => sum + pairs, 0),
      kept: rest.reduce((sum, { kept }) => sum + kept, 0),
    },
  ];
}
