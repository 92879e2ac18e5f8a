import type { Lang } from '../model/index.js';
import type { ElementNode, Tree } from './tree.js';

/** A link from a page to the same text in a language, as the page says. */
export interface LanguageLink {
  readonly lang: Lang;
  /** Absolute address, without fragment. */
  readonly target: string;
  /** `hreflang`: declared; `menu`: guessed from the words of a link or menu entry. */
  readonly how: 'hreflang' | 'menu';
}

/** Links kept of each kind and language; a page with more is a list of pages. */
const MAX_LINKS = 3;

const ZH_WORDS =
  /^[[(|\s]*(?:中文|中文版|简体|简体中文|簡體|簡體中文|简体版|中文简体|中文网|繁體|繁體中文|繁体|繁体中文|中文繁體|汉语|漢語|chinese|cn|zh|chinese version|simplified chinese|traditional chinese|中)[\])|\s]*$/iu;
const EN_WORDS =
  /^[[(|\s]*(?:english|en|eng|english version|英文|英文版|英语|英語|英文网|英)[\])|\s]*$/iu;

/**
 * Links to the other language: `hreflang`, entries of language menus, links that are a
 * language's name.
 *
 * @param base - address of the page
 */
export function languageLinks(tree: Tree, base: string): readonly LanguageLink[] {
  const found: LanguageLink[] = [];
  tree.nodes.forEach((node, i) => {
    if (node.kind !== 'element') return;
    const link = linkIn(tree, node, i);
    if (link === undefined) return;
    const target = resolve(link.href, base);
    if (target === undefined || target === resolve('', base)) return;
    if (found.some((one) => one.target === target)) return;
    const same = found.filter((one) => one.how === link.how && one.lang === link.lang);
    if (same.length < MAX_LINKS) found.push({ lang: link.lang, target, how: link.how });
  });
  return found;
}

interface Link {
  readonly lang: Lang;
  readonly href: string;
  readonly how: LanguageLink['how'];
}

function linkIn(tree: Tree, node: ElementNode, i: number): Link | undefined {
  const { tag, attributes } = node;
  const href = attributes['href'] ?? (tag === 'option' ? attributes['value'] : undefined);
  if (href === undefined || href === '' || /^(?:javascript|mailto|#)/iu.test(href))
    return undefined;
  const declared = langOfCode(attributes['hreflang'] ?? '');
  if (declared !== undefined && (tag === 'a' || tag === 'link')) {
    return { lang: declared, href, how: 'hreflang' };
  }
  if (tag !== 'a' && tag !== 'option') return undefined;
  if (node.end - i > 12) return undefined;
  const words = wordsIn(tree, i, node.end);
  if (words.length > 30) return undefined;
  const lang = ZH_WORDS.test(words) ? 'zh' : EN_WORDS.test(words) ? 'en' : undefined;
  return lang === undefined ? undefined : { lang, href, how: 'menu' };
}

function langOfCode(code: string): Lang | undefined {
  if (/^(?:zh|cn|cmn)(?:[-_]|$)/iu.test(code)) return 'zh';
  return /^en(?:[-_]|$)/iu.test(code) ? 'en' : undefined;
}

function wordsIn(tree: Tree, from: number, to: number): string {
  let words = '';
  for (let i = from + 1; i < to; i++) {
    const node = tree.nodes[i];
    if (node?.kind === 'text') words += node.text;
    else if (node?.tag === 'img') words += node.attributes['alt'] ?? '';
  }
  return words.trim();
}

/** An absolute address without fragment; file paths are resolved like addresses. */
function resolve(href: string, base: string): string | undefined {
  const isPath = !/^[a-z][a-z0-9+.-]*:/iu.test(base);
  try {
    const url = new URL(href, isPath ? new URL(encodeURI(base), 'file:///') : base);
    url.hash = '';
    if (!isPath) return url.href;
    const path = decodeURI(url.pathname);
    return base.startsWith('/') ? path : path.slice(1);
  } catch {
    return undefined;
  }
}
