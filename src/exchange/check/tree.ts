import type { OpenTag, XmlHandlers, XmlPlace } from '../xml/read.js';
import { escapeAttribute, escapeText } from '../xml/text.js';

/** An element of a TMX file with all that is in it. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
  /** Line its start tag ends on, from 1. */
  readonly line: number;
  readonly column: number;
}

/** A part of a TMX file, in order: the start tag of the root, the header, one unit. */
export interface TmxPart {
  readonly kind: 'root' | 'header' | 'unit' | 'other';
  readonly element: XmlElement;
}

/** Emits the parts of a TMX file as small trees; memory holds one of them at a time. */
export function partHandlers(emit: (part: TmxPart) => void, place: XmlPlace): XmlHandlers {
  const path: XmlElement[] = [];
  let depth = 0;

  return {
    open: (tag) => {
      depth += 1;
      const element = elementOf(tag, place);
      if (depth === 1) emit({ kind: 'root', element });
      const parent = path.at(-1);
      if (parent !== undefined) parent.children.push(element);
      if (parent !== undefined || (depth > 1 && tag.name !== 'body')) path.push(element);
    },
    close: () => {
      depth -= 1;
      const element = path.pop();
      if (element === undefined || path.length > 0) return;
      emit({ kind: kindOf(element.name), element });
    },
    text: (piece) => {
      path.at(-1)?.children.push(piece);
    },
  };
}

function kindOf(name: string): TmxPart['kind'] {
  if (name === 'header') return 'header';
  return name === 'tu' ? 'unit' : 'other';
}

function elementOf({ name, attributes }: OpenTag, place: XmlPlace): XmlElement {
  const copy: Record<string, string> = Object.fromEntries(Object.entries(attributes));
  return { name, attributes: copy, children: [], line: place.line(), column: place.column() };
}

/** The children of that name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** All text in an element, of every depth. */
export function textOf(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('');
}

/** An element as XML. */
export function serialise(element: XmlElement): string {
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
  if (element.children.length === 0) return `<${element.name}${attributes}/>`;
  const content = element.children
    .map((child) => (typeof child === 'string' ? escapeText(child) : serialise(child)))
    .join('');
  return `<${element.name}${attributes}>${content}</${element.name}>`;
}
