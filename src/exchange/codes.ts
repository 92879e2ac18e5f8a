/** Codes in use for the two languages: ISO 639-1, 639-2, 639-3. */
const ZH: ReadonlySet<string> = new Set(['zh', 'zho', 'chi', 'cmn', 'yue', 'lzh']);
const EN: ReadonlySet<string> = new Set(['en', 'eng']);

/** What stands where a code should: names, codes of Windows, a country instead of a language. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['chinese', 'zh'],
  ['chs', 'zh-CN'],
  ['cht', 'zh-TW'],
  ['cn', 'zh-CN'],
  ['english', 'en'],
  ['enu', 'en-US'],
]);

/** Whether a language code, in whatever case and with whatever region, means Chinese. */
export function isChinese(code: string): boolean {
  return ZH.has(primary(code));
}

/** Whether a language code, in whatever case and with whatever region, means English. */
export function isEnglish(code: string): boolean {
  return EN.has(primary(code));
}

/** The code meant by something that is none: `CHS` → `zh-CN`. */
export function meantCode(code: string): string | undefined {
  return MEANT.get(code.trim().toLowerCase());
}

/** A code of Chinese or English without region or script, with the usual region: `zh` → `zh-CN`. */
export function regionalCode(code: string): string | undefined {
  if (/^zh$/i.test(code.trim())) return 'zh-CN';
  return /^en$/i.test(code.trim()) ? 'en-US' : undefined;
}

function primary(code: string): string {
  const first =
    code
      .trim()
      .split(/[-_ (]/, 1)[0]
      ?.toLowerCase() ?? '';
  return MEANT.get(first)?.slice(0, 2) ?? first;
}
