import { LANGUAGE } from '../vocabulary.js';
import type { ElementRule, XmlRules } from '../xml-rules.js';

/** XML Schema's NMTOKEN, the shape of ids. */
const TOKEN = /^[\p{L}\p{N}._:·-]+$/u;
const YES_NO = /^(yes|no)$/;
const DIRECTION = /^(ltr|rtl|auto)$/;
const SPACE = /^(default|preserve)$/;

const INLINE = ['cp', 'ph', 'pc', 'sc', 'ec', 'mrk', 'sm', 'em'];
const text: ElementRule = {
  holds: INLINE,
  may: ['xml:lang', 'xml:space', 'order'],
  values: { 'xml:lang': LANGUAGE, 'xml:space': SPACE },
  hasText: true,
};
const empty: ElementRule = { holds: [], hasText: false };
const COMMON = ['canResegment', 'translate', 'srcDir', 'trgDir', 'xml:space'];
const COMMON_VALUES = {
  id: TOKEN,
  canResegment: YES_NO,
  translate: YES_NO,
  srcDir: DIRECTION,
  trgDir: DIRECTION,
  'xml:space': SPACE,
};

/** The core of XLIFF 2.0 and 2.1 (OASIS 2014, 2018), written from the text of the specification. */
export const xliff21: XmlRules = {
  name: 'XLIFF 2.1',
  root: 'xliff',
  namespace: 'urn:oasis:names:tc:xliff:document:2.0',
  elements: {
    xliff: {
      holds: ['file'],
      needs: ['file'],
      must: ['version', 'srcLang'],
      may: ['trgLang', 'xml:space'],
      values: { version: /^2\.[01]$/, srcLang: LANGUAGE, trgLang: LANGUAGE, 'xml:space': SPACE },
      hasText: false,
    },
    file: {
      holds: ['skeleton', 'notes', 'unit', 'group'],
      once: ['skeleton', 'notes'],
      must: ['id'],
      may: ['original', ...COMMON],
      values: COMMON_VALUES,
      hasText: false,
      key: 'id',
      keyWithin: 'xliff',
    },
    group: {
      holds: ['notes', 'unit', 'group'],
      once: ['notes'],
      must: ['id'],
      may: ['name', 'type', ...COMMON],
      values: COMMON_VALUES,
      hasText: false,
      key: 'id',
      keyWithin: 'file',
    },
    unit: {
      holds: ['notes', 'originalData', 'segment', 'ignorable'],
      needs: ['segment'],
      once: ['notes', 'originalData'],
      must: ['id'],
      may: ['name', 'type', ...COMMON],
      values: COMMON_VALUES,
      hasText: false,
      key: 'id',
      keyWithin: 'file',
    },
    notes: { holds: ['note'], needs: ['note'], may: [], hasText: false },
    note: {
      holds: [],
      may: ['id', 'appliesTo', 'category', 'priority'],
      values: { appliesTo: /^(source|target)$/, priority: /^([1-9]|10)$/ },
    },
    originalData: { holds: ['data'], needs: ['data'], may: [], hasText: false },
    data: { holds: ['cp'], must: ['id'], may: ['dir', 'xml:space'], key: 'id', keyWithin: 'unit' },
    segment: {
      holds: ['source', 'target'],
      needs: ['source'],
      once: ['source', 'target'],
      may: ['id', 'canResegment', 'state', 'subState'],
      values: { id: TOKEN, state: /^(initial|translated|reviewed|final)$/, canResegment: YES_NO },
      hasText: false,
      key: 'id',
      keyWithin: 'unit',
    },
    ignorable: {
      holds: ['source', 'target'],
      needs: ['source'],
      once: ['source', 'target'],
      may: ['id'],
      hasText: false,
    },
    source: text,
    target: text,
    pc: { holds: INLINE, must: ['id'], hasText: true },
    mrk: { holds: INLINE, must: ['id'], hasText: true },
    ph: { ...empty, must: ['id'] },
    sc: { ...empty, must: ['id'] },
    ec: empty,
    sm: { ...empty, must: ['id'] },
    em: { ...empty, must: ['startRef'] },
    cp: { ...empty, must: ['hex'], may: [], values: { hex: /^[0-9A-Fa-f]{4,8}$/ } },
  },
};
