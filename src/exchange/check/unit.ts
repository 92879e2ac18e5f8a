import { TMX_PROFILES } from '../tmx/profiles.js';
import { examineCodes } from './inline-codes.js';
import { report, schemaSeverity, type Examination } from './repair.js';
import { childrenOf, textOf, type XmlElement } from './tree.js';
import { IDENTITY_KEYS } from './vocabulary.js';

/**
 * Examines and mends one unit.
 *
 * @returns false when nothing of the unit can be kept
 */
export function examineUnit(unit: XmlElement, examination: Examination): boolean {
  orderProps(unit, examination);
  renameIdentityKeys(unit, examination);
  unit.children = unit.children.filter(
    (child) =>
      typeof child === 'string' || child.name !== 'tuv' || examineVariant(child, examination),
  );
  const variants = childrenOf(unit, 'tuv');
  if (variants.length === 0) {
    report(examination, unit, {
      rule: 'unit-empty',
      severity: 'error',
      message: 'the unit has no text in any language',
      fix: 'left out',
    });
    return false;
  }
  return !isTooLong(unit, variants, examination);
}

/** Properties and notes stand before the variants. */
function orderProps(unit: XmlElement, examination: Examination): void {
  const elements = unit.children.filter((child) => typeof child !== 'string');
  const firstVariant = elements.findIndex(({ name }) => name === 'tuv');
  const late = elements.find(({ name }, index) => name !== 'tuv' && index > firstVariant);
  if (firstVariant === -1 || late === undefined) return;
  report(examination, late, {
    rule: 'property-order',
    severity: schemaSeverity(examination),
    message: `<${late.name}> stands after <tuv>`,
    fix: 'moved before it',
  });
  unit.children = [
    ...elements.filter(({ name }) => name !== 'tuv'),
    ...elements.filter(({ name }) => name === 'tuv'),
  ];
}

function renameIdentityKeys(unit: XmlElement, examination: Examination): void {
  if (examination.target !== 'omegat') return;
  for (const prop of childrenOf(unit, 'prop')) {
    const type = prop.attributes['type'] ?? '';
    if (!IDENTITY_KEYS.has(type)) continue;
    report(examination, prop, {
      rule: 'identity-property',
      severity: 'warning',
      message: `OmegaT takes a property of type "${type}" for the place of the segment and matches nowhere else`,
      fix: `renamed to "x-${type}"`,
    });
    prop.attributes['type'] = `x-${type}`;
  }
}

/** Whether the variant can be kept. */
function examineVariant(variant: XmlElement, examination: Examination): boolean {
  const segments = childrenOf(variant, 'seg');
  const [segment] = segments;
  if (variant.attributes['xml:lang'] === undefined) {
    return drop('language-missing', 'a <tuv> without xml:lang');
  }
  if (segment === undefined) return drop('segment-missing', 'a <tuv> without <seg>');
  if (segments.length > 1) {
    report(examination, variant, {
      rule: 'several-segments',
      severity: 'error',
      message: `a <tuv> with ${segments.length} <seg>`,
      fix: 'the first is kept',
    });
    variant.children = variant.children.filter(
      (child) => typeof child === 'string' || child.name !== 'seg' || child === segment,
    );
  }
  if (textOf(segment).trim() === '') {
    report(examination, segment, {
      rule: 'segment-empty',
      severity: 'warning',
      message: `an empty segment in "${variant.attributes['xml:lang']}"`,
    });
  }
  examineCodes(segment, examination);
  return true;

  function drop(rule: string, message: string): false {
    report(examination, variant, { rule, severity: 'error', message, fix: 'taken out' });
    return false;
  }
}

function isTooLong(
  unit: XmlElement,
  variants: readonly XmlElement[],
  examination: Examination,
): boolean {
  const { target } = examination;
  const limit = target === 'excel' ? Infinity : (TMX_PROFILES[target].maxSegment ?? Infinity);
  const longest = Math.max(...variants.map((variant) => textOf(variant).trim().length));
  if (longest <= limit) return false;
  report(examination, unit, {
    rule: 'too-long',
    severity: 'error',
    message: `a segment of ${longest} characters, ${target} takes ${limit}`,
    fix: 'left out',
  });
  return true;
}
