import fc from 'fast-check';
import {
  documentId,
  pairId,
  unitScore,
  type PairState,
  type TracedPair,
} from '../../src/model/index.js';
import type {
  AnyFormat,
  Format,
  Loss,
  PairRecord,
  WriteOptions,
} from '../../src/exchange/index.js';

/** A pair with everything that can be known of it. */
export function tracedPair(
  zh: string,
  en: string,
  more: { readonly position?: number; readonly score?: number; readonly doc?: string } = {},
): TracedPair {
  const { position = 1, score = 0.9, doc = 'a' } = more;
  const document = documentId(doc.repeat(64));
  return {
    pair: {
      id: pairId(position.toString(16).padStart(32, '0')),
      document,
      position,
      zh,
      en,
      repairs: ['full-width-comma'],
      shape: '1-1',
      confidence: unitScore(0.95),
      score: unitScore(score),
      findings: [{ check: 'number-mismatch', detail: 'zh 3000, en 300', rejects: false }],
      state: 'new' satisfies PairState,
      layout: 'interleaved',
      blocks: { zh: [1, 2], en: [3] },
    },
    document: {
      id: document,
      key: 'https://example.org/1.html',
      origins: [
        {
          kind: 'url',
          location: 'https://example.org/1.html',
          fetchedAt: '2024-03-18T02:00:00Z',
          sha256: 'b'.repeat(64),
          site: '示例 & <site>',
          licence: 'CC BY 4.0',
        },
      ],
      title: { zh: '标题 “甲”', en: 'A "title"' },
      date: '2024-03-18',
      meta: {},
      layout: 'interleaved',
      layoutConfidence: unitScore(1),
    },
  };
}

/** Texts that break careless formats: markup, quotes, tabs, line ends, formulas, both directions. */
export const awkward: readonly string[] = [
  `<b>&amp;"quoted" 'single'</b>`,
  'tab\there',
  'line\nfeed',
  'carriage\r\nreturn\r',
  "=cmd|' /C calc'!A0",
  "'=already guarded",
  '+1',
  '-1',
  '@x',
  ' leading and trailing ',
  '  ',
  'مرحبا بالعالم',
  '👩‍👩‍👧‍👦 🇨🇳 𠮷野家',
  'e\u0301 \u00A0 \u3000 \u200B \u2028 \u2029 \u0085',
  ']]> <!-- --> <?x?> &#10; &lt;',
  '长'.repeat(10_000),
  '{"zh": "x"}',
  'comma, semicolon; pipe | backslash \\ \\n',
  '1.0',
  '0012',
  'TRUE',
  '#N/A',
  '2024-03-18',
  '_x0041_ _x000D_',
];

/** Any text at all: Unicode, control characters, lone surrogates, and the awkward ones. */
export const anyText = fc.oneof(
  fc.constantFrom(...awkward),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    minLength: 1,
  }),
);

/** All items of a stream. */
export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** One chunk as a stream. */
export async function* once<Item>(...items: readonly Item[]): AsyncIterable<Item> {
  for (const item of items) yield await Promise.resolve(item);
}

/** A file of that format, as bytes. */
export async function written(
  format: AnyFormat,
  pairs: Iterable<TracedPair | PairRecord>,
  options: WriteOptions = {},
): Promise<Uint8Array> {
  const chunks = await collect(oneFile(format).write(pairs, options));
  return Buffer.concat(chunks.map((chunk) => Buffer.from(chunk)));
}

/** The pairs of a file. */
export async function readBack(
  format: AnyFormat,
  bytes: Uint8Array | string,
  options: { readonly excel?: boolean } = {},
): Promise<PairRecord[]> {
  const { read } = oneFile(format);
  if (read === undefined) throw new Error(`${format.name} cannot be read`);
  return collect(read(once(bytes), { file: 'test', ...options }));
}

/** Out and in again, with the losses on the way. */
export async function roundTrip(
  format: AnyFormat,
  pairs: readonly (TracedPair | PairRecord)[],
  options: WriteOptions = {},
): Promise<{ readonly records: PairRecord[]; readonly losses: Loss[] }> {
  const losses: Loss[] = [];
  const bytes = await written(format, pairs, { ...options, onLoss: (loss) => losses.push(loss) });
  return { records: await readBack(format, bytes), losses };
}

function oneFile(format: AnyFormat): Format {
  if (format.kind === 'file') return format;
  throw new Error(`${format.name} has several files`);
}
