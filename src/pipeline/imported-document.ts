import type { PairRecord } from '../exchange/index.js';
import { hashOf } from '../kit/index.js';
import { documentId, unitScore, type Block, type Document, type Section } from '../model/index.js';

/** Pairs of a document made from a file that names none: bounded, so that a build stays quick. */
const MAX_PAIRS = 500;

/** Neighbouring records that make one document. */
export interface RecordGroup {
  /** Key of the document. */
  readonly key: string;
  readonly records: readonly PairRecord[];
}

/**
 * Gathers neighbours that name the same document. The document keeps that name: the same file with
 * other pairs in it changes the documents these are in, and no others.
 *
 * @param file - where the records come from
 */
export async function* recordGroups(
  records: AsyncIterable<PairRecord>,
  file: string,
): AsyncIterable<RecordGroup> {
  const names = new Names(file);
  let group: PairRecord[] = [];
  for await (const record of records) {
    const [first] = group;
    const isOther = first !== undefined && documentIn(first) !== documentIn(record);
    if (first !== undefined && (isOther || group.length >= MAX_PAIRS)) {
      yield { key: names.keyOf(first), records: group };
      group = [];
    }
    group.push(record);
  }
  const [first] = group;
  if (first !== undefined) yield { key: names.keyOf(first), records: group };
}

/** Keys of documents, each given once. */
class Names {
  readonly #file: string;
  /** How often each name came, so that two documents of one name are told apart. */
  readonly #times = new Map<string, number>();

  constructor(file: string) {
    this.#file = file;
  }

  keyOf({ url_or_path, doc }: PairRecord): string {
    const name = url_or_path ?? doc;
    const times = (this.#times.get(name ?? '') ?? 0) + 1;
    this.#times.set(name ?? '', times);
    if (name === undefined) return `${this.#file}#${times}`;
    return `${this.#file}#${name}${times === 1 ? '' : `#${times}`}`;
  }
}

function documentIn({ doc, url_or_path }: PairRecord): string {
  return doc ?? url_or_path ?? '';
}

/**
 * Pairs from somewhere else as a document: each pair is a section of its own, locked, so that a
 * build aligns nothing anew.
 *
 * @param file - where the records come from
 * @param who - whose work it is
 */
export function importedDocument(
  { key, records }: RecordGroup,
  file: string,
  who: string,
): Document {
  const [first = { zh: '', en: '' }] = records;
  const blocks: Block[] = [];
  const sections = records.map(({ zh, en }): Section => {
    return { zh: add('zh', zh), en: add('en', en), hold: 'locked' };
  });
  const id = hashOf(blocks.map(({ lang, text }) => [lang, text]));
  return {
    id: documentId(id),
    key,
    origins: [
      {
        ...{ kind: 'path', location: file, sha256: id },
        ...(first.site === undefined ? {} : { site: first.site }),
        ...(first.licence === undefined ? {} : { licence: first.licence }),
      },
    ],
    title: {
      ...(first.title_zh === undefined ? {} : { zh: first.title_zh }),
      ...(first.title_en === undefined ? {} : { en: first.title_en }),
    },
    ...(first.date === undefined || !/^\d{4}-\d\d-\d\d$/.test(first.date)
      ? {}
      : { date: first.date }),
    meta: {
      importedBy: who,
      ...(first.url_or_path === undefined ? {} : { importedFrom: first.url_or_path }),
    },
    layout: 'paired-files',
    layoutConfidence: unitScore(1),
    blocks,
    sections,
    setAside: [],
  };

  function add(lang: 'zh' | 'en', text: string): readonly number[] {
    if (text.trim() === '') return [];
    return [blocks.push({ lang, kind: 'paragraph', text, whole: true }) - 1];
  }
}
