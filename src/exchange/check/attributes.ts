import { ATTRIBUTES, CHILDREN, TIME, tidyCode, tidyTime, TIMES } from './vocabulary.js';
import { report, schemaSeverity, type Examination } from './repair.js';
import { textOf, type XmlElement } from './tree.js';

/** Examines and mends the attributes and the names of an element and all inside it. */
export function examineNames(element: XmlElement, examination: Examination): void {
  renameLang(element, examination);
  dropUnknown(element, examination);
  mendCode(element, examination);
  mendTimes(element, examination);
  const allowed = CHILDREN[element.name];
  element.children = element.children.flatMap((child) => {
    if (typeof child === 'string') return [child];
    if (allowed?.has(child.name) === false) return replaced(child, element, examination);
    examineNames(child, examination);
    return [child];
  });
}

/** TMX 1.1 wrote `lang`. */
function renameLang(element: XmlElement, examination: Examination): void {
  const { lang, ...others } = element.attributes;
  if (
    lang === undefined ||
    (element.name !== 'tuv' && element.name !== 'note' && element.name !== 'prop')
  )
    return;
  report(examination, element, {
    rule: 'lang-attribute',
    severity: schemaSeverity(examination),
    message: `<${element.name}> says lang="${lang}" where TMX 1.4 has xml:lang`,
    fix: 'renamed',
  });
  element.attributes = { 'xml:lang': lang, ...others };
}

function dropUnknown(element: XmlElement, examination: Examination): void {
  const known = ATTRIBUTES[element.name];
  if (known === undefined) return;
  const entries = Object.entries(element.attributes);
  for (const [name] of entries) {
    if (known.has(name)) continue;
    report(examination, element, {
      rule: 'unknown-attribute',
      severity: schemaSeverity(examination),
      message: `<${element.name}> may not have the attribute "${name}"`,
      fix: 'taken out',
    });
  }
  element.attributes = Object.fromEntries(entries.filter(([name]) => known.has(name)));
}

function mendCode(element: XmlElement, examination: Examination): void {
  for (const name of ['xml:lang', 'srclang', 'adminlang']) {
    const code = element.attributes[name];
    if (code === undefined || code === '*all*') continue;
    const tidy = tidyCode(code);
    if (tidy === code) continue;
    const isBroken = code.includes('_') || code !== code.trim();
    report(examination, element, {
      rule: isBroken ? 'language-code' : 'language-code-case',
      severity: isBroken || examination.target === 'heartsome' ? 'error' : 'warning',
      message: `language code "${code}", tools look for "${tidy}"`,
      fix: 'rewritten',
    });
    element.attributes[name] = tidy;
  }
}

function mendTimes(element: XmlElement, examination: Examination): void {
  for (const name of TIMES) {
    const time = element.attributes[name];
    if (time === undefined || TIME.test(time)) continue;
    const tidy = tidyTime(time);
    report(examination, element, {
      rule: 'time-format',
      severity: 'error',
      message: `${name}="${time}" is not of the form YYYYMMDDTHHMMSSZ`,
      fix: tidy === undefined ? 'taken out' : 'rewritten',
    });
    const others = Object.entries(element.attributes).filter(([other]) => other !== name);
    element.attributes = Object.fromEntries(
      tidy === undefined ? others : [...others, [name, tidy]],
    );
  }
}

/** Inside a segment the text of an unknown element stays; elsewhere it goes as a whole. */
function replaced(
  child: XmlElement,
  parent: XmlElement,
  examination: Examination,
): (XmlElement | string)[] {
  const isText = parent.name === 'seg' || parent.name === 'hi' || parent.name === 'sub';
  report(examination, child, {
    rule: 'unknown-element',
    severity: schemaSeverity(examination),
    message: `<${child.name}> may not stand in <${parent.name}>`,
    fix: isText ? 'its text is kept' : 'taken out',
  });
  return isText ? [textOf(child)] : [];
}
