import type { Lang } from '../model/index.js';

const ZH = 'zh(?:[-_](?:cn|hans|hant|tw|hk|sg|mo))?|cn|chs|cht|chi|zho|chinese|中文';
const EN = 'en(?:[-_](?:us|gb|uk|ca|au))?|eng|english|英文';
const TAG = new RegExp(`(^|[._\\- ])(?:(${ZH})|(${EN}))(?=[._\\- ]|$)`, 'iu');

/** A file name with its language taken out. */
export interface NamedLang {
  readonly lang: Lang;
  /** The name without the language, equal for both files of a pair. */
  readonly rest: string;
}

/** The language a file name gives (`news.zh.txt`, `en.txt`, `a_zh-CN.md`), if it gives one. */
export function langInName(name: string): NamedLang | undefined {
  const found = TAG.exec(name);
  if (found === null) return undefined;
  const rest = `${name.slice(0, found.index)}${name.slice(found.index + found[0].length)}`;
  return { lang: found[2] === undefined ? 'en' : 'zh', rest };
}

/** Two paths of the same text. */
export interface PathPair {
  readonly zh: string;
  readonly en: string;
}

/** Paths paired by the language in their names; folders named by a language count as names. */
export function pairPaths(paths: readonly string[]): readonly (string | PathPair)[] {
  const halves = new Map<string, { zh?: string; en?: string }>();
  const keys = new Map<string, string>();
  for (const path of paths) {
    const named = namedPath(path);
    if (named === undefined) continue;
    const half = halves.get(named.rest) ?? {};
    if (half[named.lang] !== undefined) continue;
    half[named.lang] = path;
    halves.set(named.rest, half);
    keys.set(path, named.rest);
  }
  return paths.flatMap((path): readonly (string | PathPair)[] => {
    const { zh, en } = halves.get(keys.get(path) ?? '\0') ?? {};
    if (zh === undefined || en === undefined) return [path];
    return path === zh ? [{ zh, en }] : [];
  });
}

function namedPath(path: string): NamedLang | undefined {
  const parts = path.split(/[\\/]/u);
  for (let i = parts.length - 1; i >= Math.max(0, parts.length - 2); i--) {
    const named = langInName(parts[i] ?? '');
    if (named === undefined) continue;
    const rest = [...parts.slice(0, i), named.rest, ...parts.slice(i + 1)].join('/');
    return { lang: named.lang, rest };
  }
  return undefined;
}
