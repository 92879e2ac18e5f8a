import { meantCode, regionalCode } from '../codes.js';
import { TOOLS } from './tools.js';
import {
  ATTRIBUTES,
  CHILDREN,
  LANGUAGE,
  NEEDED,
  TEXTUAL,
  TIME,
  tidyCode,
  tidyTime,
  TIMES,
  VALUES,
} from './vocabulary.js';
import { report, schemaSeverity, type Examination } from './repair.js';
import { localName } from '../xml/text.js';
import { textOf, type XmlElement } from './tree.js';

/** Examines and mends the attributes and the names of an element and all inside it. */
export function examineNames(element: XmlElement, examination: Examination): void {
  tellCapitals(element, examination);
  mendNames(element, examination);
  renameLang(element, examination);
  dropUnknown(element, examination);
  mendCode(element, examination);
  addRegion(element, examination);
  mendTimes(element, examination);
  mendValues(element, examination);
  addNeeded(element, examination);
  const allowed = CHILDREN[element.name];
  element.children = element.children.flatMap((child) => {
    if (typeof child === 'string') return isStray(child, element, examination) ? [] : [child];
    if (allowed?.has(child.name) === false) return replaced(child, element, examination);
    examineNames(child, examination);
    return [child];
  });
}

/** XML knows no other spelling of a name; reported once a name, and written small. */
export function tellCapitals(element: XmlElement, examination: Examination): void {
  const { capitals, name } = element;
  if (capitals === undefined || !isKnown(name)) return;
  report(examination, element, {
    rule: 'name-case',
    severity: 'error',
    message: `elements are called "${capitals}", tools look for "${name}"`,
    fix: 'written small',
  });
}

function isKnown(name: string): boolean {
  return name === 'body' || ATTRIBUTES[name] !== undefined;
}

/** Attributes written in capitals or with a prefix that is not theirs: `LANG`, `XML:LANG`, `x:lang`. */
function mendNames(element: XmlElement, examination: Examination): void {
  const known = ATTRIBUTES[element.name];
  if (known === undefined) return;
  const entries = Object.entries(element.attributes);
  if (entries.every(([name]) => known.has(name) || name === 'lang')) return;
  const mended = entries.map(([name, value]): [string, string] => {
    const small = name.toLowerCase();
    const meant = localName(small) === 'lang' && known.has('xml:lang') ? 'xml:lang' : small;
    if (known.has(name) || !known.has(meant) || name === 'lang') return [name, value];
    report(examination, element, {
      rule: 'attribute-name',
      severity: 'error',
      message: `<${element.name} ${name}="${value}">: tools look for ${meant}`,
      fix: 'renamed',
    });
    return [meant, value];
  });
  element.attributes = Object.fromEntries(mended);
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
    const tidy = meantCode(code) ?? tidyCode(code);
    if (!LANGUAGE.test(tidy)) {
      report(examination, element, {
        rule: 'language-code',
        severity: 'error',
        message: `"${code}" is no language code, tools look for codes like "zh-CN"`,
      });
    }
    if (tidy === code) continue;
    const isBroken = code.includes('_') || code !== code.trim() || meantCode(code) !== undefined;
    report(examination, element, {
      rule: isBroken ? 'language-code' : 'language-code-case',
      severity: isBroken || examination.target === 'heartsome' ? 'error' : 'warning',
      message: `language code "${code}", tools look for "${tidy}"`,
      fix: 'rewritten',
    });
    element.attributes[name] = tidy;
  }
}

/** For tools whose languages always have a region, a code that has none gets the usual one. */
function addRegion(element: XmlElement, examination: Examination): void {
  const { name: tool, wantsRegion = false } = TOOLS[examination.target];
  if (!wantsRegion) return;
  for (const name of ['xml:lang', 'srclang']) {
    const code = element.attributes[name] ?? '';
    const full = regionalCode(code);
    if (full === undefined) continue;
    report(examination, element, {
      rule: 'language-region',
      severity: 'warning',
      message: `language code "${code}" names no region, the languages of ${tool} have one`,
      fix: `set to "${full}"`,
    });
    element.attributes[name] = full;
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

/** Attributes that take a few values only. */
function mendValues(element: XmlElement, examination: Examination): void {
  for (const [name, value] of Object.entries(element.attributes)) {
    const allowed = VALUES[`${element.name} ${name}`];
    if (allowed === undefined || allowed.test(value)) continue;
    report(examination, element, {
      rule: 'attribute-value',
      severity: schemaSeverity(examination),
      message: `<${element.name} ${name}="${value}">: no such value`,
      fix: 'taken out',
    });
    const others = Object.entries(element.attributes).filter(([other]) => other !== name);
    element.attributes = Object.fromEntries(others);
  }
}

function addNeeded(element: XmlElement, examination: Examination): void {
  for (const [name, value] of Object.entries(NEEDED[element.name] ?? {})) {
    if (element.attributes[name] !== undefined) continue;
    report(examination, element, {
      rule: 'attribute-missing',
      severity: schemaSeverity(examination),
      message: `<${element.name}> has no ${name}`,
      fix: `set to "${value}"`,
    });
    element.attributes = { [name]: value, ...element.attributes };
  }
}

function isStray(text: string, parent: XmlElement, examination: Examination): boolean {
  if (text.trim() === '' || TEXTUAL.has(parent.name) || CHILDREN[parent.name] === undefined) {
    return false;
  }
  report(examination, parent, {
    rule: 'stray-text',
    severity: schemaSeverity(examination),
    message: `text directly in <${parent.name}>: "${text.trim().slice(0, 20)}"`,
    fix: 'taken out',
  });
  return true;
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
