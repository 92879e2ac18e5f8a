/** Most characters Excel takes in a cell. */
export const MAX_CELL = 32_767;

const NOT_IN_CELLS =
  /[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF\uD800-\uDFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu;
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/**
 * Text of a cell with `_xHHHH_` for every character XML cannot hold or would change, and for an
 * underscore that would begin such a sequence (ECMA-376 part 1, §22.9.2.19).
 */
export function escapeCell(text: string): string {
  return text.replace(NOT_IN_CELLS, (character) => {
    const hex = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `_x${hex}_`;
  });
}

/** The text that {@link escapeCell} escaped. */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
