import type { PairRecord } from '../exchange/index.js';
import { hashOf } from '../kit/index.js';
import {
  documentId,
  unitScore,
  type Block,
  type Document,
  type DocumentId,
  type Section,
} from '../model/index.js';
import type { RecordGroup } from './record-groups.js';

/**
 * Pairs from somewhere else as a document: each pair is a section of its own, locked, so that a
 * build aligns nothing anew.
 *
 * @param file - where the records come from
 * @param who - whose work it is
 */
export function importedDocument(
  key: string,
  records: RecordGroup,
  file: string,
  who: string,
): Document {
  const [first] = records;
  const blocks: Block[] = [];
  const sections = records.map(({ zh, en }): Section => {
    return { zh: add('zh', zh), en: add('en', en), hold: 'locked' };
  });
  const id = importedDocumentId(records);
  return {
    id,
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
    if (isBlank(text)) return [];
    return [blocks.push({ lang, kind: 'paragraph', text, whole: true }) - 1];
  }
}

/** What the document of these records is told by: its texts alone. */
export function importedDocumentId(records: readonly Pick<PairRecord, 'zh' | 'en'>[]): DocumentId {
  const texts = records.flatMap(({ zh, en }) => [['zh', zh] as const, ['en', en] as const]);
  return documentId(hashOf(texts.filter(([, text]) => !isBlank(text))));
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
