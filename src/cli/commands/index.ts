import type { Command } from 'commander';
import type { Io } from '../io.js';

/**
 * Adds one verb to the program.
 *
 * @param answer - called by the verb when its exit code is not 0
 */
export type AddCommand = (program: Command, io: Io, answer: (code: number) => void) => void;

/** Every verb, in the order help lists them. */
export const commands: readonly AddCommand[] = [];
