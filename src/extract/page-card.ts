import type { Document, HanScript, Lang } from '../model/index.js';
import { hanScript } from '../text/index.js';
import { lettersOf } from './letters.js';

/** What pairing looks at: a few hundred bytes a page, so that a whole site fits in memory. */
export interface PageCard {
  readonly key: string;
  readonly lang: Lang;
  /** Chinese pages may exist in both scripts, each with its own right to the English page. */
  readonly script: HanScript;
  readonly date: string | undefined;
  /** Letters of the text, a Chinese character counted as 3.3. */
  readonly letters: number;
  readonly blocks: number;
  /** Fingerprints of numbers and Latin words that few pages share; 4 bytes each. */
  readonly marks: Uint32Array;
  /** Targets of links to the other language, by how they were found. */
  readonly links: ReadonlyMap<string, 'hreflang' | 'menu'>;
}

/** Marks kept a page: the longest come first, since they are the rarest. */
const MAX_MARKS = 40;
/** Characters of a page that are searched for marks. */
const MAX_CHARS = 20_000;

/** The card of a page in one language; `undefined` for others and for empty ones. */
export function pageCard(document: Document): PageCard | undefined {
  if (document.layout !== 'one-language') return undefined;
  const letters = { zh: 0, en: 0 };
  for (const { lang, text } of document.blocks) letters[lang] += lettersOf(text);
  if (letters.zh + letters.en === 0) return undefined;
  const lang: Lang = letters.zh >= letters.en ? 'zh' : 'en';
  const text = document.blocks
    .filter((block) => block.lang === lang)
    .map((block) => block.text)
    .join('\n')
    .slice(0, MAX_CHARS);
  return {
    key: document.key,
    lang,
    script: lang === 'zh' ? hanScript(text) : 'either',
    date: document.date,
    letters: letters[lang],
    blocks: document.blocks.length,
    marks: marksIn(text),
    links: linksOf(document, lang === 'zh' ? 'en' : 'zh'),
  };
}

/** Numbers of two and more digits and Latin words of four and more letters, without doubles. */
function marksIn(text: string): Uint32Array {
  const marks = new Set<string>();
  const plain = text.replace(/(?<=\d)[,，](?=\d{3})/gu, '');
  for (const [mark] of plain.matchAll(/\d+(?:\.\d+)?|\p{Script=Latin}{4,}/gu)) {
    if (mark.length > 1) marks.add(mark.toLowerCase());
  }
  const rarest = [...marks].sort((a, b) => rank(b) - rank(a) || (a < b ? -1 : 1));
  return Uint32Array.from(new Set(rarest.slice(0, MAX_MARKS).map(fingerprint)));
}

/** FNV-1a over UTF-16 units. */
function fingerprint(mark: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < mark.length; i++) {
    hash = Math.imul(hash ^ mark.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/** Numbers before words, long before short: English pages are full of words. */
function rank(mark: string): number {
  return (/^\d/.test(mark) ? 100 : 0) + Math.min(20, mark.length);
}

const NO_LINKS: PageCard['links'] = new Map();

function linksOf({ meta }: Document, other: Lang): ReadonlyMap<string, 'hreflang' | 'menu'> {
  if (meta[`hreflang-${other}`] === undefined && meta[`menu-${other}`] === undefined)
    return NO_LINKS;
  const links = new Map<string, 'hreflang' | 'menu'>();
  for (const how of ['hreflang', 'menu'] as const) {
    for (const target of meta[`${how}-${other}`]?.split(' ') ?? []) {
      const key = sameAddress(target);
      if (!links.has(key)) links.set(key, how);
    }
  }
  return links;
}

/** An address without what servers treat as the same: scheme, `www.`, index page, last slash. */
export function sameAddress(address: string): string {
  return address
    .replace(/^https?:\/\/(?:www\.)?/iu, '')
    .replace(/#.*$/u, '')
    .replace(/(?:index|default)\.(?:s?html?|php|jsp|aspx?)$/iu, '')
    .replace(/\/$/u, '');
}
