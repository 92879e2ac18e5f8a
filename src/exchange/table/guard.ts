/** What makes a spreadsheet run a cell as a formula (OWASP, "CSV Injection"), guarded or not. */
const RUNS = /^'*[=+\-@\t\r]/;

/**
 * A cell that no spreadsheet runs: a leading `'` is added where needed.
 *
 * Cells that already begin so get one more, so that {@link unguard} always gives the text back.
 */
export function guard(cell: string): string {
  return RUNS.test(cell) ? `'${cell}` : cell;
}

/** The cell before {@link guard}. */
export function unguard(cell: string): string {
  return cell.startsWith("'") && RUNS.test(cell) ? cell.slice(1) : cell;
}
