/** The door of `exchange`: pairs to files of every kind, and back. */
export { COLUMNS, recordFromCells } from './columns.js';
export type { Column, ColumnName } from './columns.js';
export type {
  AnyFormat,
  Chunks,
  Facts,
  FilePart,
  FileSetFormat,
  Format,
  Loss,
  Pairs,
  Profile,
  ReadOptions,
  Skip,
  StatedOption,
  VariantChoice,
  WriteOptions,
} from './format.js';
export { recordOf } from './record.js';
export type { Exportable, PairRecord } from './record.js';
export { findFormat, formatFor, FORMATS, withoutEffect } from './registry.js';
export { TMX_PROFILES } from './tmx/profiles.js';
export { readTmxUnits } from './tmx/read.js';
export type { TmxReadOptions, TmxUnit, TmxVariant } from './tmx/read.js';
export { existing, loadPairs, loadStretches, openFile, pathsOf, savePairs } from './files.js';
export type { FileChoice, FormatOptions } from './files.js';
export type { Boundaries, Stretch, StretchItem } from './stretches.js';
export { noPairs, somePairs } from './some-pairs.js';
export { withStatedFields } from './json-fields.js';
export { readPairs, writeText } from './streams.js';
export { checkFile, fixFile } from './check/check-file.js';
export type { CheckOptions } from './check/check-file.js';
export type { CheckTarget, OnProblem, Problem } from './check/problem.js';
export { isSelected, samplePairs, selectPairs } from './select.js';
export type { Selection } from './select.js';
export { partition, partOf } from './partition.js';
export type { Part, Parted, Shares } from './partition.js';
export { BUNDLE_NAMES, bundleFiles } from './bundle/bundle.js';
export type { BundleFile } from './bundle/bundle.js';
export { countingPairs } from './bundle/counts.js';
export type { BundleCounts } from './bundle/counts.js';
export type { AboutCorpus, BundledFile, BundleFacts } from './bundle/facts.js';
