import type { WriteOptions } from '../format.js';
import { reportLoss } from '../loss.js';
import type { PairRecord } from '../record.js';
import { escapeAttribute, escapeText, xmlCharacters } from './text.js';

/** Escapes the text of one pair and counts what XML cannot hold. */
export interface XmlContent {
  readonly text: (text: string) => string;
  readonly attribute: (text: string) => string;
  /** Tells `onLoss` what was removed, if anything was. */
  readonly report: () => void;
}

/** A fresh {@link XmlContent} for the pair at that place. */
export function xmlContent(
  record: PairRecord,
  ordinal: number,
  options: Pick<WriteOptions, 'onLoss'>,
): XmlContent {
  let removed = 0;
  return {
    text: (text) => escapeText(clean(text)),
    attribute: (text) => escapeAttribute(clean(text)),
    report: () => {
      if (removed === 0) return;
      reportLoss(options, record, {
        kind: 'characters',
        reason: 'not-in-xml',
        ordinal,
        count: removed,
      });
    },
  };

  function clean(text: string): string {
    const result = xmlCharacters(text);
    removed += result.removed;
    return result.text;
  }
}
