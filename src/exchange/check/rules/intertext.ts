import type { XmlRules } from '../xml-rules.js';

const ID = /^\S+$/;

/** A text as InterText imports it: any XML whose aligned elements (here `s`) have ids. */
export const intertextText: XmlRules = {
  name: 'an InterText text',
  root: 'text',
  isOpen: true,
  elements: {
    text: { hasText: false },
    p: { hasText: false, key: 'id', values: { id: ID } },
    s: { must: ['id'], values: { id: ID }, key: 'id' },
  },
};

/** The links between two texts of InterText (P. Vondřička, LREC 2014, and its manual). */
export const intertextLinks: XmlRules = {
  name: 'InterText links',
  root: 'linkGrp',
  elements: {
    linkGrp: {
      holds: ['link'],
      must: ['toDoc', 'fromDoc'],
      hasText: false,
    },
    link: {
      holds: [],
      must: ['xtargets'],
      may: ['type', 'status', 'certainty', 'mark'],
      values: {
        xtargets: /^[^;]*;[^;]*$/,
        type: /^\d+-\d+$/,
        status: /^(man|auto|plain)$/,
      },
      hasText: false,
    },
  },
};
