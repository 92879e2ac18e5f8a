import type { PairRecord } from '../exchange/index.js';
import { hashOf } from '../kit/index.js';
import {
  documentId,
  unitScore,
  type Block,
  type Document,
  type Origin,
  type Section,
} from '../model/index.js';

/** Pairs of a document made from a file that names none: bounded, so that a build stays quick. */
const MAX_PAIRS = 500;

/**
 * Pairs from somewhere else as documents: each pair is a section of its own, locked, so that a build
 * aligns nothing anew. Neighbours that name the same document stay together.
 *
 * @param origin - the file they came from
 * @param who - whose work it is
 */
export function* importedDocuments(
  records: Iterable<PairRecord>,
  origin: Origin,
  who: string,
): Iterable<Document> {
  let [group, name, number]: [PairRecord[], string, number] = [[], '', 0];
  for (const record of records) {
    const ownName = record.doc ?? record.url_or_path ?? '';
    if (group.length > 0 && (ownName !== name || group.length >= MAX_PAIRS)) {
      number += 1;
      yield documentOf(group, { origin, who, number });
      group = [];
    }
    name = ownName;
    group.push(record);
  }
  if (group.length > 0) yield documentOf(group, { origin, who, number: number + 1 });
}

function documentOf(
  records: readonly PairRecord[],
  {
    origin,
    who,
    number,
  }: { readonly origin: Origin; readonly who: string; readonly number: number },
): Document {
  const [first = { zh: '', en: '' }] = records;
  const blocks: Block[] = [];
  const sections = records.map(({ zh, en }): Section => {
    return { zh: add('zh', zh), en: add('en', en), hold: 'locked' };
  });
  return {
    id: documentId(hashOf(blocks.map(({ lang, text }) => [lang, text]))),
    key: `${origin.location}#${number}`,
    origins: [
      {
        ...origin,
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
