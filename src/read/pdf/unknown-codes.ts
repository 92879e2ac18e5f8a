/** Codes of a font looked at; the first ones tell. */
const MAX_CODES = 20_000;
/** Least codes of a font that tell something. */
const MIN_CODES = 8;
/** Share of control characters from which codes are no characters: a blank is every sixth letter. */
const MAX_CONTROLS = 0.08;
/** The same for letters of scripts that nobody mixes. */
const MAX_STRANGE = 0.4;

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu;
const LETTER = /[\p{L}\p{Cn}]/gu;
const USUAL =
  /[\u4e00-\u9fff\uf900-\ufaff\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}]/gu;

/**
 * Tells the fonts whose codes are numbers of glyphs that nothing leads back to characters:
 * Identity-H without a ToUnicode table and outside Adobe's collections.
 *
 * The parser hands such codes out as if they were Unicode. Blanks are then control characters,
 * and Chinese comes out as letters of a dozen scripts. It also joins neighbours on a line under the
 * name of the first one's font, hence the high thresholds.
 */
export class FontCodes {
  private readonly texts = new Map<string, string>();

  /** @param text - as the parser gives it */
  add(font: string, text: string): void {
    const known = this.texts.get(font) ?? '';
    if (known.length < MAX_CODES) this.texts.set(font, known + text);
  }

  /** Fonts without characters. */
  unknown(): ReadonlySet<string> {
    return new Set([...this.texts].filter(([, text]) => areUnknown(text)).map(([font]) => font));
  }
}

function areUnknown(text: string): boolean {
  if (text.length < MIN_CODES) return false;
  if (countOf(text, CONTROL) > text.length * MAX_CONTROLS) return true;
  const letters = countOf(text, LETTER);
  return letters - countOf(text, USUAL) > letters * MAX_STRANGE;
}

function countOf(text: string, kind: RegExp): number {
  return text.match(kind)?.length ?? 0;
}
