import { DuizhaoError } from '../../kit/index.js';
import { columnOf } from '../columns.js';
import { openFile } from '../files.js';
import { openRows } from '../table/csv-read.js';
import { findColumns } from '../table/header.js';
import type { OnProblem } from './problem.js';

/** What {@link examineRows} needs to know. */
interface RowOptions {
  readonly format: string;
  readonly onProblem: OnProblem;
}

/**
 * Examines the shape of a table: as many cells in each row as in the first, and no column twice.
 *
 * Spreadsheets take other shapes, R and pandas stop at them or shift cells into the wrong column.
 */
export async function examineRows(path: string, { format, onProblem }: RowOptions): Promise<void> {
  let width: number | undefined;
  let row = 0;
  try {
    const { rows } = await openRows(openFile(path), { file: path }, format === 'tsv' ? '\t' : ',');
    for await (const cells of rows) {
      row += 1;
      if (width === undefined) {
        width = cells.length;
        examineNames(cells, onProblem);
      } else if (
        cells.length !== width &&
        cells.length > 0 &&
        !(cells.length === 1 && cells[0] === '')
      ) {
        onProblem({
          rule: 'row-length',
          severity: 'error',
          line: row,
          message: `${cells.length} cells where the first row has ${width}`,
          fix: 'filled up with empty cells, or cut',
        });
      }
    }
  } catch (error) {
    // What cannot be read is told by those who read the pairs.
    if (!(error instanceof DuizhaoError) || error.failure.exit !== 'badInput') throw error;
  }
}

function examineNames(names: readonly string[], onProblem: OnProblem): void {
  const columns = findColumns(names) ?? [];
  for (const [index, name] of names.entries()) {
    if (columns[index] !== undefined || columns.length === 0) continue;
    onProblem({
      rule: columnOf(name.trim()) === undefined ? 'unknown-column' : 'column-repeated',
      severity: 'warning',
      line: 1,
      message: `column "${name}" is not read`,
    });
  }
}
