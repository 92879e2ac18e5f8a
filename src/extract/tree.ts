import { load } from 'cheerio/slim';
import { DuizhaoError } from '../kit/index.js';
import { EXTRACT_DEFAULTS } from './defaults.js';
import type { PageHints } from '../model/index.js';
import { nesting, withoutTags } from './depth.js';
import { marksOf, NO_MARKS, type Marks } from './marks.js';

/** An element; nodes refer to each other by their place in {@link Tree.nodes}. */
export interface ElementNode {
  readonly kind: 'element';
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: number;
  /** Place of the first node after this element and everything inside it. */
  end: number;
}

/** A run of characters. */
interface TextNode {
  readonly kind: 'text';
  readonly text: string;
  readonly parent: number;
}

/** A page as a list of nodes in document order; node 0 is the root element. */
export interface Tree {
  readonly nodes: readonly (ElementNode | TextNode)[];
  /** What the recipe of the site points at. */
  readonly marks: Marks;
}

/**
 * Parses HTML of any quality into a flat tree.
 *
 * All walks over the result are loops, so no nesting depth can exhaust the stack.
 * A page nested deeper than `maxDepth` is read as plain lines.
 *
 * @throws DuizhaoError `extract.page-too-large` above `maxChars` or `maxTags`
 */
export function parseTree(html: string, location: string, hints?: PageHints): Tree {
  const { maxChars } = EXTRACT_DEFAULTS;
  if (html.length > maxChars) throw tooLarge(location, `${html.length} characters`, maxChars);
  const { maxTags } = EXTRACT_DEFAULTS;
  const nested = nesting(html);
  const flat = nested.isDeep ? withoutTags(html) : html;
  const { tags } = nested.isDeep ? nesting(flat) : nested;
  if (tags > maxTags) throw tooLarge(location, `${tags} tags`, maxTags);
  const page = load(flat).root();
  const root = page[0];
  if (hints === undefined) {
    return { nodes: root === undefined ? [rootNode()] : flatten(root), marks: NO_MARKS };
  }
  const places = new Map<object, number>();
  const nodes = root === undefined ? [rootNode()] : flatten(root, places);
  const find = (selector: string): readonly number[] =>
    page
      .find(selector)
      .toArray()
      .flatMap((element) => places.get(element) ?? []);
  return { nodes, marks: marksOf(hints, find) };
}

function tooLarge(location: string, size: string, most: number): DuizhaoError {
  return new DuizhaoError({
    code: 'extract.page-too-large',
    exit: 'badInput',
    message: `page of ${size}, at most ${most} are read: "${location}"`,
    hint: 'leave the page out, or cut it into parts',
    at: { file: location },
  });
}

interface Source {
  readonly children: readonly SourceNode[];
}

/** What is used of the parser's nodes. */
type SourceNode =
  | { readonly nodeType: 3; readonly data: string }
  | {
      readonly nodeType: 1;
      readonly name: string;
      readonly attribs: Readonly<Record<string, string>>;
      readonly children: readonly SourceNode[];
    }
  | { readonly nodeType: 4 | 9; readonly children: readonly SourceNode[] }
  | { readonly nodeType: 8 | 1 };

/** @param places - filled with the place of every element */
function flatten(root: Source, places?: Map<object, number>): readonly (ElementNode | TextNode)[] {
  const nodes: (ElementNode | TextNode)[] = [rootNode()];
  const open: { readonly place: number; readonly children: readonly SourceNode[]; next: number }[] =
    [{ place: 0, children: root.children, next: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child = top.children[top.next];
    top.next += 1;
    if (child === undefined) {
      const node = nodes[top.place];
      if (node?.kind === 'element') node.end = nodes.length;
      open.pop();
    } else if (child.nodeType === 3) {
      nodes.push({ kind: 'text', text: child.data, parent: top.place });
    } else if ('attribs' in child) {
      const { name: tag, attribs: attributes, children } = child;
      places?.set(child, nodes.length);
      open.push({ place: nodes.length, children, next: 0 });
      nodes.push({ kind: 'element', tag, attributes, parent: top.place, end: 0 });
    } else if ('children' in child) {
      open.push({ place: top.place, children: child.children, next: 0 });
    }
  }
  return nodes;
}

function rootNode(): ElementNode {
  return { kind: 'element', tag: '#root', attributes: {}, parent: 0, end: 1 };
}

/** Child elements of a node, found by stepping over whole subtrees; the first `most` of them. */
export function childElements(tree: Tree, at: number, most = Infinity): readonly number[] {
  const parent = tree.nodes[at];
  const end = parent?.kind === 'element' ? parent.end : at + 1;
  const children: number[] = [];
  for (let i = at + 1; i < end && children.length < most;) {
    const node = tree.nodes[i];
    if (node?.kind === 'element') {
      children.push(i);
      i = node.end;
    } else i += 1;
  }
  return children;
}

/** The text under an element, as it is in the source; no more nodes are read once it is long. */
export function textIn(tree: Tree, at: number, long = Infinity): string {
  const node = tree.nodes[at];
  const end = node?.kind === 'element' ? node.end : at + 1;
  const parts: string[] = [];
  let length = 0;
  for (let i = at + 1; i < end && length < long; i++) {
    const inner = tree.nodes[i];
    if (inner?.kind !== 'text') continue;
    parts.push(inner.text);
    length += inner.text.length;
  }
  return parts.join('');
}
