import type { HanScript } from '../model/index.js';
import { loadHanTables } from './han-tables.js';

/** Tables in the form loops want. */
interface Lookup {
  /** Uint8 [65536]: what a UTF-16 unit tells of its script. */
  readonly marks: Uint8Array;
  /** Uint16 [65536]: every unit simplified. */
  readonly simple: Uint16Array;
  /** First unit → phrases that begin with it, longest first. */
  readonly phrases: ReadonlyMap<number, readonly (readonly [string, string])[]>;
}

const SIMPLIFIED = 1;
const TRADITIONAL = 2;

let lookup: Lookup | undefined;

/**
 * Whether Chinese is written in simplified or traditional characters.
 *
 * The clear majority wins, so a quoted traditional name does not turn a text.
 */
export function hanScript(text: string): HanScript {
  const { hans, hant } = hanScriptCounts(text);
  if (hans === hant) return 'either';
  return hans > hant ? 'hans' : 'hant';
}

/** Characters that only simplified, and that only traditional text uses: 国 and 國, not 中. */
export function hanScriptCounts(text: string): { readonly hans: number; readonly hant: number } {
  const { marks } = load();
  let [hans, hant] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const mark = marks[text.charCodeAt(at)];
    if (mark === SIMPLIFIED) hans += 1;
    else if (mark === TRADITIONAL) hant += 1;
  }
  return { hans, hant };
}

/**
 * Traditional characters to simplified ones, by the tables of OpenCC (`t` → `cn`).
 *
 * Text without a traditional character is returned as it is. Words are not exchanged for
 * mainland ones: 軟體 becomes 软体, not 软件.
 */
export function toSimplified(text: string): string {
  const { marks } = load();
  for (let at = 0; at < text.length; at += 1) {
    if (marks[text.charCodeAt(at)] === TRADITIONAL) return simplify(text, load());
  }
  return text;
}

function simplify(text: string, { simple, phrases }: Lookup): string {
  let result = '';
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const phrase = phrases.get(code)?.find(([traditional]) => text.startsWith(traditional, at));
    result += phrase?.[1] ?? String.fromCharCode(simple[code] ?? code);
    at += phrase?.[0].length ?? 1;
  }
  return result;
}

function load(): Lookup {
  lookup ??= build();
  return lookup;
}

function build(): Lookup {
  const { traditional, simplified, onlySimplified, phrases } = loadHanTables();
  const marks = new Uint8Array(0x10000);
  const simple = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  for (let at = 0; at < traditional.length; at += 1) {
    marks[traditional.charCodeAt(at)] = TRADITIONAL;
    simple[traditional.charCodeAt(at)] = simplified.charCodeAt(at);
  }
  for (let at = 0; at < onlySimplified.length; at += 1) {
    marks[onlySimplified.charCodeAt(at)] = SIMPLIFIED;
  }
  const byFirst = new Map<number, (readonly [string, string])[]>();
  for (const phrase of phrases) {
    const first = phrase[0].charCodeAt(0);
    const same = byFirst.get(first) ?? [];
    byFirst.set(first, same);
    same.push(phrase);
    if (phrase[0].length === 1) marks[first] = TRADITIONAL;
  }
  return { marks, simple, phrases: byFirst };
}
