import { DuizhaoError } from '../../kit/index.js';
import { isEnglish, meantCode, regionalCode } from '../codes.js';
import type { Chunks, WriteOptions } from '../format.js';
import { readXml, type OpenTag, type XmlHandlers, type XmlPlace } from '../xml/read.js';
import type { CheckTarget, OnProblem, Problem } from './problem.js';
import { TOOLS } from './tools.js';
import { LANGUAGE, tidyCode } from './vocabulary.js';

/** What {@link examineXliff} needs to know. */
interface XliffExamination {
  readonly file: string;
  readonly target: CheckTarget;
  readonly onProblem: OnProblem;
}

/**
 * Examines what tools make of an XLIFF file beyond the rules of the standard: its version, its
 * language codes, and unit by unit whether there is text where the state says so, whether white
 * space survives, and whether segments are short enough.
 */
export async function examineXliff(
  source: Chunks,
  { file, target, onProblem }: XliffExamination,
): Promise<void> {
  try {
    const problems = readXml<Problem>(source, { file }, (emit, place) =>
      new XliffExaminer(emit, place, target).handlers(),
    );
    for await (const problem of problems) onProblem(problem);
  } catch (error) {
    // What cannot be read is told by those who look at the rules.
    if (!(error instanceof DuizhaoError) || error.failure.exit !== 'badInput') throw error;
  }
}

/** States of XLIFF 1.2 and 2.1 that say there is a translation. */
const SAYS_TRANSLATED =
  /^(final|signed-off|translated|reviewed|needs-review-(adaptation|l10n|translation))$/;

/** White space that a reader may collapse, unless the file forbids it. */
const LOOSE_SPACE = /^[ \t\n]|[ \t\n]$|[ \t\n]{2}/;

/** A `trans-unit`, or a `segment` of a `unit`. */
interface Segment {
  readonly line: number;
  readonly column: number;
  source: string;
  target: string;
  hasTarget: boolean;
  state: string;
}

class XliffExaminer {
  readonly #emit: (problem: Problem) => void;
  readonly #place: XmlPlace;
  readonly #target: CheckTarget;
  #version = '';
  #targetLanguage = '';
  #isTargetMissed = false;
  /** `xml:space="preserve"` of the open elements. */
  readonly #preserved: boolean[] = [];
  #alternatives = 0;
  #side: 'source' | 'target' | undefined;
  #segment: Segment | undefined;

  constructor(emit: (problem: Problem) => void, place: XmlPlace, target: CheckTarget) {
    this.#emit = emit;
    this.#place = place;
    this.#target = target;
  }

  handlers(): XmlHandlers {
    return {
      open: (tag) => {
        this.#open(tag);
      },
      close: (name) => {
        this.#close(name);
      },
      text: (piece) => {
        if (this.#segment !== undefined && this.#side !== undefined) {
          this.#segment[this.#side] += piece;
        }
      },
    };
  }

  #open({ name, attributes }: OpenTag): void {
    const space = attributes['xml:space'];
    this.#preserved.push(space === undefined ? this.#isPreserved() : space === 'preserve');
    switch (name) {
      case 'xliff':
        this.#version = attributes['version'] ?? '';
        this.#examineVersion();
        this.#codes(attributes, ['srcLang', 'trgLang']);
        this.#targetLanguage = attributes['trgLang'] ?? '';
        break;
      case 'file':
        this.#codes(attributes, ['source-language', 'target-language']);
        this.#targetLanguage = attributes['target-language'] ?? this.#targetLanguage;
        break;
      case 'trans-unit':
        if (attributes['translate'] === 'no') this.#locked();
        this.#begin('');
        break;
      case 'unit':
        if (attributes['translate'] === 'no') this.#locked();
        break;
      case 'segment':
        this.#begin(attributes['state'] ?? '');
        break;
      case 'alt-trans':
      case 'ignorable':
        this.#alternatives += 1;
        break;
      case 'source':
      case 'target':
        this.#openSide(name, attributes);
        break;
      default:
    }
  }

  #openSide(side: 'source' | 'target', attributes: OpenTag['attributes']): void {
    if (this.#segment === undefined || this.#alternatives > 0) return;
    this.#side = side;
    if (side === 'source') return;
    this.#segment.hasTarget = true;
    this.#segment.state = attributes['state'] ?? this.#segment.state;
  }

  #close(name: string): void {
    switch (name) {
      case 'source':
      case 'target':
        this.#side = undefined;
        break;
      case 'alt-trans':
      case 'ignorable':
        this.#alternatives -= 1;
        break;
      case 'trans-unit':
      case 'segment':
        if (this.#segment !== undefined) this.#examine(this.#segment);
        this.#segment = undefined;
        break;
      default:
    }
    this.#preserved.pop();
    if (this.#segment === undefined) this.#place.letGo();
  }

  #begin(state: string): void {
    const place = { line: this.#place.line(), column: this.#place.column() };
    this.#segment = { ...place, source: '', target: '', hasTarget: false, state };
  }

  #isPreserved(): boolean {
    return this.#preserved.at(-1) ?? false;
  }

  #examineVersion(): void {
    const { name, xliff } = TOOLS[this.#target];
    if (xliff === undefined || xliff.test(this.#version)) return;
    const fix = 'written in version 1.2';
    const message = `XLIFF ${this.#version}, which ${name} does not read`;
    this.#tell({ rule: 'xliff-version', severity: 'error', message, fix });
  }

  #codes(attributes: OpenTag['attributes'], names: readonly string[]): void {
    const { name: tool, wantsRegion = false } = TOOLS[this.#target];
    for (const name of names) {
      const code = attributes[name];
      if (code === undefined) continue;
      const tidy = meantCode(code) ?? tidyCode(code);
      const full = wantsRegion ? regionalCode(tidy) : undefined;
      if (tidy !== code && LANGUAGE.test(tidy)) {
        const message = `language code "${code}", tools look for "${tidy}"`;
        const isBroken = !LANGUAGE.test(code) || meantCode(code) !== undefined;
        const rule = isBroken ? 'language-code' : 'language-code-case';
        this.#tell({ rule, severity: isBroken ? 'error' : 'warning', message, fix: 'rewritten' });
      }
      if (full !== undefined) {
        const message = `language code "${code}" names no region, the languages of ${tool} have one`;
        this.#tell({
          rule: 'language-region',
          severity: 'warning',
          message,
          fix: `set to "${full}"`,
        });
      }
    }
  }

  #locked(): void {
    const message = 'translate="no": tools show the unit, but do not let it be changed or matched';
    this.#tell({ rule: 'locked-unit', severity: 'warning', message, fix: 'unlocked' });
  }

  #examine(segment: Segment): void {
    const { source, target, hasTarget, state } = segment;
    const tell = (problem: Omit<Problem, 'line' | 'column'>): void => {
      this.#emit({ ...problem, line: segment.line, column: segment.column });
    };
    if (source.trim() === '' && target.trim() !== '') {
      const message = 'an empty source with a target: tools pass it over';
      tell({ rule: 'source-empty', severity: 'error', message });
    }
    if (target.trim() === '' && source.trim() !== '' && SAYS_TRANSLATED.test(state)) {
      const message = `the state is "${state}", but there is no translation`;
      tell({
        rule: 'state-without-text',
        severity: 'error',
        message,
        fix: 'the state is taken out',
      });
    }
    if (hasTarget && this.#targetLanguage === '' && !this.#isTargetMissed) {
      this.#isTargetMissed = true;
      const isError = this.#version.startsWith('2');
      const message = 'there is a target, but no target language is named';
      const severity = isError ? 'error' : 'warning';
      tell({ rule: 'target-language-missing', severity, message, fix: 'added' });
    }
    if (!this.#isPreserved() && [source, target].some((text) => LOOSE_SPACE.test(text))) {
      const message = 'white space that tools collapse, without xml:space="preserve"';
      tell({ rule: 'space-collapsed', severity: 'warning', message, fix: 'xml:space is added' });
    }
    this.#examineLength(segment, tell);
  }

  #examineLength(
    { source, target }: Segment,
    tell: (problem: Omit<Problem, 'line' | 'column'>) => void,
  ): void {
    const { name, maxSegment = Infinity } = TOOLS[this.#target];
    const longest = Math.max(source.length, target.length);
    if (longest <= maxSegment) return;
    const message = `a segment of ${longest} characters, ${name} takes ${maxSegment}`;
    tell({ rule: 'too-long', severity: 'error', message, fix: 'left out' });
  }

  #tell(problem: Omit<Problem, 'line' | 'column'>): void {
    this.#emit({ ...problem, line: this.#place.line(), column: this.#place.column() });
  }
}

/** What a copy of an XLIFF file must keep: its version, and which language it is from. */
export async function xliffFacts(
  source: Chunks,
  file: string,
  target: CheckTarget,
): Promise<{ readonly version: string; readonly settings: WriteOptions }> {
  const tags = readXml<OpenTag>(source, { file }, (emit) => ({
    open: (tag) => {
      if (tag.name === 'xliff' || tag.name === 'file') emit(tag);
    },
    close: () => undefined,
    text: () => undefined,
  }));
  let [version, from, to] = ['', '', ''];
  for await (const { name, attributes } of tags) {
    if (name === 'xliff') version = attributes['version'] ?? '';
    from ||= attributes['srcLang'] ?? attributes['source-language'] ?? '';
    to ||= attributes['trgLang'] ?? attributes['target-language'] ?? '';
    if (from !== '' && name === 'file') break;
  }
  const isFromEnglish = isEnglish(from);
  const [zh, en] = (isFromEnglish ? [to, from] : [from, to]).map((code) =>
    codeToWrite(code, target),
  );
  return {
    version,
    settings: {
      source: isFromEnglish ? 'en' : 'zh',
      ...(zh === undefined ? {} : { zhCode: zh }),
      ...(en === undefined ? {} : { enCode: en }),
    },
  };
}

function codeToWrite(code: string, target: CheckTarget): string | undefined {
  if (code === '') return undefined;
  const tidy = meantCode(code) ?? tidyCode(code);
  return (TOOLS[target].wantsRegion === true ? regionalCode(tidy) : undefined) ?? tidy;
}
