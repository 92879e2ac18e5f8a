/** Bytes in which a `<meta charset>` must stand, as browsers look for it. */
const HEAD_BYTES = 4_096;

/**
 * Decodes HTML well enough to find its links; never fails.
 *
 * UTF-8 if the bytes are valid UTF-8, else what the header or the page declares, else GB18030.
 * The careful decision, for the text of the corpus, is made again where pages are read.
 *
 * @param contentType - the header, which may name a charset
 */
export function htmlText(bytes: Uint8Array, contentType = ''): string {
  const utf8 = decode(bytes, 'utf-8', true);
  if (utf8 !== undefined) return utf8;
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const declared =
    /charset\s*=\s*["']?([\w-]+)/i.exec(contentType)?.[1] ??
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  const label = declared === undefined || /^utf-?8$/i.test(declared) ? 'gb18030' : declared;
  return decode(bytes, label, false) ?? decode(bytes, 'gb18030', false) ?? '';
}

function decode(bytes: Uint8Array, label: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}
