import { isDigit, isLatin } from './chars.js';

/** A word, number or clitic of an English text: `text` is `source.slice(start, end)`. */
export interface Token {
  readonly text: string;
  /** UTF-16 offset, inclusive. */
  readonly start: number;
  /** UTF-16 offset, exclusive. */
  readonly end: number;
}

const APOSTROPHE = 0x27;
const CURLY = 0x2019;
const STOP = 0x2e;
const COMMA = 0x2c;
/** What may follow an apostrophe as a clitic of its own, as the Penn Treebank cuts it. */
const CLITICS = new Set(['s', 're', 've', 'll', 'd', 'm']);

/**
 * Words of an English text, without punctuation and white space.
 *
 * Hyphens part words (`sister-city` is two); an apostrophe inside a word stays (`o'clock`),
 * but `'s`, `'re`, `'ll` … and `n't` are tokens of their own. Numbers keep their commas and
 * points (`3,000`, `3.5`) and a letter tail (`33rd`); `U.S.` and `G20` are one token.
 */
export function tokensEn(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isLatin(code)) at = takeWord(text, at, tokens);
    else if (isDigit(code)) at = takeNumber(text, at, tokens);
    else at += 1;
  }
  return tokens;
}

function takeWord(text: string, start: number, tokens: Token[]): number {
  const dotted = endOfDotted(text, start);
  if (dotted > start) {
    push(text, start, dotted, tokens);
    return dotted;
  }
  let end = endOfLetters(text, start);
  while (isApostrophe(text.charCodeAt(end)) && isLatin(text.charCodeAt(end + 1))) {
    const after = endOfLetters(text, end + 1);
    const tail = text.slice(end + 1, after).toLowerCase();
    if (tail === 't' && /n$/i.test(text.slice(start, end)) && end - start > 1) {
      push(text, start, end - 1, tokens);
      push(text, end - 1, after, tokens);
      return after;
    }
    if (CLITICS.has(tail)) {
      push(text, start, end, tokens);
      push(text, end, after, tokens);
      return after;
    }
    end = after;
  }
  push(text, start, end, tokens);
  return end;
}

function takeNumber(text: string, start: number, tokens: Token[]): number {
  let end = start + 1;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (isDigit(code)) continue;
    if ((code === COMMA || code === STOP) && isDigit(text.charCodeAt(end + 1))) continue;
    break;
  }
  end = endOfLetters(text, end);
  push(text, start, end, tokens);
  return end;
}

function endOfLetters(text: string, from: number): number {
  let end = from;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (!isLatin(code) && !(end > from && isDigit(code))) break;
  }
  return end;
}

/** End of `U.S.`-like letters with points, or `start` where there is none. */
function endOfDotted(text: string, start: number): number {
  let end = start;
  while (isLatin(text.charCodeAt(end)) && text.charCodeAt(end + 1) === STOP) end += 2;
  const letters = (end - start) / 2;
  return letters >= 2 && !isLatin(text.charCodeAt(end)) ? end : start;
}

function isApostrophe(code: number): boolean {
  return code === APOSTROPHE || code === CURLY;
}

function push(text: string, start: number, end: number, tokens: Token[]): void {
  tokens.push({ text: text.slice(start, end), start, end });
}
