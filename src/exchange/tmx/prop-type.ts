import type { ColumnName } from '../columns.js';

/** `url_or_path` → `x-url-or-path`: names of properties follow the names of columns. */
export function propType(column: ColumnName): string {
  return `x-${column.replaceAll('_', '-')}`;
}
