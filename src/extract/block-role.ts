import type { LanguageMark } from '../layout/index.js';
import type { BlockKind, Lang } from '../model/index.js';
import { collapseSpace } from '../text/index.js';
import { declaredLang, languageMark } from './declared-lang.js';
import { isCaption } from './names.js';
import { childElements, textIn, type ElementNode, type Tree } from './tree.js';

/** Longest text and most children of a paragraph looked into for a caption. */
const MAX_CAPTION_CHARS = 200;
const MAX_CAPTION_PARTS = 3;

/** Whether all text of a paragraph stands in an element named a caption: `<p><img><span class="img-desc">`. */
export function holdsCaption(tree: Tree, owner: number, text: string): boolean {
  if (text.length > MAX_CAPTION_CHARS) return false;
  return childElements(tree, owner, MAX_CAPTION_PARTS).some((child) => {
    const node = tree.nodes[child];
    if (node?.kind !== 'element' || !isCaption(node)) return false;
    return collapseSpace(textIn(tree, child)) === text;
  });
}

interface Role {
  readonly kind: BlockKind;
  readonly level: number;
  readonly lang: Lang | undefined;
  readonly mark: LanguageMark | undefined;
  readonly isEntry: boolean;
  readonly isForeign: boolean;
  readonly isPre: boolean;
}

const KINDS: Readonly<Record<string, BlockKind>> = {
  li: 'list-item',
  dt: 'list-item',
  dd: 'list-item',
  blockquote: 'quote',
  figcaption: 'caption',
  caption: 'caption',
};

/** Kind and declared language of a block, from the elements around it. */
export function roleOf(tree: Tree, owner: number): Role {
  let kind: BlockKind | undefined;
  let lang: Lang | 'other' | undefined;
  let mark: LanguageMark | undefined;
  let [level, isPre, isEntry] = [0, false, false];
  let at = owner;
  for (let step = 0; at > 0 && step < 12; step++) {
    const node = tree.nodes[at];
    if (node?.kind !== 'element') break;
    const { tag } = node;
    if (/^h[1-6]$/u.test(tag) && level === 0) level = Number(tag.slice(1));
    if (tag === 'pre') isPre = true;
    kind ??= step < 3 ? kindOf(node, step) : undefined;
    lang ??= declaredLang(node);
    mark ??= languageMark(node);
    isEntry ||= step < 3 && (tag === 'dt' || tag === 'dd');
    at = node.parent;
  }
  return {
    kind: level > 0 ? 'heading' : (kind ?? 'paragraph'),
    level,
    lang: lang === 'other' ? undefined : lang,
    mark,
    isEntry,
    isForeign: lang === 'other',
    isPre,
  };
}

function kindOf(node: ElementNode, step: number): BlockKind | undefined {
  if (isCaption(node)) return 'caption';
  if (step === 0 && (node.tag === 'td' || node.tag === 'th')) return 'cell';
  return KINDS[node.tag];
}
