import { READ_LIMITS } from '../defaults.js';
import { tooManyElements } from '../tmx/read.js';
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
  /** Namespace prefix with its colon, told of the root only; `''` if it has none. */
  readonly prefix?: string;
  /** As the file has it, told of the first of each name that is written in capitals. */
  readonly capitals?: string;
}

/** A part of a TMX file, in order: a start tag, a header, a unit, or what has no place there. */
export interface TmxPart {
  readonly kind: 'root' | 'body' | 'header' | 'unit' | 'other' | 'text';
  /** A tree; of root and body the start tag only; stray text in an element without a name. */
  readonly element: XmlElement;
  /** Name of the element it stands in, `''` for the root. */
  readonly parent: string;
}

/** Emits the parts of a TMX file as small trees; memory holds one of them at a time. */
export function partHandlers(emit: (part: TmxPart) => void, place: XmlPlace): XmlHandlers {
  /** Open elements that are no part of a tree: the root and a body. */
  const outer: string[] = [];
  const path: XmlElement[] = [];
  let elements = 0;
  /** `t:` where the root is `t:tmx`. */
  let prefix = '';
  const capitals = new Set<string>();

  return {
    open: ({ name, attributes }) => {
      if (outer.length === 0) prefix = /^.*:/.exec(name)?.[0] ?? '';
      const own = name.startsWith(prefix) ? name.slice(prefix.length) : name;
      const isNew = /[A-Z]/.test(own) && !capitals.has(own);
      if (isNew) capitals.add(own);
      const element = {
        ...elementOf(own.toLowerCase(), attributes, place),
        ...(outer.length === 0 ? { prefix } : {}),
        ...(isNew ? { capitals: own } : {}),
      };
      const parent = path.at(-1);
      elements = parent === undefined ? 0 : elements + 1;
      if (elements > READ_LIMITS.maxUnitElements) throw tooManyElements(place);
      if (parent !== undefined) {
        parent.children.push(element);
        path.push(element);
      } else if (outer.length === 0 || (outer.length === 1 && element.name === 'body')) {
        const kind = outer.length === 0 ? 'root' : 'body';
        emit({ kind, element, parent: outer.at(-1) ?? '' });
        outer.push(element.name);
      } else path.push(element);
    },
    close: () => {
      const element = path.pop();
      if (element === undefined) outer.pop();
      else if (path.length === 0) {
        emit({ kind: kindOf(element.name), element, parent: outer.at(-1) ?? '' });
      }
    },
    text: (piece) => {
      const parent = path.at(-1);
      if (parent !== undefined) parent.children.push(piece);
      else if (piece.trim() !== '') {
        const element = elementOf('', {}, place);
        emit({ kind: 'text', element, parent: outer.at(-1) ?? '' });
      }
    },
  };
}

function kindOf(name: string): TmxPart['kind'] {
  if (name === 'header') return 'header';
  return name === 'tu' ? 'unit' : 'other';
}

function elementOf(name: string, attributes: OpenTag['attributes'], place: XmlPlace): XmlElement {
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
