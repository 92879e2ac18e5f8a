/** Anything that comes in pairs; most sentences hold none of it. */
const MAY_HOLD = /[()[\]{}（）［］｛｝【】〔〕〖〗《》〈〉「」『』“”„‟"＂'‘’]/;
/** Each kind of mark is paired with its own kind: 《 with 》, 「 with 」. */
const OPENERS = '([{【〔〖《〈「『';
const CLOSERS = ')]}】〕〗》〉」』';
/** Typists take any of these for any other, so only their number is looked at. */
const DOUBLE = '"＂“”„‟';
const FULL_WIDTH: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '［': '[',
  '］': ']',
  '｛': '{',
  '｝': '}',
};

/** What {@link marks} holds: 0 for most, then quotes, openers from 10 on, closers from 20 on. */
const MARK = { none: 0, double: 1, single: 2, open: 10, close: 20 } as const;
const marks = new Uint8Array(0x10000);
for (const mark of DOUBLE) marks[mark.charCodeAt(0)] = MARK.double;
for (const mark of "'‘’") marks[mark.charCodeAt(0)] = MARK.single;
for (let kind = 0; kind < OPENERS.length; kind++) {
  marks[OPENERS.charCodeAt(kind)] = MARK.open + kind;
  marks[CLOSERS.charCodeAt(kind)] = MARK.close + kind;
}
for (const [wide, mark] of Object.entries(FULL_WIDTH)) {
  marks[wide.charCodeAt(0)] = marks[mark.charCodeAt(0)] as number;
}

const ROUND = 0;
/** Eyes and nose in front of a bracket that is a mouth: `:)`, `;-(`. */
const FACE = /[:;=]['’]?[-o^]?$/;
/** `1)`, `a)`, `二）`, `iv)`, `10)` at the head of an item close nothing. */
const ITEM = /(?:^|[\s,;，；、])(?:\d{1,3}|[A-Za-z]|[ivx]{2,5}|[一二三四五六七八九十]{1,3})$/;
/** `'90s`, `'cause`, `rock 'n' roll`: letters left out. */
const LEFT_OUT = /^(?:\d\ds?\b|(?:cause|em|til|tis|twas|twere|bout|round|n|cos|neath|gainst)\b)/i;
/** Characters looked at around a mark. */
const REACH = 8;

/**
 * Marks that are opened and not closed, or closed and not opened, each kind by itself: 《 without
 * 》, 「 without 」, a straight quote too many. Inches, seconds of arc, apostrophes, faces and the
 * marks of list items are no such marks.
 */
export function unpairedMarks(text: string): number {
  if (!MAY_HOLD.test(text)) return 0;
  const open = new Array<number>(OPENERS.length).fill(0);
  let [unpaired, doubles, singles] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const mark = marks[text.charCodeAt(at)] as number;
    if (mark === MARK.none) continue;
    if (mark === MARK.double) {
      doubles += isMeasure(text, at, doubles % 2 === 1) ? 0 : 1;
    } else if (mark === MARK.single) {
      const turn = singleQuote(text, at, singles > 0);
      if (turn < 0 && singles === 0) unpaired += 1;
      else singles += turn;
    } else if (mark < MARK.close) {
      const opener = mark - MARK.open;
      const isMouth = opener === ROUND && isFace(text, at) && /^\s?$/.test(text.charAt(at + 1));
      if (!isMouth) open[opener] = (open[opener] as number) + 1;
    } else {
      const closer = mark - MARK.close;
      if ((open[closer] as number) > 0) open[closer] = (open[closer] as number) - 1;
      else if (closer !== ROUND || !(isFace(text, at) || isItem(text, at))) unpaired += 1;
    }
  }
  return open.reduce((sum, count) => sum + count, unpaired) + (doubles % 2) + singles;
}

function isItem(text: string, at: number): boolean {
  return ITEM.test(text.slice(Math.max(0, at - REACH), at));
}

function isFace(text: string, at: number): boolean {
  return FACE.test(text.slice(Math.max(0, at - 3), at));
}

/** 27" and 39°54'26": inches and seconds, unless a quotation that is open ends with a figure. */
function isMeasure(text: string, at: number, isOpen: boolean): boolean {
  if (!/[\d½¼¾]/.test(text.charAt(at - 1))) return false;
  return !isOpen || /\d['’′]\d+(?:\.\d+)?$/.test(text.slice(Math.max(0, at - REACH), at));
}

/** Whether a single quotation mark opens (1), closes (−1), or is an apostrophe (0). */
function singleQuote(text: string, at: number, isOpen: boolean): -1 | 0 | 1 {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
  const isInside = /[\p{L}\p{N}]/u.test(before);
  if (LEFT_OUT.test(text.slice(at + 1, at + REACH)) && !isOpen && !isInside) return 0;
  if (text.charAt(at) === '‘') return 1;
  if (text.charAt(at) === '’' && /\p{Script=Han}/u.test(before + after)) return -1;
  const isBehind = isInside || /[,.!?…;:—–\-"”)）。！？，]/.test(before);
  if (!isBehind) return /[\p{L}\p{N}.…"“]/u.test(after) ? 1 : 0;
  if (/[\p{L}\p{N}]/u.test(after) && !/[。！？，]/.test(before)) return 0;
  return isInside && !isOpen ? 0 : -1;
}
