import { collapseSpace } from '../text/index.js';
import { linkedData } from './linked-data.js';
import type { Tree } from './tree.js';

/** What a page says of itself in its head: name in lower case → first value that is not empty. */
export type MetaTags = ReadonlyMap<string, string>;

/** Reads meta tags (government, OpenGraph, Dublin Core), JSON-LD, `<title>` and canonical link. */
export function metaTags(tree: Tree): MetaTags {
  const found = new Map<string, string>();
  const put = (name: string | undefined, value: string | undefined): void => {
    const [key, text] = [name?.trim().toLowerCase() ?? '', collapseSpace(value ?? '')];
    if (key === '' || text === '' || text === 'null' || found.has(key)) return;
    found.set(key, text.slice(0, 2_000));
  };
  tree.nodes.forEach((node, i) => {
    if (node.kind !== 'element') return;
    const { tag, attributes } = node;
    if (tag === 'meta') {
      put(
        attributes['name'] ?? attributes['property'] ?? attributes['itemprop'],
        attributes['content'],
      );
    } else if (tag === 'title') put('title', textIn(tree, i));
    else if (tag === 'html') put('html-lang', attributes['lang'] ?? attributes['xml:lang']);
    else if (tag === 'time') put('time', attributes['datetime']);
    else if (tag === 'link' && attributes['rel'] === 'canonical')
      put('canonical', attributes['href']);
    else if (tag === 'script' && /ld\+json/iu.test(attributes['type'] ?? '')) {
      for (const [name, value] of linkedData(textIn(tree, i))) put(`ld:${name}`, value);
    }
  });
  return found;
}

/** Text directly inside an element, children elements left out. */
export function textIn(tree: Tree, at: number): string {
  const node = tree.nodes[at];
  if (node?.kind !== 'element') return '';
  return tree.nodes
    .slice(at + 1, node.end)
    .map((inner) => (inner.kind === 'text' ? inner.text : ''))
    .join('');
}
