import type { Lang } from '../model/index.js';
import { isHan, isKanaOrHangul, isLatin } from './chars.js';

/** What a text is written in, and the letters that say so. */
export interface LangVerdict {
  /** `mixed`: a passage of each language; `none`: too few letters of either. */
  readonly lang: Lang | 'mixed' | 'none';
  /** Han characters. */
  readonly han: number;
  /** Latin letters. */
  readonly latin: number;
}

/** A stretch of text in one language; `text.slice(start, end)`. */
export interface LanguageRun {
  readonly lang: Lang;
  /** UTF-16 offset, inclusive. */
  readonly start: number;
  /** UTF-16 offset, exclusive. */
  readonly end: number;
}

/** A stretch of one script with the neutral characters behind it. */
interface Stretch {
  script: Lang;
  start: number;
  end: number;
  letters: number;
  words: number;
  /** Stands between brackets: a gloss, such as a name in its own spelling. */
  gloss: boolean;
}

/** Latin words in a row that make a passage of English rather than a name in Chinese. */
const PASSAGE_WORDS = 4;
/** Han characters in a row that make a passage of Chinese rather than a name in English. */
const PASSAGE_HAN = 7;
/** Letters of an English translation per Chinese character: about 3, seldom outside this. */
const RATIO = { least: 1.5, most: 9 } as const;

/**
 * Language of a run, line or block.
 *
 * Names and terms do not count: 使用 Visual Studio is Chinese, `Cao Saixian (曹赛先) met …` is
 * English. Text mostly in kana or Hangul is `none`: it belongs to neither side.
 */
export function langOf(text: string): LangVerdict {
  const stretches = stretchesOf(text);
  let [han, latin] = [0, 0];
  for (const { script, letters } of stretches) {
    if (script === 'zh') han += letters;
    else latin += letters;
  }
  return { lang: verdict(text, stretches, han, latin), han, latin };
}

function verdict(
  text: string,
  stretches: readonly Stretch[],
  han: number,
  latin: number,
): LangVerdict['lang'] {
  if (han + latin === 0) return 'none';
  if (isForeign(text, han + latin)) return 'none';
  const langs = new Set(merge(stretches).map((run) => run.lang));
  if (langs.size > 1) return 'mixed';
  return langs.has('zh') ? 'zh' : 'en';
}

/**
 * Cuts a text into passages of Chinese and English, in order.
 *
 * Together the runs cover the text: spaces, figures and marks go with the letters before
 * them, at the beginning with those after; an opening quote or bracket goes with what it
 * opens. A name or term of the other script stays in the passage around it. A text with
 * letters of neither script gives no run.
 */
export function languageRuns(text: string): LanguageRun[] {
  return merge(stretchesOf(text)).map(({ lang, start, end }) => ({ lang, start, end }));
}

function merge(stretches: readonly Stretch[]): LanguageRun[] {
  const [only] = stretches;
  if (only === undefined) return [];
  const host = hostOf(stretches);
  const runs: { lang: Lang; start: number; end: number }[] = [];
  stretches.forEach((stretch, index) => {
    const lang = isPassage(stretch, stretches, index, host) ? stretch.script : host;
    const last = runs.at(-1);
    if (last?.lang === lang) last.end = stretch.end;
    else runs.push({ lang, start: stretch.start, end: stretch.end });
  });
  return runs;
}

/** The language that other-script names are guests of: the one with more meaning in it. */
function hostOf(stretches: readonly Stretch[]): Lang {
  let [zh, en] = [0, 0];
  for (const { script, letters, gloss, words } of stretches) {
    const weight = gloss ? 0.2 : 1;
    if (script === 'zh') zh += (letters / 1.6) * weight;
    else en += (words >= PASSAGE_WORDS ? words : words * 0.6) * weight;
  }
  return zh >= en ? 'zh' : 'en';
}

function isPassage(stretch: Stretch, all: readonly Stretch[], index: number, host: Lang): boolean {
  if (stretch.script === host) return true;
  if (stretch.gloss && all.length > 1) return isLong(stretch, 2);
  return isLong(stretch, 1) || isTranslation(stretch, all, index);
}

function isLong({ script, letters, words }: Stretch, times: number): boolean {
  return script === 'zh' ? letters >= PASSAGE_HAN * times : words >= PASSAGE_WORDS * times;
}

/** A short label said twice: 联系我们 Contact us. Two stretches of fitting lengths, no more. */
function isTranslation(stretch: Stretch, all: readonly Stretch[], index: number): boolean {
  const other = all[1 - index];
  if (all.length !== 2 || other === undefined) return false;
  const [zh, en] = stretch.script === 'zh' ? [stretch, other] : [other, stretch];
  const ratio = en.letters / zh.letters;
  return zh.letters >= 2 && en.letters >= 4 && ratio >= RATIO.least && ratio <= RATIO.most;
}

function stretchesOf(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let current: Stretch | undefined;
  let depth = 0;
  /** Where an opening mark, or the run of them, stands right before the next letter. */
  let opening = -1;
  let inWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const script = isHan(code) ? 'zh' : isLatin(code) ? 'en' : undefined;
    if (script === undefined) {
      inWord = inWord && (code === 0x27 || code === 0x2019);
      if (isBracket(code, true)) depth += 1;
      else if (isBracket(code, false) && depth > 0) depth -= 1;
      if (opening === -1 ? isOpening(code) : !isOpening(code) && code !== 0x20) {
        opening = opening === -1 ? at : -1;
      }
      continue;
    }
    if (current?.script !== script) {
      const start: number = current === undefined ? 0 : opening === -1 ? at : opening;
      if (current !== undefined) current.end = start;
      current = { script, start, end: text.length, letters: 0, words: 0, gloss: depth > 0 };
      stretches.push(current);
      inWord = false;
    }
    opening = -1;
    current.letters += 1;
    if (depth === 0) current.gloss = false;
    if (script === 'en' && !inWord) current.words += 1;
    inWord = script === 'en';
  }
  return stretches;
}

function isBracket(code: number, open: boolean): boolean {
  return open
    ? code === 0x28 || code === 0xff08 || code === 0x5b || code === 0x3010 || code === 0xff3b
    : code === 0x29 || code === 0xff09 || code === 0x5d || code === 0x3011 || code === 0xff3d;
}

/** Opening brackets and quotes that belong to the letters behind them. */
function isOpening(code: number): boolean {
  return (
    isBracket(code, true) ||
    code === 0x201c ||
    code === 0x2018 ||
    code === 0x300a ||
    code === 0x3008 ||
    code === 0x300c ||
    code === 0x300e
  );
}

function isForeign(text: string, letters: number): boolean {
  let foreign = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (isKanaOrHangul(text.charCodeAt(at))) foreign += 1;
  }
  return foreign > letters * 0.3;
}
