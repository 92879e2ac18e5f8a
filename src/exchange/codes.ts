/** Codes in use for the two languages: ISO 639-1, 639-2, 639-3. */
const ZH: ReadonlySet<string> = new Set(['zh', 'zho', 'chi', 'cmn']);
const EN: ReadonlySet<string> = new Set(['en', 'eng']);

/** Whether a language code, in whatever case and with whatever region, means Chinese. */
export function isChinese(code: string): boolean {
  return ZH.has(primary(code));
}

/** Whether a language code, in whatever case and with whatever region, means English. */
export function isEnglish(code: string): boolean {
  return EN.has(primary(code));
}

function primary(code: string): string {
  return code.trim().split(/[-_]/, 1)[0]?.toLowerCase() ?? '';
}
