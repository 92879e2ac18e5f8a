import { tellCapitals } from './attributes.js';
import { report, schemaSeverity, type Examination } from './repair.js';
import { HEADER_NEEDS, SEGTYPES } from './vocabulary.js';
import type { XmlElement } from './tree.js';

/** Examines and mends the root: its version, its own attributes. */
export function examineRoot(root: XmlElement, examination: Examination): void {
  tellCapitals(root, examination);
  const version = Object.entries(root.attributes).find(
    ([name]) => name.toLowerCase() === 'version',
  )?.[1];
  if (root.prefix !== undefined && root.prefix !== '') {
    report(examination, root, {
      rule: 'namespace-prefix',
      severity: 'error',
      message: `elements are called "${root.prefix}tmx", "${root.prefix}tu" …, tools look for "tmx", "tu" …`,
      fix: 'the prefix is taken off',
    });
  }
  if (version !== '1.4') {
    const isOld = version !== undefined && /^1\.[1-4]b?$/.test(version);
    report(examination, root, {
      rule: 'version',
      severity: isOld && examination.target !== 'omegat' ? 'warning' : 'error',
      message:
        version === undefined ? 'no version' : `version "${version}", OmegaT takes "1.4" only`,
      fix: 'set to 1.4',
    });
  }
  for (const name of Object.keys(root.attributes)) {
    if (name.toLowerCase() === 'version') continue;
    report(examination, root, {
      rule: 'unknown-attribute',
      severity: schemaSeverity(examination),
      message: `<tmx> may not have the attribute "${name}"`,
      fix: 'taken out',
    });
  }
  root.attributes = { version: '1.4' };
}

/** Examines and mends what a header must say. */
export function examineHeader(header: XmlElement, examination: Examination): void {
  for (const [name, fallback] of Object.entries(HEADER_NEEDS)) {
    if (header.attributes[name] !== undefined) continue;
    report(examination, header, {
      rule: 'header-attribute-missing',
      severity: 'error',
      message: `the header has no ${name}`,
      fix: `set to "${fallback}"`,
    });
    header.attributes[name] = fallback;
  }
  const segtype = header.attributes['segtype'] ?? '';
  if (SEGTYPES.has(segtype)) return;
  report(examination, header, {
    rule: 'segtype',
    severity: 'error',
    message: `segtype "${segtype}" is none of block, paragraph, sentence, phrase`,
    fix: 'set to sentence',
  });
  header.attributes['segtype'] = 'sentence';
}
