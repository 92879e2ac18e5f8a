/** What can be done to a character without a look at any other. */
const KIND = { hard: 0, stays: 1, han: 2, mark: 3, dash: 4, stop: 5, space: 6 } as const;

/** Marks of ordinary text, each before what it is compared as. */
const MARKS = `，, 、, ！! ？? ：: ；; （( ）) ［[ ］] ％% ＂" “" ”" „" ‘' ’' 「' 」' 『' 』' 《< 》> 〈< 〉> 【[ 】] 〔[ 〕] ·· •· …...`;
const DASHES = '‐‑‒–—―−─';

/** Uint8 [65536]: {@link KIND} of each UTF-16 unit. */
const kinds = new Uint8Array(0x10000);
/** What marks are compared as, by UTF-16 unit. */
const marks = new Map<number, string>();

kinds.fill(KIND.stays, 0x21, 0x60);
kinds.fill(KIND.stays, 0x61, 0x7f);
kinds.fill(KIND.stays, 0xc0, 0x100);
kinds.fill(KIND.han, 0x4e00, 0xa000);
kinds[0x20] = KIND.space;
kinds['。'.charCodeAt(0)] = KIND.stop;
for (const dash of DASHES) kinds[dash.charCodeAt(0)] = KIND.dash;
for (const pair of MARKS.split(' ')) {
  kinds[pair.charCodeAt(0)] = KIND.mark;
  marks.set(pair.charCodeAt(0), pair.slice(1));
}

/**
 * What `normalise` gives, in one pass, for text of common letters and marks whose spaces are in
 * order; `undefined` for any other.
 */
export function normaliseUsual(text: string): string | undefined {
  let [folded, kept, before] = ['', 0, KIND.space as number];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = kinds[code] as number;
    if (kind === KIND.hard) return undefined;
    if (kind === KIND.space) {
      if (before === KIND.space || !spaceStays(text, at)) return undefined;
    } else if (kind >= KIND.mark) {
      if (kind === KIND.stop && before === KIND.stop) return undefined; // may be an ellipsis
      folded += text.slice(kept, at) + markOf(code, kind, before);
      kept = at + 1;
    }
    before = kind;
  }
  return kept === 0 ? text : folded + text.slice(kept);
}

function markOf(code: number, kind: number, before: number): string {
  if (kind === KIND.stop) return '.';
  if (kind === KIND.dash) return before === KIND.dash ? '' : '-';
  return marks.get(code) ?? '';
}

/** Whether a space is sure to stay: letters on both sides, or no Han on either. */
function spaceStays(text: string, at: number): boolean {
  if (at + 1 === text.length) return false;
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at + 1)];
  const isHan = kinds[before] === KIND.han || kinds[after] === KIND.han;
  return !isHan || isAsciiWord(before) || isAsciiWord(after);
}

function isAsciiWord(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
}
