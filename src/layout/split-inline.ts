import { langOf } from '../text/index.js';
import type { BlockKind, Lang } from '../model/index.js';
import { LAYOUT_DEFAULTS } from './defaults.js';

/** A part of a block, or a separator between two languages when `lang` is missing. */
export interface InlinePart {
  readonly text: string;
  readonly lang?: Lang;
}

const SHORT_KINDS: ReadonlySet<BlockKind> = new Set(['title', 'heading', 'cell', 'caption']);
const HAN = /\p{Script=Han}/u;
const LAST_HAN = /^[\s\S]*[\p{Script=Han}，。！？；：、《》〈〉“”‘’「」『』（）【】…—～·]/u;
const COLON = /[:：]$/u;
/** Signs that part two languages. */
const SEPARATORS: ReadonlySet<string> = new Set([...' /|·•:：-–—、,，	']);

/**
 * Parts a block that holds a Chinese text followed by its English one, or the reverse.
 *
 * Titles, headings, cells and captions are parted where the script changes; a bracketed second
 * language counts there too. Paragraphs are parted only after a full stop, since a Chinese
 * sentence may well end in a foreign name.
 *
 * @returns one part for a block in one language; no letter or digit is lost
 */
export function splitInline(text: string, kind: BlockKind): readonly InlinePart[] {
  if (!HAN.test(text) || !/[A-Za-z]{2}/.test(text)) return [{ text }];
  const isShort = SHORT_KINDS.has(kind) || (kind === 'list-item' && text.length < 120);
  return (
    (isShort ? bracketed(text) : alternating(text)) ??
    hanFirst(text, isShort) ??
    latinFirst(text, isShort) ?? [{ text }]
  );
}

/** A paragraph that goes on in turns: two and more sentences or runs of them, each translated. */
function alternating(text: string): readonly InlinePart[] | undefined {
  const runs: { text: string; lang: Lang }[] = [];
  for (const [sentence] of text.matchAll(SENTENCE)) {
    const { han, latin } = langOf(sentence);
    const last = runs.at(-1);
    const lang = han === 0 && latin === 0 ? last?.lang : han > 0 ? 'zh' : 'en';
    if (lang === undefined) return undefined;
    if (last?.lang === lang) last.text += sentence;
    else runs.push({ text: sentence, lang });
  }
  if (runs.length < 4 || runs.length % 2 > 0) return undefined;
  const isPaired = runs.every((one, i) => {
    const two = runs[i + 1];
    if (i % 2 > 0 || two === undefined) return true;
    const [zh, en] = one.lang === 'zh' ? [one, two] : [two, one];
    return plausible(zh.text, en.text, false);
  });
  return isPaired ? runs.map(({ text: run, lang }) => ({ text: run.trim(), lang })) : undefined;
}

/** A sentence with its stop and closing marks, or what is left at the end. */
const SENTENCE = /[^。！？!?.；]*(?:[。！？!?.；]+[”’"'」』）)\]]*\s*|$)/gu;

function bracketed(text: string): readonly InlinePart[] | undefined {
  const found = /^([^()（）]+)[(（]([^()（）]+)[)）]$/u.exec(text);
  if (found === null) return undefined;
  const [, outer = '', inner = ''] = found;
  const [zh, en] = HAN.test(outer) ? [outer, inner] : [inner, outer];
  if (HAN.test(en) || !plausible(zh, en, true)) return undefined;
  const open = text.charAt(outer.length);
  const parts: readonly InlinePart[] = HAN.test(outer)
    ? [{ text: outer.trim(), lang: 'zh' }, { text: open }, { text: inner.trim(), lang: 'en' }]
    : [{ text: outer.trim(), lang: 'en' }, { text: open }, { text: inner.trim(), lang: 'zh' }];
  return [...parts, { text: text.slice(-1) }];
}

function hanFirst(text: string, isShort: boolean): readonly InlinePart[] | undefined {
  const head = LAST_HAN.exec(text)?.[0] ?? '';
  const at = openingBefore(text, head.length);
  const zh = text.slice(0, at);
  const en = text.slice(at);
  if (!isShort && !/[。！？!?；][”’"」』）)]*\s*$/u.test(zh)) return undefined;
  return plausible(zh, en, isShort) ? joined(zh, 'zh', en, 'en') : undefined;
}

function latinFirst(text: string, isShort: boolean): readonly InlinePart[] | undefined {
  // A number that stands at a Chinese character belongs to it: `… on April 28. 4月28日`.
  const at = text.search(/(?:(?<=\s)\d[\d.,]*)?[《“「『【（]?\p{Script=Han}/u);
  const en = text.slice(0, at);
  const zh = text.slice(at);
  if (isShort ? !/\s\S|[\s/|·:：,，–—-]$/u.test(en) : !/[.!?][”’"')]*\s*$/u.test(en))
    return undefined;
  return plausible(zh, en, isShort) ? joined(en, 'en', zh, 'zh') : undefined;
}

/** A number or quote that opens the English part may stand before its first letter. */
function openingBefore(text: string, at: number): number {
  const skip = /^[\s]*[)）\]】>]*/u.exec(text.slice(at))?.[0].length ?? 0;
  return at + skip;
}

/** A single word that is no code; it may have a number, and years in brackets, as dynasties have. */
const ONE_WORD = /^[^A-Za-z]*[A-Z]?[a-z]{2,}[^A-Za-z\d]*$/;
const NUMBER = /^\s*(?:[IVX]{1,4}|\d{1,2}|[A-H])[.)]\s+/u;
const YEARS = /\s*[(（][\d\s–—~-]{3,12}[)）]\s*$/u;

/** Whether two parts can be translations of each other by their sizes. */
function plausible(zh: string, en: string, isShort: boolean): boolean {
  const zhSide = langOf(zh);
  const { latin } = langOf(en);
  const words = en.split(/\s+/u).filter((word) => /[A-Za-z]{2}/.test(word)).length;
  if (zhSide.han < (isShort ? 1 : 4) || words < (isShort ? 1 : 4)) return false;
  if (words === 1 && !ONE_WORD.test(en.replace(NUMBER, '').replace(YEARS, ''))) return false;
  if (HAN.test(en) || zhSide.latin > zhSide.han * LAYOUT_DEFAULTS.lettersPerHan) return false;
  const ratio = latin / (zhSide.han + zhSide.latin / LAYOUT_DEFAULTS.lettersPerHan);
  const [least, most] = isShort ? (words > 3 ? [1.2, 10] : [1.1, 12]) : [1.5, 7];
  return ratio >= least && ratio <= most;
}

function joined(first: string, lang: Lang, second: string, other: Lang): readonly InlinePart[] {
  const isLabel = COLON.test(second.trimEnd());
  const head = edges(first, lang, isLabel);
  const tail = edges(second, other, true);
  return [...head, ...tail];
}

/** Trims separators off both ends, keeping each run as a part of its own. */
function edges(text: string, lang: Lang, keepsColon: boolean): readonly InlinePart[] {
  let [start, end] = [0, text.length];
  while (start < end && SEPARATORS.has(text.charAt(start))) start += 1;
  while (end > start && isTrailing(text.charAt(end - 1), keepsColon)) end -= 1;
  const [before, after] = [text.slice(0, start).trim(), text.slice(end).trim()];
  return [
    ...(before === '' ? [] : [{ text: before }]),
    { text: text.slice(start, end), lang },
    ...(after === '' ? [] : [{ text: after }]),
  ];
}

/** A colon at the end belongs to its text, but parts two texts of which only the first has one. */
function isTrailing(char: string, keepsColon: boolean): boolean {
  return SEPARATORS.has(char) && !(keepsColon && COLON.test(char));
}
