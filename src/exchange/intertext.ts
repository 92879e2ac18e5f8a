import type {
  Chunks,
  FilePart,
  FileSetFormat,
  Pairs,
  ReadOptions,
  WriteOptions,
} from './format.js';
import { numbered } from './numbered.js';
import type { PairRecord } from './record.js';
import { xmlContent } from './xml/content.js';
import { readXml } from './xml/read.js';
import { escapeAttribute } from './xml/text.js';

const SUFFIXES = ['.zh.xml', '.en.xml', '.zh.en.xml'] as const;

/** Pairs to hold before a piece of each file is handed on. */
const PAIRS_AT_ONCE = 512;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * InterText (Vondřička 2014): an XML file a language, and a file of links between their sentences.
 *
 * Each pair is a paragraph with one sentence on each side; a one-sided pair has a link with an
 * empty end. In links the second version (English) stands first, as InterText writes it:
 * `xtargets="en;zh"`. Texts are read as far as the links have come; only sentences that are linked in
 * another order than they stand in are held in memory.
 */
export const intertext: FileSetFormat = {
  kind: 'file-set',
  name: 'intertext',
  summary: 'InterText: an XML file a language and a file of links',
  extensions: ['.intertext'],
  carries: 'texts',
  obeys: ['zhCode', 'enCode'],
  suffixes: SUFFIXES,
  write: writeInterText,
  read: readInterText,
};

async function* writeInterText(pairs: Pairs, options: WriteOptions = {}): AsyncIterable<FilePart> {
  const stem = escapeAttribute(options.stem ?? 'corpus');
  let zh = `${DECLARATION}<text lang="${escapeAttribute(options.zhCode ?? 'zh-CN')}">\n`;
  let en = `${DECLARATION}<text lang="${escapeAttribute(options.enCode ?? 'en-US')}">\n`;
  let links = `${DECLARATION}<linkGrp toDoc="${stem}.en.xml" fromDoc="${stem}.zh.xml">\n`;
  for await (const { record, ordinal } of numbered(pairs)) {
    const content = xmlContent(record, ordinal, options);
    const texts = { zh: content.text(record.zh), en: content.text(record.en) };
    zh += paragraph(ordinal, texts.zh);
    en += paragraph(ordinal, texts.en);
    links += link(ordinal, texts);
    content.report();
    if (ordinal % PAIRS_AT_ONCE !== 0) continue;
    yield* parts(zh, en, links);
    [zh, en, links] = ['', '', ''];
  }
  yield* parts(`${zh}</text>\n`, `${en}</text>\n`, `${links}</linkGrp>\n`);
}

function* parts(zh: string, en: string, links: string): Iterable<FilePart> {
  yield { suffix: '.zh.xml', chunk: zh };
  yield { suffix: '.en.xml', chunk: en };
  yield { suffix: '.zh.en.xml', chunk: links };
}

function paragraph(ordinal: number, text: string): string {
  return text === '' ? '' : `<p id="${ordinal}"><s id="${ordinal}:1">${text}</s></p>\n`;
}

function link(ordinal: number, { zh, en }: PairRecord): string {
  const [zhCount, enCount] = [zh === '' ? 0 : 1, en === '' ? 0 : 1];
  const id = `${ordinal}:1`;
  const targets = `${enCount === 0 ? '' : id};${zhCount === 0 ? '' : id}`;
  return `<link type="${enCount}-${zhCount}" xtargets="${targets}" status="auto"/>\n`;
}

async function* readInterText(
  sources: Readonly<Record<string, Chunks>>,
  options: ReadOptions,
): AsyncIterable<PairRecord> {
  const zh = new Sentences(sources['.zh.xml'], options);
  const en = new Sentences(sources['.en.xml'], options);
  let at = 0;
  try {
    for await (const targets of linksOf(sources['.zh.en.xml'], options)) {
      at += 1;
      const [enIds = [], zhIds = []] = targets.split(';').map(idsOf);
      if (!(await zh.reach(zhIds)) || !(await en.reach(enIds))) {
        options.onSkip?.({ at, reason: 'no-such-sentence' });
        continue;
      }
      const record = { zh: zh.take(zhIds, ''), en: en.take(enIds, ' ') };
      if (record.zh === '' && record.en === '') options.onSkip?.({ at, reason: 'empty' });
      else yield record;
    }
    for (let left = (await zh.rest()) + (await en.rest()); left > 0; left -= 1) {
      options.onSkip?.({ at, reason: 'not-linked' });
    }
  } finally {
    await zh.close();
    await en.close();
  }
}

function idsOf(ids: string): readonly string[] {
  return ids.split(/\s+/).filter((id) => id !== '');
}

/** The sentences of one text, read as they are asked for. */
class Sentences {
  readonly #found: AsyncIterator<readonly [string, string]>;
  /** Read and not taken. */
  readonly #waiting = new Map<string, string>();
  #isOver = false;

  constructor(source: Chunks | undefined, options: ReadOptions) {
    this.#found = sentencesOf(source, options)[Symbol.asyncIterator]();
  }

  /** Reads on until it has them all; false when the text ends before. */
  async reach(ids: readonly string[]): Promise<boolean> {
    while (!ids.every((id) => this.#waiting.has(id)) && (await this.#next()));
    return ids.every((id) => this.#waiting.has(id));
  }

  /** The sentences as one text; they can be taken once. */
  take(ids: readonly string[], glue: string): string {
    const texts = ids.map((id) => this.#waiting.get(id) ?? '');
    for (const id of ids) this.#waiting.delete(id);
    return texts.filter((text) => text !== '').join(glue);
  }

  /** How many sentences nobody took. */
  async rest(): Promise<number> {
    let count = this.#waiting.size;
    this.#waiting.clear();
    while (await this.#next()) {
      count += this.#waiting.size;
      this.#waiting.clear();
    }
    return count;
  }

  async close(): Promise<void> {
    await this.#found.return?.();
  }

  async #next(): Promise<boolean> {
    if (this.#isOver) return false;
    const next = await this.#found.next();
    this.#isOver = next.done === true;
    if (next.done !== true) this.#waiting.set(...next.value);
    return !this.#isOver;
  }
}

async function* sentencesOf(
  source: Chunks | undefined,
  options: ReadOptions,
): AsyncIterable<readonly [string, string]> {
  if (source === undefined) return;
  yield* readXml<readonly [string, string]>(source, options, (emit) => {
    let open: { readonly id: string; text: string } | undefined;
    return {
      open: ({ name, attributes }) => {
        if (name === 's') open = { id: attributes['id'] ?? attributes['xml:id'] ?? '', text: '' };
      },
      close: (name) => {
        if (name !== 's' || open === undefined) return;
        emit([open.id, open.text]);
        open = undefined;
      },
      text: (piece) => {
        if (open !== undefined) open.text += piece;
      },
    };
  });
}

async function* linksOf(source: Chunks | undefined, options: ReadOptions): AsyncIterable<string> {
  if (source === undefined) return;
  yield* readXml<string>(source, options, (emit) => ({
    open: ({ name, attributes }) => {
      if (name === 'link') emit(attributes['xtargets'] ?? '');
    },
    close: () => undefined,
    text: () => undefined,
  }));
}
