/** Characters that take two columns of a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\ud840-\ud88d]/;

/** A text that takes at most so many columns of a terminal; what is left out becomes `…`. */
export function shorten(text: string, columns: number): string {
  let [width, shown] = [0, ''];
  for (const character of text) {
    width += WIDE.test(character) ? 2 : 1;
    if (width > columns) return `${shown.trimEnd()}…`;
    if (width < columns) shown += character;
  }
  return text;
}
