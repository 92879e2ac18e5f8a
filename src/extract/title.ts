import { splitInline } from '../layout/index.js';
import { collapseSpace, normalise } from '../text/index.js';
import type { MetaTags } from './meta-tags.js';
import type { PageBlock } from './page-block.js';

/** The title as the page tells it, and the visible block that shows it. */
export interface PageTitle {
  readonly hint: string | undefined;
  /** Number of the block. */
  readonly block: number | undefined;
}

const META = ['articletitle', 'og:title', 'ld:headline', 'twitter:title', 'dc.title'];

/**
 * Finds the title: the visible heading that best fits what the head of the page says.
 *
 * @param start - number of the first block of the article's prose; a title stands before it
 */
export function pageTitle(
  meta: MetaTags,
  blocks: readonly PageBlock[],
  reasons: readonly (string | undefined)[],
  start: number,
): PageTitle {
  const told = META.map((name) => meta.get(name)).find((value) => value !== undefined);
  const head = meta.get('title');
  const says = [told, head].filter((text) => text !== undefined).map(plain);
  let best: { readonly i: number; readonly score: number } | undefined;
  blocks.forEach((block, i) => {
    if (i > start + 2 || reasons[i] !== undefined) return;
    const isDated = /^(?:date|source)-line$/u.test(reasons[i + 1] ?? '');
    const score = titleScore(block, says, start - i) + (isDated ? dateBonus(block) : 0);
    if (score > (best?.score ?? MIN_SCORE)) best = { i, score };
  });
  const hint = told ?? (head === undefined ? undefined : withoutSite(head, meta));
  return { hint, block: best?.i };
}

/** A heading of the second level right before the text is a title, if there is nothing better. */
const MIN_SCORE = 0.9;

/** Points for a block as title: level, agreement with the head, nearness to the text. */
function titleScore(block: PageBlock, says: readonly string[], before: number): number {
  const text = plain(block.text);
  if (text.length < 2 || block.text.length > 300) return 0;
  const texts = [text, ...partsOf(block.text)];
  const fit = Math.max(0, ...says.flatMap((said) => texts.map((one) => agreement(said, one))));
  const level = block.level === 0 ? 0 : block.level === 1 ? 2 : block.level < 4 ? 1 : 0.3;
  if (
    fit === 0 &&
    /^[（(]?(?:[一二三四五六七八九十\d]{1,3}|[IVXivx]{1,4})[、.．)）]/u.test(block.text)
  )
    return 0;
  const isLink = block.linkLetters > block.letters * 0.5;
  const link = isLink ? (block.level === 0 ? -3 : -1.5) : 0;
  const far = before > 40 ? -0.5 : 0;
  return level + 3 * fit + link + far;
}

/** A short line right above the date of the article is its title, marked up or not. */
function dateBonus({ text, level }: PageBlock): number {
  const isLine = text.length >= 4 && text.length < 200 && !/[。！；;：:]$/u.test(text);
  return isLine ? (level > 0 ? 0.5 : 1.2) : 0;
}

/** Both halves of a title in two languages. */
function partsOf(text: string): readonly string[] {
  const parts = splitInline(text, 'title');
  return parts.length < 2
    ? []
    : parts.filter(({ lang }) => lang !== undefined).map((part) => plain(part.text));
}

/** How much of two titles is the same: 1 equal, share of the longer when one holds the other. */
function agreement(said: string, text: string): number {
  if (said === text) return 1;
  const [long, short] = said.length >= text.length ? [said, text] : [text, said];
  if (short.length < 4 || !long.includes(short)) return 0;
  const share = short.length / long.length;
  return long.startsWith(short) ? Math.max(0.5, share) : share * 0.9;
}

function plain(text: string): string {
  return normalise(text)
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '');
}

/** Drops the name of the site, which pages put after the title. */
function withoutSite(title: string, meta: MetaTags): string | undefined {
  const site = plain(meta.get('sitename') ?? meta.get('og:site_name') ?? '');
  const parts = title
    .split(/\s*[_|—–»>·]+\s*|\s+-+\s+|(?<=\p{Script=Han})-(?=\p{Script=Han})/u)
    .filter((part) => part !== '');
  const kept = parts.filter((part) => site === '' || plain(part) !== site);
  const [first = title, ...rest] = kept;
  if (first.length >= 6 || rest.length === 0) return collapseSpace(first);
  const titles = rest.filter((part) => !SITE.test(part));
  if (titles.length === 0)
    return COLUMN.test(first) || SITE.test(first) ? undefined : collapseSpace(first);
  return collapseSpace([first, ...titles].sort((a, b) => b.length - a.length)[0] ?? title);
}

/** The name of a column of a site, which titles no article. */
const COLUMN =
  /(?:要闻|要聞|新闻|新聞|动态|動態|公告|通知|资讯|資訊|信息|首页|首頁|正文|详情|公开|公開)$/u;

/** The name of an office or of a site, which alone below the name of a column titles no article. */
const SITE =
  /^\p{Script=Han}{2,20}(?:政府|门户|網站|网站|网|在线|日报|晚报|时报|早报|周报|数字报|报刊|周刊|办公室|外办|委员会|[局厅])$|\b(?:official website|government|office|website)$/iu;
