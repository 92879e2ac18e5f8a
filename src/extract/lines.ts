import { collapseSpace, langOf } from '../text/index.js';

/** Text between two line breaks of one block. */
export interface Line {
  text: string;
  linkText: string;
}

/** A paragraph made of one or more lines. */
export interface Joined {
  readonly text: string;
  readonly linkText: string;
}

/**
 * Joins the lines of a block into paragraphs.
 *
 * A single line break ends a paragraph when the language changes, a sentence ends or the next
 * line is indented; an empty line always does. Otherwise the break is only a turn of the line.
 */
export function joinLines(lines: readonly Line[]): readonly Joined[] {
  const joined: { text: string; linkText: string }[] = [];
  let isFresh = true;
  for (const { text: raw, linkText } of lines) {
    const text = collapseSpace(raw);
    const last = joined.at(-1);
    if (text === '') isFresh = true;
    else if (isFresh || last === undefined || isNewParagraph(last.text, raw, text)) {
      joined.push({ text, linkText: collapseSpace(linkText) });
      isFresh = false;
    } else {
      last.text += glue(last.text, text) + text;
      last.linkText += collapseSpace(linkText);
    }
  }
  return joined;
}

function isNewParagraph(before: string, raw: string, text: string): boolean {
  if (/^\s*[\u3000\u00A0]{2}/u.test(raw)) return true;
  if (/[。！？!?.…：:；;][”’"'」』）)\]】]*$/u.test(before)) return true;
  const [one, two] = [langOf(before), langOf(text)];
  if ((one.han === 0) !== (two.han === 0) && one.han + one.latin > 0 && two.han + two.latin > 0) {
    return true;
  }
  return /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[、.)）]|[•●·▪-])/u.test(text);
}

function glue(before: string, after: string): string {
  return /[\p{Script=Han}，、；：。！？]$/u.test(before) &&
    /^[\p{Script=Han}，、；：。！？]/u.test(after)
    ? ''
    : ' ';
}
