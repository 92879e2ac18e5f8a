import type { Lang } from '../model/index.js';
import { kindByName } from './file-kind.js';
import type { Leaf } from './leaf.js';

const ZH = 'zh(?:[-_](?:cn|hans|hant|tw|hk|sg|mo))?|cn|chs|cht|chi|zho|chinese|中文|汉语|中';
const EN = 'en(?:[-_](?:us|gb|uk|ca|au))?|eng|english|英文|英语|英';
const TAG = new RegExp(
  `(^|[._\\- (（【[])(?:(${ZH})|(${EN}))(版|译文|原文)?(?=[._\\- )）】\\]]|$)`,
  'iu',
);
/** `合同中文.docx`: Chinese writes no space before the name of the language. */
const ATTACHED = /(?<=\p{L})(?:(中文)|(英文))(?:版)?(?=\.[^.]*$|$)/iu;

/** A file name with its language taken out. */
interface NamedLang {
  readonly lang: Lang;
  /** The name without the language, equal for both files of a pair. */
  readonly rest: string;
}

/** The language a file name gives (`news.zh.txt`, `en.txt`, `a_zh-CN.md`), if it gives one. */
function langInName(name: string): NamedLang | undefined {
  const tagged = TAG.exec(name);
  const found = tagged ?? ATTACHED.exec(name);
  if (found === null) return undefined;
  const isZh = tagged === null ? found[1] !== undefined : found[2] !== undefined;
  const rest = `${name.slice(0, found.index)}\0${name.slice(found.index + found[0].length)}`;
  return { lang: isZh ? 'zh' : 'en', rest };
}

/** Two files of the same text. */
export interface LeafPair {
  readonly zh: Leaf;
  readonly en: Leaf;
}

/**
 * Files paired by the language in their names or in the name of a folder around them. Pages are
 * left alone: they are paired later, by what they say.
 */
export function pairLeaves(leaves: readonly Leaf[]): readonly (Leaf | LeafPair)[] {
  const halves = new Map<string, { zh?: Leaf; en?: Leaf }>();
  const keys = new Map<Leaf, string>();
  for (const leaf of leaves) {
    for (const { lang, rest } of kindByName(leaf.location) === 'html' ? [] : readings(leaf)) {
      const half = halves.get(rest) ?? {};
      half[lang] ??= leaf;
      halves.set(rest, half);
    }
  }
  for (const leaf of leaves) {
    const key = readings(leaf).find(({ lang, rest }) => {
      const half = halves.get(rest);
      return half?.[lang] === leaf && half.zh !== undefined && half.en !== undefined;
    })?.rest;
    if (key !== undefined) keys.set(leaf, key);
  }
  return leaves.flatMap((leaf): readonly (Leaf | LeafPair)[] => {
    const key = keys.get(leaf) ?? '';
    const { zh, en } = halves.get(key) ?? {};
    if (zh === undefined || en === undefined) return [leaf];
    if (keys.get(zh) !== key || keys.get(en) !== key) return [leaf];
    return leaf === zh ? [{ zh, en }] : [];
  });
}

/** Every way to take one language out of a location, the file's own name first. */
function readings({ location }: Leaf): readonly NamedLang[] {
  const parts = location.split(/[\\/]/u);
  return parts
    .map((part, i): NamedLang | undefined => {
      const named = langInName(part);
      if (named === undefined) return undefined;
      const rest = [...parts.slice(0, i), named.rest, ...parts.slice(i + 1)].join('/');
      return { lang: named.lang, rest };
    })
    .filter((named) => named !== undefined)
    .reverse();
}
