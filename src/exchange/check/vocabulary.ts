/** Attributes each element of TMX 1.4 may have (TMX 1.4b specification, DTD). */
export const ATTRIBUTES: Readonly<Record<string, ReadonlySet<string>>> = Object.freeze({
  tmx: new Set(['version']),
  header: new Set([
    'creationtool',
    'creationtoolversion',
    'segtype',
    'o-tmf',
    'adminlang',
    'srclang',
    'datatype',
    'o-encoding',
    'creationdate',
    'creationid',
    'changedate',
    'changeid',
  ]),
  tu: new Set([
    'tuid',
    'o-encoding',
    'datatype',
    'usagecount',
    'lastusagedate',
    'creationtool',
    'creationtoolversion',
    'creationdate',
    'creationid',
    'changedate',
    'segtype',
    'changeid',
    'o-tmf',
    'srclang',
  ]),
  tuv: new Set([
    'xml:lang',
    'o-encoding',
    'datatype',
    'usagecount',
    'lastusagedate',
    'creationtool',
    'creationtoolversion',
    'creationdate',
    'creationid',
    'changedate',
    'o-tmf',
    'changeid',
  ]),
  prop: new Set(['type', 'xml:lang', 'o-encoding']),
  note: new Set(['xml:lang', 'o-encoding']),
  ude: new Set(['name', 'base']),
  map: new Set(['unicode', 'code', 'ent', 'subst']),
  seg: new Set<string>(),
  bpt: new Set(['i', 'x', 'type']),
  ept: new Set(['i']),
  it: new Set(['pos', 'x', 'type']),
  ph: new Set(['x', 'assoc', 'type']),
  hi: new Set(['x', 'type']),
  ut: new Set(['x']),
  sub: new Set(['datatype', 'type']),
});

/** Elements each element may hold. */
export const CHILDREN: Readonly<Record<string, ReadonlySet<string>>> = Object.freeze({
  header: new Set(['note', 'prop', 'ude']),
  ude: new Set(['map']),
  tu: new Set(['note', 'prop', 'tuv']),
  tuv: new Set(['note', 'prop', 'seg']),
  seg: new Set(['bpt', 'ept', 'it', 'ph', 'hi', 'ut']),
  hi: new Set(['bpt', 'ept', 'it', 'ph', 'hi', 'ut']),
  sub: new Set(['bpt', 'ept', 'it', 'ph', 'hi', 'ut']),
  bpt: new Set(['sub']),
  ept: new Set(['sub']),
  it: new Set(['sub']),
  ph: new Set(['sub']),
  ut: new Set(['sub']),
  prop: new Set<string>(),
  note: new Set<string>(),
  map: new Set<string>(),
});

/** Attributes a header must have, and what `--fix` gives it. */
export const HEADER_NEEDS: Readonly<Record<string, string>> = Object.freeze({
  creationtool: 'unknown',
  creationtoolversion: 'unknown',
  segtype: 'sentence',
  'o-tmf': 'unknown',
  adminlang: 'en-US',
  srclang: '*all*',
  datatype: 'plaintext',
});

/** Values of `segtype`. */
export const SEGTYPES: ReadonlySet<string> = new Set(['block', 'paragraph', 'sentence', 'phrase']);

/** Types of properties by which OmegaT tells units apart; they change which match is taken. */
export const IDENTITY_KEYS: ReadonlySet<string> = new Set([
  'file',
  'id',
  'prev',
  'next',
  'path',
  'tuid',
]);

/** Attributes that hold a time. */
export const TIMES: readonly string[] = ['creationdate', 'changedate', 'lastusagedate'];

/** `YYYYMMDDTHHMMSSZ`. */
export const TIME = /^\d{8}T\d{6}Z$/;

/** The shape of a language tag: a primary tag of letters, then subtags (BCP 47 §2.1). */
export const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** A code as tools compare it: `zh-cn` → `zh-CN`, `zh_Hans_CN` → `zh-Hans-CN`. */
export function tidyCode(code: string): string {
  return code
    .trim()
    .split(/[-_]/)
    .map((part, index) => {
      if (index === 0) return part.toLowerCase();
      if (/^[A-Za-z]{4}$/.test(part)) {
        return part.charAt(0).toUpperCase() + part.slice(1).toLowerCase();
      }
      return part.length === 2 ? part.toUpperCase() : part;
    })
    .join('-');
}

/** A time in the one form TMX has, if it can be understood. */
export function tidyTime(time: string): string | undefined {
  const parts = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d))?)?/.exec(time.trim());
  if (parts === null) return undefined;
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00'] = parts;
  return `${year}${month}${day}T${hour}${minute}${second}Z`;
}

/** Attributes an element must have, and what `--fix` gives it; `i` pairs codes and is not made up. */
export const NEEDED: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.freeze({
  prop: { type: 'x-unknown' },
  ude: { name: 'unknown' },
  map: { unicode: '#xFFFD' },
  it: { pos: 'begin' },
});

/** Attributes that take a few values only. */
export const VALUES: Readonly<Record<string, RegExp>> = Object.freeze({
  'tu segtype': /^(block|paragraph|sentence|phrase)$/,
  'it pos': /^(begin|end)$/,
  'ph assoc': /^[pfb]$/,
});

/** Elements whose text means something; elsewhere only white space may stand. */
export const TEXTUAL: ReadonlySet<string> = new Set([
  'seg',
  'prop',
  'note',
  'hi',
  'sub',
  'bpt',
  'ept',
  'it',
  'ph',
  'ut',
]);
