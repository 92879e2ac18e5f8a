import type { Lang } from '../model/index.js';
import { LAYOUT_DEFAULTS } from './defaults.js';
import type { Unit } from './unit.js';

/** What the markup around a block says of its language. */
export interface LanguageMark {
  /** A language, or the part a text plays beside its translation, which means the one it holds. */
  readonly says: Lang | 'original' | 'translation';
  /** Tag and names of the element that says it; elements written alike are judged together. */
  readonly element: string;
}

/** Names of a language in `class` and `id`, as single words: `langs_cn` gives `langs`, `cn`. */
const NAMES: readonly (readonly [LanguageMark['says'], RegExp])[] = [
  ['zh', /^(?:zh|zg|ch|cn|chn|chs|cht|chi|chinese|hans|hant|zhcn|zhtw|zhhk|zhongwen|hanyu)$/u],
  ['en', /^(?:en|eng|english|engl|enus|engb|yingwen|yingyu)$/u],
  ['original', /^(?:yuanwen|original|origin)$/u],
  ['translation', /^(?:yiwen|fanyi|translation|translated)$/u],
];

/** The language or part that one of an element's names stands for. */
export function languageName(words: readonly string[]): LanguageMark['says'] | undefined {
  return NAMES.find(([, name]) => words.some((word) => name.test(word)))?.[0];
}

/**
 * Units whose markup names their language, in a page that marks both.
 *
 * An element may be called `en` for the section it stands in, so marks are believed only where
 * the elements written alike hold the language they name and next to nothing else.
 */
export function markedUnits(units: readonly Unit[]): ReadonlySet<Unit> {
  const elements = new Map<string, Record<Lang, number>>();
  for (const { mark, lang, letters } of units) {
    if (mark === undefined) continue;
    const sum = elements.get(mark.element) ?? { zh: 0, en: 0 };
    sum[lang] += letters;
    elements.set(mark.element, sum);
  }
  const marked = units.filter(({ mark, lang }) => {
    if (mark === undefined || (mark.says !== lang && !ROLES.has(mark.says))) return false;
    const sum = elements.get(mark.element) ?? { zh: 0, en: 0 };
    return sum[lang] >= (sum.zh + sum.en) * LAYOUT_DEFAULTS.minMarkedShare;
  });
  return new Set(new Set(marked.map(({ lang }) => lang)).size === 2 ? marked : []);
}

const ROLES: ReadonlySet<string> = new Set(['original', 'translation']);
