import type { OpenTag } from '../xml/read.js';
import { localName } from '../xml/text.js';

/** Names as TMX has them contain neither capitals nor a prefix. */
const IS_ODD = /[A-Z:]/;

/**
 * A tag as TMX has it: some programs write a prefix, and some of the first ones wrote capitals
 * (`<TMX>`, `<TUV LANG="EN-US">`).
 */
export function plainTag(tag: OpenTag): OpenTag {
  if (!IS_ODD.test(tag.name)) return tag;
  const attributes = Object.entries(tag.attributes).map(([key, value]) => {
    return [key.toLowerCase(), value] as const;
  });
  return { name: plainName(tag.name), attributes: Object.fromEntries(attributes) };
}

/** `t:tu` and `TU` → `tu`. */
export function plainName(name: string): string {
  return IS_ODD.test(name) ? localName(name).toLowerCase() : name;
}

/** The language of a variant, `''` if it says nothing: `xml:lang`, `lang` (1.1), or either oddly written. */
export function langOf(attributes: OpenTag['attributes']): string {
  const known = attributes['xml:lang'] ?? attributes['lang'];
  if (known !== undefined) return known;
  for (const name in attributes) {
    if (localName(name).toLowerCase() === 'lang') return attributes[name] ?? '';
  }
  return '';
}
