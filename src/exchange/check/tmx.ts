import { DuizhaoError } from '../../kit/index.js';
import { READ_LIMITS } from '../defaults.js';
import type { Chunks } from '../format.js';
import { decodeXml } from '../xml/decode.js';
import { readXml } from '../xml/read.js';
import { examineNames } from './attributes.js';
import { examineHeader, examineRoot } from './header.js';
import type { CheckTarget, OnProblem } from './problem.js';
import { report, type Examination } from './repair.js';
import { sanitise } from './sanitise.js';
import { childrenOf, partHandlers, serialise, type TmxPart, type XmlElement } from './tree.js';
import { examineUnit } from './unit.js';

/** Whose TMX it is examined for, and who is told. */
export interface TmxExaminationOptions {
  readonly file: string;
  readonly target: CheckTarget;
  readonly onProblem: OnProblem;
  /** Source language the repaired file shall declare; default: as the file has it. */
  readonly srclang?: string;
  /** Told at the end, when the file's own source language is in no unit and another one would be. */
  readonly onBetterSource?: (code: string) => void;
}

/**
 * Examines a TMX file by the rules of TMX 1.4 and the habits of a tool, and gives it back mended.
 *
 * Reading the result drives the examination; a reader that only wants the problems lets the text
 * go. Units are examined one at a time. A file cut off or broken is mended up to the break.
 *
 * @returns the repaired file, in UTF-8
 */
export async function* examineTmx(
  source: Chunks,
  options: TmxExaminationOptions,
): AsyncIterable<string> {
  const { file, target, onProblem } = options;
  const examination: Examination = { target, onProblem };
  const codes = new CodeCount();
  const text = sanitise(decodeXml(source, file, READ_LIMITS.maxBytes), onProblem);
  let header: XmlElement | undefined;
  let isRootSeen = false;
  try {
    for await (const part of readXml<TmxPart>(text, { file }, partHandlers)) {
      const { element } = part;
      if (part.kind === 'root') {
        if (element.name !== 'tmx') {
          problemOf(notTmx(element), onProblem);
          return;
        }
        examineRoot(element, examination);
        yield '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n';
        isRootSeen = true;
      } else if (part.kind === 'header') {
        header = element;
        examineNames(header, examination);
        examineHeader(header, examination);
        if (options.srclang !== undefined) header.attributes['srclang'] = options.srclang;
        yield `${serialise(header)}\n<body>\n`;
      } else if (part.kind === 'unit') {
        examineNames(element, examination);
        if (!examineUnit(element, examination)) continue;
        codes.add(element);
        yield `${serialise(element)}\n`;
      } else {
        report(examination, element, {
          rule: 'unknown-element',
          severity: 'error',
          message: `<${element.name}> has no place in a TMX file`,
          fix: 'taken out',
        });
      }
    }
  } catch (error) {
    if (!(error instanceof DuizhaoError) || error.failure.exit !== 'badInput') throw error;
    problemOf(error, onProblem);
  }
  if (!isRootSeen) return;
  if (header === undefined) {
    onProblem({ rule: 'header-missing', severity: 'error', message: 'the file has no header' });
    return;
  }
  const better = examineSource(header, codes, examination);
  if (better !== undefined) options.onBetterSource?.(better);
  yield '</body>\n</tmx>\n';
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
export function problemOf(error: DuizhaoError, onProblem: OnProblem): void {
  const { code, message, at } = error.failure;
  onProblem({
    rule: code.replaceAll('.', '-'),
    severity: 'error',
    ...(at?.line === undefined ? {} : { line: at.line }),
    ...(at?.column === undefined ? {} : { column: at.column }),
    message: message.replace(/^[^:]*: (line \d+(, column \d+)?: )?/, ''),
  });
}
