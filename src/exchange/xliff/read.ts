import { isEnglish, isChinese } from '../codes.js';
import { recordFromCells } from '../columns.js';
import type { Chunks, ReadOptions } from '../format.js';
import type { PairRecord } from '../record.js';
import { readXml, type OpenTag, type XmlHandlers, type XmlPlace } from '../xml/read.js';
import { characterOf } from './code-points.js';

/** Inline elements whose content is native code, not text (1.2; 2.1 keeps code elsewhere). */
const CODES: ReadonlySet<string> = new Set(['bpt', 'ept', 'it', 'ph', 'bx', 'ex', 'x']);

const NOTE_PREFIX = 'duizhao:';

/** One pair of source and target, and the notes of its unit. */
interface Unit {
  readonly source: string;
  readonly target: string;
  readonly notes: readonly (readonly [string, string])[];
  readonly sourceLang: string;
  readonly targetLang: string;
}

/**
 * Pairs of an XLIFF file, 1.0 to 1.2 or 2.0 to 2.1; each segment of a 2.x unit is a pair.
 *
 * Inline codes are dropped, the text inside spans stays.
 *
 * @throws DuizhaoError `xliff.not-xliff`, `xliff.languages`, or the codes of `readXml`
 */
export async function* readXliff(source: Chunks, options: ReadOptions): AsyncIterable<PairRecord> {
  let at = 0;
  for await (const unit of readXml<Unit>(source, options, unitHandlers)) {
    at += 1;
    const isFromEnglish = isEnglish(unit.sourceLang);
    const [zh, en] = isFromEnglish ? [unit.target, unit.source] : [unit.source, unit.target];
    if (zh.trim() === '' && en.trim() === '') options.onSkip?.({ at, reason: 'empty' });
    else yield recordFromCells([...unit.notes, ['zh', zh], ['en', en]]);
  }
}

function unitHandlers(emit: (unit: Unit) => void, place: XmlPlace): XmlHandlers {
  let [sourceLang, targetLang] = ['', ''];
  let rootSeen = false;
  let notes: [string, string][] = [];
  let segments: { source: string; target: string }[] = [];
  let note: { readonly name: string; text: string } | undefined;
  let side: 'source' | 'target' | undefined;
  let codes = 0;
  let alternatives = 0;

  function open({ name, attributes }: OpenTag): void {
    if (!rootSeen && name !== 'xliff') {
      throw place.refuse(
        'xliff.not-xliff',
        `an XLIFF file begins with <xliff>, this one with <${name}>`,
      );
    }
    rootSeen = true;
    if (side !== undefined) {
      inline(name, attributes);
      return;
    }
    switch (name) {
      case 'xliff':
      case 'file':
        sourceLang = attributes['source-language'] ?? attributes['srcLang'] ?? sourceLang;
        targetLang = attributes['target-language'] ?? attributes['trgLang'] ?? targetLang;
        if (name === 'file') checkLanguages();
        break;
      case 'trans-unit':
      case 'unit':
        [notes, segments] = [[], name === 'unit' ? [] : [{ source: '', target: '' }]];
        break;
      case 'segment':
        segments.push({ source: '', target: '' });
        break;
      case 'alt-trans':
      case 'ignorable':
        alternatives += 1;
        break;
      case 'source':
      case 'target':
        if (alternatives === 0) side = name;
        break;
      case 'note':
        note = { name: attributes['from'] ?? attributes['category'] ?? '', text: '' };
        break;
      default:
    }
  }

  function inline(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'cp') add(characterOf(attributes['hex']));
    if (CODES.has(name)) codes += 1;
  }

  function add(piece: string): void {
    const segment = segments.at(-1);
    if (segment !== undefined && side !== undefined && codes === 0) segment[side] += piece;
  }

  function close(name: string): void {
    if (side !== undefined && name !== side) {
      if (CODES.has(name)) codes -= 1;
      return;
    }
    switch (name) {
      case 'source':
      case 'target':
        side = undefined;
        break;
      case 'alt-trans':
      case 'ignorable':
        alternatives -= 1;
        break;
      case 'note':
        if (note?.name.startsWith(NOTE_PREFIX) === true) {
          notes.push([note.name.slice(NOTE_PREFIX.length), note.text]);
        }
        note = undefined;
        break;
      case 'trans-unit':
      case 'unit':
        for (const segment of segments) emit({ ...segment, notes, sourceLang, targetLang });
        break;
      default:
    }
  }

  function checkLanguages(): void {
    const isPair =
      (isChinese(sourceLang) && (targetLang === '' || isEnglish(targetLang))) ||
      (isEnglish(sourceLang) && (targetLang === '' || isChinese(targetLang)));
    if (isPair) return;
    throw place.refuse(
      'xliff.languages',
      `neither Chinese to English nor English to Chinese: "${sourceLang}" to "${targetLang}"`,
    );
  }

  return {
    open,
    close,
    text: (piece) => {
      if (note !== undefined) note.text += piece;
      else add(piece);
    },
  };
}
