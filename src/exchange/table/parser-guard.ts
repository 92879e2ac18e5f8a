/**
 * fast-csv drops two things that belong to cells: a byte order mark at the beginning of any piece it
 * gets, and a first cell of nothing but white space. On the way to the parser the one is written as
 * two noncharacters, the other is preceded by two; {@link unguarded} takes both back.
 */
export async function* guarded(
  text: AsyncIterable<string>,
  delimiter: string,
): AsyncIterable<string> {
  const space = `[^\\S\\r\\n${delimiter === '\t' ? '\\t' : ''}]`;
  const escaped = delimiter.replace(/[.*+?^${}()|[\]\\]/, '\\$&');
  const blank = new RegExp(`([\\r\\n])(?=${space}+${escaped})`, 'g');
  const unfinished = new RegExp(`[\\r\\n]${space}*$`);
  let held = '\n'; // what the text begins with is the beginning of a line, too
  let isFirst = true;
  for await (const piece of text) {
    const whole = held + piece;
    const cut = unfinished.exec(whole)?.[0].length ?? 0;
    held = whole.slice(whole.length - cut);
    yield open(whole.slice(0, whole.length - cut));
  }
  yield open(held);

  function open(part: string): string {
    const safe = protect(part, blank);
    if (!isFirst || safe === '') return safe;
    isFirst = false;
    return safe.slice(1);
  }
}

/** The cell as the file has it. */
export function unguarded(cell: string): string {
  if (!cell.includes(MARK)) return cell;
  return cell
    .replaceAll(`${MARK}\uFDD3`, '')
    .replaceAll(`${MARK}\uFDD2`, '\uFEFF')
    .replaceAll(`${MARK}\uFDD1`, MARK);
}

/** A noncharacter: no text has it, and if one does, it is written as two. */
const MARK = '\uFDD0';

function protect(part: string, blank: RegExp): string {
  const safe = /[\uFEFF\uFDD0]/.test(part)
    ? part.replaceAll(MARK, `${MARK}\uFDD1`).replaceAll('\uFEFF', `${MARK}\uFDD2`)
    : part;
  return safe.replace(blank, `$1${MARK}\uFDD3`);
}
