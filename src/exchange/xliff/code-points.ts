/** Outside XML 1.0; lone surrogates included. */
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/gu;

/** Text with each character XML cannot hold as `<cp hex="001F"/>` (XLIFF 2.1, §4.2.3.1). */
export function codePoints(text: string, escape: (text: string) => string): string {
  let written = '';
  let from = 0;
  for (const { 0: character, index } of text.matchAll(NOT_XML)) {
    const hex = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    written += `${escape(text.slice(from, index))}<cp hex="${hex}"/>`;
    from = index + 1;
  }
  return written + escape(text.slice(from));
}

/** The character of a `cp` element; nothing if its number is none. */
export function characterOf(hex: string | undefined): string {
  if (hex === undefined || !/^[0-9A-Fa-f]{1,6}$/.test(hex)) return '';
  const code = Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
