import { markupTokens, type MarkupToken } from './markup/tokens.js';

type Open = Extract<MarkupToken, { kind: 'open' }>;

/** One page of a book. */
export interface Chapter {
  readonly name: string;
  /** Why it is no part of the text. */
  readonly aside?: string;
}

/**
 * The chapters in the order of the spine, then what stands in the book besides them.
 *
 * A spine that leaves out more than it names, or names nothing, is damaged: all that the manifest
 * lists are chapters then, and after them all pages that it does not list.
 *
 * @param opf - text of the list of chapters
 * @param root - its name in the packet
 */
export function chaptersOf(
  names: readonly string[],
  opf: string,
  root: string,
): readonly Chapter[] {
  const tags = [...openTags(opf)];
  const items = tags.filter(({ tag, attributes }) => tag === 'item' && isMarkup(attributes));
  const byId = new Map(items.map(({ attributes }) => [attributes['id'] ?? '', attributes]));
  const chapterOf = (item: Open['attributes']): Chapter => {
    const name = partName(root, item['href'] ?? '');
    return /\bnav\b/u.test(item['properties'] ?? '') ? { name, aside: 'navigation' } : { name };
  };
  const spine = tags.flatMap(({ tag, attributes }): readonly Chapter[] => {
    const item = tag === 'itemref' ? byId.get(attributes['idref'] ?? '') : undefined;
    return item === undefined ? [] : [chapterOf(item)];
  });
  const listed = items.map(({ attributes }) => chapterOf(attributes));
  const all = [...listed, ...without(pagesIn(names), listed)];
  const there = new Set(names);
  const others = without(all, spine).filter(({ name }) => there.has(name));
  if (others.length > spine.length) return all;
  return [...spine, ...others.map(({ name, aside = 'not-in-spine' }) => ({ name, aside }))];
}

function without(chapters: readonly Chapter[], known: readonly Chapter[]): readonly Chapter[] {
  const names = new Set(known.map(({ name }) => name));
  return chapters.filter(({ name }) => !names.has(name));
}

/** Every page in the packet, in the order of names, 2 before 10. */
function pagesIn(names: readonly string[]): readonly Chapter[] {
  return names
    .filter((name) => /\.x?html?$/iu.test(name))
    .map((name) => ({ name, key: name.replace(/\d+/gu, (digits) => digits.padStart(9, '0')) }))
    .sort((one, two) => (one.key < two.key ? -1 : 1))
    .map(({ name }) => ({ name }));
}

function isMarkup(attributes: Open['attributes']): boolean {
  const type = attributes['media-type'] ?? '';
  return /html/iu.test(type) || /\.x?html?$/iu.test(attributes['href'] ?? '');
}

/** A name inside the packet, relative to the file that lists it: never a path on this disk. */
function partName(root: string, href: string): string {
  const folders = root.split('/').slice(0, -1);
  for (const step of unescaped(href.replace(/[#?].*$/u, '')).split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.' && step !== '') folders.push(step);
  }
  return folders.join('/');
}

/** A name as an address writes it, `%20` for a space. */
export function unescaped(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** Tags that open in a list of the packet. */
export function* openTags(markup: string): Iterable<Open> {
  for (const token of markupTokens(markup)) if (token.kind === 'open') yield token;
}
