import { sameAddress } from './page-card.js';

/** Words that name a language in an address, as whole words between other characters. */
const LANGUAGE =
  /(?<![a-z])(?:zh[-_]?(?:hans|hant|cn|tw|hk|sg)?|chs|cht|chn|cn|sc|tc|chi|cmn[-_]?han[st]|cmn|chinese|zhongwen|en[-_]?(?:us|gb)?|eng|english|(?<=_)eng|yingwen)(?![a-z])/giu;

/** An address with its language words replaced by `*`: equal for pages that differ only there. */
export function withoutLanguage(address: string): string {
  return sameAddress(address)
    .toLowerCase()
    .replace(LANGUAGE, '*')
    .replace(/[._-]\*(?=[./])/gu, '')
    .replace(/\/\*(?=\/)/gu, '')
    .replace(/\*\/|\/\*$/gu, '');
}

/** What changes between the addresses of two pages of a pair. */
export interface Rewrite {
  readonly zh: string;
  readonly en: string;
}

/**
 * The part that differs between two addresses, widened to whole words: `…/c_12.html` and
 * `…/e_12.html` give `c` and `e`. `undefined` when more than one word differs.
 */
export function rewriteBetween(zh: string, en: string): Rewrite | undefined {
  const [a, b] = [wordsOf(sameAddress(zh)), wordsOf(sameAddress(en))];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [before, after] = [a[start - 1] ?? '', a[a.length - end] ?? ''];
  const zhPart = a.slice(start, a.length - end).join('');
  const enPart = b.slice(start, b.length - end).join('');
  if (zhPart.length > 24 || enPart.length > 24 || /\d/.test(zhPart + enPart)) return undefined;
  return { zh: `${before}${zhPart}${after}`, en: `${before}${enPart}${after}` };
}

/** The address of the English page by a rewrite that was seen to hold, if it applies. */
export function rewritten(zh: string, rewrite: Rewrite): string | undefined {
  const address = sameAddress(zh);
  const at = address.indexOf(rewrite.zh);
  if (at < 0) return undefined;
  return address.slice(0, at) + rewrite.en + address.slice(at + rewrite.zh.length);
}

function wordsOf(address: string): readonly string[] {
  return address.match(/[A-Za-z]+|\d+|[^A-Za-z\d]/gu) ?? [];
}
