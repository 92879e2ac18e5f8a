import { EXTRACT_DEFAULTS } from './defaults.js';
import { OPEN_ENDED, VOID } from './tags.js';

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>/gu;

/** How many tags a page opens, and whether they nest deeper than in any page made by people. */
interface Nesting {
  readonly tags: number;
  readonly isDeep: boolean;
}

/** Counts tags without building a tree. */
export function nesting(html: string): Nesting {
  let [tags, depth, deepest] = [0, 0, 0];
  for (const [, close, name = ''] of html.matchAll(TAG)) {
    if (close === '') tags += 1;
    const tag = name.toLowerCase();
    if (VOID.has(tag) || OPEN_ENDED.has(tag)) continue;
    depth = close === '' ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return { tags, isDeep: deepest > EXTRACT_DEFAULTS.maxDepth };
}

/**
 * The text of a page with every tag turned into a line break, many into an empty line; scripts and
 * styles left out.
 */
export function withoutTags(html: string): string {
  return html
    .replace(/<(script|style|template)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/giu, ' ')
    .replace(/<!--[\s\S]*?(?:-->|$)/gu, ' ')
    .replace(/(?:<\/?[a-zA-Z][^<>]*>\s*)+/gu, (tags) =>
      !tags.includes('<', 1) ? '<br>' : '<br><br>',
    );
}
