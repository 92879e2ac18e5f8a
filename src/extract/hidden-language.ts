import { languageName } from '../layout/index.js';
import type { Lang } from '../model/index.js';
import { langOf } from '../text/index.js';
import { declaredLang } from './declared-lang.js';
import { isHidden, namesOf } from './names.js';
import type { PageBlock } from './page-block.js';
import { massOf } from './mass.js';
import type { ElementNode, Tree } from './tree.js';

/** Least and most of the other language's text that a hidden counterpart has. */
const MIN_RATIO = 0.33;
/** Least share of a hidden part that is in one language. */
const MIN_PURE = 0.85;
/** Letters below which a hidden part is a message, not a text. */
const MIN_LETTERS = 60;
/** Longest line that names a language to switch to. */
const MAX_SWITCH = 24;

const ZH_SWITCH = /^(?:中文|中文版|简体中文|繁體中文|汉语|chinese|中)$/iu;
const EN_SWITCH = /^(?:english|en|eng|英文|英文版|英语|english version|英)$/iu;

/**
 * Hidden parts that hold the page's text in the other language, to be shown by a tab or a switch.
 *
 * Parts of one make (tag, class, language) are judged together: nearly all in one language, as
 * much as the visible text in the other; and they say their language, by attribute or name, or
 * are tab panels, or the page names both languages to switch between.
 */
export function hiddenLanguages(tree: Tree, blocks: readonly PageBlock[]): ReadonlySet<number> {
  const groups = hiddenGroups(tree, blocks);
  if (groups.length === 0) return new Set();
  const isIn = hiddenTest(tree);
  const visible = weigh(blocks.filter(({ owner }) => !isIn(owner)));
  const hasSwitch = [ZH_SWITCH, EN_SWITCH].every((names) => blocks.some((b) => isName(b, names)));
  const shown = groups.filter(({ weight, nodes }) => {
    const lang = weight.zh > weight.en ? 'zh' : 'en';
    const other = lang === 'zh' ? 'en' : 'zh';
    const isPure = weight[lang] >= (weight.zh + weight.en) * MIN_PURE;
    const ratio = weight[lang] / Math.max(1, visible[other]);
    if (!isPure || weight[lang] < MIN_LETTERS || ratio < MIN_RATIO || ratio > 1 / MIN_RATIO)
      return false;
    if (visible[lang] > weight[lang] * 0.5) return false;
    return nodes.every(({ node }) => saysLanguage(tree, node, lang) || hasSwitch);
  });
  return new Set(shown.flatMap(({ nodes }) => nodes.map(({ place }) => place)));
}

interface Weight {
  zh: number;
  en: number;
}

interface HiddenGroup {
  readonly nodes: { readonly node: ElementNode; readonly place: number }[];
  readonly weight: Weight;
}

/** Outermost hidden elements with text, by what they are called. */
function hiddenGroups(tree: Tree, blocks: readonly PageBlock[]): readonly HiddenGroup[] {
  const outer = new Map<number, PageBlock[]>();
  const above = hiddenAbove(tree);
  for (const block of blocks) {
    const place = above(block.owner);
    if (place === undefined) continue;
    const inside = outer.get(place);
    if (inside === undefined) outer.set(place, [block]);
    else inside.push(block);
  }
  const groups = new Map<string, HiddenGroup>();
  for (const [place, inside] of outer) {
    const node = tree.nodes[place];
    if (node?.kind !== 'element' || node.tag === 'noscript') continue;
    const { attributes, tag } = node;
    const key = `${tag} ${attributes['class'] ?? ''} ${declaredLang(node) ?? ''}`;
    const weight = weigh(inside);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { nodes: [{ node, place }], weight });
    else {
      known.nodes.push({ node, place });
      known.weight.zh += weight.zh;
      known.weight.en += weight.en;
    }
  }
  return [...groups.values()];
}

function hiddenTest(tree: Tree): (owner: number) => boolean {
  const above = hiddenAbove(tree);
  return (owner) => above(owner) !== undefined;
}

/** The outermost hidden element around a node, each node looked at once. */
function hiddenAbove(tree: Tree): (at: number) => number | undefined {
  const outermost: (number | undefined)[] = [undefined];
  for (let i = 1; i < tree.nodes.length; i++) {
    const node = tree.nodes[i];
    const above = outermost[node?.parent ?? 0];
    const isOuter = above === undefined && node?.kind === 'element' && isHidden(node);
    outermost.push(isOuter ? i : above);
  }
  return (at) => outermost[at];
}

/** Letters of prose in either language. */
function weigh(blocks: readonly PageBlock[]): Weight {
  const weight = { zh: 0, en: 0 };
  for (const block of blocks) {
    if (block.level === 0 && massOf(block) === 0) continue;
    const { han } = langOf(block.text);
    weight[han > 0 ? 'zh' : 'en'] += block.letters;
  }
  return weight;
}

function saysLanguage(tree: Tree, node: ElementNode, lang: Lang): boolean {
  if (declaredLang(node) === lang || node.attributes['role'] === 'tabpanel') return true;
  if (languageName(namesOf(node)) === lang) return true;
  const parent = tree.nodes[node.parent];
  return parent?.kind === 'element' && declaredLang(parent) === lang;
}

/** Whether a line is the name of a language, or one of its parts is. */
function isName({ text }: PageBlock, names: RegExp): boolean {
  return (
    text.length <= MAX_SWITCH && text.split(/[\s|/·｜]+/u).some((part) => names.test(part.trim()))
  );
}
