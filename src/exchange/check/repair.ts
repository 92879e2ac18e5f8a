import type { CheckTarget, OnProblem, Problem } from './problem.js';
import type { XmlElement } from './tree.js';

/** What every rule needs: for whom, and where to say what it found. */
export interface Examination {
  readonly target: CheckTarget;
  readonly onProblem: OnProblem;
}

/** Reports a problem at an element. */
export function report(
  { onProblem }: Examination,
  element: XmlElement,
  problem: Omit<Problem, 'line' | 'column'>,
): void {
  onProblem({ ...problem, line: element.line, column: element.column });
}

/** OmegaT checks against the schema and refuses the file; others shrug. */
export function schemaSeverity({ target }: Examination): Problem['severity'] {
  return target === 'omegat' ? 'error' : 'warning';
}
