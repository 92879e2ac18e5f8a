/**
 * Tables of characters for Chinese PDFs whose fonts name one of the standard encodings instead of
 * bringing a table of their own, as those of older programs do with fonts that are not embedded.
 *
 * Adobe's tables lead from codes to numbers of glyphs and from these to Unicode. Only the way as a
 * whole matters for text, so apart from those of ASCII, which fonts give widths for, the numbers
 * between are our own: from {@link FIRST} on, above all of Adobe's, which become U+FFFD. Fonts that
 * use Adobe's numbers as codes cannot be read with these tables.
 */

/** First number between; those of Adobe-GB1 and Adobe-CNS1 are below it. */
const FIRST = 31_000;

/** Stands for a code that no character is known for. */
const UNKNOWN = 0xfffd;

/** First and last characters that get numbers; the parser takes no number above 65,535. */
const BLOCKS: readonly (readonly [number, number])[] = [
  [0xa0, 0x451],
  [0x2010, 0x266f],
  [0x2e80, 0x9fff],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe6b],
  [0xff01, 0xffe6],
  [UNKNOWN, UNKNOWN],
];

/** Numbers of U+0020 to U+007E as Adobe has them: proportional, half-width in GB1 and in CNS1. */
const ASCII = { proportional: 1, gb: 814, cns: 13_648 } as const;

type Charset = 'gbk' | 'big5' | 'utf-16be';

/** Charset of the codes of each encoding, and which ASCII it has. */
const ENCODINGS: Readonly<Record<string, readonly [Charset, keyof typeof ASCII]>> = {
  'GB-EUC': ['gbk', 'gb'],
  'GBpc-EUC': ['gbk', 'proportional'],
  'GBK-EUC': ['gbk', 'gb'],
  'GBKp-EUC': ['gbk', 'proportional'],
  GBK2K: ['gbk', 'gb'],
  B5pc: ['big5', 'proportional'],
  'ETen-B5': ['big5', 'cns'],
  'ETenms-B5': ['big5', 'proportional'],
  'HKscs-B5': ['big5', 'proportional'],
  'UniGB-UCS2': ['utf-16be', 'proportional'],
  'UniGB-UTF16': ['utf-16be', 'proportional'],
  'UniCNS-UCS2': ['utf-16be', 'proportional'],
  'UniCNS-UTF16': ['utf-16be', 'proportional'],
};

const made = new Map<string, Uint8Array>();

/** The table of this name as a CMap file; `undefined` when it is none of the Chinese ones. */
export function characterMap(name: string): Uint8Array | undefined {
  const table = made.get(name) ?? tableOf(name);
  if (table !== undefined) made.set(name, table);
  return table;
}

function tableOf(name: string): Uint8Array | undefined {
  if (/^Adobe-(?:GB1|CNS1)-UCS2$/u.test(name)) return asTable(toUnicode());
  const [, encoding = '', direction = ''] = /^(.+)-([HV])$/u.exec(name) ?? [];
  const [charset, ascii] = ENCODINGS[encoding] ?? [];
  if (charset === undefined || ascii === undefined) return undefined;
  const lines = charset === 'utf-16be' ? fromUnicode() : fromCharset(charset, ASCII[ascii]);
  return asTable([direction === 'V' ? '/WMode 1 def' : '', ...lines]);
}

function asTable(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(`begincmap\n${lines.join('\n')}\nendcmap\n`);
}

/** From numbers to characters: first all of Adobe's as unknown, over them what is known. */
function toUnicode(): readonly string[] {
  const unknown = `<${hex(UNKNOWN)}> `.repeat(FIRST);
  return ranges('bf', [
    `<0000> <${hex(FIRST - 1)}> [${unknown}]`,
    ...Object.values(ASCII).map((first) => `<${hex(first)}> <${hex(first + 94)}> <0020>`),
    ...BLOCKS.map(([first, last]) => {
      const number = numberOf(first);
      return `<${hex(number)}> <${hex(number + last - first)}> <${hex(first)}>`;
    }),
  ]);
}

/** A code without a number is its own character to the parser, so that nothing is lost here. */
function fromUnicode(): readonly string[] {
  const rows = BLOCKS.map(([first, last]) => `<${hex(first)}> <${hex(last)}> ${numberOf(first)}`);
  return [
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...ranges('cid', [`<0020> <007e> ${ASCII.proportional}`, ...rows]),
  ];
}

/** Single bytes are ASCII; pairs are what the charset says. */
function fromCharset(charset: 'gbk' | 'big5', ascii: number): readonly string[] {
  const decoder = new TextDecoder(charset);
  const rows = [`<20> <7e> ${ascii}`];
  for (let code = 0x8100; code <= 0xfeff; code++) {
    const text = decoder.decode(Uint8Array.of(code >> 8, code & 0xff));
    const number = numberOf(text.length === 1 ? text.charCodeAt(0) : UNKNOWN);
    rows.push(`<${hex(code)}> <${hex(code)}> ${number}`);
  }
  return [
    '2 begincodespacerange <00> <80> <8100> <feff> endcodespacerange',
    ...ranges('cid', rows),
  ];
}

/** Number of a character; that of the unknown one when it is in no block. */
function numberOf(character: number): number {
  let before = FIRST;
  for (const [first, last] of BLOCKS) {
    const isIn = character >= first && character <= last;
    if (isIn || first === UNKNOWN) return before + (isIn ? character - first : 0);
    before += last - first + 1;
  }
  return before;
}

function ranges(kind: 'bf' | 'cid', rows: readonly string[]): readonly string[] {
  return [`${rows.length} begin${kind}range`, ...rows, `end${kind}range`];
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}
