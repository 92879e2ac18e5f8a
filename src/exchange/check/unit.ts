import { isChinese, isEnglish } from '../codes.js';
import { examineCodes } from './inline-codes.js';
import { report, schemaSeverity, type Examination } from './repair.js';
import { TOOLS } from './tools.js';
import { childrenOf, textOf, type XmlElement } from './tree.js';
import { IDENTITY_KEYS } from './vocabulary.js';

/**
 * Examines and mends one unit.
 *
 * @param srclang - the source language that the header declares
 * @returns false when nothing of the unit can be kept
 */
export function examineUnit(unit: XmlElement, examination: Examination, srclang: string): boolean {
  orderProps(unit, examination, 'tuv');
  renameIdentityKeys(unit, examination);
  unit.children = unit.children.filter(
    (child) =>
      typeof child === 'string' || child.name !== 'tuv' || examineVariant(child, examination),
  );
  dropOtherLanguages(unit, examination);
  const variants = childrenOf(unit, 'tuv');
  examineRepeated(unit, variants, examination);
  if (variants.length === 0) {
    report(examination, unit, {
      rule: 'unit-empty',
      severity: 'error',
      message: 'the unit has no text in any language',
      fix: 'left out',
    });
    return false;
  }
  examineLanguages(unit, variants, examination, srclang);
  return !isTooLong(unit, variants, examination);
}

/** Properties and notes stand before the variants of a unit, and before the segment of a variant. */
function orderProps(parent: XmlElement, examination: Examination, content: 'tuv' | 'seg'): void {
  const elements = parent.children.filter((child) => typeof child !== 'string');
  const firstContent = elements.findIndex(({ name }) => name === content);
  const late = elements.find(({ name }, index) => name !== content && index > firstContent);
  if (firstContent === -1 || late === undefined) return;
  report(examination, late, {
    rule: 'property-order',
    severity: schemaSeverity(examination),
    message: `<${late.name}> stands after <${content}>`,
    fix: 'moved before it',
  });
  parent.children = [
    ...elements.filter(({ name }) => name !== content),
    ...elements.filter(({ name }) => name === content),
  ];
}

/** Some tools take memories of two languages only. */
function dropOtherLanguages(unit: XmlElement, examination: Examination): void {
  const { name, isBilingual = false } = TOOLS[examination.target];
  const codes = childrenOf(unit, 'tuv').map(({ attributes }) => attributes['xml:lang'] ?? '');
  const languages = new Set(codes.map(languageOf));
  const isOurs = codes.some(isChinese) && codes.some(isEnglish);
  if (!isBilingual || languages.size < 3) return;
  report(examination, unit, {
    rule: 'several-languages',
    severity: 'error',
    message: `${languages.size} languages in one unit, ${name} takes memories of two`,
    ...(isOurs ? { fix: 'all but Chinese and English are taken out' } : {}),
  });
  if (!isOurs) return;
  unit.children = unit.children.filter((child) => {
    if (typeof child === 'string' || child.name !== 'tuv') return true;
    const code = child.attributes['xml:lang'] ?? '';
    return isChinese(code) || isEnglish(code);
  });
}

/** Of several texts in one language a tool takes one, and not each tool the same. */
function examineRepeated(
  unit: XmlElement,
  variants: readonly XmlElement[],
  examination: Examination,
): void {
  const seen = new Map<string, string>();
  for (const variant of variants) {
    const code = variant.attributes['xml:lang'] ?? '';
    const text = childrenOf(variant, 'seg').map(textOf).join('');
    const first = seen.get(code);
    seen.set(code, first ?? text);
    if (first === undefined || first === text) continue;
    report(examination, unit, {
      rule: 'variant-repeated',
      severity: 'warning',
      message: `the unit has several texts in "${code}", of which tools take one`,
    });
    return;
  }
}

/** A unit is of use when it has the source language and another one. */
function examineLanguages(
  unit: XmlElement,
  variants: readonly XmlElement[],
  examination: Examination,
  srclang: string,
): void {
  const codes = variants.map(({ attributes }) => attributes['xml:lang'] ?? '');
  if (codes.length === 1) {
    report(examination, unit, {
      rule: 'one-language',
      severity: 'warning',
      message: `the unit is in "${codes[0] ?? ''}" only, it translates nothing`,
    });
    return;
  }
  const { target } = examination;
  if (srclang === '*all*') return;
  const isThere = codes.some((code) =>
    target === 'heartsome' ? code === srclang : languageOf(code) === languageOf(srclang),
  );
  if (isThere) return;
  report(examination, unit, {
    rule: 'source-missing',
    severity: target === 'heartsome' ? 'error' : 'warning',
    message: `srclang is "${srclang}", the unit has ${codes.map((code) => `"${code}"`).join(', ')}: it is passed over`,
  });
}

function languageOf(code: string): string {
  return code.split(/[-_]/, 1)[0]?.toLowerCase() ?? '';
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
  orderProps(variant, examination, 'seg');
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
  const { name, maxSegment: limit = Infinity } = TOOLS[target];
  const longest = Math.max(...variants.map((variant) => textOf(variant).trim().length));
  if (longest <= limit) return false;
  report(examination, unit, {
    rule: 'too-long',
    severity: 'error',
    message: `a segment of ${longest} characters, ${name} takes ${limit}`,
    fix: 'left out',
  });
  return true;
}
