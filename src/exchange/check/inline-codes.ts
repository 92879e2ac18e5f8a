import { report, type Examination } from './repair.js';
import type { XmlElement } from './tree.js';

/**
 * Examines the pairs of `bpt` and `ept` in a segment: each begins before it ends, once.
 *
 * A segment where they do not agree loses its inline codes when mended; its text stays.
 */
export function examineCodes(segment: XmlElement, examination: Examination): void {
  const problem = unbalanced(segment);
  if (problem === undefined) return;
  report(examination, segment, {
    rule: 'inline-codes',
    severity: 'error',
    message: problem,
    fix: 'the codes of the segment are taken out, its text stays',
  });
  segment.children = [plainText(segment)];
}

function unbalanced(segment: XmlElement): string | undefined {
  const open = new Set<string>();
  for (const { name, attributes } of codesOf(segment)) {
    const number = attributes['i'];
    if (name === 'bpt') {
      if (number === undefined) return 'a <bpt> without i';
      if (open.has(number)) return `<bpt i="${number}"> begins twice`;
      open.add(number);
    }
    if (name === 'ept') {
      if (number === undefined) return 'an <ept> without i';
      if (!open.delete(number)) return `<ept i="${number}"> ends what did not begin`;
    }
  }
  const [left] = open;
  return left === undefined ? undefined : `<bpt i="${left}"> never ends`;
}

function* codesOf(element: XmlElement): Iterable<XmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    yield child;
    yield* codesOf(child);
  }
}

/** Text outside codes. */
function plainText(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      return child.name === 'hi' ? plainText(child) : '';
    })
    .join('');
}
