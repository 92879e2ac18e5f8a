import type { Rng } from '../../../src/kit/index.js';
import type { Texts } from '../corruptions.js';
import { happens } from './chance.js';

/** One side of a pair. */
export type Side = keyof Texts;

/** Both sides, in an order left to chance. */
export function eitherSide(rng: Rng): readonly Side[] {
  return happens(rng, 0.5) ? ['zh', 'en'] : ['en', 'zh'];
}

/** The side across. */
export function across(side: Side): Side {
  return side === 'zh' ? 'en' : 'zh';
}

/** How many Chinese characters a text holds. */
export function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

/** How many letters of the English alphabet a text holds. */
export function countLatin(text: string): number {
  return text.match(/[A-Za-z]/g)?.length ?? 0;
}

/** What stands between blanks. */
export function wordsOf(text: string): string[] {
  return text.match(/\S+/g) ?? [];
}

/** The pieces one types: characters of Chinese, words of English. */
export function piecesOf(text: string, side: Side): string[] {
  return side === 'zh' ? Array.from(text) : wordsOf(text);
}

/** Pieces put together again. */
export function joined(pieces: readonly string[], side: Side): string {
  return pieces.join(side === 'zh' ? '' : ' ');
}

/** Length in characters. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** Whether a side has hardly a word: too little to be a text of its own. */
export function isScant(text: string, side: Side): boolean {
  return side === 'zh' ? countHan(text) < 3 : wordsOf(text).length < 2;
}

/** Whether each side is plainly in its own language: no code, no bare name. */
export function isInOwnLanguages({ zh, en }: Texts): boolean {
  const isChinese = countHan(zh) >= 2 && countHan(zh) * 3 >= countLatin(zh);
  return isChinese && countLatin(en) >= 3 && countLatin(en) >= countHan(en);
}
