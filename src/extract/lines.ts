import { wordingReason } from '../layout/index.js';
import { collapseSpace, langOf } from '../text/index.js';
import { LETTERS_PER_HAN } from './letters.js';

/** Text between two line breaks of one block. */
export interface Line {
  text: string;
  linkText: string;
  /** Whether a picture stands at its start. */
  afterImage?: boolean;
}

/** A paragraph made of one or more lines. */
export interface Joined {
  readonly text: string;
  readonly linkText: string;
  /** Whether it is the first text below a picture between the lines. */
  readonly afterImage: boolean;
}

/**
 * Joins the lines of a block into paragraphs.
 *
 * An indented line and a change of language always begin a paragraph. Beyond that breaks are turns
 * of the line inside `<p>`, `<li>` and headings; in a `<div>` or a cell, or where the lines are as
 * long as paragraphs, an empty line ends a paragraph, and a single break does after a sentence.
 *
 * @param isTurn - whether the element holds one paragraph by its nature
 */
export function joinLines(lines: readonly Line[], isTurn: boolean): readonly Joined[] {
  const joined: { text: string[]; linkText: string[]; afterImage: boolean }[] = [];
  const mayTurn = isTurn && !isManyParagraphs(lines);
  const isPair = lines.filter(({ text }) => text.trim() !== '').length === 2;
  const minWords = mayTurn && !isPair ? MIN_LINE_WORDS : 2;
  let before = '';
  let isBelow = false;
  for (const { text: raw, linkText, afterImage } of lines) {
    const text = collapseSpace(raw);
    isBelow ||= afterImage === true;
    const last = joined.at(-1);
    if (text === '') before = mayTurn ? before : '';
    else {
      const isNew =
        last === undefined || before === '' || isNewParagraph(before, raw, text, mayTurn, minWords);
      if (isNew)
        joined.push({ text: [text], linkText: [collapseSpace(linkText)], afterImage: isBelow });
      else {
        last.text.push(glue(before, text), text);
        last.linkText.push(collapseSpace(linkText));
      }
      before = text;
      isBelow = false;
    }
  }
  return joined.map((paragraph) => ({
    text: paragraph.text.join(''),
    linkText: paragraph.linkText.join(''),
    afterImage: paragraph.afterImage,
  }));
}

/** English words a line among others must have to part a paragraph. */
const MIN_LINE_WORDS = 4;
/** Least ratio of the letters of two lines that may translate each other. */
const MIN_LINE_RATIO = 0.3;
const MIN_PARAGRAPH_LINES = 4;
const MIN_PARAGRAPH_CHARS = 60;

/** Four or more long lines that mostly end a sentence: an article that knows only `<br>`. */
function isManyParagraphs(lines: readonly Line[]): boolean {
  const long = lines.filter(({ text }) => text.trim().length >= MIN_PARAGRAPH_CHARS);
  const closed = long.filter(({ text }) => SENTENCE_END.test(text.trim()));
  return long.length >= MIN_PARAGRAPH_LINES && closed.length * 2 > lines.length;
}

const SENTENCE_END = /[。！？!?.…：:；;][”’"'」』）)\]】]*$/u;

function isNewParagraph(
  before: string,
  raw: string,
  text: string,
  mayTurn: boolean,
  minWords: number,
): boolean {
  if (/^\s*(?:[\u3000\u00A0] ?){2}/u.test(raw) || isOtherLanguage(before, text, minWords))
    return true;
  if (mayTurn) return false;
  if (SENTENCE_END.test(before) || isAside(before) || isAside(text)) return true;
  return /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[、.)）]|[•●·▪-])/u.test(text);
}

/** Longest line asked for its wording. */
const MAX_ASIDE_CHARS = 60;

/** Whether a line is no text by its wording: the date below a notice, who edited it. */
function isAside(line: string): boolean {
  return line.length <= MAX_ASIDE_CHARS && wordingReason(line, 'paragraph', false) !== undefined;
}

/** Whether one line is Chinese, the other English, and they are long enough to be translations. */
function isOtherLanguage(before: string, text: string, minWords: number): boolean {
  const [one, two] = [langOf(before), langOf(text)];
  if ((one.han === 0) === (two.han === 0)) return false;
  const [zh, en, latin] = one.han === 0 ? [two, one, before] : [one, two, text];
  if (latin.split(/\s+/u).filter((word) => /^[A-Za-z]{2}/.test(word)).length < minWords)
    return false;
  const ratio = en.latin / (zh.han * LETTERS_PER_HAN + zh.latin);
  return ratio > MIN_LINE_RATIO && ratio < 1 / MIN_LINE_RATIO;
}

function glue(before: string, after: string): string {
  return /[\p{Script=Han}，、；：。！？]$/u.test(before) &&
    /^[\p{Script=Han}，、；：。！？]/u.test(after)
    ? ''
    : ' ';
}
