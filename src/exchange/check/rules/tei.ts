import { LANGUAGE } from '../vocabulary.js';
import type { XmlRules } from '../xml-rules.js';

const BLOCKS = [
  'div',
  'ab',
  'p',
  'head',
  'lg',
  'l',
  'list',
  'note',
  'table',
  'pb',
  'lb',
  'milestone',
];

/**
 * The part of TEI P5 that aligned texts stand on (Guidelines §2, §4, §17): header, divisions, blocks,
 * segments with ids. Elements beyond it are not judged.
 */
export const teiRules: XmlRules = {
  name: 'TEI P5',
  root: 'TEI',
  namespace: 'http://www.tei-c.org/ns/1.0',
  isOpen: true,
  elements: {
    TEI: {
      holds: ['teiHeader', 'text', 'standOff', 'facsimile'],
      needs: ['teiHeader'],
      once: ['teiHeader'],
      hasText: false,
    },
    teiHeader: {
      holds: ['fileDesc', 'encodingDesc', 'profileDesc', 'xenoData', 'revisionDesc'],
      needs: ['fileDesc'],
      once: ['fileDesc', 'revisionDesc'],
      hasText: false,
    },
    fileDesc: {
      needs: ['titleStmt', 'publicationStmt', 'sourceDesc'],
      once: ['titleStmt', 'publicationStmt'],
      hasText: false,
    },
    titleStmt: { needs: ['title'], hasText: false },
    text: { holds: ['front', 'body', 'back', 'group'], hasText: false },
    body: { holds: BLOCKS, hasText: false },
    div: { holds: BLOCKS, hasText: false },
    ab: { values: { 'xml:lang': LANGUAGE } },
    seg: { values: { 'xml:lang': LANGUAGE, corresp: /^\S+(\s+\S+)*$/ }, key: 'xml:id' },
  },
};
