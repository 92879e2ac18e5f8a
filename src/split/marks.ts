/** What a UTF-16 unit may mean to the splitter. Everything else is {@link MARK.plain}. */
export const MARK = {
  plain: 0,
  /** `.` */
  dot: 1,
  /** `!` `?` */
  bang: 2,
  /** `。` `｡` */
  stop: 3,
  /** `！` `？` and their ligatures */
  wideBang: 4,
  /** `…` `⋯` `‥` */
  ellipsis: 5,
  /** `．` */
  wideDot: 6,
  /** Line and paragraph ends. */
  line: 7,
  /** Brackets that may hold a remark or a title. */
  bracket: 8,
  /** Quotation marks that open. */
  openQuote: 9,
  /** `"`, which opens and closes. */
  straightQuote: 10,
  /** `;` `；` */
  semicolon: 11,
  /** `:` `：` */
  colon: 12,
  /** Signs that begin an item of a list. */
  bullet: 13,
  /** `—` `–` `―` */
  dash: 14,
  /** First half of an emoji that may be a face. */
  face: 15,
} as const;

const MEMBERS: readonly (readonly [number, string])[] = [
  [MARK.dot, '.'],
  [MARK.bang, '!?'],
  [MARK.stop, '。｡'],
  [MARK.wideBang, '！？‼⁇⁈⁉﹖﹗'],
  [MARK.ellipsis, '…⋯‥'],
  [MARK.wideDot, '．'],
  [MARK.line, '\n\r\v\f\u0085\u2028\u2029'],
  [MARK.bracket, '([（［《〈【〔｛{'],
  [MARK.openQuote, '“「『‘〝'],
  [MARK.straightQuote, '"'],
  [MARK.semicolon, ';；'],
  [MARK.colon, ':：'],
  [MARK.bullet, '•‣▪▫■□●◆◇➢➤❖◎▲△▶►'],
  [MARK.dash, '—–―'],
  [MARK.face, '\ud83d\ud83e'],
];

const TABLE = buildTable();

function buildTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [mark, members] of MEMBERS) {
    for (const member of members) table[member.charCodeAt(0)] = mark; // each is one unit
  }
  return table;
}

/** The {@link MARK} of the unit at `index`; `plain` outside the text. */
export function markAt(text: string, index: number): number {
  return TABLE[text.charCodeAt(index)] ?? MARK.plain;
}

/** The closing partner of each bracket and opening quotation mark. */
export const CLOSER_OF: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '（': '）',
  '［': '］',
  '｛': '｝',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '〔': '〕',
  '“': '”',
  '「': '」',
  '『': '』',
  '‘': '’',
  '〝': '〞',
  '"': '"',
};

/** Closing marks, and what has no width but belongs to the mark before it. */
const CLOSERS = new Set('”’」』〞〟）］｝》〉】〕)]}»\ufe0f\u202c\u2069');
const OPENERS = new Set('“‘「『〝（［｛《〈【〔([{«');

/** Marks that close a quotation or a bracket whatever stands around them. */
export function isCloser(unit: string): boolean {
  return CLOSERS.has(unit);
}

/** Marks that open a quotation or a bracket whatever stands around them. */
export function isOpener(unit: string): boolean {
  return OPENERS.has(unit);
}

/** White space of any width, including the zero-width space and the byte order mark. */
export function isSpaceCode(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13);
  if (code < 0xa0) return code === 0x85;
  return (
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680 ||
    code === 0xfeff
  );
}

/** A Han character of the basic plane, an astral one's first half, kana, or a full-width letter. */
export function isHanCode(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xd840 && code <= 0xd88d) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x3040 && code <= 0x30ff) ||
    code === 0x3007 ||
    code === 0x3005
  );
}

/** `0`–`9` and their full-width forms. */
export function isDigitCode(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** Latin upper case: ASCII, Latin-1 and the capitals of Latin Extended-A by way of Unicode. */
export function isUpperCode(code: number): boolean {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  return code >= 0xc0 && code < 0x530 && /\p{Lu}/u.test(String.fromCharCode(code));
}

/** Latin, Greek and Cyrillic lower case. */
export function isLowerCode(code: number): boolean {
  if (code < 0x80) return code >= 0x61 && code <= 0x7a;
  return code >= 0xb5 && code < 0x530 && /\p{Ll}/u.test(String.fromCharCode(code));
}

/** A letter of an alphabetic script, either case. */
export function isLetterCode(code: number): boolean {
  return isLowerCode(code) || isUpperCode(code);
}

/** First unit from `from` on that is not white space; line ends are not crossed. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpaceCode(text.charCodeAt(at)) && markAt(text, at) !== MARK.line) {
    at += 1;
  }
  return at;
}
