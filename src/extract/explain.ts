import type { Document, Page } from '../model/index.js';
import { analysePage, type Analysis, type ExtractOptions } from './extract-page.js';
import { lettersOf } from './letters.js';
import { massOf } from './mass.js';
import { collapseSpace } from '../text/index.js';
import type { Tree } from './tree.js';

/** One block of a page and what became of it. */
export interface BlockVerdict {
  readonly text: string;
  /** `kept`, or the reason it was set aside for; parts of one block may differ. */
  readonly verdict: string;
  /** Elements around it, outermost first: `body > div.main > p`. */
  readonly path: string;
  /** Letters, a Chinese character counted as 3.3. */
  readonly letters: number;
  /** Share of the letters inside links, in [0, 1]. */
  readonly linkShare: number;
  /** What it weighs in the search for the article: its letters when it reads as prose. */
  readonly weight: number;
  /** Whether it stands in the element that was found to hold the article. */
  readonly isInMain: boolean;
  /** Languages and section of what was kept of it, sections counted from 1: `zh 3`, `zh+en 1`. */
  readonly place: string;
}

/** Why a page gave the document it gave. */
export interface PageExplanation {
  readonly document: Document;
  /** Path of the element that holds the article. */
  readonly main: string;
  readonly verdicts: readonly BlockVerdict[];
}

/** Every block of a page with its verdict and the numbers behind it, in reading order. */
export function explainPage(page: Page, options: ExtractOptions = {}): PageExplanation {
  const { document, tree, blocks, judged } = analysePage(page, options);
  const reasons = laterReasons(document, judged);
  const placeOf = placesInOrder(document);
  const node = tree.nodes[judged.main];
  const end = node?.kind === 'element' ? node.end : 0;
  const verdicts = blocks.map((block, i): BlockVerdict => {
    const early = judged.raw[i]?.aside;
    const verdict = early ?? reasons.get(block.text)?.shift() ?? 'kept';
    return {
      text: block.text,
      verdict,
      path: pathOf(tree, block.owner),
      letters: Math.round(block.letters),
      linkShare: block.letters === 0 ? 0 : block.linkLetters / block.letters,
      weight: Math.round(massOf(block)),
      isInMain: block.owner >= judged.main && block.owner < end,
      place: verdict === 'kept' ? placeOf(block.text) : '',
    };
  });
  return { document, main: pathOf(tree, judged.main), verdicts };
}

/** The same of a file that is no page: what was kept in reading order, then what was set aside. */
export function explainDocument(document: Document): PageExplanation {
  const placeOf = placesInOrder(document);
  const verdict = (text: string, reason: string): BlockVerdict => {
    const letters = Math.round(lettersOf(text));
    const place = reason === 'kept' ? placeOf(text) : '';
    const isInMain = reason === 'kept';
    return {
      text,
      verdict: reason,
      path: '',
      letters,
      linkShare: 0,
      weight: letters,
      isInMain,
      place,
    };
  };
  return {
    document,
    main: '(a file, read whole)',
    verdicts: [
      ...document.blocks.map(({ text }) => verdict(text, 'kept')),
      ...document.setAside.map(({ text, reason }) => verdict(text, reason)),
    ],
  };
}

/** Tells where the next text came to stand, asked in reading order; one may give several blocks. */
function placesInOrder({ blocks, sections }: Document): (text: string) => string {
  const sectionOf = new Map(
    sections.flatMap(({ zh, en }, k) => [...zh, ...en].map((i) => [i, k + 1] as const)),
  );
  let next = 0;
  return (text) => {
    const langs: string[] = [];
    const numbers = new Set<number>();
    let rest = collapseSpace(text);
    for (; next < blocks.length; next++) {
      const block = blocks[next];
      if (block === undefined || !rest.includes(block.text)) break;
      rest = rest.replace(block.text, '');
      langs.push(block.lang);
      numbers.add(sectionOf.get(next) ?? 0);
    }
    return langs.length === 0 ? '' : `${langs.join('+')} ${[...numbers].join(',')}`;
  };
}

/** Reasons given after judging, by text, in order: those given before are the blocks' own. */
function laterReasons(
  { setAside }: Analysis['document'],
  { raw }: Analysis['judged'],
): Map<string, string[]> {
  const early = new Map<string, number>();
  for (const { text, aside } of raw) {
    if (aside === undefined) continue;
    const name = `${aside} ${collapseSpace(text)}`;
    early.set(name, (early.get(name) ?? 0) + 1);
  }
  const reasons = new Map<string, string[]>();
  for (const { text, reason } of setAside) {
    const left = early.get(`${reason} ${text}`) ?? 0;
    early.set(`${reason} ${text}`, left - 1);
    if (left > 0) continue;
    const known = reasons.get(text);
    if (known === undefined) reasons.set(text, [reason]);
    else known.push(reason);
  }
  return reasons;
}

const MAX_PATH = 6;

/** The innermost elements around a node, with id and first class. */
function pathOf(tree: Tree, owner: number): string {
  const names: string[] = [];
  for (let at = owner; at > 0 && names.length < MAX_PATH;) {
    const node = tree.nodes[at];
    if (node?.kind !== 'element') break;
    const id = node.attributes['id']?.trim() ?? '';
    const [name = ''] = (node.attributes['class'] ?? '').trim().split(/\s+/u);
    names.unshift(`${node.tag}${id === '' ? '' : `#${id}`}${name === '' ? '' : `.${name}`}`);
    at = node.parent;
  }
  return names.length === 0 ? '(page)' : names.join(' > ');
}
