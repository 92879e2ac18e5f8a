import { SaxesParser } from 'saxes';
import { DuizhaoError } from '../../kit/index.js';
import { READ_LIMITS } from '../defaults.js';
import type { Chunks } from '../format.js';
import { decodeXml } from './decode.js';
import { explain } from './explain.js';
import { RecentText, type XmlPosition } from './recent-text.js';

/** An element that opens. */
export interface OpenTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a reader of one XML vocabulary does with what the parser finds. */
export interface XmlHandlers {
  readonly open: (tag: OpenTag) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** The parser's place and voice, handed to the handlers. */
export interface XmlPlace {
  /** Line of the tag being read, from 1. */
  readonly line: () => number;
  readonly column: () => number;
  /** Says that nothing read so far is held any more: the limits of one item begin anew. */
  readonly letGo: () => void;
  /** A foreseen failure at this place. */
  readonly refuse: (
    code: string,
    message: string,
    hint?: string,
    elsewhere?: XmlPosition,
  ) => DuizhaoError;
}

/** What {@link readXml} needs to know. */
export interface XmlReadOptions {
  readonly file: string;
  readonly maxBytes?: number | undefined;
  /** Told at the end when the file says another encoding of itself than it is in. */
  readonly onWrongDeclaration?: (declared: string, actual: string) => void;
}

/**
 * Reads XML as a stream of whatever the handlers emit.
 *
 * Hostile input is refused: entities other than the five of XML (none is ever declared, so none
 * expands), nesting, text and size beyond {@link READ_LIMITS}. A DOCTYPE is passed over, nothing
 * is fetched.
 *
 * @param build - makes the handlers; `emit` hands on a finished item
 * @throws DuizhaoError `xml.malformed`, `xml.ampersand`, `xml.less-than`, `xml.character`, `xml.entity`, `xml.too-deep`, `xml.too-long`,
 *   `xml.too-many-attributes`, `xml.encoding`, `exchange.too-large`, with line and column
 */
export async function* readXml<Item>(
  source: Chunks,
  options: XmlReadOptions,
  build: (emit: (item: Item) => void, place: XmlPlace) => XmlHandlers,
): AsyncIterable<Item> {
  const { file, maxBytes = READ_LIMITS.maxBytes } = options;
  let items: Item[] = [];
  const parser = new SaxesParser({ xmlns: false });
  const place = placeOf(parser, file, () => {
    limits.emitted();
  });
  const recent = new RecentText();
  const limits: Limits = wire(
    parser,
    place,
    build((item) => {
      limits.emitted();
      items.push(item);
    }, place),
    recent,
  );
  const texts = decodeXml(source, { ...options, file, maxBytes });
  for await (const text of located(texts, place)) {
    recent.add(text, parser);
    try {
      parser.write(text);
    } catch (error) {
      yield* items; // what came before the fault
      throw error;
    }
    limits.add(text.length);
    if (items.length === 0) continue;
    yield* items;
    items = [];
  }
  parser.close();
  yield* items;
}

/** The texts; a failure to decode them gets the place the parser has come to. */
async function* located(texts: AsyncIterable<string>, place: XmlPlace): AsyncIterable<string> {
  try {
    yield* texts;
  } catch (error) {
    const isUnplaced = error instanceof DuizhaoError && error.failure.code === 'xml.encoding';
    if (!isUnplaced) throw error;
    throw place.refuse('xml.encoding', error.failure.message, error.failure.hint);
  }
}

function placeOf(parser: SaxesParser, file: string, letGo: () => void): XmlPlace {
  return {
    letGo,
    line: () => parser.line,
    column: () => parser.column + 1,
    refuse: (code, message, hint, at = { line: parser.line, column: parser.column + 1 }) =>
      refusal(file, at, { code, message, hint }),
  };
}

function refusal(
  file: string,
  at: XmlPosition,
  why: { readonly code: string; readonly message: string; readonly hint?: string | undefined },
): DuizhaoError {
  return new DuizhaoError({
    code: why.code,
    exit: 'badInput',
    message: `${file}: line ${at.line}, column ${at.column}: ${why.message}`,
    ...(why.hint === undefined ? {} : { hint: why.hint }),
    at: { file, ...at },
  });
}

/** Counters of characters since the last tag and since the last item. */
interface Limits {
  readonly add: (count: number) => void;
  readonly emitted: () => void;
}

/** Binds handlers and limits. */
function wire(
  parser: SaxesParser,
  place: XmlPlace,
  handlers: XmlHandlers,
  recent: RecentText,
): Limits {
  let [depth, quiet, attributes, item] = [0, 0, 0, 0];
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes <= READ_LIMITS.maxAttributes) return;
    throw place.refuse('xml.too-many-attributes', 'an element with too many attributes');
  });
  parser.on('error', (error) => {
    throw explain(error.message, { place, recent, position: parser.position });
  });
  parser.on('opentag', (tag) => {
    [quiet, attributes] = [0, 0];
    recent.tagAt(parser.position);
    depth += 1;
    if (depth > READ_LIMITS.maxDepth) {
      throw place.refuse('xml.too-deep', `elements nested deeper than ${READ_LIMITS.maxDepth}`);
    }
    handlers.open(tag);
  });
  parser.on('closetag', (tag) => {
    quiet = 0;
    recent.tagAt(parser.position);
    depth -= 1;
    handlers.close(tag.name);
  });
  parser.on('text', handlers.text);
  parser.on('cdata', handlers.text);
  return {
    emitted: () => {
      item = 0;
    },
    add: (count) => {
      quiet += count;
      item += count;
      if (quiet > READ_LIMITS.maxPiece) {
        throw place.refuse('xml.too-long', `more than ${READ_LIMITS.maxPiece} characters in a row`);
      }
      if (item > READ_LIMITS.maxItem) {
        throw place.refuse(
          'xml.too-long',
          `more than ${READ_LIMITS.maxItem} characters in one unit`,
        );
      }
    },
  };
}
