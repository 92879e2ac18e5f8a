import { DuizhaoError } from '../../kit/index.js';
import { READ_LIMITS } from '../defaults.js';
import type { Chunks } from '../format.js';
import { decodeXml } from '../xml/decode.js';
import { readXml } from '../xml/read.js';
import { examineNames, tellCapitals } from './attributes.js';
import { examineHeader, examineRoot } from './header.js';
import type { OnProblem } from './problem.js';
import { report, type Examination } from './repair.js';
import { ResumableText } from './resumable-text.js';
import { sanitise } from './sanitise.js';
import { childrenOf, partHandlers, serialise, type TmxPart, type XmlElement } from './tree.js';
import { examineUnit } from './unit.js';
import { HEADER_NEEDS } from './vocabulary.js';

/** Whose TMX it is examined for, and who is told. */
export interface TmxExaminationOptions extends Examination {
  readonly file: string;
  /** Source language the repaired file shall declare; default: as the file has it. */
  readonly srclang?: string;
  /** Told at the end, when the file's own source language is in no unit and another one would be. */
  readonly onBetterSource?: (code: string) => void;
}

/**
 * Examines a TMX file by the rules of TMX 1.4 and the habits of a tool, and gives it back mended.
 *
 * Reading the result drives the examination; a reader that only wants the problems lets the text
 * go. Units are examined one at a time. Where markup does not fit it goes on with the next unit; a
 * file cut off is mended up to the cut.
 *
 * @returns the repaired file, in UTF-8
 */
export async function* examineTmx(
  source: Chunks,
  options: TmxExaminationOptions,
): AsyncIterable<string> {
  const { file, onProblem } = options;
  const examiner = new TmxExaminer(options);
  const onWrongDeclaration = (declared: string, actual: string): void => {
    onProblem({
      rule: 'encoding-declaration',
      severity: 'error',
      line: 1,
      message: `the file says it is "${declared}", but it is ${actual}`,
      fix: 'written in UTF-8',
    });
  };
  const bytes = { file, maxBytes: READ_LIMITS.maxBytes, onWrongDeclaration };
  const text = new ResumableText(sanitise(decodeXml(source, bytes), onProblem));
  try {
    let rest: AsyncIterable<string> | undefined = text.rest();
    for (let faults = 0; rest !== undefined; faults += 1) {
      const parts = readXml<TmxPart>(rest, { file }, partHandlers);
      rest = undefined;
      try {
        for await (const part of faults === 0 ? parts : unitsOnly(parts)) {
          yield examiner.examine(part);
        }
      } catch (error) {
        if (!isBadInput(error)) throw error;
        if (mayGoOn(error, faults) && examiner.hasBegun()) rest = await restBehind(error, text);
        const fix = rest === undefined ? undefined : 'left out up to the next unit';
        problemOf(error, onProblem, fix);
      }
    }
  } finally {
    await text.close();
  }
  yield examiner.end();
}

/** Faults after which it is no longer tried to go on. */
const MAX_FAULTS = 100;

/** Markup that does not fit is behind us at the next unit; other failures would come again. */
function mayGoOn({ failure }: DuizhaoError, faults: number): boolean {
  return failure.code === 'xml.malformed' && faults < MAX_FAULTS;
}

/** The text from the next unit on, as far as it can be read. */
async function restBehind(
  { failure }: DuizhaoError,
  text: ResumableText,
): Promise<AsyncIterable<string> | undefined> {
  const { line = 1, column = 1 } = failure.at ?? {};
  try {
    return await text.behind(line, column);
  } catch (error) {
    if (!isBadInput(error)) throw error;
    return undefined;
  }
}

function isBadInput(error: unknown): error is DuizhaoError {
  return error instanceof DuizhaoError && error.failure.exit === 'badInput';
}

/** Without the root and the body that were put around the rest of a text. */
async function* unitsOnly(parts: AsyncIterable<TmxPart>): AsyncIterable<TmxPart> {
  for await (const part of parts) if (part.kind !== 'root' && part.kind !== 'body') yield part;
}

/** What of a TMX file has been written already. */
type Written = 'nothing' | 'root' | 'header';

/** Takes the parts of a file in order and answers each with its mended text. */
class TmxExaminer {
  readonly #options: TmxExaminationOptions;
  readonly #codes = new CodeCount();
  #written: Written = 'nothing';
  #header: XmlElement | undefined;
  #bodies = 0;

  constructor(options: TmxExaminationOptions) {
    this.#options = options;
  }

  examine({ kind, element, parent }: TmxPart): string {
    switch (kind) {
      case 'root':
        return this.#root(element);
      case 'header':
        return this.#headerElement(element);
      case 'body':
        this.#bodies += 1;
        tellCapitals(element, this.#options);
        if (this.#bodies > 1)
          this.#misplaced(element, 'body-repeated', 'a second <body>', 'joined with the first');
        return this.#needHeader(element);
      case 'unit':
        if (parent !== 'body')
          this.#misplaced(element, 'unit-outside-body', 'a <tu> outside <body>', 'moved into it');
        return this.#needHeader(element) + this.#unit(element);
      case 'text':
        this.#misplaced(
          element,
          'stray-text',
          `text that stands in no segment, in <${parent}>`,
          'taken out',
        );
        return '';
      case 'other':
        this.#misplaced(
          element,
          'unknown-element',
          `<${element.name}> has no place in a TMX file`,
          'taken out',
        );
        return '';
      default:
        throw new Error(`unreachable: ${String(kind satisfies never)}`);
    }
  }

  /** Whether there was a root. */
  hasBegun(): boolean {
    return this.#written !== 'nothing';
  }

  /** What closes the file; says what it lacks. */
  end(): string {
    if (this.#written === 'nothing') return '';
    const root = { name: 'tmx', attributes: {}, children: [], line: 1, column: 1 };
    if (this.#bodies === 0)
      this.#misplaced(root, 'body-missing', 'the file has no <body>', 'added');
    const header = this.#needHeader(root);
    const better =
      this.#header === undefined
        ? undefined
        : examineSource(this.#header, this.#codes, this.#options);
    if (better !== undefined) this.#options.onBetterSource?.(better);
    return `${header}</body>\n</tmx>\n`;
  }

  #root(element: XmlElement): string {
    if (element.name !== 'tmx') throw notTmx(element);
    examineRoot(element, this.#options);
    this.#written = 'root';
    return '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n';
  }

  #headerElement(element: XmlElement): string {
    if (this.#written === 'header') {
      this.#misplaced(element, 'header-repeated', 'a header where there was one', 'taken out');
      return '';
    }
    return this.#writeHeader(element);
  }

  #needHeader(at: XmlElement): string {
    if (this.#written === 'header') return '';
    this.#misplaced(at, 'header-missing', 'no header stands before this', 'added');
    return this.#writeHeader({
      ...at,
      name: 'header',
      attributes: { ...HEADER_NEEDS },
      children: [],
    });
  }

  #writeHeader(header: XmlElement): string {
    examineNames(header, this.#options);
    examineHeader(header, this.#options);
    if (this.#options.srclang !== undefined) header.attributes['srclang'] = this.#options.srclang;
    this.#header = header;
    this.#written = 'header';
    return `${serialise(header)}\n<body>\n`;
  }

  #unit(element: XmlElement): string {
    const source = this.#header?.attributes['srclang'] ?? '*all*';
    examineNames(element, this.#options);
    if (!examineUnit(element, this.#options, source)) return '';
    this.#codes.add(element);
    return `${serialise(element)}\n`;
  }

  #misplaced(element: XmlElement, rule: string, message: string, fix: string): void {
    report(this.#options, element, { rule, severity: 'error', message, fix });
  }
}

/** How often each language code stands first in a unit, and how often anywhere. */
class CodeCount {
  readonly counts = new Map<string, number>();

  add(unit: XmlElement): void {
    for (const variant of childrenOf(unit, 'tuv')) {
      const code = variant.attributes['xml:lang'] ?? '';
      this.counts.set(code, (this.counts.get(code) ?? 0) + 1);
    }
  }
}

/** The source language must be one that stands in the units, to the letter; a better one if not. */
function examineSource(
  header: XmlElement,
  codes: CodeCount,
  examination: Examination,
): string | undefined {
  const srclang = header.attributes['srclang'] ?? '';
  if (codes.counts.size === 0 || codes.counts.has(srclang)) return undefined;
  const isStrict = examination.target === 'heartsome';
  if (srclang === '*all*' && !isStrict) return undefined;
  const better = sourceFor(srclang, codes.counts);
  report(examination, header, {
    rule: 'source-language',
    severity: isStrict ? 'error' : 'warning',
    message: `srclang "${srclang}" is in no unit; there are ${[...codes.counts.keys()].sort().join(', ')}`,
    ...(better === undefined ? {} : { fix: `set to "${better}"` }),
  });
  return better;
}

/** The commonest code of the same language; for `*all*`, of Chinese. */
function sourceFor(srclang: string, counts: ReadonlyMap<string, number>): string | undefined {
  const language = srclang === '*all*' ? 'zh' : (srclang.split('-', 1)[0] ?? '');
  return [...counts]
    .filter(([code]) => code.split('-', 1)[0] === language)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}

function notTmx(root: XmlElement): DuizhaoError {
  return new DuizhaoError({
    code: 'tmx.not-tmx',
    exit: 'badInput',
    message: `a TMX file begins with <tmx>, this one with <${root.name}>`,
    at: { file: '', line: root.line, column: root.column },
  });
}

/** A failure to read, as a problem of the file. */
export function problemOf(error: DuizhaoError, onProblem: OnProblem, fix?: string): void {
  const { code, message, at } = error.failure;
  onProblem({
    rule: code.replaceAll('.', '-'),
    severity: 'error',
    ...(at?.line === undefined ? {} : { line: at.line }),
    ...(at?.column === undefined ? {} : { column: at.column }),
    message: message.replace(/^[^:]*: (line \d+(, column \d+)?: )?/, ''),
    ...(fix === undefined ? {} : { fix }),
  });
}
