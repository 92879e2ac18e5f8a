import { SaxesParser } from 'saxes';
import { DuizhaoError, hashOf } from '../../kit/index.js';
import { translatePattern, type Translation } from './pattern.js';

/** One rule, its patterns translated: whether the place between them is a break. */
export interface SrxRule {
  readonly breaks: boolean;
  readonly before: SrxPattern;
  readonly after: SrxPattern;
}

/** Source of a JavaScript regular expression in `u` mode; empty matches everywhere. */
export interface SrxPattern {
  readonly source: string;
  readonly ignoreCase: boolean;
}

/** The segmentation rules of an SRX 2.0 file, as plain data. */
export interface SrxDocument {
  /** SHA-256 of all that follows: part of the split signature. */
  readonly hash: string;
  /** Whether all matching languages apply, or only the first. */
  readonly cascade: boolean;
  readonly maps: readonly { readonly pattern: SrxPattern; readonly rules: readonly SrxRule[] }[];
}

/** Longest file and pattern read, in UTF-16 units, and most rules: a guard, far above real files. */
const LIMITS = { file: 16_000_000, pattern: 10_000, rules: 100_000 };

/** What is being read: text of the open element, and all rules so far. */
interface Reading {
  readonly file: string;
  text: string;
  version: string;
  cascade: boolean;
  language: string;
  breaks: boolean;
  before: SrxPattern;
  after: SrxPattern;
  count: number;
  readonly rules: Map<string, SrxRule[]>;
  readonly maps: { pattern: SrxPattern; name: string }[];
}

const EMPTY: SrxPattern = { source: '', ignoreCase: false };

/**
 * Reads segmentation rules in SRX 2.0 (GALA/LISA, 2008).
 *
 * Supported: `cascade`, `languagerule`, `rule` with `beforebreak` and `afterbreak`, `languagemap`.
 * Format handling is ignored, since a block has no markup. No entity beyond XML's own is
 * expanded and nothing is fetched.
 *
 * @param xml - the whole file
 * @param file - its name, for messages
 * @throws DuizhaoError `split.srx-invalid`, `split.srx-unsupported`, both with the line
 */
export function readSrx(xml: string, file: string): SrxDocument {
  if (xml.length > LIMITS.file)
    throw invalid(file, 1, `it is larger than ${LIMITS.file} characters`);
  const reading = newReading(file);
  const parser = new SaxesParser({ xmlns: true, position: true });
  parser.on('error', (error) => {
    throw invalid(file, parser.line, error.message.replace(/^\d+:\d+: /, ''));
  });
  parser.on('opentag', ({ local, attributes }) => {
    const value = (name: string): string | undefined => attributes[name]?.value;
    openTag(reading, local, value, parser.line);
  });
  parser.on('text', (text) => (reading.text += text));
  parser.on('cdata', (text) => (reading.text += text));
  parser.on('closetag', ({ local }) => {
    closeTag(reading, local, parser.line);
  });
  parser.write(xml.replace(/^\uFEFF/, '')).close();
  return finished(reading);
}

function newReading(file: string): Reading {
  return {
    file,
    text: '',
    version: '',
    cascade: false,
    language: '',
    breaks: true,
    before: EMPTY,
    after: EMPTY,
    count: 0,
    rules: new Map(),
    maps: [],
  };
}

type Attribute = (name: string) => string | undefined;

function openTag(reading: Reading, name: string, value: Attribute, line: number): void {
  reading.text = '';
  switch (name) {
    case 'srx':
      reading.version = value('version') ?? '';
      if (reading.version !== '2.0') {
        throw invalid(reading.file, line, `version "${reading.version}" is not "2.0"`);
      }
      break;
    case 'header':
      reading.cascade = value('cascade') !== 'no';
      break;
    case 'languagerule':
      reading.language = value('languagerulename') ?? '';
      reading.rules.set(reading.language, []);
      break;
    case 'rule':
      reading.breaks = value('break') !== 'no';
      reading.before = EMPTY;
      reading.after = EMPTY;
      break;
    case 'languagemap':
      reading.maps.push({
        pattern: compiled(reading, value('languagepattern') ?? '.*', line),
        name: value('languagerulename') ?? '',
      });
      break;
    default:
  }
}

function closeTag(reading: Reading, name: string, line: number): void {
  switch (name) {
    case 'beforebreak':
      reading.before = compiled(reading, reading.text, line);
      break;
    case 'afterbreak':
      reading.after = compiled(reading, reading.text, line);
      break;
    case 'rule':
      reading.count += 1;
      if (reading.count > LIMITS.rules) throw invalid(reading.file, line, 'it has too many rules');
      reading.rules
        .get(reading.language)
        ?.push({ breaks: reading.breaks, before: reading.before, after: reading.after });
      break;
    default:
  }
}

function compiled(reading: Reading, pattern: string, line: number): SrxPattern {
  if (pattern.length > LIMITS.pattern) throw invalid(reading.file, line, 'a pattern is too long');
  const translation: Translation = translatePattern(pattern);
  if (translation.kind === 'pattern') {
    return { source: translation.source, ignoreCase: translation.ignoreCase };
  }
  throw new DuizhaoError({
    code: 'split.srx-unsupported',
    exit: 'badInput',
    message: `${reading.file}: line ${line}: ${translation.construct} is not supported, in "${pattern}"`,
    hint: 'rewrite the rule without it; see duizhao split --help for what SRX rules may use',
    at: { file: reading.file, line },
  });
}

function finished({ file, version, cascade, rules, maps }: Reading): SrxDocument {
  if (version === '') throw invalid(file, 1, 'its root is not <srx>');
  if (maps.length === 0) throw invalid(file, 1, 'it has no <languagemap>');
  const content = {
    cascade,
    maps: maps.map(({ pattern, name }) => {
      const found = rules.get(name);
      if (found === undefined) throw invalid(file, 1, `no rules are called "${name}"`);
      return { pattern, rules: found };
    }),
  };
  return { hash: hashOf(content), ...content };
}

function invalid(file: string, line: number, why: string): DuizhaoError {
  return new DuizhaoError({
    code: 'split.srx-invalid',
    exit: 'badInput',
    message: `${file}: line ${line}: not an SRX 2.0 file: ${why}`,
    hint: 'export the rules again as SRX 2.0 from the tool they come from',
    at: { file, line },
  });
}
