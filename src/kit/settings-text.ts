import { DuizhaoError } from './errors.js';

/**
 * Text of a settings file: UTF-8, or UTF-16 with a byte order mark, as Notepad may save it. Any
 * other encoding would put other letters into titles and rules.
 *
 * @throws DuizhaoError `config.not-utf8`
 */
export function settingsText(bytes: Uint8Array, file: string): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DuizhaoError(
      {
        code: 'config.not-utf8',
        exit: 'badConfig',
        message: `${file}: bytes that are not UTF-8`,
        hint: 'save it as UTF-8, or convert it: iconv -f GB18030 -t UTF-8',
        at: { file },
      },
      { cause },
    );
  }
}
