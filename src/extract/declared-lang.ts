import { languageName, type LanguageMark } from '../layout/index.js';
import type { Lang } from '../model/index.js';
import { namesOf } from './names.js';
import type { ElementNode } from './tree.js';

/** Language an element declares; on the whole page the declaration is too often wrong. */
export function declaredLang({ tag, attributes }: ElementNode): Lang | 'other' | undefined {
  const code = attributes['lang'] ?? attributes['xml:lang'] ?? attributes['data-lang'];
  if (code === undefined || tag === 'html' || tag === 'body') return undefined;
  if (/^(?:zh|cn|chi|zho|cmn|yue)\b/iu.test(code)) return 'zh';
  if (/^en/iu.test(code)) return 'en';
  return /^[a-z]{2,3}(?:-|$)/iu.test(code) ? 'other' : undefined;
}

/** What an element says of its language by attribute, class or id; nothing for the whole page. */
export function languageMark(element: ElementNode): LanguageMark | undefined {
  const { tag, attributes } = element;
  if (tag === 'html' || tag === 'body') return undefined;
  const lang = declaredLang(element);
  const says = lang === 'other' ? undefined : (lang ?? languageName(namesOf(element)));
  if (says === undefined) return undefined;
  return { says, element: `${tag} ${attributes['class'] ?? attributes['id'] ?? ''} ${says}` };
}
