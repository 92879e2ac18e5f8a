/** The door of the `evaluate` room: alignment, splitting and extraction scored against gold. */
export { compareAlignments, evaluateAlignment } from './evaluate.js';
export type { AlignmentReport, EvaluateOptions, Judged, Signature } from './evaluate.js';
export { formatLinks, linkKey, linkShape, linksOf, parseLinks } from './links.js';
export type { Link } from './links.js';
export { pairWithGold, readLinks, readSet } from './alignment-set.js';
export type { SetDocument } from './alignment-set.js';
export { judge } from './judge.js';
export type { Outcome, Verdict } from './judge.js';
export { prf } from './score.js';
export type { AlignmentScore, Prf } from './score.js';
export type { ShapeScore } from './shapes.js';
export type { Comparison, Interval } from './bootstrap.js';
export { countCrossing } from './crossing.js';
export type { Crossing } from './crossing.js';
export { countBoundaries, scoreBoundaries } from './boundaries.js';
export type { BoundaryCounts, Stretch } from './boundaries.js';
export { contentUnits, scoreContent, scoreUnits } from './content.js';
export { calibrationError, reliability } from './calibration.js';
export type { Forecast, Reliability } from './calibration.js';
export { EVALUATE_DEFAULTS } from './defaults.js';
export { regressions } from './gate.js';
export type { Baseline } from './gate.js';
export {
  describeComparison,
  describeCrossing,
  describeReport,
  formatSignature,
} from './describe.js';
export { drawAlignment } from './draw.js';
export type { Drawn } from './draw.js';
export { regionsOf } from './regions.js';
export type { Region } from './regions.js';
