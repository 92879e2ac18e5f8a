import { SaxesParser } from 'saxes';
import { DuizhaoError } from '../../kit/index.js';
import { READ_LIMITS } from '../defaults.js';
import type { Chunks } from '../format.js';
import { decodeXml } from './decode.js';

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
  /** A foreseen failure at this place. */
  readonly refuse: (code: string, message: string, hint?: string) => DuizhaoError;
}

/**
 * Reads XML as a stream of whatever the handlers emit.
 *
 * Hostile input is refused: entities other than the five of XML (none is ever declared, so none
 * expands), nesting, text and size beyond {@link READ_LIMITS}. A DOCTYPE is passed over, nothing
 * is fetched.
 *
 * @param build - makes the handlers; `emit` hands on a finished item
 * @throws DuizhaoError `xml.malformed`, `xml.character`, `xml.entity`, `xml.too-deep`, `xml.too-long`,
 *   `xml.too-many-attributes`, `xml.encoding`, `exchange.too-large`, with line and column
 */
export async function* readXml<Item>(
  source: Chunks,
  options: { readonly file: string; readonly maxBytes?: number | undefined },
  build: (emit: (item: Item) => void, place: XmlPlace) => XmlHandlers,
): AsyncIterable<Item> {
  const { file, maxBytes = READ_LIMITS.maxBytes } = options;
  let items: Item[] = [];
  const parser = new SaxesParser({ xmlns: false });
  const place = placeOf(parser, file);
  const quiet = wire(
    parser,
    place,
    build((item) => items.push(item), place),
  );
  for await (const text of decodeXml(source, file, maxBytes)) {
    parser.write(text);
    quiet.add(text.length);
    if (items.length === 0) continue;
    yield* items;
    items = [];
  }
  parser.close();
  yield* items;
}

function placeOf(parser: SaxesParser, file: string): XmlPlace {
  const place: XmlPlace = {
    line: () => parser.line,
    column: () => parser.column + 1,
    refuse: (code, message, hint) =>
      new DuizhaoError({
        code,
        exit: 'badInput',
        message: `${file}: line ${place.line()}, column ${place.column()}: ${message}`,
        ...(hint === undefined ? {} : { hint }),
        at: { file, line: place.line(), column: place.column() },
      }),
  };
  return place;
}

/** Binds handlers and limits; answers with the counter of characters since the last event. */
function wire(
  parser: SaxesParser,
  place: XmlPlace,
  handlers: XmlHandlers,
): { readonly add: (count: number) => void } {
  let depth = 0;
  let quiet = 0;
  let attributes = 0;
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes <= READ_LIMITS.maxAttributes) return;
    throw place.refuse('xml.too-many-attributes', 'an element with too many attributes');
  });
  parser.on('error', (error) => {
    throw malformed(error, place);
  });
  parser.on('opentag', (tag) => {
    [quiet, attributes] = [0, 0];
    depth += 1;
    if (depth > READ_LIMITS.maxDepth) {
      throw place.refuse('xml.too-deep', `elements nested deeper than ${READ_LIMITS.maxDepth}`);
    }
    handlers.open(tag);
  });
  parser.on('closetag', (tag) => {
    quiet = 0;
    depth -= 1;
    handlers.close(tag.name);
  });
  parser.on('text', handlers.text);
  parser.on('cdata', handlers.text);
  return {
    add: (count) => {
      quiet += count;
      if (quiet > READ_LIMITS.maxPiece) {
        throw place.refuse('xml.too-long', `more than ${READ_LIMITS.maxPiece} characters in a row`);
      }
    },
  };
}

function malformed(error: Error, place: XmlPlace): DuizhaoError {
  const reason = error.message.replace(/^\d+:\d+: /, '');
  if (reason.includes('entity')) {
    return place.refuse(
      'xml.entity',
      reason,
      'only &amp; &lt; &gt; &quot; &apos; and numeric references are read; entities are never expanded',
    );
  }
  if (reason.includes('character')) {
    return place.refuse(
      'xml.character',
      reason,
      'a character that XML cannot hold; for TMX, "duizhao check FILE --fix" writes a copy without',
    );
  }
  return place.refuse(
    'xml.malformed',
    reason,
    'the file is cut off or was not made by an XML tool',
  );
}
