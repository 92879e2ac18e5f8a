import type { OpenTag } from '../../xml/read.js';
import type { XmlRules } from '../xml-rules.js';
import { sideBySideRules } from './html.js';
import { intertextLinks, intertextText } from './intertext.js';
import { teiRules } from './tei.js';
import { xliff12 } from './xliff-1.2.js';
import { xliff21 } from './xliff-2.1.js';

type RulesFor = (root: OpenTag) => XmlRules | undefined;

const xliff: RulesFor = ({ name, attributes }) => {
  if (name !== 'xliff') return undefined;
  return attributes['version']?.startsWith('2') === true ? xliff21 : xliff12;
};

/** The rules by name of the format, of those that are XML and not TMX. */
export const XML_RULES: Readonly<Record<string, RulesFor>> = Object.freeze({
  xliff,
  xliff2: xliff,
  tei: ({ name }) => (name === 'TEI' ? teiRules : undefined),
  html: ({ name }) => (name === 'html' ? sideBySideRules : undefined),
  intertext: ({ name }) => (name === 'linkGrp' ? intertextLinks : intertextText),
});
