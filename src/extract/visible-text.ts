import type { Page } from '../model/index.js';
import { decodeBytes } from '../text/index.js';
import { INVISIBLE } from './tags.js';
import { parseTree } from './tree.js';

/** All text of a page that is not script or markup, in order, as it stands: for checks. */
export function visibleText(page: Page): string {
  const { text } = decodeBytes(page.bytes, {
    html: true,
    ...(page.contentType === undefined ? {} : { contentType: page.contentType }),
  });
  const { nodes } = parseTree(text, page.origin.location);
  const parts: string[] = [];
  for (let i = 1; i < nodes.length; i++) {
    const node = nodes[i];
    if (node?.kind === 'text') parts.push(node.text);
    else if (node !== undefined && INVISIBLE.has(node.tag)) i = node.end - 1;
  }
  return parts.join(' ');
}
