/** How a side begins and ends. */
export interface Ends {
  /** What the text ends with: `.` any full stop, `?`, `!`, `:`, `,` any pause, or nothing. */
  readonly end: '' | '.' | '?' | '!' | ':' | ',';
  /** Ends with an ellipsis, maybe with an invitation to read on behind it. */
  readonly trailsOff: boolean;
  /** The last word cannot end a sentence: the, of, and; 的, 在, 和. */
  readonly isCutOff: boolean;
  /** Begins with a small letter, or with a mark that stands behind words. */
  readonly beginsInside: boolean;
}

const FULL_STOPS = '.。．｡…';
const PAUSES = ',，、;；';
const BEHIND_END = '"\'”’」』)）]】》〉* ';
const NEVER_FIRST = '，、。；：？！,;:?!)）】》”’」』';

/** Characters looked at for an ellipsis. */
const TAIL = 24;
const MAY_TRAIL_OFF = /…|\.{3}/;
const TRAILS_OFF =
  /(?:…|\.{3}) ?(?:(?:read |view |show |see )?more|continue reading|[（(]?(?:(?:阅读|查看|显示|閱讀|顯示)?(?:更多|全文|詳情|详情)))?[\])】）»>"”’'」』 ]*$/i;

/** English words that always have something behind them. */
const LEADING_EN = new Set(
  `a an the this these those my your his her its our their of to in on at by for from with into onto
upon about between among against toward towards through during without within and or but nor that which who whose
whom if because although though while whereas unless until when where as than is are was were be been being am has have
had will would shall should may might must can could do does did not very so such more most every each some any no
other another both either neither i he she we they who's it's i'm he's`.split(/\s+/),
);
/** Chinese characters that hardly ever stand last. */
const LEADING_ZH = new Set(
  '的在和与與及或把被对對从從向将將由为為给給使让讓而但且若如虽雖因以于於并並这這那其该該各每某第很最更太不没沒未无無'.split(
    '',
  ),
);

/** Reads both ends of a text. */
export function readEnds(text: string): Ends {
  let at = text.length - 1;
  while (at >= 0 && BEHIND_END.includes(text.charAt(at))) at -= 1;
  const end = endOf(text.charAt(Math.max(0, at)));
  return {
    end,
    trailsOff: MAY_TRAIL_OFF.test(text.slice(-TAIL)) && TRAILS_OFF.test(text.slice(-TAIL)),
    isCutOff: end === '' && at >= 0 && endsOpen(text, at),
    beginsInside: beginsInside(text),
  };
}

function endOf(mark: string): Ends['end'] {
  if (mark === '') return '';
  if (FULL_STOPS.includes(mark)) return '.';
  if (mark === '?' || mark === '？') return '?';
  if (mark === '!' || mark === '！') return '!';
  if (mark === ':' || mark === '：') return ':';
  return PAUSES.includes(mark) ? ',' : '';
}

function endsOpen(text: string, last: number): boolean {
  if (LEADING_ZH.has(text.charAt(last))) return true;
  let from = last;
  while (from >= 0 && isAsciiLetter(text.charCodeAt(from))) from -= 1;
  const length = last - from;
  if (length === 0 || length > 10) return false;
  return LEADING_EN.has(text.slice(from + 1, last + 1).toLowerCase());
}

function beginsInside(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first >= 0x61 && first <= 0x7a) return true;
  return text.length > 0 && NEVER_FIRST.includes(text.charAt(0));
}

function isAsciiLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x27;
}
