import { langOf } from '../text/index.js';
import type { Lang } from '../model/index.js';
import { LAYOUT_DEFAULTS } from './defaults.js';

/** How much of each script a text holds, and the side it belongs to. */
export interface Measure {
  readonly han: number;
  readonly latin: number;
  /** `undefined`: no words of either language. */
  readonly lang: Lang | undefined;
}

/**
 * Counts scripts and names the side that weighs more.
 *
 * A Chinese character is worth {@link LAYOUT_DEFAULTS.lettersPerHan} letters, so that a Chinese
 * sentence full of foreign names stays Chinese and an English one with a Chinese gloss English.
 */
export function measure(text: string, declared?: Lang): Measure {
  const { han, latin } = langOf(withoutAddresses(text));
  if (han === 0 && latin === 0) return { han, latin, lang: undefined };
  if (han === 0) return { han, latin, lang: declared === 'zh' ? latinIn(text) : 'en' };
  if (latin === 0) return { han, latin, lang: 'zh' };
  const isZh = han * LAYOUT_DEFAULTS.lettersPerHan >= latin * LAYOUT_DEFAULTS.minHanShare;
  return { han, latin, lang: isZh ? 'zh' : 'en' };
}

/** URLs and mail addresses have no language; a text of nothing else keeps them. */
function withoutAddresses(text: string): string {
  if (!/[@/]/.test(text)) return text;
  const rest = text.replace(/(?:https?:\/\/|www\.)[^\s\p{Script=Han}]+|[\w.+-]+@[\w.-]+/giu, ' ');
  return /\p{L}/u.test(rest) ? rest : text;
}

/** Latin text inside an element declared Chinese: a name or a code unless it reads as a sentence. */
function latinIn(text: string): Lang {
  return text.split(/\s+/u).length > 4 ? 'en' : 'zh';
}

/** Whether a text closes like a sentence, brackets and quotes after the stop allowed. */
export function endsSentence(text: string): boolean {
  return /[。！？!?.…；;：:][”’"'」』）)\]》〉]*\s*$/u.test(text);
}
