import { EXTRACT_DEFAULTS } from './defaults.js';
import { OPEN_ENDED, VOID } from './tags.js';

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>/gu;

/** Whether tags nest deeper than any page made by people; counts tags without building a tree. */
export function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, close, name = ''] of html.matchAll(TAG)) {
    const tag = name.toLowerCase();
    if (VOID.has(tag) || OPEN_ENDED.has(tag)) continue;
    depth = close === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > EXTRACT_DEFAULTS.maxDepth) return true;
  }
  return false;
}

/** The text of a page with every tag turned into a line break; scripts and styles left out. */
export function withoutTags(html: string): string {
  return html
    .replace(/<(script|style|template)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/giu, ' ')
    .replace(/<!--[\s\S]*?(?:-->|$)/gu, ' ')
    .replace(/<\/?[a-zA-Z][^<>]*>/gu, '<br>');
}
