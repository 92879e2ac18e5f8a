import { hashOf } from '../kit/index.js';
import { arrange } from '../layout/index.js';
import { documentId, type Document, type Page } from '../model/index.js';
import { decodeBytes } from '../text/index.js';
import { pageFacts } from './facts.js';
import { judgeBlocks, type Judged } from './judge.js';
import { languageLinks, type LanguageLink } from './language-links.js';
import { metaTags } from './meta-tags.js';
import type { PageBlock } from './page-block.js';
import { pageDate } from './page-date.js';
import { recipeParts, withParts } from './recipe-parts.js';
import { parseTree, type Tree } from './tree.js';
import { pageBlocks, removedBlocks } from './walk.js';

/** What a caller may know about a page that the page itself does not tell. */
export interface ExtractOptions {
  /** Whether a line, white space collapsed, stands on most pages of the site, see {@link repeatedLines}. */
  readonly isRepeated?: (text: string) => boolean;
}

/**
 * Turns the bytes of an HTML page into a document.
 *
 * Pure: the same bytes give the same document. Every letter and digit a reader sees is either in
 * a block or set aside with a reason.
 *
 * @throws DuizhaoError `extract.page-too-large`
 */
export function extractPage(page: Page, options: ExtractOptions = {}): Document {
  return analysePage(page, options).document;
}

/** A document with everything its verdicts rest on, for {@link explainPage}. */
export interface Analysis {
  readonly document: Document;
  readonly tree: Tree;
  readonly blocks: readonly PageBlock[];
  readonly judged: Judged;
}

/** Extracts a page and keeps the steps. */
export function analysePage(page: Page, options: ExtractOptions): Analysis {
  const { text: html, charset } = decodeBytes(page.bytes, {
    html: true,
    ...(page.contentType === undefined ? {} : { contentType: page.contentType }),
  });
  const tree = parseTree(html, page.origin.location, page.hints);
  const blocks = pageBlocks(tree);
  const recipe = recipeParts(tree, blocks, page.hints);
  const meta = withParts(metaTags(tree), recipe);
  const judged = judgeBlocks(tree, blocks, meta, options.isRepeated ?? (() => false), recipe);
  const removed = removedBlocks(tree);
  const date = pageDate(meta, blocks, judged.title ?? 0, judged.start);
  const base = page.origin.finalUrl ?? page.origin.location;
  const links = languageLinks(tree, base);
  const arranged = arrange(judged.raw, {
    hasMate: links.some((link) => leadsToMate(link, base)),
    ...(judged.titleHint === undefined ? {} : { title: judged.titleHint }),
    ...(date === undefined ? {} : { date }),
  });
  const facts = pageFacts(meta, blocks);
  const mates = arranged.layout === 'one-language' ? linkFacts(links) : {};
  const document: Document = {
    ...arranged,
    setAside: [...arranged.setAside, ...removed.map(({ text }) => ({ text, reason: 'recipe' }))],
    id: documentId(hashOf(arranged.blocks.map(({ lang, kind, text }) => [lang, kind, text]))),
    key: page.origin.location,
    origins: [
      { ...page.origin, charset, ...(facts.site === undefined ? {} : { site: facts.site }) },
    ],
    meta: { ...facts.meta, ...mates, ...unmatchedFact(recipe.unmatched) },
  };
  return { document, tree, blocks: [...blocks, ...removed], judged: withRemoved(judged, removed) };
}

/** `recipe-unmatched`: keys of the recipe that found nothing here, so that it can be corrected. */
function unmatchedFact(keys: readonly string[]): Readonly<Record<string, string>> {
  return keys.length === 0 ? {} : { 'recipe-unmatched': keys.join(' ') };
}

function withRemoved(judged: Judged, removed: readonly PageBlock[]): Judged {
  const raw = removed.map(({ text, kind }) => ({ text, kind, aside: 'recipe' }));
  return { ...judged, raw: [...judged.raw, ...raw] };
}

/** Whether a link to the other language leads to this text, not to the front page of a section. */
function leadsToMate({ target, how }: LanguageLink, base: string): boolean {
  const last = (address: string): string =>
    /\/([^/?#.]*)[^/]*$/u.exec(address.replace(/[?#].*$/u, ''))?.[1] ?? '';
  const name = last(target);
  return how === 'hreflang' || (name !== '' && name === last(base));
}

/** `hreflang-en`, `menu-zh` …: addresses of the other language, for pairing pages. */
function linkFacts(links: readonly LanguageLink[]): Readonly<Record<string, string>> {
  const facts: Record<string, string> = {};
  for (const { lang, target, how } of links) {
    const name = `${how}-${lang}`;
    facts[name] = facts[name] === undefined ? target : `${facts[name]} ${target}`;
  }
  return facts;
}
