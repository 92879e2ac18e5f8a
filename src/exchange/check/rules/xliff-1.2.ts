import { LANGUAGE } from '../vocabulary.js';
import type { ElementRule, XmlRules } from '../xml-rules.js';

const INLINE = ['g', 'x', 'bx', 'ex', 'bpt', 'ept', 'ph', 'it', 'mrk', 'sub'];
const NOTES = ['context-group', 'count-group', 'prop-group', 'note'];
const CODE = ['id', 'rid', 'ctype', 'equiv-text', 'xid', 'ts', 'crc', 'assoc', 'clone'];

const STATE =
  /^(final|needs-(adaptation|l10n|translation|review-(adaptation|l10n|translation))|new|signed-off|translated|x-.+)$/;

const text: ElementRule = { holds: INLINE, hasText: true };
const group: ElementRule = {
  holds: [...NOTES, 'group', 'trans-unit', 'bin-unit'],
  hasText: false,
};

/** XLIFF 1.2 (OASIS 2008), strict content of `file`, written from the text of the specification. */
export const xliff12: XmlRules = {
  name: 'XLIFF 1.2',
  root: 'xliff',
  elements: {
    xliff: {
      holds: ['file'],
      needs: ['file'],
      must: ['version'],
      may: ['xml:lang'],
      values: { version: /^1\.[0-2]$/ },
      hasText: false,
    },
    file: {
      holds: ['header', 'body'],
      needs: ['body'],
      once: ['header', 'body'],
      must: ['original', 'source-language', 'datatype'],
      values: { 'source-language': LANGUAGE, 'target-language': LANGUAGE },
      hasText: false,
    },
    header: { holds: ['skl', 'phase-group', 'glossary', 'reference', 'tool', ...NOTES] },
    tool: { must: ['tool-id', 'tool-name'], may: ['tool-version', 'tool-company'] },
    body: { holds: ['group', 'trans-unit', 'bin-unit'], hasText: false },
    group,
    'trans-unit': {
      holds: ['source', 'seg-source', 'target', 'alt-trans', ...NOTES],
      needs: ['source'],
      once: ['source', 'seg-source', 'target'],
      must: ['id'],
      values: {
        'xml:space': /^(default|preserve)$/,
        translate: /^(yes|no)$/,
        approved: /^(yes|no)$/,
      },
      hasText: false,
      key: 'id',
      keyWithin: 'file',
    },
    'alt-trans': { needs: ['target'], once: ['source'], hasText: false },
    source: text,
    'seg-source': text,
    target: { ...text, values: { state: STATE } },
    g: { ...text, must: ['id'] },
    mrk: { ...text, must: ['mtype'] },
    sub: text,
    x: { holds: [], must: ['id'], hasText: false },
    bx: { holds: [], must: ['id'], hasText: false },
    ex: { holds: [], must: ['id'], hasText: false },
    bpt: { holds: ['sub'], must: ['id'], may: CODE },
    ept: { holds: ['sub'], must: ['id'], may: CODE },
    ph: { holds: ['sub'], must: ['id'], may: CODE },
    it: { holds: ['sub'], must: ['id', 'pos'], may: CODE, values: { pos: /^(open|close)$/ } },
    note: {
      holds: [],
      may: ['xml:lang', 'from', 'priority', 'annotates'],
      values: { priority: /^([1-9]|10)$/, annotates: /^(source|target|general)$/ },
    },
  },
};
