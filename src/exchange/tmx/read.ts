import type { DuizhaoError } from '../../kit/index.js';
import { READ_LIMITS } from '../defaults.js';
import type { Chunks, ReadOptions } from '../format.js';
import { langOf, plainName, plainTag } from './lenient-names.js';
import { pairsFromUnit } from './pairs-from-unit.js';
import { readXml, type OpenTag, type XmlHandlers, type XmlPlace } from '../xml/read.js';
import type { PairRecord } from '../record.js';
import { segmentReader } from './segment.js';

/** One language of a unit. */
export interface TmxVariant {
  /** As the file has it, `''` if it says nothing. */
  readonly lang: string;
  readonly text: string;
}

/** A translation unit: the same text in two or more languages. */
export interface TmxUnit {
  /** From 1. */
  readonly number: number;
  /** Line its tag ends on, from 1. */
  readonly line: number;
  readonly variants: readonly TmxVariant[];
  /** Properties of the unit (not of its variants), first of each type. */
  readonly props: Readonly<Record<string, string>>;
}

/** What {@link readTmxUnits} needs to know. */
export type TmxReadOptions = Pick<ReadOptions, 'file' | 'inlineTags' | 'maxBytes'>;

/**
 * Units of a TMX file of any version (1.1 – 1.4b) and encoding, in any languages.
 *
 * @throws DuizhaoError `tmx.not-tmx`, or the codes of {@link readXml}
 */
export function readTmxUnits(source: Chunks, options: TmxReadOptions): AsyncIterable<TmxUnit> {
  return readXml(source, options, (emit, place) => unitHandlers(emit, place, options));
}

/** The Chinese–English pairs of a TMX file; units without both sides go to `onSkip`. */
export async function* readTmx(source: Chunks, options: ReadOptions): AsyncIterable<PairRecord> {
  for await (const unit of readTmxUnits(source, options)) {
    const pairs = pairsFromUnit(unit, options);
    if (typeof pairs === 'string') options.onSkip?.({ at: unit.number, reason: pairs });
    else yield* pairs;
  }
}

function unitHandlers(
  emit: (unit: TmxUnit) => void,
  place: XmlPlace,
  options: TmxReadOptions,
): XmlHandlers {
  const segment = segmentReader(options.inlineTags ?? 'drop');
  let rootSeen = false;
  let [number, elements] = [0, 0];
  let unit: { line: number; variants: TmxVariant[]; props: Record<string, string> } | undefined;
  let lang: string | undefined;
  let prop: { readonly type: string; text: string } | undefined;
  let text: string | undefined;

  function open(given: OpenTag): void {
    const tag = plainTag(given);
    elements += 1;
    if (elements > READ_LIMITS.maxUnitElements) throw tooManyElements(place);
    if (segment.isOpen()) {
      segment.open(tag);
      return;
    }
    switch (tag.name) {
      case 'tu':
        elements = 0;
        unit = {
          line: place.line(),
          variants: [],
          props: Object.create(null) as Record<string, string>,
        };
        break;
      case 'tuv':
        lang = langOf(tag.attributes);
        text = undefined;
        break;
      case 'seg':
        if (lang !== undefined) segment.start();
        break;
      case 'prop':
        if (lang === undefined) prop = { type: tag.attributes['type'] ?? '', text: '' };
        break;
      default:
        if (!rootSeen && tag.name !== 'tmx') throw notTmx(given.name, place);
    }
    rootSeen = true;
  }

  function close(qualified: string): void {
    const name = plainName(qualified);
    if (segment.isOpen() && name !== 'seg') {
      segment.close(name);
      return;
    }
    switch (name) {
      case 'seg':
        if (segment.isOpen()) {
          const finished = segment.finish();
          text ??= finished;
        }
        break;
      case 'tuv':
        if (unit !== undefined && lang !== undefined)
          unit.variants.push({ lang, text: text ?? '' });
        if ((unit?.variants.length ?? 0) > READ_LIMITS.maxVariants) throw tooMany(place);
        lang = undefined;
        break;
      case 'prop':
        if (unit !== undefined && prop !== undefined) unit.props[prop.type] ??= prop.text;
        prop = undefined;
        break;
      case 'tu':
        number += 1;
        if (unit !== undefined) emit({ number, ...unit });
        unit = undefined;
        break;
      default:
    }
  }

  return {
    open,
    close,
    text: (piece) => {
      if (segment.isOpen()) segment.text(piece);
      else if (prop !== undefined) prop.text += piece;
    },
  };
}

function notTmx(root: string, place: XmlPlace) {
  return place.refuse('tmx.not-tmx', `a TMX file begins with <tmx>, this one with <${root}>`);
}

function tooMany(place: XmlPlace) {
  return place.refuse('tmx.too-many-variants', 'a unit in more languages than there can be');
}

/** The failure for a unit of more elements than anybody writes. */
export function tooManyElements(place: XmlPlace): DuizhaoError {
  return place.refuse(
    'tmx.too-many-elements',
    `more than ${READ_LIMITS.maxUnitElements} elements without the end of a unit`,
  );
}
