import type { OpenTag } from '../xml/read.js';

/** Elements of TMX whose content is the code of another format, not text. */
const CODES: ReadonlySet<string> = new Set(['bpt', 'ept', 'it', 'ph', 'ut']);

/** Gathers the text of one `seg`. */
export interface SegmentReader {
  readonly isOpen: () => boolean;
  readonly start: () => void;
  readonly open: (tag: OpenTag) => void;
  readonly close: (name: string) => void;
  readonly text: (piece: string) => void;
  /** The text of the segment that ends here. */
  readonly finish: () => string;
}

/**
 * Text of segments with inline tags.
 *
 * `drop`: codes vanish, with what stands inside them (`sub` too); the text inside `hi` stays.
 * `keep`: a code becomes the text inside it (`<b>`), or its own tag if there is none (`<ph x="1"/>`).
 */
export function segmentReader(inlineTags: 'drop' | 'keep'): SegmentReader {
  let gathered: string | undefined;
  let codes: { readonly tag: OpenTag; hasText: boolean }[] = [];

  return {
    isOpen: () => gathered !== undefined,
    start: () => {
      gathered = '';
      codes = [];
    },
    open: (tag) => {
      if (CODES.has(tag.name)) codes.push({ tag, hasText: false });
    },
    close: (name) => {
      if (gathered === undefined || !CODES.has(name)) return;
      const code = codes.pop();
      if (inlineTags === 'keep' && code?.hasText === false) gathered += emptyTag(code.tag);
    },
    text: (piece) => {
      if (gathered === undefined) return;
      if (codes.length === 0) gathered += piece;
      else if (inlineTags === 'keep') {
        for (const code of codes) code.hasText = true;
        gathered += piece;
      }
    },
    finish: () => {
      const text = gathered ?? '';
      gathered = undefined;
      return text;
    },
  };
}

function emptyTag({ name, attributes }: OpenTag): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return `<${name}${written.join('')}/>`;
}
