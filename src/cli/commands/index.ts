import type { Command } from 'commander';
import type { Io } from '../io.js';
import { addAdd } from './add.js';
import { addAlign } from './align.js';
import { addBackup } from './backup.js';
import { addBuild } from './build.js';
import { addCheck } from './check.js';
import { addClean } from './clean.js';
import { addConvert } from './convert.js';
import { addCrawl } from './crawl.js';
import { addEdit } from './edit.js';
import { addEval } from './eval.js';
import { addExport } from './export.js';
import { addExtract } from './extract.js';
import { addForget } from './forget.js';
import { addImport } from './import.js';
import { addInit } from './init.js';
import { addLearn } from './learn.js';
import { addLexicon } from './lexicon.js';
import { addRun } from './run.js';
import { addSearch } from './search.js';
import { addShow } from './show.js';
import { addSplit } from './split.js';
import { addStats } from './stats.js';
import { addVerify } from './verify.js';

/**
 * Adds one verb to the program.
 *
 * @param answer - called by the verb when its exit code is not 0
 */
export type AddCommand = (program: Command, io: Io, answer: (code: number) => void) => void;

/** Every verb, in the order help lists them. */
export const commands: readonly AddCommand[] = [
  addRun,
  addInit,
  addCrawl,
  addAdd,
  addBuild,
  addExport,
  addImport,
  addConvert,
  addCheck,
  addExtract,
  addSplit,
  addAlign,
  addClean,
  addEval,
  addForget,
  addLearn,
  addLexicon,
  addSearch,
  addShow,
  addEdit,
  addStats,
  addBackup,
  addVerify,
];
